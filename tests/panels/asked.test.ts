import { describe, expect, test } from "vitest";
import { distribution } from "../../src/panels/distribution.tsx";
import { itemsQuality } from "../../src/panels/items-quality.tsx";
import { questionFacts } from "../../src/panels/question-facts.tsx";
import type { WaveFacts } from "../../src/panels/wave-facts.ts";
import type { ItemResponse } from "../../src/survey/quality.ts";
import type { MultiQuestion, Question } from "../../src/survey/question.ts";
import { rating, reason } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { answering, renderPage } from "./report.ts";

const option = (id: string, en: string, zh: string) => ({ id, label: { en, zh } });
const media: MultiQuestion = {
  ...rating(1, 5),
  id: "media",
  short: { en: "Media", zh: "媒体" },
  type: "multi",
  base: "answered",
  options: [
    option("tv", "TV", "电视"),
    option("web", "Web", "网络"),
    option("no", "None of these", "都没有"),
  ],
  none: "no",
};
const overall = {
  ...rating(1, 5),
  id: "overall",
  short: { en: "Overall", zh: "总体" },
  versions: [{ from: "w2", comparable: false, scale: rating(1, 10).scale }],
};

describe("who was asked", () => {
  const asked: Question = {
    ...reason,
    asked: [
      { id: "media", values: ["tv", "web"] },
      { id: "region", values: ["east"] },
      { id: "overall", values: ["1", "9"] },
    ],
  };
  const survey = surveyOf([asked, media, overall], {
    dimensions: [{ ...dimension("region", ["east"]), title: { en: "Region", zh: "地区" } }],
  });
  const rows = answering("w2", "reason", { 0: 6 });

  test.each([
    [
      "en",
      "Asked only of those whose answer to “Media” was “TV” or “Web”, and whose Region is “east”, and whose answer to “Overall” was “1” or “9”.",
    ],
    ["zh", "只问在“媒体”中选择“电视”或“网络”，且地区为“east”，且在“总体”中选择“1”或“9”的受访者。"],
  ] as const)("is said in the codebook's words: %s", async (language, sentence) => {
    const page = await renderPage([questionFacts(asked, { titled: false })], survey, rows, { language });
    expect(page.texts("#wording .note")).toContain(sentence);
    expect(page.all("#wording .note a").map((link) => link.getAttribute("href"))).toEqual([
      "/q/media",
      "/q/overall",
    ]);
  });

  test("is not said where everybody was", async () => {
    const page = await renderPage([questionFacts(reason, { titled: false })], surveyOf([reason]), rows);
    expect(page.html).not.toMatch(/Asked only of/);
  });
});

describe("the data-quality page", () => {
  const factsOf = (items: Readonly<Record<string, ItemResponse>>): WaveFacts => ({
    wave: "w1",
    file: "w1.csv",
    sourceSha256: "",
    quality: {
      rowsRead: 100,
      kept: 100,
      rejected: { duplicate: 0, ragged: 0, empty: 0, incomplete: 0 },
      format: "plain",
      encoding: "utf-8",
      delimiter: ",",
      straightLining: { flagged: 0, base: 0 },
      outsideHierarchy: 0,
      items,
      unusedColumns: [],
    },
  });
  const survey = surveyOf([media, overall, reason]);
  const page = (language: "en" | "zh", items: Readonly<Record<string, ItemResponse>>) =>
    renderPage([itemsQuality([factsOf(items)])], survey, [], { language });
  const items = {
    // 20 of the 80 who were asked gave no answer.
    q_media: { answered: 60, missing: 15, bad: 5, notAsked: 20, masked: 7 },
    q_overall: { answered: 0, missing: 0, bad: 0, notAsked: 100 },
    q_reason: { answered: 90, missing: 10, bad: 0, notAsked: 0 },
  };

  test("tells no answer from not asked", async () => {
    expect((await page("en", items)).texts("#non-response td")).toEqual([
      "25.0%not asked: 20.0%",
      "not asked",
      "10.0%",
    ]);
    expect((await page("zh", items)).texts("#non-response td")[0]).toBe("25.0%未问：20.0%");
  });

  test("lists answers of people who were not asked beside cells that are no answer", async () => {
    const shown = await page("en", items);
    expect(shown.texts("#bad-cells th[scope=col]")).toEqual([
      "Question",
      "Wave",
      "Not known",
      "Answered without being asked",
    ]);
    expect(shown.texts("#bad-cells tbody tr > *")).toEqual(["Media", "w1", "5", "7"]);
  });

  test("has no column for them where there are none", async () => {
    const shown = await page("en", { q_media: { answered: 99, missing: 0, bad: 1, notAsked: 0 } });
    expect(shown.texts("#bad-cells th[scope=col]")).toEqual(["Question", "Wave", "Not known"]);
  });
});

test("none of these has a share of respondents and no share of mentions", async () => {
  const ticks = (n: number, places: readonly number[]) =>
    Array.from({ length: n }, () => ({ wave: "w2", places: {}, answers: { media: places } }));
  // 6 and 4 of 10 mentions; 5 of 15 respondents named neither.
  const rows = [...ticks(6, [0]), ...ticks(4, [1]), ...ticks(5, [2])];
  const page = await renderPage([distribution(media)], surveyOf([media]), rows);
  const cells = page
    .all("#distribution .shares tbody tr")
    .map((row) => [row.children[0], row.children[2], row.lastElementChild].map((cell) => cell?.textContent));
  expect(cells).toEqual([
    ["TV", "40.0%", "60.0%"],
    ["Web", "26.7%", "40.0%"],
    ["None of these", "33.3%", ""],
  ]);
});
