import fc from "fast-check";
import { expect, test } from "vitest";
import { changeSplitErrors } from "../../src/stats/change-split-errors.ts";
import { leavingOneOut } from "../../src/stats/leaving-one-out.ts";
import type { UncertainChange, UncertainThen } from "../../src/stats/slope-errors.ts";

const times = ["earlier", "later"] as const;
const bases = { earlier: 50, later: 80 };

type TimeOfSlope = (typeof times)[number];

/**
 * The definition as it stands in the docstring of `changeSplitErrors`, slowly: for every effect of a part its derivative
 * in each part's score and share, taken by hand, and all of them squared and added up, part by part.
 */
function slowError(parts: readonly UncertainChange[], at: number, name: "scored" | "shared" | "only") {
  const whole = (of: TimeOfSlope) =>
    parts.reduce((sum, part) => sum + (part[of]?.share ?? 0) * (part[of]?.score ?? 0), 0);
  const middle = (whole("earlier") + whole("later")) / 2;
  const { earlier, later } = parts[at] ?? {};
  const [p, q] = [earlier?.share ?? 0, later?.share ?? 0];
  const [s, u] = [earlier?.score ?? 0, later?.score ?? 0];
  const slope = (place: number, of: TimeOfSlope, key: "share" | "score"): number => {
    const then = parts[place]?.[of];
    const sign = of === "later" ? 1 : -1;
    const own = place === at;
    // ½(p + q)·(u − s)
    if (name === "scored") return own ? (key === "score" ? (sign * (p + q)) / 2 : (u - s) / 2) : 0;
    // The whole, half of it of each time, holds share times score of every part.
    const inMiddle = (key === "score" ? (then?.share ?? 0) : (then?.score ?? 0)) / 2;
    // (½(s + u) − S̄)·(q − p)
    if (name === "shared") {
      const direct = key === "score" ? (q - p) / 2 : sign * ((s + u) / 2 - middle);
      return (own ? direct : 0) - (q - p) * inMiddle;
    }
    // ±p·(s − S̄), of the one time that there is
    const [only, side] = later ? ([later, 1] as const) : ([earlier, -1] as const);
    const direct = key === "score" ? (only?.share ?? 0) : (only?.score ?? 0) - middle;
    return side * ((own && then ? direct : 0) - (only?.share ?? 0) * inMiddle);
  };
  let [ofScores, ofShares, fractions] = [0, 0, 0];
  for (const time of times) {
    const here = parts.map((part) => part[time]);
    for (const [place, then] of here.entries()) {
      if (!then) continue;
      const variance = slope(place, time, "score") ** 2 * (then.variance ?? Number.NaN);
      ofScores += variance;
      fractions += variance ** 2 / then.degrees;
    }
    const slopes = here.map((then, place) => (then ? slope(place, time, "share") : 0));
    const mean = here.reduce((sum, then, place) => sum + (then?.share ?? 0) * (slopes[place] ?? 0), 0);
    const variance =
      here.reduce((sum, then, place) => sum + (then?.share ?? 0) * ((slopes[place] ?? 0) - mean) ** 2, 0) /
      bases[time];
    ofShares += variance;
    fractions += variance ** 2 / (bases[time] - 1);
  }
  const placed = (then: UncertainThen | undefined, time: TimeOfSlope) =>
    then ? (then.share * (1 - then.share)) / bases[time] : 0;
  const share = placed(earlier, "earlier") + placed(later, "later");
  const score = (earlier?.variance ?? 0) + (later?.variance ?? 0);
  const twice = earlier && later ? (score * share) / 4 : score * share;
  const all = ofScores + ofShares;
  return { variance: Math.max(ofScores, ofShares, all - twice), degrees: all ** 2 / fractions };
}

const time = fc.option(
  fc.record({
    share: fc.integer({ min: 1, max: 50 }),
    score: fc.integer({ min: 0, max: 1000 }),
    variance: fc.integer({ min: 1, max: 400 }),
    degrees: fc.integer({ min: 1, max: 500 }),
  }),
);
const sumAt = (drawn: readonly (readonly ({ readonly share: number } | null)[])[], at: number) =>
  drawn.reduce((sum, pair) => sum + (pair[at]?.share ?? 0), 0);
const drawnParts = fc
  .array(fc.tuple(time, time), { minLength: 2, maxLength: 9 })
  .filter((drawn) => sumAt(drawn, 0) > 0 && sumAt(drawn, 1) > 0)
  .map((drawn) =>
    drawn.map(
      ([earlier, later]): UncertainChange => ({
        ...(earlier ? { earlier: { ...earlier, share: earlier.share / sumAt(drawn, 0) } } : {}),
        ...(later ? { later: { ...later, share: later.share / sumAt(drawn, 1) } } : {}),
      }),
    ),
  );

test("each part's errors are those of the definition, worked out slowly", () => {
  let seen = 0;
  fc.assert(
    fc.property(drawnParts, (parts) => {
      const { lines } = changeSplitErrors(parts, bases);
      for (const [at, line] of lines.entries()) {
        const { earlier, later } = parts[at] ?? {};
        const pairs =
          earlier && later
            ? ([
                ["scored", line.scored],
                ["shared", line.shared],
              ] as const)
            : ([["only", line.arrived ?? line.left]] as const);
        for (const [name, found] of pairs) {
          if (!found) continue;
          const expected = slowError(parts, at, name);
          expect(Math.abs(found.standardError ** 2 / expected.variance - 1)).toBeLessThan(1e-12);
          expect(Math.abs(found.degrees / expected.degrees - 1)).toBeLessThan(1e-12);
          seen += 1;
        }
      }
    }),
  );
  expect(seen).toBeGreaterThan(100);
});

test("a score without a known error leaves those effects without one that move with it, and no others", () => {
  const then = (share: number, score: number, variance: number | undefined) => ({
    ...{ share, score, variance },
    degrees: 9,
  });
  // The first part's share stays as it is: what it scored differently moves with no other score.
  const parts = [
    { earlier: then(0.5, 6, 1), later: then(0.5, 7, 1) },
    { earlier: then(0.5, 8, undefined), later: then(0.25, 8, 1) },
    { later: then(0.25, 9, 1) },
  ];
  const [first, second, third] = changeSplitErrors(parts, bases).lines;
  expect(first?.scored).toBeDefined();
  expect(second?.scored).toBeUndefined();
  expect(second?.shared).toBeUndefined();
  // Of a new part how far it lies off the whole counts, of which the unknown one is a part.
  expect(third?.arrived).toBeUndefined();
});

test("what all others come to is their sum, whatever the values", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 30 }), (values) => {
      const sum = values.reduce((total, value) => total + value, 0);
      const others = leavingOneOut(values, (one, other) => one + other, 0);
      expect(others.map((rest, at) => rest + (values[at] ?? 0))).toEqual(values.map(() => sum));
    }),
  );
});
