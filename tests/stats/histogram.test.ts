import fc from "fast-check";
import { expect, test } from "vitest";
import { histogram } from "../../src/stats/histogram.ts";

test("counts values in round intervals", () => {
  // By hand: 12 to 39 on at most six intervals takes a width of 5: from 10 to 40.
  expect(histogram([12, 14.9, 15, 22, 39], { most: 6 })).toEqual([
    { from: 10, to: 15, count: 2 },
    { from: 15, to: 20, count: 1 },
    { from: 20, to: 25, count: 1 },
    { from: 25, to: 30, count: 0 },
    { from: 30, to: 35, count: 0 },
    { from: 35, to: 40, count: 1 },
  ]);
});

test("of one value or of none", () => {
  expect(histogram([], { most: 10 })).toEqual([]);
  expect(histogram([7, 7], { most: 10 }).reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(histogram([0], { most: 10 }).reduce((sum, { count }) => sum + count, 0)).toBe(1);
  expect(() => histogram([Number.NaN], { most: 10 })).toThrow(RangeError);
});

test("every value is counted once, in no more intervals than asked for", () => {
  const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: 4, max: 30 }), (all, most) => {
      const bins = histogram(all, { most });
      expect(bins.length).toBeLessThanOrEqual(most);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      const slack = 1e-9 * Math.max(1, ...all.map(Math.abs));
      for (const value of all)
        expect(bins.some(({ from, to }) => value >= from - slack && value <= to + slack)).toBe(true);
    }),
  );
});
