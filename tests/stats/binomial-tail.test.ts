import { expect, test } from "vitest";
import { binomialTail } from "../../src/stats/binomial-tail.ts";
import { relativeError } from "./relative-error.ts";

// Expected figures: sums of the terms in exact fractions (Python's fractions module).
test.each([
  [3, 6, 0.05, 0.00222984375],
  [1, 3, 0.05, 0.142625],
  [6, 60, 0.05, 0.07871926457668463],
  [7, 60, 0.05, 0.029694101954883353],
  [4, 24, 0.05, 0.02978249690844603],
])("at least %i of %i at a chance of %f", (successes, trials, chance, expected) => {
  expect(relativeError(binomialTail(successes, { trials, chance }), expected)).toBeLessThan(1e-12);
});

test("none or more is certain, all is the chance to the power of the trials", () => {
  expect(binomialTail(0, { trials: 9, chance: 0.3 })).toBe(1);
  expect(binomialTail(9, { trials: 9, chance: 0.3 })).toBeCloseTo(0.3 ** 9, 15);
});

test("more successes than trials are an error", () => {
  expect(() => binomialTail(4, { trials: 3, chance: 0.5 })).toThrow(RangeError);
});
