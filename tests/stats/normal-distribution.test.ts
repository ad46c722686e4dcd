import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf, normalQuantile, Z95 } from "../../src/stats/normal-distribution.ts";
import { relativeError } from "./relative-error.ts";

// Expected figures: mpmath 1.3.0 (ncdf, and a root of it) at 40 digits and more.
describe("normalCdf", () => {
  test.each([
    [-37.5, 4.605353009581955e-308],
    [-10, 7.619853024160525e-24],
    [-5, 2.866515718791939e-7],
    [-3, 0.0013498980316300946],
    [-2.5, 0.006209665325776135],
    [-1.96, 0.024997895148220435],
    [-1, 0.15865525393145705],
    [-0.1, 0.460172162722971],
    [0.3, 0.6179114221889526],
    [1.5, 0.933192798731142],
    [3.1, 0.9990323967867816],
    [6, 0.999999999013412],
  ])("at %f is right to 1e-12 of itself", (z, expected) => {
    expect(relativeError(normalCdf(z), expected)).toBeLessThan(1e-12);
  });

  test("is one half at 0 and 0 or 1 at the infinities", () => {
    expect([normalCdf(0), normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0.5, 0, 1]);
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
  });

  test("joins without a step where the tail formula takes over", () => {
    // Over so short a way the rise is the density at −3 times the way.
    const rise = normalCdf(-3 + 1e-9) - normalCdf(-3 - 1e-9);
    expect(Math.abs(rise - 2e-9 * 0.0044318484119380075)).toBeLessThan(1e-15);
  });
});

describe("normalQuantile", () => {
  test.each([
    [1e-20, -9.262340089798409],
    [1e-10, -6.361340902404056],
    [0.001, -3.0902323061678136],
    [0.02425, -1.9729610513118847],
    [0.3, -0.5244005127080408],
    [0.6, 0.2533471031357998],
    [0.999999, 4.753424308822899],
  ])("of %f is right to 1e-11 of itself", (p, expected) => {
    expect(relativeError(normalQuantile(p), expected)).toBeLessThan(1e-11);
  });

  test("of 97.5 % is the constant", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(Z95, 14);
    expect(Z95).toBeCloseTo(1.9599639845400543, 14);
  });

  test("undoes normalCdf", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
        expect(relativeError(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-11);
      }),
    );
  });

  test("refuses what has no finite quantile", () => {
    for (const p of [0, 1, -0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
