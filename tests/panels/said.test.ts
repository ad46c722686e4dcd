import { describe, expect, test } from "vitest";
import type { TestedDifference } from "../../src/measures/difference.ts";
import type { Estimate } from "../../src/measures/estimate.ts";
import { overlap } from "../../src/panels/base-line.ts";
import { byItself } from "../../src/panels/by-itself.ts";
import { lostLead } from "../../src/panels/lost-lead.ts";
import { eachText } from "../../src/panels/pooled-note.tsx";
import { spoken } from "../../src/panels/spark.tsx";
import type { IndexSubject } from "../../src/panels/subject.ts";
import { wordsIn } from "../../src/words/words.ts";
import { rating } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";
import { contextOf } from "./report.ts";

const waves = ["w1", "w2", "w3"];
const survey = surveyOf([rating(1, 10)], {
  waves: waves.map((id) => ({ id, title: { en: id, zh: id } })),
});
const context = contextOf(survey, [], {});

describe("a tiny trend in words", () => {
  const points = (breakAt: number) =>
    [8.26, 8.4, 8.6].map((value, at) => ({ value, breaks: at === breakAt }));
  test.each([
    ["from its first figure", -1, "from 8.26 (w1) to 8.60 (w3)"],
    ["from its last break", 1, "from 8.40 (w2) to 8.60 (w3)"],
    ["is one figure after a break in the last wave", 2, "8.60 (w3), not comparable with earlier ones"],
  ])("%s", (_, breakAt, text) => {
    expect(spoken({ waves, points: points(breakAt) }, "score", context)).toBe(text);
  });
});

describe("an interval that excludes 0 by itself", () => {
  const difference = (low: number, high: number): TestedDifference => ({
    status: "tested",
    value: (low + high) / 2,
    low,
    high,
    p: 0.04,
    claim: "a",
    families: [],
  });
  const said = (low: number, high: number, verdict: "unclear" | "fall") =>
    byItself(difference(low, high), "index1000", { judge: () => verdict, context });
  test("is said to, where the change is not clear", () => {
    expect(said(-34, -1, "unclear")).toEqual([wordsIn("en").index.byItself]);
    expect(said(1, 34, "unclear")).toHaveLength(1);
  });
  test("is not where the change is clear, 0 is within, or the end reads as 0", () => {
    expect(said(-34, -1, "fall")).toEqual([]);
    expect(said(-34, 1, "unclear")).toEqual([]);
    expect(said(-34, -0.001, "unclear")).toEqual([]);
  });
});

test("figures of several pooled waves are not called a wave's", () => {
  const pooling = { ...survey, hierarchy: ["shop"], base: { ...survey.base, pool: { shop: 4 } } };
  const branch = { level: 0, path: ["a"] } as unknown as NonNullable<typeof context.branch>;
  expect(eachText({ ...context, survey: pooling, branch })).toBe("for each 4 waves together");
  expect(eachText({ ...context, survey: pooling })).toBe("a wave");
});

describe("which factor costs most", () => {
  /** Half of an index of 0 to 1000 each: 100 and 80 points lost, give or take half of a margin. */
  const factor = (id: string, value: number, margin: number) => ({
    id,
    kind: "factor" as const,
    title: { en: id, zh: id },
    share: 0.5,
    weight: 0.5,
    leftOut: [],
    lost: 0.5 * (1000 - value),
    estimate: {
      status: "ok" as const,
      kind: "mean" as const,
      value,
      low: value - margin,
      high: value + margin,
      n: 50,
      effective: 50,
      standardError: margin / 1.96,
    },
    of: [],
  });
  const lead = (margin: number) =>
    lostLead(
      { lost: 180, of: [factor("price", 840, margin), factor("service", 800, margin)] },
      { unit: "index1000", ends: { min: 0, max: 1000 }, kind: "index", max: 1000 } as unknown as IndexSubject,
      context,
    );
  test("is said where the intervals of what they cost are apart", () => {
    // 95 to 105 points against 75 to 85.
    expect(lead(10)).toMatch(/service costs most: 100\.$/);
  });
  test("is not where they overlap", () => {
    // 85 to 115 points against 65 to 95.
    expect(lead(30)).toMatch(/The largest part is service: 100, with price \(80\) not clearly less\.$/);
  });
});

test("intervals overlap where they share a value, and never those of figures without one", () => {
  const shown = (low: number, high: number): Estimate => ({
    status: "ok",
    kind: "mean",
    value: (low + high) / 2,
    low,
    high,
    n: 50,
    effective: 50,
    standardError: 1,
  });
  expect(overlap(shown(1, 3), shown(2, 4))).toBe(true);
  expect(overlap(shown(1, 2), shown(3, 4))).toBe(false);
  expect(overlap({ status: "none" }, shown(3, 4))).toBe(false);
});

test("one other within the interval lies, two lie", () => {
  const parts = { value: "8", all: "9", lower: "4", higher: "5", interval: "7–9", base: "50" };
  const said = wordsIn("en").charts.spread.takeaway;
  expect(said({ ...parts, within: "1" })).toMatch(/; 1 lies within/);
  expect(said({ ...parts, within: "2" })).toMatch(/; 2 lie within/);
});
