import fc from "fast-check";
import { expect, test } from "vitest";
import { type CodedColumn, missingCode } from "../../../src/intake/responses/coded-wave.ts";
import { inOrder, sortedOrder } from "../../../src/intake/responses/sort-rows.ts";

const codes = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 6 }) },
  fc.constantFrom(missingCode, 300, 65534),
);
const numbers = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -20, max: 20 }) },
  fc.constantFrom(Number.NaN, 0.25, 1e9),
);
const rowsOf = fc.array(fc.tuple(codes, codes, numbers, codes, numbers), { maxLength: 60 });
type Row = readonly [number, number, number, number, number];

function columnsOf(rows: readonly Row[]): readonly CodedColumn[] {
  return [0, 1, 2, 3, 4].map((at): CodedColumn => {
    const values = rows.map((row) => row[at] ?? 0);
    return at === 2 || at === 4
      ? { name: `n${at}`, kind: "number", values: Float64Array.from(values) }
      : { name: `c${at}`, kind: "code", values: Uint16Array.from(values) };
  });
}

/** Missing values, 65535 and NaN, stand last. */
function compare(a: Row, b: Row): number {
  for (let at = 0; at < a.length; at++) {
    const [x = 0, y = 0] = [a[at], b[at]].map((value = 0) => (Number.isNaN(value) ? Infinity : value));
    if (x !== y) return x - y;
  }
  return 0;
}

function rowsIn(columns: readonly CodedColumn[]): readonly (readonly number[])[] {
  const length = columns[0]?.values.length ?? 0;
  return Array.from({ length }, (_, row) => columns.map(({ values }) => values[row] ?? 0));
}

test("rows come sorted by their keys in order, missing values last", () => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const columns = columnsOf(rows);
      const order = sortedOrder(columns, rows.length);
      expect(rowsIn(columns.map((column) => inOrder(column, order)))).toEqual(rows.toSorted(compare));
    }),
  );
});

test("the order of the file is lost: shuffled rows come out the same", () => {
  fc.assert(
    fc.property(
      rowsOf.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      ([rows, shuffled]) => {
        const sorted = (list: readonly Row[]) => {
          const columns = columnsOf(list);
          return rowsIn(columns.map((column) => inOrder(column, sortedOrder(columns, list.length))));
        };
        expect(sorted(shuffled)).toEqual(sorted(rows));
      },
    ),
  );
});

test("keys are left as they were", () => {
  const columns = columnsOf([
    [2, 1, 0, 0, 0],
    [1, 2, 0, 0, 0],
  ]);
  sortedOrder(columns, 2);
  expect(columns[0]?.values).toEqual(Uint16Array.of(2, 1));
});
