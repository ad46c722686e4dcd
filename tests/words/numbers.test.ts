import { describe, expect, test, vi } from "vitest";
import { formatChange, formatNumber, formatRange, formatValue } from "../../src/words/numbers.ts";

const minus = "\u2212";

describe("formatValue", () => {
  test.each([
    [0.1234, "proportion", "12.3%"],
    [1, "proportion", "100.0%"],
    [-0.05, "proportion", `${minus}5.0%`],
    [12.34, "points", "12.3"],
    [-12.34, "points", `${minus}12.3`],
    [4.567, "scale", "4.57"],
    [1234.56, "minutes", "1,234.6"],
    [12.345, "minutes", "12.35"],
    [0.01234, "minutes", "0.012"],
  ])("%d %s", (value, unit, expected) => {
    expect(formatValue(value, unit, "en")).toBe(expected);
    expect(formatValue(value, unit, "zh")).toBe(expected);
  });

  test.each([
    [-0.0004, "proportion", "0.0%"],
    [-0.04, "points", "0.0"],
    [-0, "points", "0.0"],
    [-0.004, "scale", "0.00"],
    [-0.0001, "minutes", "0.000"],
  ])("%d %s is no negative nought", (value, unit, expected) => {
    expect(formatValue(value, unit, "en")).toBe(expected);
    expect(formatValue(value, unit, "zh")).toBe(expected);
  });
});

describe("formatChange", () => {
  test.each([
    [0.021, "proportion", "+2.1"],
    [-0.021, "proportion", `${minus}2.1`],
    [12.34, "points", "+12.3"],
    [-0.456, "scale", `${minus}0.46`],
    [-1234.5, "minutes", `${minus}1,234.5`],
  ])("%d %s is signed", (value, unit, expected) => {
    expect(formatChange(value, unit, "en")).toBe(expected);
    expect(formatChange(value, unit, "zh")).toBe(expected);
  });

  test.each([
    [0, "points", "0.0"],
    [-0.04, "points", "0.0"],
    [0.0004, "proportion", "0.0"],
    [-0.004, "scale", "0.00"],
  ])("%d %s, which rounds to nought, has no sign", (value, unit, expected) => {
    expect(formatChange(value, unit, "en")).toBe(expected);
    expect(formatChange(value, unit, "zh")).toBe(expected);
  });
});

describe("formatRange", () => {
  test.each([
    [10, 20, "points", "10.0–20.0"],
    [0.421, 0.5, "proportion", "42.1–50.0%"],
    [4.1, 4.35, "scale", "4.10–4.35"],
    [-0.04, 5, "points", "0.0–5.0"],
  ])("%d to %d %s has a dash", (low, high, unit, expected) => {
    expect(formatRange(low, high, unit, "en")).toBe(expected);
    expect(formatRange(low, high, unit, "zh")).toBe(expected);
  });

  test.each([
    [-20, -5, "points", `${minus}20.0 to ${minus}5.0`, `${minus}20.0 至 ${minus}5.0`],
    [-20, 5, "points", `${minus}20.0 to 5.0`, `${minus}20.0 至 5.0`],
    [-0.02, 0.01, "proportion", `${minus}2.0 to 1.0%`, `${minus}2.0 至 1.0%`],
  ])("%d to %d %s has a word, because an end is negative", (low, high, unit, english, chinese) => {
    expect(formatRange(low, high, unit, "en")).toBe(english);
    expect(formatRange(low, high, unit, "zh")).toBe(chinese);
  });
});

test("a format is made once for a language and decimals", () => {
  const made = vi.spyOn(Intl, "NumberFormat");
  try {
    for (const value of [1, 2, 3])
      for (const language of ["en", "zh"] as const) formatNumber(value, language, 7);
    expect(made).toHaveBeenCalledTimes(2);
  } finally {
    made.mockRestore();
  }
});
