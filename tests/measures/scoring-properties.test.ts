/** What holds of the scores by written rules whatever was answered. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardDefinition } from "../../src/measures/card.ts";
import { afterDeduction, deductionFor } from "../../src/measures/deduction.ts";
import { type Estimate, isShown, type Shown } from "../../src/measures/estimate.ts";
import { firmMean } from "../../src/measures/firm-mean.ts";
import { gapsAt } from "../../src/measures/gap.ts";
import { answersFromPairs } from "../../src/measures/index/answers.ts";
import { estimateIndex } from "../../src/measures/index/estimate.ts";
import { pairedDifference } from "../../src/measures/joint.ts";
import { problemsPer100 } from "../../src/measures/problems.ts";
import { marginOfError, requiredSample } from "../../src/measures/sample.ts";
import type { Weighting } from "../../src/measures/weighting.ts";
import type { RatingQuestion } from "../../src/survey/question.ts";
import { sameText } from "../../src/survey/text.ts";
import { sumNumbers } from "../counts/count-answers.ts";
import { type JointRow, pairsOfRows } from "../counts/joint-rows.ts";
import { near } from "../counts/near.ts";
import { rating, unweighted, weighted } from "./questions.ts";
import { surveyOf } from "./surveys.ts";

const scores = [0, 3, 6, 8, 10];
const graded = (id: string): RatingQuestion => {
  const question = rating(1, 5);
  return { ...question, id, scale: { ...question.scale, scores } };
};
const items = ["a", "b"];
const survey = surveyOf([...items, "x", "y"].map(graded), {
  pairs: items.map((perception, at) => ({
    title: sameText(perception),
    expectation: ["x", "y"][at] ?? "",
    perception,
  })),
});
const card = { id: "card", title: sameText("card"), of: items, deduct: false };
const base = { minimum: 1, caution: 1 };

const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const rowsWith = (weight: fc.Arbitrary<number>) =>
  fc.array(fc.record({ answers: fc.record({ a: answer, b: answer, x: answer, y: answer }), weight }), {
    minLength: 2,
    maxLength: 40,
  });
const plain = rowsWith(fc.constant(1));
const anyWeights = rowsWith(fc.double({ min: 0.2, max: 5, noNaN: true }));

function cardOf(
  rows: readonly JointRow[],
  kind: "national" | "fiveToOne",
  weighting: Weighting,
): Shown | undefined {
  const count = (code: number) => (kind === "national" ? (scores[code - 1] ?? 0) : code);
  const counted = rows.map(({ answers, ...row }) => ({
    ...row,
    answers: Object.fromEntries(items.map((id) => [id, (answers[id] ?? null) && count(answers[id] ?? 0)])),
  }));
  // A score of 0 is an answer, and null none.
  const kept = counted.map((row, at) => ({
    ...row,
    answers: Object.fromEntries(
      items.map((id) => [id, (rows[at]?.answers[id] ?? null) === null ? null : (row.answers[id] ?? 0)]),
    ),
  }));
  const definition = cardDefinition(survey, kind, card, "w1");
  const answers = answersFromPairs(pairsOfRows(kept, items, { card: items }), weighting);
  const estimate = definition && estimateIndex(definition, answers, { base })?.estimate;
  return estimate && isShown(estimate) ? estimate : undefined;
}

function gapGroup(rows: readonly JointRow[]) {
  const less = (one: JointRow, id: string, other: string) => {
    const [p, e] = [one.answers[id] ?? null, one.answers[other] ?? null];
    return p === null || e === null ? null : p - e;
  };
  return pairsOfRows(
    rows.map((one) => ({ ...one, answers: { a: less(one, "a", "x"), b: less(one, "b", "y") } })),
    items,
    { gap: items },
  );
}

function gapsOf(rows: readonly JointRow[], weighting: Weighting) {
  const request = { questions: items, sets: {}, waves: ["w1"], by: [], slice: {} };
  const cascade = [{ request, groups: [gapGroup(rows)] }];
  return gapsAt(cascade, [], { survey, wave: "w1", weighting, base });
}

describe("cards", () => {
  const kinds = ["national", "fiveToOne"] as const;

  test("weights of 1 change nothing, and a common factor in all weights neither", () => {
    fc.assert(
      fc.property(
        plain,
        fc.constantFrom(...kinds),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (rows, kind, factor) => {
          const plainly = cardOf(rows, kind, "unweighted");
          expect(cardOf(rows, kind, "weighted")).toEqual(plainly && near(plainly, 1e-7));
          const scaled = rows.map((row) => ({ ...row, weight: factor }));
          expect(cardOf(scaled, kind, "weighted")).toEqual(plainly && near(plainly, 1e-7));
        },
      ),
    );
  });

  test("stay between their ends, with their interval", () => {
    fc.assert(
      fc.property(anyWeights, fc.constantFrom(...kinds), (rows, kind) => {
        const found = cardOf(rows, kind, "weighted");
        if (!found) return;
        const least = kind === "national" ? 0 : 20;
        expect(found.value).toBeGreaterThanOrEqual(least - 1e-9);
        expect(found.value).toBeLessThanOrEqual(100 + 1e-9);
        expect(found.low).toBeLessThanOrEqual(found.value + 1e-9);
        expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-9);
        expect([found.low >= 0, found.high <= 100]).toEqual([true, true]);
      }),
    );
  });

  test("the order of respondents does not matter, and a better grade never lowers a score", () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(...kinds), (rows, kind) => {
        const found = cardOf(rows, kind, "unweighted");
        expect(cardOf(rows.toReversed(), kind, "unweighted")).toEqual(found && near(found, 1e-7));
        const better = rows.map(({ answers, ...row }, at) => ({
          ...row,
          answers: at > 0 || answers.a === null ? answers : { ...answers, a: Math.min(5, answers.a + 1) },
        }));
        const raised = cardOf(better, kind, "unweighted");
        if (found && raised) expect(raised.value).toBeGreaterThanOrEqual(found.value - 1e-9);
      }),
    );
  });
});

describe("gaps", () => {
  test("an item's is the paired difference of the two questions, with its standard error", () => {
    fc.assert(
      fc.property(anyWeights, (rows) => {
        const pairs = pairsOfRows(rows, ["x", "a"], {});
        const expected = pairedDifference(pairs, "x", "a", "weighted");
        const estimate: Estimate | undefined = gapsOf(rows, "weighted")?.items[0]?.estimate;
        if (!expected || !estimate || !isShown(estimate)) return;
        const { value, n, effective } = expected;
        expect(estimate).toMatchObject({ value: near(value, 1e-7), n, effective: near(effective, 1e-7) });
        // Where all differ alike, what stands in for the error is not the paired one.
        if (expected.standardError > 1e-6)
          expect(estimate.standardError).toEqual(near(expected.standardError, 1e-5));
      }),
    );
  });

  test("weights of 1 change nothing; perception for expectation turns the sign", () => {
    fc.assert(
      fc.property(plain, (rows) => {
        const found = gapsOf(rows, "unweighted")?.whole;
        if (!found || !isShown(found)) return;
        expect(gapsOf(rows, "weighted")?.whole).toEqual(near(found, 1e-7));
        const turned = rows.map(({ answers: { a, b, x, y }, ...row }) => ({
          ...row,
          answers: { a: x, b: y, x: a, y: b },
        }));
        const other = gapsOf(turned, "unweighted")?.whole;
        expect(other).toMatchObject({ value: near(-found.value, 1e-7), low: near(-found.high, 1e-7) });
        expect(Math.abs(found.value)).toBeLessThanOrEqual(4);
      }),
    );
  });
});

test("problems per 100: weights of 1 change nothing, and kinds add up to the whole", () => {
  const counts = fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(counts, (rows) => {
      const per100 = (of: (row: readonly [number, number]) => number, options = unweighted) => {
        const found = problemsPer100(sumNumbers(rows.map((row) => ({ value: of(row) }))), options);
        if (!isShown(found)) throw new Error(found.status);
        return found;
      };
      const all = per100(([one, other]) => one + other);
      expect(all.value).toBeCloseTo(per100(([one]) => one).value + per100(([, other]) => other).value, 8);
      expect(per100(([one, other]) => one + other, weighted)).toEqual(near(all));
      expect(all.low).toBeGreaterThanOrEqual(0);
      expect(all.high).toBeGreaterThan(all.value);
    }),
  );
});

describe("rules", () => {
  test("a sample is never more than the customers, nor smaller for more of them", () => {
    const rules = [
      { rule: 1, plus: 10, share: 0.05 },
      { rule: 2, margin: 0.05, proportion: 0.5 },
    ] as const;
    fc.assert(
      fc.property(fc.nat(100_000), fc.constantFrom(...rules), (customers, rule) => {
        const required = requiredSample(customers, rule);
        expect(required).toBeLessThanOrEqual(customers);
        expect(requiredSample(customers + 1, rule)).toBeGreaterThanOrEqual(required);
      }),
    );
  });

  test("a margin of error shrinks with answers", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (customers, share) => {
          const n = Math.max(1, Math.floor(share * (customers - 1)));
          expect(marginOfError(n + 1, customers) ?? 0).toBeLessThan(marginOfError(n, customers) ?? 0);
        },
      ),
    );
  });

  test("a deduction never grows with the response rate, and is none from the threshold on", () => {
    const rule = { threshold: 0.5, step: 0.05, points: 1 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(3000), (handedOut, some) => {
        const returned = Math.min(handedOut, some);
        const { points, rate } = deductionFor({ handedOut, returned }, rule);
        expect([points >= 0, points <= 10]).toEqual([true, true]);
        if (rate >= 0.5) expect(points).toBe(0);
        if (returned > 0)
          expect(deductionFor({ handedOut, returned: returned - 1 }, rule).points).toBeGreaterThanOrEqual(
            points,
          );
      }),
    );
  });

  test("a mean over firms lies among them, and each counts once", () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const firms = values.map(
          (value): Shown => ({
            ...{ status: "ok", kind: "index", value, low: value, high: value, standardError: 1 },
            ...{ n: 10, effective: 10 },
          }),
        );
        const { estimate } = firmMean(firms, { base });
        if (!isShown(estimate)) throw new Error(estimate.status);
        expect(estimate.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(estimate.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        expect(firmMean(firms.toReversed(), { base }).estimate).toEqual(near(estimate));
        expect(afterDeduction(estimate, { rate: 1, steps: 0, points: 0 })).toBe(estimate);
      }),
    );
  });
});
