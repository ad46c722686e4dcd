import { describe, expect, test } from "vitest";
import { normal, seededNormals, seededRandom } from "../../src/stats/random.ts";
import { rankIntervalOf, rankIntervals } from "../../src/stats/rank-intervals.ts";
import { betweenVariance, shrink } from "../../src/stats/shrinkage.ts";

describe("the variance between groups", () => {
  test("of equal errors is the variance of the figures less the error", () => {
    // Sample variance of 1, 4, 7 is 9.
    expect(betweenVariance([1, 4, 7].map((value) => ({ value, variance: 2 })))).toBeCloseTo(7, 12);
  });

  test("of unequal errors, by hand: Q = 6, (6 − 1)/(1.5 − 1.25/1.5) = 7.5", () => {
    // Precisions 1 and ½ put the centre at √2: Q = 1·2 + ½·8 = 6. Σu = 1.5, Σu² = 1.25.
    const figures = [0, 3 * Math.SQRT2].map((value, at) => ({ value, variance: 1 + at }));
    expect(betweenVariance(figures)).toBeCloseTo(5 / (1.5 - 1.25 / 1.5), 12);
  });

  test("is 0 where figures differ less than their errors explain", () => {
    expect(betweenVariance([5, 5.1, 4.9].map((value) => ({ value, variance: 1 })))).toBe(0);
  });

  test("is found on average, in groups of unequal size", () => {
    const random = seededRandom(31);
    let total = 0;
    for (let round = 0; round < 400; round++) {
      const groups = Array.from({ length: 20 }, (_, at) => {
        const variance = 1 / (1 + (at % 5));
        return { value: 8 + 0.7 * normal(random) + Math.sqrt(variance) * normal(random), variance };
      });
      total += betweenVariance(groups);
    }
    expect(total / 400).toBeGreaterThan(0.49 * 0.9);
    expect(total / 400).toBeLessThan(0.49 * 1.15);
  });

  test("needs two groups with errors", () => {
    expect(() => betweenVariance([{ value: 1, variance: 1 }])).toThrow(RangeError);
    expect(() => betweenVariance([1, 2].map((value) => ({ value, variance: 0 })))).toThrow(RangeError);
  });
});

describe("shrinking", () => {
  const groups = [
    { value: 10, variance: 1 },
    { value: 10, variance: 0.01 },
  ];

  test("draws the uncertain far and the certain hardly towards the centre", () => {
    const [far, near] = shrink(groups, { centre: 8, between: 1 });
    expect(far).toEqual({ value: 9, reliability: 0.5, standardDeviation: Math.sqrt(0.5) });
    expect(near?.value).toBeCloseTo(8 + 2 / 1.01, 12);
  });

  test("leaves nothing of the figures where groups do not differ", () => {
    expect(shrink(groups, { centre: 8, between: 0 }).map(({ value }) => value)).toEqual([8, 8]);
    expect(() => shrink(groups, { centre: 8, between: -1 })).toThrow(RangeError);
  });
});

describe("intervals of ranks", () => {
  const normals = (count: number) => seededNormals(5, count);

  test("of figures far apart are their ranks, 1 for the largest", () => {
    const figures = [3, 9, 6].map((value) => ({ value, standardDeviation: 0.1 }));
    expect(rankIntervals(figures, { normals })).toEqual([
      { best: 3, worst: 3 },
      { best: 1, worst: 1 },
      { best: 2, worst: 2 },
    ]);
  });

  test("of figures alike reach over nearly all ranks, of figures without any spread over all", () => {
    const figures = Array.from({ length: 10 }, () => ({ value: 5, standardDeviation: 1 }));
    for (const { best, worst } of rankIntervals(figures, { normals })) expect([best, worst]).toEqual([1, 10]);
    const fixed = figures.map((figure) => ({ ...figure, standardDeviation: 0 }));
    expect(rankIntervals(fixed, { normals })[3]).toEqual({ best: 1, worst: 10 });
  });

  test("are the same for the same seed", () => {
    const figures = [5, 5.5, 6, 4].map((value) => ({ value, standardDeviation: 1 }));
    expect(rankIntervals(figures, { normals })).toEqual(rankIntervals(figures, { normals }));
    expect(() => rankIntervals([{ value: 1, standardDeviation: -1 }], { normals })).toThrow(RangeError);
  });

  test("are the same one by one as of all together, ties in their order", () => {
    // More than are looked at one by one; the last ten are drawn alike.
    const figures = Array.from({ length: 40 }, (_, at) => ({
      value: at < 30 ? at / 10 : 2,
      standardDeviation: at < 30 ? 0.5 : 0,
    }));
    const together = rankIntervals(figures, { normals });
    for (const [at, interval] of together.entries())
      expect(rankIntervalOf(figures, { normals })(at)).toEqual(interval);
    // Counted by hand: in every draw those drawn alike follow one another.
    const last = together.slice(-10).map(({ best }) => best - (together[30]?.best ?? 0));
    expect(last).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
