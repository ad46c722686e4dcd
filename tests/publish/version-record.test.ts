import { describe, expect, test } from "vitest";
import { readVersions } from "../../src/codebook/versions-file.ts";
import { branchWaves, recordedFigure, rounded, versionRecord } from "../../src/publish/version-record.ts";
import { versionsText } from "../../src/publish/versions-text.ts";
import { branchTree } from "../../src/survey/branches.ts";
import type { Question } from "../../src/survey/question.ts";
import { sameText } from "../../src/survey/text.ts";
import type { RecordedFigure } from "../../src/survey/version-record.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { rating, reason, recommend } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const waves = ["w1", "w2", "w3"].map((id) => ({ id, title: sameText(id) }));
const comment: Question = { ...reason, id: "comment", type: "text" };
const survey = surveyOf([rating(1, 5), recommend(), reason, comment], {
  waves,
  dimensions: [dimension("shop", ["big", "small", "cover"]), dimension("channel", ["web"])],
  hierarchy: ["shop"],
  measures: ["mean", "nps"],
});

/** Answers to the item, each so often. */
function answers(wave: string, shop: string, counts: Readonly<Record<number, number>>): readonly Row[] {
  return Object.entries(counts).flatMap(([code, n]) =>
    Array.from({ length: n }, () => ({
      wave,
      places: { shop, channel: "web" },
      answers: { item: Number(code), recommend: 10 },
      ...(wave === "w2" ? { weight: code === "5" ? 3 : 1 } : {}),
    })),
  );
}

/** A row that gives one of the reasons. */
function reasoned(row: Row, place: number): Row {
  return { ...row, answers: { ...row.answers, reason: place } };
}

const rows = [
  ...answers("w1", "big", { 3: 40 }).map((row, at) => reasoned(row, at < 30 ? 0 : 1)),
  ...answers("w2", "big", { 2: 10, 5: 10 }),
  // Three answers are under the minimum; the cover, the next smallest, would give them away.
  ...answers("w3", "big", { 2: 10, 4: 10 }).map((row, at) => (at < 4 ? reasoned(row, 0) : row)),
  ...answers("w3", "small", { 1: 3 }),
  ...answers("w3", "cover", { 4: 8 }),
];
const tree = branchTree(
  survey,
  rows.map(({ places }) => [places["shop"] ?? null]),
);
const facts = (id: string) => ({ id, file: `${id}.csv`, sha256: id, rows: 40, weighted: id === "w2" });
const record = await versionRecord({
  survey,
  ask: askRows(survey, rows),
  askPairs: askPairRows(rows),
  tree,
  weightedWaves: new Set(["w2"]),
  dataVersion: "abc",
  waves: ["w1", "w2", "w3"].map(facts),
  asked: { item: ["w1", "w2", "w3"], recommend: ["w1", "w2", "w3"], reason: ["w1", "w3"] },
  answered: { comment: { w1: 12, w2: "withheld", w3: "none" } },
});
const questionOf = (id: string) => record.questions.find((question) => question.id === id);
const valueIn = (figure: RecordedFigure | undefined) =>
  figure && "value" in figure ? figure.value : undefined;

describe("the record of a version", () => {
  test("holds what pages show of all respondents: the measures that the survey names, in the pages' weighting", () => {
    expect(Object.keys(questionOf("item")?.figures ?? {})).toEqual(["mean"]);
    expect(Object.keys(questionOf("recommend")?.figures ?? {})).toEqual(["mean", "nps"]);
    const means = questionOf("item")?.figures["mean"];
    expect(valueIn(means?.["w1"])).toBe(3);
    // (10 × 2 + 10 × 3 × 5) ÷ (10 + 30)
    expect(valueIn(means?.["w2"])).toBe(4.25);
    // (10 × 2 + 10 × 4 + 3 × 1 + 8 × 4) ÷ 31
    expect(means?.["w3"]).toMatchObject({ n: 31, value: 3.064516, status: "ok" });
  });

  test("holds of a choice the share of every option, of a text how many answered", () => {
    const recorded = questionOf("reason");
    expect(recorded?.figures).toEqual({});
    // 30 of 40; by Wilson, z = 1.96: (0.75 + 0.048 ± 1.96 × √(0.1875 ÷ 40 + 0.0006)) ÷ 1.096.
    expect(recorded?.shares?.["price"]?.["w1"]).toMatchObject({ status: "ok", n: 40, value: 0.75 });
    expect(recorded?.shares?.["place"]?.["w1"]).toMatchObject({ status: "ok", n: 40, value: 0.25 });
    const price = recorded?.shares?.["price"]?.["w1"];
    expect(price && "low" in price && [price.low, price.high].map((end) => end.toFixed(3))).toEqual([
      "0.598",
      "0.858",
    ]);
    // Four answers are under the minimum.
    expect(recorded?.shares?.["price"]?.["w3"]).toEqual({ status: "withheld" });
    expect(questionOf("comment")).toMatchObject({
      figures: {},
      answered: { w1: 12, w2: "withheld", w3: "none" },
    });
    expect(questionOf("comment")).not.toHaveProperty("shares");
    expect(questionOf("item")).not.toHaveProperty("shares");
  });

  test("holds branches in the latest waves only; what is withheld carries neither value nor base", () => {
    expect(branchWaves).toBe(2);
    const figuresOf = (shop: string) => record.branches.find(({ path }) => path[0] === shop)?.figures;
    expect(Object.keys(figuresOf("big") ?? {})).toEqual(["w2", "w3"]);
    expect(figuresOf("big")?.["w3"]).toMatchObject({ n: 20, value: 3, status: "low" });
    expect(figuresOf("small")?.["w3"]).toEqual({ status: "withheld" });
    expect(figuresOf("cover")?.["w3"]).toEqual({ status: "withheld" });
    expect(figuresOf("small")?.["w2"]).toEqual({ status: "none" });
  });

  test("names version, headline and waves", () => {
    expect(record).toMatchObject({ dataVersion: "abc", headline: { question: "item", measure: "mean" } });
    expect(record.waves[1]).toEqual({ title: sameText("w2"), ...facts("w2") });
  });

  test("keeps seven digits, and no rest of a difference of equal numbers", () => {
    expect([8.123456789, 0.1 + 0.2 - 0.3, 123456.789, -1e-8].map(rounded)).toEqual([
      8.123457, 0, 123456.8, -1e-8,
    ]);
  });
});

test("a figure that was published elsewhere is recorded as such, through its file and back", () => {
  const recorded = recordedFigure({ status: "published", kind: "share", value: 0.7 });
  expect(recorded).toEqual({ status: "published", value: 0.7 });
  const record = {
    dataVersion: "a",
    headline: { question: "q", measure: "top1" },
    waves: [],
    questions: [{ id: "q", short: { en: "q", zh: "q" }, asked: ["w1"], figures: { top1: { w1: recorded } } }],
    branches: [],
  };
  const { versions, problems } = readVersions(versionsText("s", [record]), { file: "v.json", survey: "s" });
  expect(problems).toEqual([]);
  expect(versions).toEqual([record]);
});
