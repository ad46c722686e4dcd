import { describe, expect, test } from "vitest";
import { branchWaves, rounded, versionRecord } from "../../src/publish/version-record.ts";
import { branchTree } from "../../src/survey/branches.ts";
import { sameText } from "../../src/survey/text.ts";
import type { RecordedFigure } from "../../src/survey/version-record.ts";
import { askRows, type Row } from "../counts/ask-rows.ts";
import { rating, reason, recommend } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const waves = ["w1", "w2", "w3"].map((id) => ({ id, title: sameText(id) }));
const survey = surveyOf([rating(1, 5), recommend(), reason], {
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

const rows = [
  ...answers("w1", "big", { 3: 40 }),
  ...answers("w2", "big", { 2: 10, 5: 10 }),
  // Three answers are under the minimum; the cover, the next smallest, would give them away.
  ...answers("w3", "big", { 2: 10, 4: 10 }),
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
  tree,
  weightedWaves: new Set(["w2"]),
  dataVersion: "abc",
  waves: ["w1", "w2", "w3"].map(facts),
  asked: { item: ["w1", "w2", "w3"], recommend: ["w1", "w2", "w3"] },
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

  test("holds a choice with the waves that asked it and no figure", () => {
    expect(questionOf("reason")).toEqual({ id: "reason", short: reason.short, asked: [], figures: {} });
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
