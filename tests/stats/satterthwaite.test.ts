import { expect, test } from "vitest";
import { welch } from "../../src/stats/difference-tests.ts";
import { sumOfVariances } from "../../src/stats/satterthwaite.ts";

test("two of the same are as good as both together", () => {
  const one = { variance: 1, degrees: 4 };
  expect(sumOfVariances([one, one])).toEqual({ variance: 2, degrees: 8 });
});

test("of two means, Welch's degrees of freedom", () => {
  const [a, b] = [
    { mean: 0.75, standardError: 0.566, effective: 10 },
    { mean: 2.33, standardError: 0.633, effective: 10 },
  ];
  const test = welch(a, b);
  const { degrees } = sumOfVariances(
    [a, b].map(({ standardError }) => ({ variance: standardError ** 2, degrees: 9 })),
  );
  expect(test.testable && test.df).toBeCloseTo(degrees, 9);
});

test("of nothing, and of what can't be seen, 1 and more", () => {
  expect(sumOfVariances([])).toEqual({ variance: 0, degrees: 1 });
  expect(sumOfVariances([{ variance: 5e-324, degrees: 3 }]).degrees).toBe(3);
});
