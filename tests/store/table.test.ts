import { describe, expect, test } from "vitest";
import { codeColumn, numberColumn, type StoreTable, tableHash } from "../../src/store/table.ts";

const missing = 65535;
const codes = (...values: readonly number[]) => codeColumn("q", Uint16Array.from(values), missing);
const numbers = (...values: readonly number[]) => numberColumn("q", Float64Array.from(values));

describe("codeColumn", () => {
  test("codes under 255 take a byte each, 255 standing for none", () => {
    expect(codes(0, 254, missing)).toMatchObject({
      type: "UTINYINT",
      values: Uint8Array.of(0, 254, 255),
      missing: 255,
    });
  });

  test("a code of 255 is a code and needs the wider column", () => {
    expect(codes(255, missing)).toMatchObject({ type: "USMALLINT", values: Uint16Array.of(255, 65535) });
  });
});

describe("numberColumn", () => {
  test("whole numbers are stored as such", () => {
    expect(numbers(3, -2, Number.NaN)).toMatchObject({
      type: "INTEGER",
      values: Int32Array.of(3, -2, -2147483648),
    });
  });

  test.each([[0.5], [2 ** 31], [-(2 ** 31)]])("a column with %d stays a column of doubles", (value) => {
    const column = numbers(1, value, Number.NaN);
    expect(column.type).toBe("DOUBLE");
    expect([...column.values]).toEqual([1, value, Number.NaN]);
  });
});

describe("tableHash", () => {
  const table = (...columns: StoreTable["columns"]): StoreTable => ({ rows: 2, columns });
  const hash = tableHash(table(codes(1, 2), numbers(0.5, 1)));

  test("is sixteen hex digits, the same for equal rows", () => {
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(tableHash(table(codes(1, 2), numbers(0.5, 1)))).toBe(hash);
  });

  test.each([
    ["a value", table(codes(1, 3), numbers(0.5, 1))],
    ["a type", table(codes(1, 2), numbers(1, 1))],
    ["a name", table(codeColumn("p", Uint16Array.of(1, 2), missing), numbers(0.5, 1))],
    ["the order of columns", table(numbers(0.5, 1), codes(1, 2))],
    ["the order of rows", table(codes(2, 1), numbers(0.5, 1))],
  ])("changes with %s", (_, other) => {
    expect(tableHash(other)).not.toBe(hash);
  });

  test("looks at the column's own part of a shared buffer only", () => {
    const shared = Uint16Array.of(9, 1, 2, 9);
    const part = { name: "q", type: "USMALLINT", values: shared.subarray(1, 3), missing: 65535 } as const;
    const own = { name: "q", type: "USMALLINT", values: Uint16Array.of(1, 2), missing: 65535 } as const;
    expect(tableHash(table(part))).toBe(tableHash(table(own)));
  });
});
