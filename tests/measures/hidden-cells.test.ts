import fc from "fast-check";
import { expect, test } from "vitest";
import { hiddenCells } from "../../src/measures/disclosure.ts";
import { freedomsOf, isGivenAway } from "../publish/attacker.ts";

/** Cells of a table of branches by channels, with the totals of each and of all. */
function table(sizes: readonly (readonly number[])[]) {
  return sizes.flatMap((row, branch) =>
    row.map((n, channel) => ({ n, totals: ["all", `branch ${branch}`, `channel ${channel}`] })),
  );
}

test("a small cell takes another of its branch and of its channel with it", () => {
  // The three of branch 0 by channel 1: with each total one more has to go; the smallest of row and of column do.
  const cells = table([
    [20, 3, 30],
    [40, 50, 60],
    [70, 45, 80],
  ]);
  const hidden = hiddenCells(cells, 5);
  // Its branch hides the 20 as well, whose channel hides the 40; the 50 closes the square and serves its own channel.
  expect([...hidden].map((at) => cells[at]?.n).sort((a, b) => Number(a) - Number(b))).toEqual([
    3, 20, 40, 50,
  ]);
});

test("where nobody is few nothing is withheld", () => {
  expect([
    ...hiddenCells(
      table([
        [5, 6],
        [7, 8],
      ]),
      5,
    ),
  ]).toEqual([]);
});

test("no withheld cell follows from the shown ones and all totals, whatever the table, where totals have others", () => {
  const row = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 4 }), (sizes) => {
      const cells = table(sizes);
      const hidden = hiddenCells(cells, 5);
      const names = [...new Set(cells.flatMap(({ totals }) => totals))];
      const published = [
        ...names.map((name) => cells.map(({ totals }) => (totals.includes(name) ? 1 : 0))),
        ...cells.flatMap((_, at) =>
          hidden.has(at) ? [] : [cells.map((__, other) => (other === at ? 1 : 0))],
        ),
      ];
      const freedoms = freedomsOf(published, cells.length);
      for (const [at, { n }] of cells.entries())
        if (n > 0 && n < 5) expect(isGivenAway([at], freedoms), JSON.stringify(sizes)).toBe(false);
    }),
    { numRuns: 300 },
  );
});
