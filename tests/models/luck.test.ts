import { describe, expect, test } from "vitest";
import type { Shown } from "../../src/measures/estimate.ts";
import { luckOf } from "../../src/models/luck.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";

const figure = (value: number, deviation: number, n: number): Shown => ({
  status: "ok",
  kind: "mean",
  value,
  low: value,
  high: value,
  standardError: deviation / Math.sqrt(n),
  deviation,
  n,
  effective: n,
});
const options = { parent: 8, within: 4, ends: { min: 1, max: 10 } };

describe("a branch against the limits of luck (M31)", () => {
  // A single answer's deviation is 2, so the standard error on 100 answers is 0.2: 8 ± 3.0902 · 0.2 and 8 ± 1.96 · 0.2.
  test("has the limits at its base, and is outside the wider ones or not", () => {
    const found = luckOf([figure(8.7, 2, 100), figure(8.5, 2, 100), figure(7.3, 2, 100)], options);
    expect(found.map(({ outside }) => outside)).toEqual(["above", "no", "below"]);
    expect(found[0]).toMatchObject({
      usual: true,
      limits: [
        { coverage: 0.95, low: expect.closeTo(7.608, 3), high: expect.closeTo(8.392, 3) },
        { coverage: 0.998, low: expect.closeTo(7.382, 3), high: expect.closeTo(8.618, 3) },
      ],
    });
  });

  test("of six who all gave 10 is within limits as wide as what six can't have seen", () => {
    // On six usual answers 10 would be within 8 ± 3.09 · 0.816 anyway; at an average of 6 it would be outside.
    const found = luckOf([figure(10, 0, 6), figure(10, 2, 6)], { ...options, parent: 6 });
    expect(found.map(({ outside, usual }) => [outside, usual])).toEqual([
      ["no", false],
      ["above", true],
    ]);
    // (1 − 0.025^(1/6)) · 9 / 1.96 is an error of 2.109, which reaches beyond the scale's end.
    expect(found[0]?.limits.at(-1)).toMatchObject({ low: 1, high: 10 });
    expect(found[0]?.limits[0]?.low).toBeCloseTo(6 - 1.959964 * 2.1085, 2);
  });

  test("is outside 2 times in 1,000 by chance alone", () => {
    const random = seededRandom(5);
    const branches = Array.from({ length: 20_000 }, (_, at) => {
      const n = 20 + (at % 80);
      return figure(8 + (2 / Math.sqrt(n)) * normal(random), 2, n);
    });
    const outside = luckOf(branches, { parent: 8, within: 4 }).filter((one) => one.outside !== "no").length;
    // 40 expected, with a standard deviation of 6.3.
    expect(Math.abs(outside - 40)).toBeLessThan(20);
  });
});
