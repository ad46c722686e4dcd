import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/stats/random.ts";
import { studentQuantile } from "../../src/stats/student-t.ts";
import type { MomentSums, WeightedValue } from "../../src/stats/weighted-moments.ts";
import { momentsFromSums, weightedMoments } from "../../src/stats/weighted-moments.ts";

type Answer = readonly [value: number, weight: number];

const answer: fc.Arbitrary<Answer> = fc.tuple(
  fc.integer({ min: 0, max: 10 }),
  fc.double({ min: 0.1, max: 5, noNaN: true }),
);
const answers = fc.array(answer, { minLength: 2, maxLength: 40 });

function rowOf([value, w]: Answer): WeightedValue {
  return { value, n: 1, w, w2: w * w };
}

/** One row per value, as a table of counts has it. */
function tableOf(list: readonly Answer[]): WeightedValue[] {
  const rows = new Map<number, WeightedValue>();
  for (const [value, weight] of list) {
    const { n, w, w2 } = rows.get(value) ?? { n: 0, w: 0, w2: 0 };
    rows.set(value, { value, n: n + 1, w: w + weight, w2: w2 + weight * weight });
  }
  return [...rows.values()];
}

function sumsOf(list: readonly Answer[]): MomentSums {
  const sum = (term: (x: number, w: number) => number) =>
    list.reduce((total, [x, w]) => total + term(x, w), 0);
  return {
    n: list.length,
    w: sum((_, w) => w),
    w2: sum((_, w) => w * w),
    wx: sum((x, w) => w * x),
    wxx: sum((x, w) => w * x * x),
    w2x: sum((x, w) => w * w * x),
    w2xx: sum((x, w) => w * w * x * x),
  };
}

function expectAlike(found: object, expected: object, digits = 9): void {
  for (const [name, value] of Object.entries(expected)) {
    expect((found as Record<string, number>)[name], name).toBeCloseTo(value as number, digits);
  }
}

describe("weightedMoments", () => {
  test("without weights is the ordinary mean, sd and s²/n (golden figures of M02)", () => {
    const counts = [
      [1, 3],
      [2, 6],
      [3, 14],
      [4, 40],
      [5, 37],
    ] as const;
    const found = weightedMoments(counts.map(([value, n]) => ({ value, n, w: n, w2: n })));
    expectAlike(found, { n: 100, weight: 100, effective: 100, mean: 4.02, sd: 1.014839391184137 }, 13);
    expect(Math.sqrt(found.meanVariance)).toBeCloseTo(0.10148393911841369, 13);
  });

  test("with weights gives fractions worked out exactly", () => {
    // Python’s fractions module on the definitions: mean 17/4, n_eff 96/23,
    // Σw(x−m)²/Σw = 53/48, variance of the mean 4385/18432.
    const found = weightedMoments(
      (
        [
          [3, 0.5],
          [5, 2],
          [4, 1.25],
          [2, 0.75],
          [5, 1.5],
        ] as const
      ).map(rowOf),
    );
    const effective = 96 / 23;
    const sd = Math.sqrt(((53 / 48) * effective) / (effective - 1));
    expectAlike(found, { n: 5, weight: 6, effective, mean: 17 / 4, sd, meanVariance: 4385 / 18432 }, 14);
  });

  test("changes only its weight when all weights are doubled", () => {
    fc.assert(
      fc.property(answers, (list) => {
        const found = weightedMoments(tableOf(list));
        const doubled = weightedMoments(tableOf(list.map(([x, w]) => [x, 2 * w] as const)));
        expectAlike(doubled, { ...found, weight: 2 * found.weight });
      }),
    );
  });

  test("does not mind how the table is cut and ordered", () => {
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        const merged = weightedMoments(tableOf([...second, ...first]));
        expectAlike(weightedMoments([...tableOf(first), ...tableOf(second)]), merged);
        expectAlike(weightedMoments([...first, ...second].map(rowOf)), merged);
      }),
    );
  });

  test("moves with the values: adding 3 adds 3, doubling doubles", () => {
    fc.assert(
      fc.property(answers, (list) => {
        const found = weightedMoments(tableOf(list));
        const moved = weightedMoments(tableOf(list.map(([x, w]) => [2 * x + 3, w] as const)));
        const expected = { mean: 2 * found.mean + 3, sd: 2 * found.sd, meanVariance: 4 * found.meanVariance };
        expectAlike(moved, expected);
      }),
    );
  });

  test("reports no spread where one answer leaves it unknown", () => {
    expect(weightedMoments([{ value: 4, n: 1, w: 2, w2: 4 }])).toEqual({
      n: 1,
      weight: 2,
      effective: 1,
      mean: 4,
      sd: 0,
      meanVariance: 0,
    });
  });

  test("is not misled by a single answer whose squared weight was rounded", () => {
    // 1.1² is 1.2100000000000002 in a double, so the effective base comes out above 1.
    const found = weightedMoments([{ value: 4, n: 1, w: 1.1, w2: 1.21 }]);
    expect(found.effective).toBeGreaterThan(1);
    expect([found.sd, found.meanVariance]).toEqual([0, 0]);
  });

  test("refuses an empty table", () => {
    expect(() => weightedMoments([])).toThrow(RangeError);
    expect(() => weightedMoments([{ value: 1, n: 1, w: Number.NaN, w2: 1 }])).toThrow(RangeError);
  });

  test("gives intervals that cover the true mean when weights differ", () => {
    const random = seededRandom(5);
    let hits = 0;
    for (let sample = 0; sample < 1000; sample++) {
      const list = Array.from({ length: 60 }, () => [Math.floor(random() * 5) + 1, 0.5 + random()] as const);
      const { mean, meanVariance, effective } = weightedMoments(tableOf(list));
      if (Math.abs(mean - 3) <= studentQuantile(0.975, effective - 1) * Math.sqrt(meanVariance)) hits++;
    }
    expect(hits).toBeGreaterThan(925);
    expect(hits).toBeLessThan(975);
  });
});

describe("momentsFromSums", () => {
  test("equals weightedMoments", () => {
    fc.assert(
      fc.property(answers, (list) => {
        expectAlike(momentsFromSums(sumsOf(list)), weightedMoments(tableOf(list)));
      }),
    );
  });

  test("of added sums is that of merged answers", () => {
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        const [left, right] = [sumsOf(first), sumsOf(second)];
        const added = Object.fromEntries(
          Object.entries(left).map(([name, value]) => [name, value + right[name as keyof MomentSums]]),
        ) as unknown as MomentSums;
        expectAlike(momentsFromSums(added), weightedMoments(tableOf([...first, ...second])));
      }),
    );
  });

  test("takes what rounding leaves of equal values for no spread", () => {
    const random = seededRandom(9);
    for (let round = 0; round < 200; round++) {
      const value = random() * 10;
      const list = Array.from({ length: 20 }, () => [value, random() + 0.1] as const);
      const { mean, sd, meanVariance } = momentsFromSums(sumsOf(list));
      expect([sd, meanVariance]).toEqual([0, 0]);
      expect(mean).toBeCloseTo(value, 12);
    }
  });

  test("refuses sums over nobody", () => {
    expect(() => momentsFromSums(sumsOf([]))).toThrow(RangeError);
  });
});
