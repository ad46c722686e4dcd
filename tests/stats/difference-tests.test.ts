import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TestedByT, TestedByZ, Untestable } from "../../src/stats/difference-tests.ts";
import { twoShares, welch, zTest } from "../../src/stats/difference-tests.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import { weightedMoments } from "../../src/stats/weighted-moments.ts";

function tested<T extends TestedByZ>(result: T | Untestable): T {
  if (!result.testable) throw new Error("The difference was expected to be testable.");
  return result;
}

function meanOf(values: readonly number[]) {
  const { mean, meanVariance, effective } = weightedMoments(
    values.map((value) => ({ value, n: 1, w: 1, w2: 1 })),
  );
  return { mean, standardError: Math.sqrt(meanVariance), effective };
}

describe("welch", () => {
  test("of the two drugs in R’s sleep data is what t.test prints", () => {
    const first = meanOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    const second = meanOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    expect([first.mean, second.mean]).toEqual([expect.closeTo(0.75, 12), expect.closeTo(2.33, 12)]);
    const found: TestedByT = tested(welch(first, second));
    expect(found.statistic).toBeCloseTo(-1.8608, 4);
    expect(found.df).toBeCloseTo(17.776, 3);
    expect(found.p).toBeCloseTo(0.07939, 5);
    expect(found.low).toBeCloseTo(-3.3654832, 7);
    expect(found.high).toBeCloseTo(0.2054832, 7);
    // scipy 1.17.1 (ttest_ind, equal_var=False) prints more digits.
    expect(found.p).toBeCloseTo(0.0793941401873583, 12);
    expect(found.df).toBeCloseTo(17.776473516178488, 10);
  });

  test("of fuel use by gearbox in R’s mtcars is what t.test prints", () => {
    const manual = meanOf([21, 21, 22.8, 32.4, 30.4, 33.9, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4]);
    const automatic = meanOf([
      21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 21.5, 15.5, 15.2,
      13.3, 19.2,
    ]);
    // R 4: t.test(mpg ~ am, data = mtcars): t = -3.7671, df = 18.332, p-value = 0.001374, -11.280194 -3.209684.
    const found = tested(welch(automatic, manual));
    expect(found.statistic).toBeCloseTo(-3.7671, 4);
    expect(found.df).toBeCloseTo(18.332, 3);
    expect(found.p).toBeCloseTo(0.001374, 6);
    expect([found.low, found.high]).toEqual([expect.closeTo(-11.280194, 5), expect.closeTo(-3.209684, 5)]);
  });

  test("has n₁ + n₂ − 2 degrees of freedom for two like samples, n − 1 when one mean is exact", () => {
    const like = { mean: 1, standardError: 0.2, effective: 12 };
    expect(tested(welch(like, { ...like, mean: 2 })).df).toBeCloseTo(22, 10);
    expect(tested(welch(like, { mean: 2, standardError: 0, effective: 50 })).df).toBeCloseTo(11, 10);
  });

  test("is not testable without an error, on a base of one, or under one degree of freedom", () => {
    const exact = { mean: 10, standardError: 0, effective: 6 };
    expect(welch(exact, { ...exact, mean: 9 })).toEqual({ testable: false, difference: 1 });
    expect(welch({ ...exact, effective: 1 }, { mean: 9, standardError: 1, effective: 30 }).testable).toBe(
      false,
    );
    expect(welch({ mean: 9, standardError: 1, effective: 1.3 }, exact).testable).toBe(false);
    expect(() => welch({ ...exact, standardError: -1 }, exact)).toThrow(RangeError);
    expect(() => welch({ ...exact, mean: Number.NaN }, exact)).toThrow(RangeError);
  });

  test("rejects as often as the interval leaves out 0, and changes sign with the order", () => {
    const side = fc.record({
      mean: fc.double({ min: 0, max: 10, noNaN: true }),
      standardError: fc.double({ min: 0.01, max: 3, noNaN: true }),
      effective: fc.double({ min: 2, max: 1000, noNaN: true }),
    });
    fc.assert(
      fc.property(side, side, (a, b) => {
        const found = tested(welch(a, b));
        if (Math.abs(found.p - 0.05) > 1e-9) expect(found.low > 0 || found.high < 0).toBe(found.p < 0.05);
        const swapped = tested(welch(b, a));
        expect(swapped.p).toBeCloseTo(found.p, 12);
        expect(swapped.low).toBeCloseTo(-found.high, 9);
      }),
    );
  });

  test("sounds a false alarm about once in twenty", () => {
    const random = seededRandom(11);
    const sample = (n: number, sd: number) => meanOf(Array.from({ length: n }, () => sd * normal(random)));
    let alarms = 0;
    for (let round = 0; round < 2000; round++) {
      if (tested(welch(sample(8, 3), sample(25, 1))).p < 0.05) alarms++;
    }
    expect(alarms / 2000).toBeGreaterThan(0.035);
    expect(alarms / 2000).toBeLessThan(0.065);
  });
});

describe("twoShares", () => {
  test("of 60 in 100 against 45 in 100 (golden figures of M20)", () => {
    const found = tested(twoShares({ share: 0.6, effective: 100 }, { share: 0.45, effective: 100 }));
    expect(found.statistic).toBeCloseTo(2.1239769762143, 12);
    expect(found.p).toBeCloseTo(0.0336721, 7);
    expect(found.difference).toBeCloseTo(0.15, 14);
  });

  test("squares to chi-squared without continuity correction", () => {
    // scipy 1.17.1: chi2_contingency([[15, 85], [25, 75]], correction=False).
    const found = tested(twoShares({ share: 0.15, effective: 100 }, { share: 0.25, effective: 100 }));
    expect(found.statistic).toBeCloseTo(-1.76776695296637, 12);
    expect(found.p).toBeCloseTo(0.0770998717435417, 12);
  });

  test("of girls among two groups of pupils in R’s quine data is what prop.test prints", () => {
    // R: prop.test(table(quine$Eth, quine$Sex), correct = FALSE): X-squared = 0.0041, p-value = 0.949.
    const found = tested(twoShares({ share: 38 / 69, effective: 69 }, { share: 42 / 77, effective: 77 }));
    expect(found.statistic ** 2).toBeCloseTo(0.0041, 4);
    expect(found.p).toBeCloseTo(0.949, 3);
  });

  // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ])("bounds %i/%i − %i/%i as published", (x, m, y, n, low, high) => {
    const found = tested(twoShares({ share: x / m, effective: m }, { share: y / n, effective: n }));
    expect(Math.abs(found.low - low)).toBeLessThan(0.00006);
    expect(Math.abs(found.high - high)).toBeLessThan(0.00006);
  });

  test("contains the difference, within [−1, 1], and changes sign with the order", () => {
    const side = fc.record({
      share: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      effective: fc.double({ min: 1, max: 1e5, noNaN: true }),
    });
    fc.assert(
      fc.property(side, side, (a, b) => {
        const found = tested(twoShares(a, b));
        expect(found.low).toBeLessThan(found.difference);
        expect(found.high).toBeGreaterThan(found.difference);
        expect(found.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(found.high).toBeLessThanOrEqual(1 + 1e-12);
        expect(tested(twoShares(b, a)).low).toBeCloseTo(-found.high, 12);
      }),
    );
  });

  test("is not testable when all or none have the feature on both sides", () => {
    for (const share of [0, 1]) {
      const found = twoShares({ share, effective: 33.3 }, { share, effective: 7.7 });
      expect(found).toEqual({ testable: false, difference: 0 });
    }
    expect(() => twoShares({ share: 0.5, effective: 0 }, { share: 0.5, effective: 9 })).toThrow(RangeError);
    expect(() => twoShares({ share: 1.2, effective: 9 }, { share: 0.5, effective: 9 })).toThrow(RangeError);
  });
});

describe("zTest", () => {
  test("adds errors like the sides of a right angle", () => {
    const found = tested(zTest({ value: 30, standardError: 3 }, { value: 20, standardError: 4 }));
    expect(found).toMatchObject({ difference: 10, standardError: 5, statistic: 2 });
    // Twice the normal tail beyond 2: mpmath 1.3.0.
    expect(found.p).toBeCloseTo(0.0455002638963584, 14);
    expect(found.low).toBeCloseTo(10 - 9.79981992270027, 12);
    expect(found.high).toBeCloseTo(10 + 9.79981992270027, 12);
  });

  test("is not testable when both figures are exact, and is when one is", () => {
    const exact = { value: 5, standardError: 0 };
    expect(zTest(exact, { value: 3, standardError: 0 })).toEqual({ testable: false, difference: 2 });
    expect(tested(zTest(exact, { value: 3, standardError: 1 })).statistic).toBe(2);
    expect(() => zTest(exact, { value: 3, standardError: Number.NaN })).toThrow(RangeError);
    expect(() => zTest(exact, { value: Infinity, standardError: 1 })).toThrow(RangeError);
  });
});
