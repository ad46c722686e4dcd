import fc from "fast-check";
import { expect, test } from "vitest";
import { hiddenCells, type SizedCell } from "../../src/models/moves/hidden-cells.ts";

const minimum = 5;

/** The rule in its own words: as long as a row or, after all rows, a column gives a cell away, its smallest goes too. */
function slowly(table: readonly (readonly SizedCell[])[]): readonly (readonly boolean[])[] {
  const hidden = table.map((row) => row.map((cell) => cell.hidden));
  const rows = table.map((row, at) => row.map((_, column) => [at, column] as const));
  const columns = (table[0] ?? []).map((_, column) => table.map((__, at) => [at, column] as const));
  const sizeOf = (row: number, column: number) => table[row]?.[column]?.n;
  const isOut = (row: number, column: number) => hidden[row]?.[column] === true;
  for (;;) {
    const line = [...rows, ...columns].find((places) => {
      const out = places.filter(([row, column]) => isOut(row, column));
      const people = out.reduce((sum, [row, column]) => sum + (sizeOf(row, column) ?? 0), 0);
      const left = places.some(([row, column]) => !isOut(row, column) && sizeOf(row, column) !== undefined);
      return out.length > 0 && left && (out.length < 2 || people < minimum);
    });
    if (!line) return hidden;
    const left = line.filter(([row, column]) => !isOut(row, column) && sizeOf(row, column) !== undefined);
    const least = Math.min(...left.map(([row, column]) => sizeOf(row, column) ?? 0));
    const [row, column] = left.find(([one, other]) => sizeOf(one, other) === least) ?? [0, 0];
    const cells = hidden[row];
    if (cells) cells[column] = true;
  }
}

test("the same cells are withheld as by going through all rows and columns again after each", () => {
  const cell = fc.record({
    n: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    hidden: fc.boolean(),
  });
  let more = 0;
  const tables = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 9 }),
    );
  const sparse = tables.map((table) =>
    table.map((row) => row.map(({ n, hidden }) => ({ n, hidden: hidden && (n ?? 0) < minimum }))),
  );
  fc.assert(
    fc.property(fc.oneof(tables, sparse), (table) => {
      const found = hiddenCells(table, minimum);
      expect(found).toEqual(slowly(table));
      const count = (of: readonly (readonly boolean[])[]) => of.flat().filter(Boolean).length;
      if (count(found) > count(table.map((row) => row.map(({ hidden }) => hidden)))) more += 1;
    }),
    { numRuns: 500 },
  );
  expect(more).toBeGreaterThan(50);
});
