import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDecimal } from "../../../src/intake/sources/plain-decimal.ts";

test.each([
  [0.1 + 0.2, "0.3"],
  [5, "5"],
  [-0, "0"],
  [3.6, "3.6"],
  [-12.25, "-12.25"],
  [9007199254740991, "9007199254740991"],
  [1e21, "1000000000000000000000"],
  [1.5e-7, "0.00000015"],
  [1e-30, "0"],
])("%d is %s", (number, text) => {
  expect(plainDecimal(number)).toBe(text);
});

test("every number is written without exponent, to fifteen digits", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (number) => {
      const text = plainDecimal(number);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Math.abs(Number(text) - number)).toBeLessThanOrEqual(Math.max(1e-20, Math.abs(number) * 1e-14));
    }),
  );
});
