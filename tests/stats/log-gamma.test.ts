import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logBeta, logGamma } from "../../src/stats/log-gamma.ts";

// Expected figures: mpmath 1.3.0 (loggamma) at 40 digits.
describe("logGamma", () => {
  test.each([
    [1e-8, 18.420680738180209],
    [0.01, 4.599479878042022],
    [0.5, 0.5723649429247001],
    [0.75, 0.20328095143129538],
    [1.5, -0.12078223763524522],
    [2.5, 0.2846828704729192],
    [3.3, 0.9870985778947347],
    [10, 12.801827480081469],
    [100.5, 361.4355404677776],
    [1000, 5905.220423209181],
    [123456.5, 1323898.6306627372],
  ])("at %f", (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(2e-14 * Math.max(1, Math.abs(expected)));
  });

  test("grows by ln x from x to x + 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), (x) => {
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-11);
      }),
    );
  });

  test("refuses 0, negatives and infinity", () => {
    for (const x of [0, -1, Infinity, Number.NaN]) expect(() => logGamma(x)).toThrow(RangeError);
  });
});

describe("logBeta", () => {
  test("is exact where the beta function is a plain fraction", () => {
    expect(Math.exp(logBeta(2, 3))).toBeCloseTo(1 / 12, 14);
    expect(Math.exp(logBeta(0.5, 0.5))).toBeCloseTo(Math.PI, 13);
    expect(Math.exp(logBeta(1, 40))).toBeCloseTo(1 / 40, 14);
  });

  test("keeps its digits for a large shape, where B(a, ½) tends to √(π/a)·(1 + 1/(8a))", () => {
    const a = 500_000;
    const limit = Math.log(Math.sqrt(Math.PI / a) * (1 + 1 / (8 * a)));
    expect(Math.abs(logBeta(a, 0.5) - limit)).toBeLessThan(1e-12);
  });

  test("does not mind the order of its shapes", () => {
    expect(logBeta(3, 7.5)).toBe(logBeta(7.5, 3));
    expect(() => logBeta(0, 1)).toThrow(RangeError);
  });
});
