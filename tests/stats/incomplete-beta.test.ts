import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incompleteBeta } from "../../src/stats/incomplete-beta.ts";
import { relativeError } from "./relative-error.ts";

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const shape = fc.double({ min: 0.5, max: 200, noNaN: true });

describe("incompleteBeta", () => {
  // Expected figures: mpmath 1.3.0 (betainc, regularized) at 40 digits.
  test.each([
    [0.3, 2, 3, 0.3483],
    [0.5, 0.5, 0.5, 0.5],
    [0.9, 5.5, 0.5, 0.29251845539577315],
    [0.01, 0.5, 20, 0.471369935485015],
    [0.999, 50, 0.5, 0.7523690199653768],
    [0.2, 10, 30, 0.2413594512807914],
    [0.6, 100, 60, 0.25447291686400103],
  ])("at x = %f with shapes %f and %f", (x, a, b, expected) => {
    expect(relativeError(incompleteBeta(x, a, b), expected)).toBeLessThan(1e-12);
  });

  test("is 0 at 0, 1 at 1 and x itself for shapes of 1", () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
    expect(incompleteBeta(0.37, 1, 1)).toBeCloseTo(0.37, 14);
  });

  test("adds up to 1 with its mirror image", () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 11);
      }),
    );
  });

  test("steps from shape a to a + 1 by x^a·(1−x)^b / (a·B(a, b)), here with b = 2", () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 40 }), (x, a) => {
        const step = x ** a * (1 - x) ** 2 * (a + 1);
        expect(incompleteBeta(x, a, 2) - incompleteBeta(x, a + 1, 2)).toBeCloseTo(step, 11);
      }),
    );
  });

  test("refuses x outside [0, 1] and shapes that are not positive", () => {
    expect(() => incompleteBeta(1.1, 1, 1)).toThrow(RangeError);
    expect(() => incompleteBeta(-0.1, 1, 1)).toThrow(RangeError);
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow(RangeError);
  });
});
