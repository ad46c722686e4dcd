import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeSplitErrors } from "../../src/stats/change-split-errors.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import type { UncertainChange } from "../../src/stats/slope-errors.ts";

const known = { earlier: Infinity, later: Infinity };
const then = (share: number, score: number, variance: number | undefined, degrees = 50) => ({
  share,
  score,
  variance,
  degrees,
});
/** From ½·8 + ½·6 to ¼·8 + ¾·7, as in the test of the split itself. */
const twoParts = (variances: readonly [number, number, number, number]): readonly UncertainChange[] => [
  { earlier: then(0.5, 8, variances[0]), later: then(0.25, 8, variances[1]) },
  { earlier: then(0.5, 6, variances[2]), later: then(0.75, 7, variances[3]) },
];
const squared = (error: { readonly standardError: number } | undefined) =>
  (error?.standardError ?? Number.NaN) ** 2;

describe("errors of the split of a change (M32), by hand", () => {
  test("of known shares: p̄²·(e² + e²) of scores, (½Δp)²·(e² + e²) of shares", () => {
    const { lines, sums } = changeSplitErrors(twoParts([0.04, 0.09, 0.01, 0.16]), known);
    expect(squared(lines[0]?.scored)).toBeCloseTo(0.375 ** 2 * 0.13, 12);
    expect(squared(lines[1]?.scored)).toBeCloseTo(0.625 ** 2 * 0.17, 12);
    expect(squared(sums.scored)).toBeCloseTo(0.375 ** 2 * 0.13 + 0.625 ** 2 * 0.17, 12);
    expect(squared(sums.shared)).toBeCloseTo(0.125 ** 2 * (0.13 + 0.17), 12);
    // All together is the change of the whole: Σ p²·e² of each time.
    expect(squared(sums.total)).toBeCloseTo(0.25 * (0.04 + 0.01) + 0.0625 * 0.09 + 0.5625 * 0.16, 12);
    expect([sums.arrived, sums.left]).toEqual([undefined, undefined]);
  });

  test("of known scores: (Σ p·d² − (Σ p·d)²)/n of both times, d = 0.875 and −0.625", () => {
    const { sums } = changeSplitErrors(twoParts([0, 0, 0, 0]), { earlier: 100, later: 400 });
    expect(squared(sums.shared)).toBeCloseTo((0.25 * 1.5 ** 2) / 100 + (0.1875 * 1.5 ** 2) / 400, 12);
    // Half of Δs is 0 and ½.
    expect(squared(sums.scored)).toBeCloseTo((0.25 * 0.5 ** 2) / 100 + (0.1875 * 0.5 ** 2) / 400, 12);
    // The whole of two shares moves by 2 and by 1 a share.
    expect(squared(sums.total)).toBeCloseTo((0.25 * 2 ** 2) / 100 + (0.1875 * 1) / 400, 12);
  });

  test("of both, less what they count twice, but never less than either", () => {
    const bases = { earlier: 100, later: 400 };
    const variances = [0.04, 0.09, 0.01, 0.16] as const;
    const { sums } = changeSplitErrors(twoParts(variances), bases);
    const twice = ((0.13 + 0.17) * (0.25 / 100 + 0.1875 / 400)) / 4;
    const fromScores = 0.125 ** 2 * 0.3;
    const fromShares = (0.25 * 1.5 ** 2) / 100 + (0.1875 * 1.5 ** 2) / 400;
    expect(squared(sums.shared)).toBeCloseTo(fromScores + fromShares - twice, 12);
    // Nothing moved and nothing differs: only what is counted twice would be left, which is not taken off.
    const still = (variance: number) => ({ earlier: then(0.5, 6, variance), later: then(0.5, 6, variance) });
    const quiet = changeSplitErrors([still(1), still(1)], { earlier: 2, later: 2 });
    expect(squared(quiet.sums.scored)).toBeCloseTo(4 * 0.25, 12);
  });

  test("of new and closed parts: how far off the whole they lie, and how exactly", () => {
    const parts = [
      { earlier: then(0.5, 6, 0) },
      { earlier: then(0.5, 8, 0), later: then(0.5, 8, 0) },
      { later: then(0.5, 10, 0.36) },
    ];
    const { lines, sums } = changeSplitErrors(parts, known);
    // p·(s − S̄) with S̄ = ½(… + ½s): slope ½ − ½·½·½ = ⅜.
    expect(squared(lines[2]?.arrived)).toBeCloseTo(0.375 ** 2 * 0.36, 12);
    // −p·(s − S̄) of the closed one: S̄ holds a quarter of the new one's score.
    expect(squared(lines[0]?.left)).toBeCloseTo((0.5 * 0.25) ** 2 * 0.36, 12);
    expect(sums.arrived?.standardError).toBe(lines[2]?.arrived?.standardError);
    expect(squared(sums.total)).toBeCloseTo(0.25 * 0.36, 12);
  });

  test("degrees of freedom are Satterthwaite's", () => {
    const parts = [{ earlier: then(1, 6, 0.5, 4), later: then(1, 7, 0.5, 9) }];
    const { sums } = changeSplitErrors(parts, known);
    expect(sums.scored?.degrees).toBeCloseTo(1 / (0.25 / 4 + 0.25 / 9), 9);
    expect(sums.shared).toBeUndefined();
  });

  test("an error that is not known is none, of the part and of the sum", () => {
    const parts = [
      { earlier: then(0.5, 8, undefined), later: then(0.5, 8, 1) },
      { earlier: then(0.5, 6, 1), later: then(0.5, 7, 1) },
    ];
    const { lines, sums } = changeSplitErrors(parts, known);
    expect(lines[0]?.scored).toBeUndefined();
    expect(lines[1]?.scored?.standardError).toBeCloseTo(Math.SQRT2 / 2, 12);
    expect(sums.scored).toBeUndefined();
  });
});

test("slopes are right: errors of small disturbances are those of the split itself", () => {
  // The effects' own arithmetic, apart from the code under test.
  const whole = (parts: readonly (readonly [number, number])[]) =>
    parts.reduce((sum, [share, score]) => sum + share * score, 0);
  const random = seededRandom(32);
  const before = [
    [0.4, 80],
    [0.35, 60],
    [0.25, 70],
    [0, 0],
  ] as const;
  const after = [
    [0.3, 83],
    [0.5, 58],
    [0, 0],
    [0.2, 66],
  ] as const;
  const deviation = 0.02;
  const draws = Array.from({ length: 20_000 }, () => {
    const [one, other] = [before, after].map((parts) =>
      parts.map(([share, score]) => [share, score + (share > 0 ? deviation * normal(random) : 0)] as const),
    );
    if (!one || !other) return [];
    const middle = (whole(one) + whole(other)) / 2;
    const pairs = one.map((then, at) => [then, other[at] ?? [0, 0]] as const);
    const lasting = pairs.slice(0, 2);
    return [
      lasting.reduce((sum, [[p, s], [q, t]]) => sum + ((p + q) / 2) * (t - s), 0),
      lasting.reduce((sum, [[p, s], [q, t]]) => sum + ((s + t) / 2 - middle) * (q - p), 0),
      0.2 * ((other[3]?.[1] ?? 0) - middle),
      -0.25 * ((one[2]?.[1] ?? 0) - middle),
    ];
  });
  const spread = (at: number) => {
    const values = draws.map((draw) => draw[at] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  };
  const parts = before.map(([p, s], at): UncertainChange => {
    const [q, t] = after[at] ?? [0, 0];
    return {
      ...(p > 0 ? { earlier: then(p, s, deviation ** 2) } : {}),
      ...(q > 0 ? { later: then(q, t, deviation ** 2) } : {}),
    };
  });
  const { sums } = changeSplitErrors(parts, known);
  // 20,000 draws tell a standard deviation to half a per cent.
  for (const [at, name] of (["scored", "shared", "arrived", "left"] as const).entries())
    expect((sums[name]?.standardError ?? 0) / spread(at), name).toBeCloseTo(1, 1.5);
});

test("whatever the parts, errors are finite and above 0", () => {
  const time = fc.option(
    fc.record({
      share: fc.integer({ min: 1, max: 50 }),
      score: fc.double({ min: -100, max: 1000, noNaN: true }),
      variance: fc.double({ min: 0, max: 400, noNaN: true }),
      degrees: fc.double({ min: 1, max: 500, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 8 }), (drawn) => {
      const [before, after] = [0, 1].map((at) =>
        drawn.reduce((sum, pair) => sum + (pair[at]?.share ?? 0), 0),
      );
      fc.pre((before ?? 0) > 0 && (after ?? 0) > 0);
      const parts = drawn.map(
        ([earlier, later]): UncertainChange => ({
          ...(earlier ? { earlier: { ...earlier, share: earlier.share / (before ?? 1) } } : {}),
          ...(later ? { later: { ...later, share: later.share / (after ?? 1) } } : {}),
        }),
      );
      const { lines, sums } = changeSplitErrors(parts, { earlier: 50, later: 80 });
      for (const error of [...lines, sums].flatMap((line) => Object.values(line))) {
        expect(error.standardError > 0 && error.standardError < Infinity).toBe(true);
        expect(error.degrees >= 1 && error.degrees < Infinity).toBe(true);
      }
      expect(lines).toHaveLength(parts.length);
    }),
  );
});
