import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf, normalQuantile } from "../../src/stats/normal-distribution.ts";
import { studentCdf, studentQuantile } from "../../src/stats/student-t.ts";
import { relativeError } from "./relative-error.ts";

describe("studentQuantile", () => {
  test.each([
    [1, 12.7062047361747],
    [2, 4.30265272974946],
    [4, 2.77644510519779],
    [10, 2.22813885198627],
    [29, 2.0452296421327],
    [99, 1.98421695158642],
    [999, 1.96234146113345],
  ])("at %i degrees of freedom is what R prints for qt(0.975, df)", (df, expected) => {
    expect(relativeError(studentQuantile(0.975, df), expected)).toBeLessThan(1e-13);
  });

  // A root of the incomplete beta function of mpmath 1.3.0 at 40 digits.
  test.each([
    [0.95, 3.7, 2.182493803914602],
    [0.995, 17.776, 2.88265986654207],
    [0.6, 5.5, 0.26589945713791735],
    [0.975, 123456, 1.959983200245187],
    [0.9999, 1.5, 242.2640988465063],
  ])("of %f at a real %f degrees of freedom", (p, df, expected) => {
    expect(relativeError(studentQuantile(p, df), expected)).toBeLessThan(1e-10);
  });

  test("undoes studentCdf and mirrors at one half", () => {
    const probability = fc.double({ min: 1e-30, max: 0.4999, noNaN: true });
    const degrees = fc.double({ min: 1, max: 1e8, noNaN: true });
    fc.assert(
      fc.property(probability, degrees, (p, df) => {
        const t = studentQuantile(p, df);
        expect(relativeError(studentCdf(t, df), p)).toBeLessThan(1e-9);
      }),
    );
    expect(studentQuantile(0.25, 7)).toBe(-studentQuantile(0.75, 7));
    expect(studentQuantile(0.5, 7)).toBeCloseTo(0, 15);
  });

  test("is the normal quantile for endless degrees of freedom, and joins it smoothly", () => {
    expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expect(studentQuantile(0.975, 1_000_001)).toBeCloseTo(studentQuantile(0.975, 999_999), 10);
  });

  test("refuses under 1 degree of freedom and probabilities without a quantile", () => {
    expect(() => studentQuantile(0.975, 0.99)).toThrow(RangeError);
    expect(() => studentQuantile(0.975, Number.NaN)).toThrow(RangeError);
    for (const p of [0, 1, 1e-101, Number.NaN]) expect(() => studentQuantile(p, 5)).toThrow(RangeError);
  });
});

describe("studentCdf", () => {
  // mpmath 1.3.0: regularised incomplete beta function at 40 digits.
  test.each([
    [-1.8608, 17.776, 0.03969828906988991],
    [0.001, 3.5, 0.5003717722640666],
    [-0.7, 1, 0.3055998877857852],
    [-2.5, 1.5, 0.08490325130734803],
    [-12, 6, 1.0153703097686596e-5],
    [-40, 3, 1.7190340394579263e-5],
    [1.3, 250.25, 0.9026014670913167],
    [-3, 100_000, 0.0013502304420323595],
    [-2, 10_000_000, 0.022750145445921476],
  ])("at t = %f with %f degrees of freedom", (t, df, expected) => {
    expect(relativeError(studentCdf(t, df), expected)).toBeLessThan(1e-10);
  });

  test("with 1 degree of freedom is Cauchy’s, with 2 has its closed form", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (t) => {
        expect(studentCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13);
        expect(studentCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 13);
      }),
    );
  });

  test("has the right limits", () => {
    expect([studentCdf(0, 3), studentCdf(-Infinity, 3), studentCdf(Infinity, 3)]).toEqual([0.5, 0, 1]);
    expect(studentCdf(-1.7, Infinity)).toBe(normalCdf(-1.7));
    expect(() => studentCdf(1, 0.5)).toThrow(RangeError);
    expect(() => studentCdf(Number.NaN, 5)).toThrow(RangeError);
  });
});
