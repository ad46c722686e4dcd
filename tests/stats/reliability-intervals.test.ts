/** Quantiles and intervals against scipy 1.17.1 (stats.beta.ppf, stats.f.ppf). */
import { describe, expect, test } from "vitest";
import { betaQuantile, fQuantile } from "../../src/stats/beta-quantile.ts";
import { alphaInterval, correlationInterval } from "../../src/stats/reliability-intervals.ts";

test.each([
  [0.025, 2, 3, 0.06758599],
  [0.5, 0.5, 0.5, 0.5],
  [0.9, 30, 4, 0.94607196],
])("the beta quantile at %d of shapes %d and %d", (p, a, b, expected) => {
  expect(betaQuantile(p, a, b)).toBeCloseTo(expected, 8);
});

test("F quantiles, one of them in every textbook: 3.478 at 95 % on 4 and 10", () => {
  expect(fQuantile(0.95, 4, 10)).toBeCloseTo(3.4780496907652294, 9);
  expect(fQuantile(0.025, 99, 297)).toBeCloseTo(0.7143840974566146, 9);
  expect(() => fQuantile(1.2, 4, 10)).toThrow(RangeError);
});

describe("the interval of α (Feldt)", () => {
  test.each([
    [0.85, 100, 4, 0.7954988441587383, 0.8928423853815078],
    [0.7, 37.5, 3, 0.4842341079906378, 0.834744705311735],
    [0.3, 12, 2, -1.4315893357600653, 0.7984857094107811],
  ])("of %d on %d respondents and %d items", (alpha, n, k, low, high) => {
    expect(alphaInterval(alpha, n, k)).toEqual({
      low: expect.closeTo(low, 9),
      high: expect.closeTo(high, 9),
    });
  });

  test("needs two respondents and two items", () => {
    expect(() => alphaInterval(0.5, 1, 4)).toThrow(RangeError);
    expect(() => alphaInterval(0.5, 10, 1)).toThrow(RangeError);
  });
});

test("the interval of a correlation of 0.6 on a hundred", () => {
  const found = correlationInterval(0.6, 100);
  expect([found.low, found.high]).toEqual([
    expect.closeTo(0.45749847601920207, 10),
    expect.closeTo(0.712454709855892, 10),
  ]);
  expect(() => correlationInterval(0.6, 3)).toThrow(RangeError);
});
