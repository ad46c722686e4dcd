import fc from "fast-check";
import { expect, test } from "vitest";
import { blurWeights, joinedWeights } from "../../src/fitting/blur-weights.ts";

const minimum = 3;

/** Rows of a few combinations; the last of them has a place withheld. */
const wave = fc.array(
  fc.record({ cell: fc.nat(3), weight: fc.oneof(fc.constantFrom(0.5, 1, 2), fc.constant(Number.NaN)) }),
  { minLength: 1, maxLength: 60 },
);

function blurred(rows: readonly { readonly cell: number; readonly weight: number }[]): readonly number[] {
  const cells = Uint32Array.from(rows, ({ cell }) => cell);
  const weights = Float64Array.from(rows, ({ weight }) => weight);
  return [...blurWeights(weights, { cells, isOpen: (row) => cells[row] !== 3, minimum })];
}

const given = (weight: number | undefined) => (weight === undefined || Number.isNaN(weight) ? 0 : weight);

test("the sum of weights of every combination stays", () => {
  fc.assert(
    fc.property(wave, (rows) => {
      const weights = blurred(rows);
      for (const cell of [0, 1, 2, 3]) {
        const sum = (of: (at: number) => number) =>
          rows.reduce((total, row, at) => total + (row.cell === cell ? of(at) : 0), 0);
        expect(sum((at) => given(weights[at]))).toBeCloseTo(
          sum((at) => given(rows[at]?.weight)),
          9,
        );
      }
    }),
  );
});

test("no weight, and no lack of one, marks fewer than the minimum of a combination that has as many", () => {
  fc.assert(
    fc.property(wave, (rows) => {
      const groups = Map.groupBy(
        blurred(rows).map((weight, at) => ({ cell: rows[at]?.cell, weight: weight.toFixed(9) })),
        ({ cell }) => cell,
      );
      for (const members of groups.values())
        for (const alike of Map.groupBy(members, ({ weight }) => weight).values())
          expect(alike.length).toBeGreaterThanOrEqual(Math.min(minimum, members.length));
    }),
  );
});

test("those with a place withheld all have one weight; the effect: the mean of their weights, by hand", () => {
  const rows = [0.5, 0.5, 0.5, 2].map((weight) => ({ cell: 3, weight }));
  expect(blurred(rows)).toEqual([0.875, 0.875, 0.875, 0.875]);
});

test("weights that enough share stay to the last digit; rarer ones join their neighbours in size", () => {
  const rows = [0.1, 0.1, 0.1, 0.7, 0.8, 0.9, 0.9, 3].map((weight) => ({ cell: 0, weight }));
  const high = (0.7 + 0.8 + 0.9 + 0.9 + 3) / 5;
  expect(blurred(rows)).toEqual([
    0.1,
    0.1,
    0.1,
    ...Array.from({ length: 5 }, () => expect.closeTo(high, 12)),
  ]);
});

test("how far joined weights are from what they were is told, rounded up, and of whole rows only", () => {
  const own = Float64Array.from([1, 1, 1, 2, Number.NaN, 1]);
  const joined = Float64Array.from([1, 1, 1.5, 1.5, Number.NaN, 1]);
  // Of a weight of 6 in all, 0.5 went from one to another; 1 became 1.5.
  expect(joinedWeights(own, joined)).toEqual({ rows: 2, moved: 0.084, most: 0.5 });
  expect(joinedWeights(own, own.slice())).toBeUndefined();
  // Whoever had none and has one now has part of the others' weight.
  expect(joinedWeights(Float64Array.from([2, Number.NaN]), Float64Array.from([1, 1]))).toEqual({
    rows: 2,
    moved: 0.5,
    most: 0.5,
  });
});
