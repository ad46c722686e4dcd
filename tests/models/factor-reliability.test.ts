import { describe, expect, test } from "vitest";
import { pairCovariance, pairedDifference } from "../../src/measures/joint.ts";
import { factorReliability } from "../../src/models/factor-reliability.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import { type JointRow, pairsOfRows } from "../counts/joint-rows.ts";

const base = { minimum: 5, caution: 30 };
const items = ["a", "b", "c", "d"];

/** Items of one factor and an unlike one; one in five answers is missing. */
function respondents(n: number): readonly JointRow[] {
  const random = seededRandom(21);
  return Array.from({ length: n }, () => {
    const common = normal(random);
    const one = (load: number) => (random() < 0.2 ? null : Math.round(6 + load * common + normal(random)));
    return { answers: { a: one(1), b: one(1), c: one(1), d: one(0) }, weight: 0.5 + random() };
  });
}

describe("reliability of a factor (M21)", () => {
  test("of three like items is 3r/(1 + 2r), and falls with the one that has nothing to do with them", () => {
    const found = factorReliability(pairsOfRows(respondents(4000), items), ["a", "b", "c"], {
      weighting: "weighted",
      base,
    });
    // Rounding adds 1/12 to each variance: r = 1/(2 + 1/12).
    const r = 1 / (2 + 1 / 12);
    expect(found).toMatchObject({ status: "ok", alpha: expect.closeTo((3 * r) / (1 + 2 * r), 1) });
    const all = factorReliability(pairsOfRows(respondents(4000), items), items, {
      weighting: "weighted",
      base,
    });
    if (all.status === "none" || found.status === "none") throw new Error("there is no α");
    expect(all.alpha).toBeLessThan(found.alpha);
    const [dropped] = all.items.filter(({ id }) => id === "d");
    expect(dropped?.alphaIfDropped).toBeCloseTo(found.alpha, 10);
    expect(Math.abs(dropped?.restCorrelation ?? 1)).toBeLessThan(0.06);
  });

  test("says on how few respondents it rests, and why there is none", () => {
    const few = pairsOfRows(respondents(30), items);
    const options = { weighting: "unweighted", base } as const;
    expect(factorReliability(few, items, options)).toMatchObject({ status: "low" });
    expect(factorReliability(few, ["a"], options)).toEqual({ status: "none", reason: "items" });
    expect(factorReliability(few, ["a", "nobody"], options)).toEqual({ status: "none", reason: "base" });
    const alike = Array.from({ length: 9 }, () => ({ answers: { a: 3, b: 4 } }));
    expect(factorReliability(pairsOfRows(alike, ["a", "b"]), ["a", "b"], options)).toEqual({
      status: "none",
      reason: "spread",
    });
  });
});

describe("pairs of answers", () => {
  const rows = [
    { answers: { a: 1, b: 4 } },
    { answers: { a: 2, b: 6 } },
    { answers: { a: 3, b: 5 } },
    { answers: { a: 9, b: null } },
  ];
  const group = pairsOfRows(rows, ["a", "b"]);

  test("covary over those who gave both, whichever stands first", () => {
    // (−1)(−1) + 0 + 1·0 over 2.
    expect(pairCovariance(group, "a", "b", "unweighted")).toBeCloseTo(0.5, 12);
    expect(pairCovariance(group, "b", "a", "unweighted")).toBeCloseTo(0.5, 12);
    expect(pairCovariance(group, "a", "x", "unweighted")).toBeUndefined();
  });

  test("differ by 3 with a paired error of √(1/3) (differences 3, 4, 2)", () => {
    const found = pairedDifference(group, "a", "b", "weighted");
    expect(found).toMatchObject({ n: 3, effective: 3, value: expect.closeTo(3, 12) });
    expect(found?.standardError).toBeCloseTo(Math.sqrt(1 / 3), 12);
    expect(pairedDifference(group, "b", "a", "weighted")?.value).toBeCloseTo(-3, 12);
  });
});
