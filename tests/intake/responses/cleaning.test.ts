import { describe, expect, test } from "vitest";
import { cleaner, parseDecimal, plainNumber } from "../../../src/intake/responses/cleaning.ts";

test.each([
  ["5", 5],
  ["-05.50", -5.5],
  ["+.5", 0.5],
  ["5.", 5],
  ["1e3", undefined],
  ["0x5", undefined],
  ["0b11", undefined],
  ["Infinity", undefined],
  ["", undefined],
  [".", undefined],
  ["1,5", undefined],
  ["1 000", undefined],
])("%j as a code is %s", (text, number) => {
  expect(parseDecimal(text)).toBe(number);
});

test("an exponent is a quantity's only, and must stay finite", () => {
  expect(parseDecimal("1.2E+3", { exponent: true })).toBe(1200);
  expect(parseDecimal("1e999", { exponent: true })).toBeUndefined();
});

test("numbers of more digits than JavaScript holds stay as they are", () => {
  expect(plainNumber("0042.0")).toBe("42");
  expect(plainNumber("12345678901234567891")).toBe("12345678901234567891");
});

describe("a cell", () => {
  const clean = cleaner({ missing: ["5.0", "none"], recode: { "99": "", "7.0": "8", __proto: "9" } });
  test.each([
    ["5", undefined],
    ["05.00", undefined],
    [" none ", undefined],
    ["99.0", undefined],
    ["7", "8"],
    ["7.00", "8"],
    ["07", "8"],
    ["6", "6"],
    [" ", undefined],
  ])("%j is %s", (cell, value) => {
    expect(clean(cell)).toBe(value);
  });
});
