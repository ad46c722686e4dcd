import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustedNet, exactZeroEvents, netStandardError, wilson } from "../../src/stats/intervals.ts";
import { seededRandom } from "../../src/stats/random.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const base = fc.double({ min: 0.01, max: 1e6, noNaN: true });

/** How often, in seeded samples, the interval made from a sample contains the truth. */
function coverage(
  truth: number,
  {
    samples,
    interval,
  }: {
    readonly samples: number;
    readonly interval: (random: () => number) => { readonly low: number; readonly high: number };
  },
): number {
  const random = seededRandom(20);
  let hits = 0;
  for (let sample = 0; sample < samples; sample++) {
    const { low, high } = interval(random);
    if (low <= truth && truth <= high) hits++;
  }
  return hits / samples;
}

function shareOf(n: number, probability: number, random: () => number): number {
  return Array.from({ length: n }, random).filter((u) => u < probability).length / n;
}

describe("wilson", () => {
  // Golden figures of M07 (goldens.json); 15/148 and 1/29 are also in Newcombe (1998), Statistics in Medicine 17, 857.
  test.each([
    [77, 100, 0.6784561697712622, 0.8415673411969654],
    [15, 148, 0.0623863995307363, 0.16048724172330803],
    [1, 29, 0.006113214292762653, 0.17175521879320288],
  ])("of %i in %i", (count, n, low, high) => {
    const found = wilson(count / n, n);
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
  });

  test("of none in 20 runs from 0 to z²/(n + z²), of all the other way round", () => {
    expect(wilson(0, 20, 2)).toEqual({ low: 0, high: 4 / 24 });
    expect(wilson(1, 20, 2)).toEqual({ low: expect.closeTo(20 / 24, 14), high: 1 });
  });

  test("stays in [0, 1], contains the share, and mirrors", () => {
    fc.assert(
      fc.property(share, base, (p, n) => {
        const { low, high } = wilson(p, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(p);
        expect(high).toBeGreaterThanOrEqual(p);
        expect(high - low).toBeGreaterThan(0);
        expect(wilson(1 - p, n).low).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  test("contains shares so near 0 and 1 that rounding is larger", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-30, max: 1e-15, noNaN: true }), base, (p, n) => {
        expect(wilson(p, n).low).toBeLessThanOrEqual(p);
        expect(wilson(1 - p, n).high).toBeGreaterThanOrEqual(1 - p);
      }),
    );
  });

  test("covers a true 10 % with 40 answers nearly as often as it says", () => {
    const found = coverage(0.1, {
      samples: 2000,
      interval: (random) => wilson(shareOf(40, 0.1, random), 40),
    });
    expect(found).toBeGreaterThan(0.93);
    expect(found).toBeLessThan(0.97);
  });

  test("refuses what is no share and no base", () => {
    for (const n of [0, -3, Infinity, Number.NaN]) expect(() => wilson(0.5, n)).toThrow(RangeError);
    for (const p of [-0.01, 1.01, Number.NaN]) expect(() => wilson(p, 10)).toThrow(RangeError);
    expect(() => wilson(0.5, 10, -1)).toThrow(RangeError);
  });
});

describe("netStandardError", () => {
  test("of 70 plus and 25 minus in 150 (golden figure of M08)", () => {
    expect(100 * netStandardError(70 / 150, 25 / 150, 150)).toBeCloseTo(6.018490028422596, 12);
  });

  test("is that of the mean of scores +1, −1 and 0", () => {
    // 3 plus, 1 minus, 1 neutral: mean 0.4, squared distances 3·0.36 + 1.96 + 0.16 = 3.2.
    expect(netStandardError(0.6, 0.2, 5)).toBeCloseTo(Math.sqrt(3.2 / 5 / 5), 14);
  });

  test("is 0, not NaN, when all answers are alike", () => {
    expect(netStandardError(1, 0, 7)).toBe(0);
    fc.assert(
      fc.property(share, base, (p, n) => {
        expect(netStandardError(p, 1 - p, n)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("refuses shares of more than everything", () => {
    expect(() => netStandardError(0.7, 0.4, 10)).toThrow(RangeError);
    expect(() => netStandardError(0.7, 0.1, 0)).toThrow(RangeError);
  });
});

describe("adjustedNet", () => {
  test("is the plain Wald interval of the sample with three answers added", () => {
    // 1 plus, 0 minus in 10 alike: 10.75 plus and 0.75 minus in 13, worked by hand.
    const net = 10 / 13;
    const error = Math.sqrt((11.5 / 13 - net ** 2) / 13);
    const found = adjustedNet({ plus: 1, minus: 0, n: 10 });
    expect(found.low).toBeCloseTo(net - 1.959963984540054 * error, 14);
    expect(found.low).toBeCloseTo(0.475035515447902, 12);
    expect(found.high).toBe(1);
  });

  test("mirrors when plus and minus change places, within [−1, 1]", () => {
    fc.assert(
      fc.property(share, share, base, (first, second, n) => {
        const plus = first / 2;
        const minus = second / 2;
        const { low, high } = adjustedNet({ plus, minus, n });
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThan(low);
        expect(adjustedNet({ plus: minus, minus: plus, n }).low).toBeCloseTo(-high, 12);
      }),
    );
  });

  test("covers a lopsided truth that the plain interval misses", () => {
    // 85 % plus, 5 % minus, 20 answers: many samples hold no minus at all.
    const sample = (random: () => number) => {
      const answers = Array.from({ length: 20 }, random);
      return {
        plus: answers.filter((u) => u < 0.85).length / 20,
        minus: answers.filter((u) => u >= 0.95).length / 20,
        n: 20,
      };
    };
    const adjusted = coverage(0.8, { samples: 2000, interval: (random) => adjustedNet(sample(random)) });
    const plain = coverage(0.8, {
      samples: 2000,
      interval: (random) => {
        const { plus, minus, n } = sample(random);
        const half = 1.96 * netStandardError(plus, minus, n);
        return { low: plus - minus - half, high: plus - minus + half };
      },
    });
    expect(adjusted).toBeGreaterThan(0.93);
    expect(plain).toBeLessThan(0.92);
  });
});

describe("exactZeroEvents", () => {
  // scipy 1.17.1: binomtest(0, n).proportion_ci(0.95, 'exact').high; the last at 0.90.
  test.each([
    [1, 0.95, 0.975],
    [12, 0.95, 0.26464846939705],
    [30, 0.95, 0.11570330822202],
    [100, 0.95, 0.03621669264518],
    [30, 0.9, 0.0950338528553],
  ])("of %i at %f", (n, confidence, expected) => {
    expect(exactZeroEvents(n, confidence)).toBeCloseTo(expected, 12);
  });

  test("leaves (1 − confidence)/2 to the event of seeing none", () => {
    expect((1 - exactZeroEvents(47)) ** 47).toBeCloseTo(0.025, 14);
  });

  test("refuses an empty base and a confidence of 1", () => {
    expect(() => exactZeroEvents(0)).toThrow(RangeError);
    expect(() => exactZeroEvents(10, 1)).toThrow(RangeError);
  });
});
