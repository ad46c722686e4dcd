/** Cards, gaps and bands in whole surveys: scales that change, what is left out, what is withheld. */
import { describe, expect, test } from "vitest";
import type { Counts } from "../../src/counts/request.ts";
import { bandRule, bandShare, sureShare } from "../../src/measures/bands.ts";
import { cardDefinition, cardRequest } from "../../src/measures/card.ts";
import { isShown } from "../../src/measures/estimate.ts";
import { gapRequest, gapsAt } from "../../src/measures/gap.ts";
import { returnsOf } from "../../src/panels/scoring/returns.ts";
import type { RatingQuestion, SingleQuestion } from "../../src/survey/question.ts";
import { sameText } from "../../src/survey/text.ts";
import { countCodes } from "../counts/count-answers.ts";
import { pairsOfRows } from "../counts/joint-rows.ts";
import { factor, settings } from "./index/index-survey.ts";
import { rating } from "./questions.ts";
import { surveyOf } from "./surveys.ts";

const graded = (id: string, scores: readonly number[] = [0, 3, 6, 8, 10]): RatingQuestion => {
  const question = rating(1, 5);
  return { ...question, id, short: sameText(id), scale: { ...question.scale, scores } };
};
const before = { codes: [1, 2, 3], labels: {}, satisfied: [], scores: [0, 5, 10] };

describe("cards", () => {
  /** b was asked on three grades in the first wave. */
  const b: RatingQuestion = {
    ...graded("b"),
    scale: before,
    versions: [{ from: "w2", comparable: false, scale: graded("b").scale }],
  };
  const survey = surveyOf([graded("a"), b]);
  const card = { id: "card", title: sameText("card"), of: ["a", "b"], deduct: false };

  test("leave an item out of the waves that asked it on other grades", () => {
    const items = (wave: string) =>
      cardDefinition(survey, "national", card, wave)?.root.of.map(({ id }) => id);
    expect(items("w1")).toEqual(["a"]);
    expect(items("w2")).toEqual(["a", "b"]);
  });

  test("are asked for by what the last wave's grades count", () => {
    expect(cardRequest(survey, "national", card)?.as?.["b"]).toEqual({
      kind: "scores",
      scores: { 1: 0, 2: 3, 3: 6, 4: 8, 5: 10 },
    });
    expect(cardRequest(survey, "fiveToOne", card)?.as?.["b"]).toEqual({
      kind: "scores",
      scores: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 },
    });
  });

  test("of no graded item there is none", () => {
    const plain = surveyOf([{ ...rating(1, 5), id: "p" }]);
    expect(cardRequest(plain, "national", { ...card, of: ["p"] })).toBeUndefined();
  });
});

describe("gaps", () => {
  const questions = ["e", "p", "q", "f"].map((id) => ({ ...rating(1, 5), id }));
  const pair = (expectation: string, perception: string, weight?: number) => ({
    ...{ title: sameText(perception), expectation, perception },
    ...(weight === undefined ? {} : { weight }),
  });
  const survey = surveyOf(questions, { pairs: [pair("e", "p", 3), pair("f", "q", 1)] });
  const request = { questions: ["p", "q"], sets: {}, waves: ["w1"], by: [], slice: {} };
  const at = (rows: readonly Readonly<Record<string, number | null>>[], minimum = 1) => {
    const group = pairsOfRows(
      rows.map((answers) => ({ answers })),
      ["p", "q"],
      { gap: ["p", "q"] },
    );
    const base = { minimum, caution: 1 };
    return gapsAt([{ request, groups: [group] }], [], { survey, wave: "w1", weighting: "unweighted", base });
  };
  const value = (estimate: ReturnType<typeof at>) =>
    estimate?.whole && isShown(estimate.whole) ? estimate.whole.value : undefined;

  test("the whole is the weighted mean of the items' gaps: not the plain one, nor that of all differences", () => {
    // p: −1 on average of four; q: +2 of one.
    const rows = [{ p: -2 }, { p: 0 }, { p: -1 }, { p: -1, q: 2 }].map((row) => ({ q: null, ...row }));
    expect(value(at(rows))).toBeCloseTo((3 * -1 + 1 * 2) / 4, 10);
  });

  test("an item that too few answered is withheld and no part of the whole", () => {
    const rows = [-2, 0, -1, -1].map((p, at) => ({ p, q: at === 0 ? 4 : null }));
    const found = at(rows, 3);
    expect(found?.items[1]?.estimate.status).toBe("withheld");
    expect(value(found)).toBeCloseTo(-1, 10);
  });

  test("pairs on scales of different widths have no gap together", () => {
    const ten = ["e", "p"].map((id) => ({ ...rating(1, 10), id }));
    const mixed = surveyOf([...ten, ...questions.slice(2)], { pairs: survey.pairs });
    const group = pairsOfRows([{ answers: { p: 5, q: 1 } }, { answers: { p: 3, q: 2 } }], ["p", "q"], {
      gap: ["p", "q"],
    });
    const found = gapsAt([{ request, groups: [group] }], [], {
      survey: mixed,
      wave: "w1",
      weighting: "unweighted",
      base: { minimum: 1, caution: 1 },
    });
    expect(found?.whole).toBeUndefined();
    expect(found?.items.map(({ estimate }) => isShown(estimate) && estimate.value)).toEqual([
      expect.closeTo(4, 10),
      expect.closeTo(1.5, 10),
    ]);
  });

  test("what is counted is perception less expectation", () => {
    expect(gapRequest(survey)).toEqual({
      questions: ["p", "q"],
      sets: { gap: ["p", "q"] },
      as: { p: { kind: "less", question: "e" }, q: { kind: "less", question: "f" } },
    });
    expect(gapRequest(surveyOf(questions))).toBeUndefined();
  });
});

describe("bands", () => {
  const band = (id: string, from: number) => ({ id, title: sameText(id), from });
  const outcome = { question: "stay", title: sameText("stay"), sure: ["1"] };
  const stay: SingleQuestion = {
    id: "stay",
    type: "single",
    text: sameText("stay"),
    short: sameText("stay"),
    versions: [],
    options: ["0", "1"].map((id) => ({ id, label: sameText(id) })),
  };
  const survey = surveyOf([{ ...rating(1, 10), id: "a" }, { ...rating(1, 10), id: "b" }, stay], {
    factors: [factor("f", ["a"], 3), factor("g", ["b", "a"], 1)],
    index: settings(["f", "g"]),
    bands: { bands: [band("low", 0), band("mid", 794), band("high", 854)], outcomes: [outcome] },
  });
  const base = { minimum: 5, caution: 30 };
  const options = { weighting: "unweighted", base } as const;
  const request = { questions: ["stay"], waves: ["w1"], by: [], slice: {} };
  /** Of each band how many said maybe, and how many surely. */
  const counts = (bands: Readonly<Record<string, readonly [number, number]>>): Counts => ({
    request: { ...request, by: ["band"] },
    groups: Object.entries(bands).map(([id, [maybe, sure]]) => {
      const tally = countCodes([...Array(maybe).fill({ value: 0 }), ...Array(sure).fill({ value: 1 })]);
      const key = [id === "none" ? null : id];
      return { wave: "w1", key, rows: tally.base, tallies: new Map([["stay", tally]]) };
    }),
  });
  const whole = (of: Counts): Counts => ({
    request,
    groups: of.groups.slice(0, 1).map((group) => ({ ...group, key: [] })),
  });
  const sure = (of: Counts, id: string) =>
    sureShare([whole(of), of], [id], { survey, wave: "w1", outcome }, options);

  test("an item under two factors counts once, with the index's own scale", () => {
    expect(bandRule(survey)?.items["w1"]).toEqual([
      { question: "a", slope: expect.closeTo(100, 10), intercept: 0 },
      { question: "b", slope: expect.closeTo(100, 10), intercept: 0 },
    ]);
    expect(bandRule(surveyOf([stay]))).toBeUndefined();
  });

  const plenty = counts({ low: [49, 51], mid: [40, 60], high: [28, 72], none: [10, 10] });

  test("72 % of the best band and 51 % of the lowest surely return", () => {
    expect(sure(plenty, "high")).toMatchObject({ value: 0.72, n: 100, status: "ok" });
    expect(sure(plenty, "low")).toMatchObject({ value: 0.51, n: 100 });
  });

  test("shares of bands are of those who are in one", () => {
    const share = bandShare(plenty, { wave: "w1", band: "mid", survey }, options);
    expect(share).toMatchObject({ value: expect.closeTo(1 / 3, 12), n: 300 });
  });

  test("a band of three is withheld, and the next smallest with it", () => {
    const few = counts({ low: [1, 2], mid: [10, 20], high: [50, 60] });
    expect(["low", "mid", "high"].map((id) => sure(few, id)?.status)).toEqual(["withheld", "withheld", "ok"]);
  });
});

describe("returns of a group", () => {
  const stratum = (region: string, type: string, handedOut?: number, returned?: number) => ({
    ...{ wave: "w1", place: { region, type } },
    ...(handedOut === undefined ? {} : { handedOut }),
    ...(returned === undefined ? {} : { returned }),
  });
  const strata = [stratum("east", "x", 100, 30), stratum("east", "y", 50, 30), stratum("west", "x", 80)];

  test("are those of all its strata", () => {
    expect(returnsOf(strata, "w1", { region: ["east"] })).toEqual({ handedOut: 150, returned: 60 });
    expect(returnsOf(strata, "w1", { region: ["east"], type: ["y"] })).toEqual({
      handedOut: 50,
      returned: 30,
    });
  });

  test("are not known where a stratum lacks a count, or where the strata don't tell the group apart", () => {
    expect(returnsOf(strata, "w1", {})).toBeUndefined();
    expect(returnsOf(strata, "w1", { region: ["west"] })).toBeUndefined();
    expect(returnsOf(strata, "w1", { region: ["east"], shop: ["1"] })).toBeUndefined();
    expect(returnsOf(strata, "w2", { region: ["east"] })).toBeUndefined();
    expect(returnsOf([stratum("east", "x", 0, 0)], "w1", {})).toBeUndefined();
  });
});
