/** Worked examples of the methods by written rules (M02 pictures, M03–M06, M08, M09, M11, M18), and cases that a wrong rule fails. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CardKind, cardDefinition } from "../../src/measures/card.ts";
import { afterDeduction, deductionFor } from "../../src/measures/deduction.ts";
import { ces, csat, easy } from "../../src/measures/effort.ts";
import { type Estimate, isShown, type Shown } from "../../src/measures/estimate.ts";
import { firmMean, firmSample } from "../../src/measures/firm-mean.ts";
import { grade } from "../../src/measures/graded.ts";
import { answersFromPairs } from "../../src/measures/index/answers.ts";
import { estimateIndex } from "../../src/measures/index/estimate.ts";
import { nps } from "../../src/measures/net.ts";
import { halfStars, nearestCode, starRow } from "../../src/measures/pictures.ts";
import { problemCounts, problemsPer100 } from "../../src/measures/problems.ts";
import { measuresFor } from "../../src/measures/registry.ts";
import { marginOfError, requiredSample, sampleLine } from "../../src/measures/sample.ts";
import { satisfied } from "../../src/measures/share.ts";
import type { MultiQuestion, RatingQuestion } from "../../src/survey/question.ts";
import type { CardScore } from "../../src/survey/scoring.ts";
import { sameText } from "../../src/survey/text.ts";
import { sumNumbers, tallyOfTable } from "../counts/count-answers.ts";
import { type JointRow, pairsOfRows } from "../counts/joint-rows.ts";
import { rating, recommend, unweighted, weighted } from "./questions.ts";
import { surveyOf } from "./surveys.ts";

const golden = JSON.parse(readFileSync(`${import.meta.dirname}/golden/worked-examples.json`, "utf-8"));

function shown(estimate: Estimate | undefined): Shown {
  if (!estimate || !isShown(estimate)) throw new Error(`no figure: ${estimate?.status}`);
  return estimate;
}

/** Five grades, worst first, that count 0, 3, 6, 8 and 10. */
const graded = (id: string): RatingQuestion => {
  const question = rating(1, 5, [3, 4, 5]);
  return { ...question, id, short: sameText(id), scale: { ...question.scale, scores: [0, 3, 6, 8, 10] } };
};
const national = golden["M03 national"];
const grades = national["grades best to worst"] as Readonly<Record<string, readonly number[]>>;
const items = Object.keys(grades);
const survey = surveyOf(items.map(graded));
/** Code → how many gave it: the best grade has the highest code. */
const tableOf = (item: string) => Object.fromEntries((grades[item] ?? []).map((n, at) => [5 - at, n]));

const card: CardScore = { id: "card", title: sameText("card"), of: items, deduct: false };
const scores: Readonly<Record<CardKind, (code: number) => number>> = {
  national: (code) => [0, 3, 6, 8, 10][code - 1] ?? Number.NaN,
  fiveToOne: (code) => code,
};

/** A hundred respondents who give the printed counts: sorted alike in every item. */
function respondents(kind: CardKind): readonly JointRow[] {
  const codes = items.map((item) =>
    (grades[item] ?? []).flatMap((n, at) => Array.from({ length: n }, () => 5 - at)),
  );
  return Array.from({ length: 100 }, (_, at) => ({
    answers: Object.fromEntries(items.map((item, place) => [item, scores[kind](codes[place]?.[at] ?? 0)])),
  }));
}

function scoreOf(kind: CardKind, rows = respondents(kind), of = items): Shown {
  const definition = cardDefinition(survey, kind, { ...card, of }, "w1");
  if (!definition) throw new Error("no card");
  const answers = answersFromPairs(pairsOfRows(rows, items, { card: of }), "weighted");
  return shown(estimateIndex(definition, answers, { base: weighted.base })?.estimate);
}

describe("M03 national service-quality score", () => {
  test.each(items)("item score of %s", (item) => {
    const found = shown(grade.estimate(tallyOfTable(tableOf(item)), graded(item), unweighted));
    expect(found.value).toBeCloseTo(national.q[item], 12);
  });

  test("M is 66.2 over three items", () => {
    expect(scoreOf("national").value).toBeCloseTo(national.M, 10);
  });

  test("grades are not their codes: five to one would be another figure", () => {
    expect(scoreOf("national").value).not.toBeCloseTo(scoreOf("fiveToOne").value, 0);
  });

  test("an item that nobody answered is not counted as 0", () => {
    const silent = respondents("national").map(({ answers }) => ({ answers: { ...answers, price: null } }));
    const found = scoreOf("national", silent);
    expect(found.value).toBeCloseTo((100 * (national.q.delivery + national.q.staff)) / 20, 10);
    expect(found.value).not.toBeCloseTo((100 * (national.q.delivery + national.q.staff)) / 30, 0);
  });

  const firm = (value: number): Shown => ({
    ...{ status: "ok", kind: "index", value, low: value - 2, high: value + 2, standardError: 1 },
    ...{ n: 100, effective: 100 },
  });

  test("the industry's score is the plain mean of its firms, each counting once whatever its respondents", () => {
    const firms = (national.firms as number[]).map(firm);
    const [first, ...others] = firms;
    const many = [{ ...(first ?? firm(0)), n: 5000 }, ...others];
    for (const of of [firms, many])
      expect(shown(firmMean(of, { base: weighted.base }).estimate).value).toBeCloseTo(national.industry, 12);
  });

  test("its interval is that of three scores: t on two degrees of freedom, 4.30265273 in tables", () => {
    const found = shown(firmMean((national.firms as number[]).map(firm), { base: weighted.base }).estimate);
    // Standard deviation of 66.2, 81.5 and 76.25 by hand: √(120.885/2).
    const half = (4.30265273 * Math.sqrt(120.885 / 2)) / Math.sqrt(3);
    expect(found.high - found.value).toBeCloseTo(half, 6);
    expect(found).toMatchObject({ n: 300, effective: 3, status: "low" });
  });

  test("a withheld firm is no part of the mean, nor of the number sampled", () => {
    const firms: readonly Estimate[] = [firm(60), firm(80), { status: "withheld" }];
    const found = firmMean(firms, { base: weighted.base, population: 20 });
    expect(shown(found.estimate).value).toBe(70);
    expect(found).toMatchObject({ sampled: 2, withheld: 1, required: 5, verdict: "tooFew" });
  });

  test.each([
    [5, 50, 5, "enough"],
    [5, 51, 6, "tooFew"],
    [6, 51, 6, "enough"],
    [4, 10, 5, "tooFew"],
    [3, 3, 3, "enough"],
    [5, undefined, 5, "unknown"],
    [4, undefined, 5, "tooFew"],
  ] as const)("%i of %s firms: %i are needed, %s", (sampled, population, required, verdict) => {
    expect(firmSample(sampled, population)).toMatchObject({ required, verdict });
  });
});

describe("M04 five-to-one score", () => {
  const example = golden["M04 five-to-one"];

  test("is the share of the maximum, not the rescaling to 0–100", () => {
    const { value } = scoreOf("fiveToOne");
    expect(value).toBeCloseTo(example.share_of_maximum, 10);
    expect(Math.abs(value - example.rescaled_0_100)).toBeGreaterThan(5);
  });

  test.each(Object.entries(example.q as Record<string, number>))("of %s alone", (item, q) => {
    expect(scoreOf("fiveToOne", respondents("fiveToOne"), [item]).value).toBeCloseTo(20 * q, 10);
  });

  test("all best is 100 and all worst 20, which is no 0", () => {
    const all = (code: number) =>
      Array.from({ length: 20 }, () => ({ answers: Object.fromEntries(items.map((id) => [id, code])) }));
    expect(scoreOf("fiveToOne", all(5)).value).toBeCloseTo(100, 10);
    expect(scoreOf("fiveToOne", all(1)).value).toBeCloseTo(20, 10);
  });
});

describe("M05 deduction for a low response rate", () => {
  const rule = { threshold: 0.5, step: 0.05, points: 1 };
  type Case = { score: number; handed_out: number; returned: number; rate: number; after: number };

  test.each(golden["M05 deduction"] as Case[])("$returned of $handed_out", (example) => {
    const { score, handed_out: handedOut, returned, rate, after } = example;
    const found = deductionFor({ handedOut, returned }, rule);
    expect(100 * found.rate).toBeCloseTo(rate, 10);
    expect(score - found.points).toBe(after);
  });

  test("steps are full ones, and in its own size", () => {
    const returns = { handedOut: 1000, returned: 300 };
    expect(deductionFor(returns, rule).points).toBe(4);
    expect(deductionFor({ ...returns, returned: 301 }, rule).points).toBe(3);
    expect(deductionFor(returns, { threshold: 0.6, step: 0.1, points: 2.5 }).points).toBe(7.5);
  });

  test("what comes off shifts the interval and ends at 0", () => {
    const before = scoreOf("national");
    const after = shown(afterDeduction(before, { rate: 0.38, steps: 2, points: 2 }));
    expect([before.value - after.value, before.low - after.low, before.high - after.high]).toEqual([
      expect.closeTo(2, 12),
      expect.closeTo(2, 12),
      expect.closeTo(2, 12),
    ]);
    expect(shown(afterDeduction(before, { rate: 0, steps: 100, points: 100 })).value).toBe(0);
    expect(afterDeduction({ status: "withheld" }, { rate: 0, steps: 1, points: 1 })).toEqual({
      status: "withheld",
    });
  });

  test("nothing handed out has no rate", () => {
    expect(() => deductionFor({ handedOut: 0, returned: 0 }, rule)).toThrow(RangeError);
  });
});

describe("M06 sample size", () => {
  const first = { rule: 1, plus: 10, share: 0.05 } as const;
  const second = { rule: 2, margin: 0.05, proportion: 0.5 } as const;
  type Case = { N: number; rule_10_plus_5pc: number; e5_fpc: number };

  test.each(golden["M06 sample"] as Case[])("of $N customers", (example) => {
    expect(requiredSample(example.N, first)).toBe(example.rule_10_plus_5pc);
    expect(requiredSample(example.N, second)).toBe(example.e5_fpc);
  });

  test.each([0, 1, 7, 10])("never more than the %i customers there are", (customers) => {
    expect(requiredSample(customers, first)).toBe(customers);
    expect(requiredSample(customers, second)).toBeLessThanOrEqual(customers);
  });

  test("the margin that the sample of rule 2 gives is the one that was asked for, with one customer fewer it is not", () => {
    for (const customers of [227, 1000, 10000]) {
      const n = requiredSample(customers, second);
      expect(marginOfError(n, customers)).toBeLessThanOrEqual(0.05);
      expect(marginOfError(n - 1, customers)).toBeGreaterThan(0.05);
    }
  });

  test("rule 1 is met by 60 of 1,000 and still gives 12.3 points either way", () => {
    // By hand: 1.959964 · √(0.25/60 · 940/999).
    expect(marginOfError(60, 1000)).toBeCloseTo(0.12272, 4);
    expect(marginOfError(0, 1000)).toBeUndefined();
    expect(marginOfError(1000, 1000)).toBe(0);
  });

  test("a stratum: rates, shortfall, and what is not known is absent", () => {
    const place = { region: "east" };
    const counts = { customers: 1000, handedOut: 120, returned: 54, valid: 50 };
    expect(sampleLine({ wave: "w1", place, ...counts }, first)).toEqual({
      ...{ place, customers: 1000, required: 60, invited: 120, returned: 54, valid: 50 },
      ...{ responseRate: 0.45, validRate: expect.closeTo(50 / 54, 12), shortfall: 10 },
      margin: expect.closeTo(0.135149, 6),
    });
    expect(sampleLine({ wave: "w1", place, customers: 40 }, first)).toEqual({
      place,
      customers: 40,
      required: 12,
    });
    expect(sampleLine({ wave: "w1", place, handedOut: 40 }, first)).toBeUndefined();
  });
});

describe("M07 and M08 shares and means of single questions", () => {
  const five = { ...rating(1, 5), measures: ["csat"] as const };
  const seven = { ...rating(1, 7), measures: ["ces"] as const };
  const effort = tallyOfTable({ 1: 5, 2: 5, 3: 10, 4: 20, 5: 20, 6: 25, 7: 15 });

  test("满意率 counts the options that the codebook names, 基本满意 among them", () => {
    const tally = tallyOfTable({ 1: 3, 2: 6, 3: 14, 4: 40, 5: 37 });
    expect(shown(satisfied.estimate(tally, rating(1, 5, [3, 4, 5]), unweighted)).value).toBeCloseTo(0.91, 12);
    expect(shown(satisfied.estimate(tally, rating(1, 5, [4, 5]), unweighted)).value).toBeCloseTo(0.77, 12);
  });

  test("CSAT is the two best of five", () => {
    expect(
      shown(csat.estimate(tallyOfTable({ 1: 3, 2: 6, 3: 14, 4: 40, 5: 37 }), five, unweighted)).value,
    ).toBe(0.77);
    expect(csat.appliesTo({ ...rating(1, 10), measures: ["csat"] })).toBe(false);
    expect(csat.appliesTo(rating(1, 5))).toBe(false);
  });

  test("CES is the mean of 1–7, and the share of 5–7", () => {
    // By hand: (5 + 10 + 30 + 80 + 100 + 150 + 105) ÷ 100.
    expect(shown(ces.estimate(effort, seven, unweighted)).value).toBeCloseTo(4.8, 12);
    expect(shown(easy.estimate(effort, seven, unweighted)).value).toBeCloseTo(0.6, 12);
    expect(ces.appliesTo({ ...rating(1, 5), measures: ["ces"] })).toBe(false);
  });

  test("a question's own measures come before the survey's", () => {
    expect(measuresFor(seven, { measures: ["mean", "top2"] }).map(({ name }) => name)).toEqual(["ces"]);
    expect(measuresFor(rating(1, 7), { measures: ["mean", "top2"] }).map(({ name }) => name)).toEqual([
      "mean",
      "top2",
    ]);
  });

  test("a recommend question on 1–10 has detractors from 1 to 6", () => {
    const tally = tallyOfTable({ 1: 10, 6: 10, 7: 20, 9: 30, 10: 30 });
    expect(shown(nps.estimate(tally, recommend(1), unweighted)).value).toBeCloseTo(40, 12);
  });
});

describe("M02 pictures", () => {
  test.each([
    [4.02, 4],
    [3.74, 3.5],
    [3.75, 4],
    [3.25, 3.5],
    [3.2499999, 3],
    [1, 1],
  ])("%f is %f stars", (value, stars) => {
    expect(halfStars(value)).toBe(stars);
  });

  test("a row of stars adds up to the scale", () => {
    expect(starRow(3.6, 5)).toEqual({ whole: 3, half: 1, empty: 1 });
    expect(starRow(5, 5)).toEqual({ whole: 5, half: 0, empty: 0 });
    expect(starRow(0, 5)).toEqual({ whole: 0, half: 0, empty: 5 });
    for (let value = 1; value <= 5; value += 0.01) {
      const { whole, half, empty } = starRow(value, 5);
      expect(whole + half + empty).toBe(5);
      expect(Math.abs(whole + half / 2 - value)).toBeLessThanOrEqual(0.25 + 1e-9);
    }
  });

  test("the face of a mean is the nearest, of two as near the better", () => {
    expect([3.4, 3.5, 3.6].map((value) => nearestCode({ codes: [1, 2, 3, 4, 5] }, value))).toEqual([3, 4, 4]);
  });
});

describe("M11 problems per 100", () => {
  const example = golden["M11 pp100"];
  const counts = example.problems as Readonly<Record<string, number>>;

  /** 240 vehicles; the first so many have one problem of the kind. */
  const reported = (kind: string) =>
    Array.from({ length: example.vehicles }, (_, at) => ({ value: at < (counts[kind] ?? 0) ? 1 : 0 }));

  test.each(Object.keys(counts))("of %s", (kind) => {
    expect(shown(problemsPer100(sumNumbers(reported(kind)), unweighted)).value).toBeCloseTo(
      example.pp100[kind],
      10,
    );
  });

  test("in all, per respondent and not per problem or per owner with a problem", () => {
    const all = Array.from({ length: example.vehicles }, (_, at) => ({
      value: Object.keys(counts).reduce((sum, kind) => sum + (reported(kind)[at]?.value ?? 0), 0),
    }));
    const found = shown(problemsPer100(sumNumbers(all), unweighted));
    expect(found.value).toBeCloseTo(example.pp100.total, 10);
    const affected = all.filter(({ value }) => value > 0).length;
    expect(found.value).not.toBeCloseTo((100 * 162) / affected, 0);
    expect(found).toMatchObject({ n: 240, effective: 240 });
  });

  test("can be over 100, and no problem at all is not certainty", () => {
    const two = shown(
      problemsPer100(sumNumbers(Array.from({ length: 50 }, () => ({ value: 2 }))), unweighted),
    );
    expect(two.value).toBe(200);
    const none = shown(
      problemsPer100(sumNumbers(Array.from({ length: 50 }, () => ({ value: 0 }))), unweighted),
    );
    expect(none).toMatchObject({ value: 0, low: 0 });
    // Clopper and Pearson's bound of 0 in 50: 1 − 0.025^(1/50).
    expect(none.high).toBeCloseTo(100 * (1 - 0.025 ** (1 / 50)), 8);
  });

  test("what is ticked: all but the choice that says none, and by kind", () => {
    const options = ["a", "b", "none", "c"].map((id) => ({ id, label: sameText(id) }));
    const named = { id: "p", text: sameText("p"), short: sameText("p"), versions: [], options };
    const kinds = [
      { id: "x", title: sameText("x"), of: ["a", "c"] },
      { id: "y", title: sameText("y"), of: ["b"] },
    ];
    const question: MultiQuestion = { ...named, type: "multi", base: "asked", none: "none", problems: kinds };
    expect(problemCounts(question).map(({ kind, of }) => [kind, of[0]?.choices])).toEqual([
      ["", [0, 1, 3]],
      ["x", [0, 3]],
      ["y", [1]],
    ]);
  });
});
