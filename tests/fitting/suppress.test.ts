import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FilterColumn } from "../../src/fitting/combinations.ts";
import { suppressRare } from "../../src/fitting/suppress.ts";
import { missingCode } from "../../src/intake/responses/coded-wave.ts";
import { seededRandom } from "../../src/stats/random.ts";

const withheld = 999;

/** Columns, finest first, from rows of places. */
function columnsOf(names: readonly string[], rows: readonly (readonly number[])[]): readonly FilterColumn[] {
  const within: Readonly<Record<string, string>> = { dealer: "city", city: "region" };
  return names.map((name, at) => {
    const wider = within[name];
    const values = Uint16Array.from(rows, (row) => row[at] ?? missingCode);
    return { name, values, withheld, ...(wider === undefined ? {} : { within: wider }) };
  });
}

const rowsOf = (columns: readonly FilterColumn[]) =>
  Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) =>
    columns.map(({ values }) => values[row] ?? 0),
  );

/** All ways to name some of the dimensions. */
const subsets = (count: number) =>
  Array.from({ length: 2 ** count - 1 }, (_, bits) =>
    Array.from({ length: count }, (__, at) => at).filter((at) => ((bits + 1) >> at) & 1),
  );

/** How many rows share each combination of values of some dimensions: what whoever filters can count. */
function counted(
  rows: readonly (readonly number[])[],
  dimensions: readonly number[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = dimensions.map((at) => row[at]).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Dealers lie in cities and cities in regions; channels and ages are anybody's. */
const people = fc.array(
  fc
    .record({ dealer: fc.integer({ min: 0, max: 11 }), channel: fc.nat(2), age: fc.nat(3), known: fc.nat(9) })
    .map(({ dealer, channel, age, known }) =>
      known === 0
        ? [missingCode, missingCode, age, channel, missingCode]
        : [dealer, Math.floor(dealer / 3), age, channel, Math.floor(dealer / 6)],
    ),
  { minLength: 0, maxLength: 150 },
);
const names = ["dealer", "city", "age", "channel", "region"];

describe("whoever downloads the rows", () => {
  test("finds no combination of any filters that fewer than the minimum share", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 2, max: 9 }), (rows, minimum) => {
        fc.pre(rows.length >= minimum);
        const published = rowsOf(suppressRare(columnsOf(names, rows), { minimum }).columns);
        for (const dimensions of subsets(names.length))
          for (const [key, count] of counted(published, dimensions))
            expect(count, `${dimensions} ${key}`).toBeGreaterThanOrEqual(minimum);
      }),
    );
  });

  test("finds no group of a few by taking the rows from what the pages say of all", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 2, max: 9 }), (rows, minimum) => {
        fc.pre(rows.length >= minimum);
        const published = rowsOf(suppressRare(columnsOf(names, rows), { minimum }).columns);
        for (const at of names.keys()) {
          const left = counted(published, [at]);
          for (const [value, count] of counted(rows, [at])) {
            if (value === String(missingCode)) continue;
            const lacking = count - (left.get(value) ?? 0);
            if (lacking !== 0 && left.has(value)) expect(lacking, names[at]).toBeGreaterThanOrEqual(minimum);
          }
        }
      }),
    );
  });

  test("finds no level that tells a wider one which is withheld", () => {
    fc.assert(
      fc.property(people, (rows) => {
        fc.pre(rows.length >= 5);
        for (const [dealer, city, , , region] of rowsOf(
          suppressRare(columnsOf(names, rows), { minimum: 5 }).columns,
        )) {
          if (region === withheld) expect(city).toBe(withheld);
          if (city === withheld) expect(dealer).toBe(withheld);
        }
      }),
    );
  });

  test("finds every other value as it was given", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const { columns, cells } = suppressRare(columnsOf(names, rows), { minimum: 5 });
        for (const [at, { values, name }] of columns.entries()) {
          const changed = rows.flatMap((row, place) => (values[place] === row[at] ? [] : [values[place]]));
          expect(new Set(changed).size).toBeLessThanOrEqual(1);
          expect(changed.every((value) => value === withheld)).toBe(true);
          expect(cells[name]).toBe(changed.length);
        }
      }),
    );
  });
});

test("only the finest value goes where that is enough", () => {
  // Region 0 has dealers 0 (six rows) and 1 (six rows, one of them of another age); region 1 has nobody rare.
  const rows = [
    ...Array.from({ length: 6 }, () => [0, 0, 0]),
    ...Array.from({ length: 6 }, () => [1, 0, 0]),
    ...Array.from({ length: 3 }, () => [0, 1, 0]),
    ...Array.from({ length: 3 }, () => [1, 1, 0]),
  ];
  const {
    columns,
    cells,
    rows: touched,
  } = suppressRare(columnsOf(["dealer", "age", "region"], rows), { minimum: 5 });
  // Three of age 1 at either dealer: their dealer goes, then they are six. Each dealer would lack three, so all go.
  expect(cells).toEqual({ dealer: 18, age: 0, region: 0 });
  expect(touched).toBe(18);
  expect(columns[1]?.values).toEqual(Uint16Array.from(rows, ([, age]) => age ?? 0));
});

test("a wave of fewer than the minimum keeps no place at all", () => {
  const { cells } = suppressRare(
    columnsOf(
      ["city", "region"],
      [
        [0, 0],
        [1, 0],
      ],
    ),
    { minimum: 5 },
  );
  expect(cells).toEqual({ city: 2, region: 2 });
});

test("of a hundred thousand rows over three hundred dealers most places stay", () => {
  const random = seededRandom(4);
  const rows = Array.from({ length: 100_000 }, () => {
    const dealer = Math.floor(random() * 300);
    return [dealer, Math.floor(dealer / 5), Math.floor(random() * 4), Math.floor(dealer / 50)];
  });
  const { rows: touched } = suppressRare(columnsOf(["dealer", "city", "age", "region"], rows), {
    minimum: 10,
  });
  expect(touched).toBeLessThan(1000);
});
