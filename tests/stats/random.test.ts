import { describe, expect, test } from "vitest";
import { normal, seededNormals, seededRandom } from "../../src/stats/random.ts";

function draws(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("seededRandom", () => {
  test("repeats its stream for the same seed and changes it for another", () => {
    const first = draws(50, seededRandom(7));
    expect(draws(50, seededRandom(7))).toEqual(first);
    expect(draws(50, seededRandom(8))).not.toEqual(first);
    expect(draws(50, seededRandom(7 + 2 ** 32))).not.toEqual(first);
  });

  test("fills ten equal bins of [0, 1) evenly", () => {
    const bins = new Array<number>(10).fill(0);
    for (const u of draws(20_000, seededRandom(1))) {
      const bin = Math.floor(u * 10);
      bins[bin] = (bins[bin] ?? Number.NaN) + 1;
    }
    expect(bins).toHaveLength(10);
    const chiSquared = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    // 27.88 is the 99.9 % point of chi-squared with 9 degrees of freedom.
    expect(chiSquared).toBeLessThan(27.88);
  });

  test("neighbouring seeds start far apart", () => {
    const starts = Array.from({ length: 1000 }, (_, seed) => seededRandom(seed)());
    expect(mean(starts)).toBeGreaterThan(0.46);
    expect(mean(starts)).toBeLessThan(0.54);
    expect(new Set(starts).size).toBe(1000);
  });

  test("refuses a seed that is not a whole number", () => {
    expect(() => seededRandom(0.5)).toThrow(RangeError);
    expect(() => seededRandom(Number.NaN)).toThrow(RangeError);
  });
});

describe("normal", () => {
  test("has mean 0, variance 1, no skew and 5 % beyond 1.96", () => {
    const random = seededRandom(3);
    const values = draws(40_000, () => normal(random));
    expect(Math.abs(mean(values))).toBeLessThan(0.02);
    expect(mean(values.map((z) => z * z))).toBeCloseTo(1, 1);
    expect(Math.abs(mean(values.map((z) => z ** 3)))).toBeLessThan(0.08);
    const beyond = values.filter((z) => Math.abs(z) > 1.96).length / values.length;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.005);
  });

  test("stays finite when the source gives 0", () => {
    expect(normal(() => 0)).toBeCloseTo(0, 15);
    expect(Number.isFinite(normal(() => 1 - 2 ** -32))).toBe(true);
  });
});

test("draws that are kept are those of the seed, however many were asked for before", () => {
  const random = seededRandom(12);
  const drawn = draws(300, () => normal(random));
  for (const count of [20, 300, 100, 0]) expect([...seededNormals(12, count)]).toEqual(drawn.slice(0, count));
  expect([...seededNormals(13, 20)]).not.toEqual(drawn.slice(0, 20));
});
