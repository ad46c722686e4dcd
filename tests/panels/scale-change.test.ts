import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { overviewPanels, questionPanels } from "../../src/panels/pages.ts";
import { estimatesCsv } from "../../src/publish/estimates.ts";
import type { RatingQuestion } from "../../src/survey/question.ts";
import { askPairRows, askRows } from "../counts/ask-rows.ts";
import { rating } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";
import { answering, type PageOptions, renderPage } from "./report.ts";

const service: RatingQuestion = {
  ...rating(1, 5),
  short: { en: "Service", zh: "服务" },
  versions: [
    {
      from: "w3",
      comparable: false,
      scale: rating(1, 10).scale,
      reason: { en: "Ten points since then", zh: "改为十分制" },
    },
  ],
};
const waves = ["w1", "w2", "w3", "w4"].map((id) => ({ id, title: { en: id, zh: id } }));
const survey = surveyOf([service], { waves });
/** Means of 4.95, 4.00, 7.00 and 8.00. */
const rows = [
  ...answering("w1", "item", { 4: 2, 5: 38 }),
  ...answering("w2", "item", { 3: 20, 5: 20 }),
  ...answering("w3", "item", { 6: 20, 8: 20 }),
  ...answering("w4", "item", { 7: 20, 9: 20 }),
];
const page = (wave: string, options: PageOptions = {}) =>
  renderPage(questionPanels(survey, service), survey, rows, { wave, ...options });

describe("a question whose scale changed", () => {
  test.each([
    ["w2", "The score for “Service” fell 0.95 to 4.00 in w2", "on a scale of 1–5"],
    ["w3", "The score for “Service” stands at 7.00 in w3", "on a scale of 1–10"],
    ["w4", "The score for “Service” rose 1.00 to 8.00 in w4", "on a scale of 1–10"],
  ])("is headed in %s by the figure on that wave's scale", async (wave, title, scale) => {
    const shown = await page(wave);
    expect(shown.title).toBe(title);
    expect(shown.texts(".glance small")).toContain(scale);
  });

  test("has no change over the change of scale", async () => {
    const shown = await page("w3");
    expect(shown.texts(".glance dd")).toContain("question changed");
    expect(shown.html).not.toMatch(/[▲▼] [+−\d]/);
  });

  test("is drawn on the page's scale only; the others are named", async () => {
    const shown = await page("w4");
    // The chart is drawn twice, for phone and page.
    expect(shown.all("#trend svg circle")).toHaveLength(2 * 2);
    expect(shown.texts("#trend .note")).toContain(
      "Left out: w1, w2, answered on a scale of 1–5; this page's wave stands on 1–10.",
    );
    expect(shown.texts("#trend .note").join()).toMatch(/the scale runs from 1 to 10/);
    const chinese = await page("w4", { language: "zh" });
    expect(chinese.texts("#trend .note").join()).toMatch(/未列入.*w1、w2.*1–5.*1–10/);
  });

  test("has all waves in the table of the trend, each on its own scale", async () => {
    const table = (await page("w4"))
      .all("#trend tbody tr")
      .map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ""));
    expect(table.map((cells) => cells.slice(1, 3))).toEqual([
      ["1–5", "4.95"],
      ["1–5", "4.00"],
      ["1–10", "7.00"],
      ["1–10", "8.00"],
    ]);
    // The upper end of 5.02 is cut. On a scale that ends at 5 nobody can score more, whatever the scale is now.
    expect(table[0]?.[3]).toMatch(/–5\.00$/);
  });

  test("says why, beside the break: over the chart, under it, in the table and above", async () => {
    for (const [language, reason] of [
      ["en", "Scale changed from 1–5 to 1–10. Ten points since then"],
      ["zh", "量表由 1–5 改为 1–10。改为十分制"],
    ] as const) {
      const shown = await page("w4", { language });
      expect(shown.texts("#trend svg title")).toContain(reason);
      expect(shown.texts("#trend .note").some((note) => note.startsWith("w3") && note.endsWith(reason))).toBe(
        true,
      );
      expect(shown.texts("#trend th .flag")).toEqual([reason]);
      expect(shown.texts("#wording .note").at(-1)).toBe(
        language === "en"
          ? `w3: ${reason}. Figures before and after are not compared.`
          : `w3：${reason}。改动前后的数字不作比较。`,
      );
    }
  });

  test("spreads over the answers of the page's scale, in the waves that have it", async () => {
    const shown = await page("w4");
    expect(shown.all("#distribution .shares tbody tr")).toHaveLength(10);
    const heads = shown.texts("#distribution details th[scope=col]");
    expect(heads).toEqual(["Answer", "w3", "w4"]);
    expect(shown.texts("#distribution .note").join()).toMatch(/Left out: w1, w2/);
    const before = await page("w2");
    expect(before.all("#distribution .shares tbody tr")).toHaveLength(5);
    expect(before.texts("#distribution details th[scope=col]")).toEqual(["Answer", "w1", "w2"]);
  });

  test("has boxes of each wave's own best answers", async () => {
    const boxes = surveyOf([service], { waves, measures: ["top2"] });
    const shown = await renderPage(overviewPanels(boxes), boxes, rows, { wave: "w4" });
    const values = shown.all("#trend tbody tr").map((row) => row.children[2]?.textContent);
    expect(values).toEqual(["100.0%", "50.0%", "0.0%", "50.0%"]);
  });
});

test("a box that only the old scale has is not drawn on the new one, nor claimed as unasked", async () => {
  const satisfied = { ...service, scale: { ...service.scale, satisfied: [4, 5] } };
  const boxes = surveyOf([satisfied], { waves, measures: ["satisfied", "mean"] });
  const shown = await renderPage(questionPanels(boxes, satisfied), boxes, rows, { wave: "w4" });
  expect(shown.title).toBe("The score for “Service” rose 1.00 to 8.00 in w4");
  const before = await renderPage(questionPanels(boxes, satisfied), boxes, rows, { wave: "w2" });
  const values = before.all("#trend tbody tr").map((row) => row.children[2]?.textContent);
  expect(values).toEqual(["100.0%", "50.0%", "–", "–"]);
  expect(before.html).not.toMatch(/not asked/);
});

test("open results hold each wave's figures on its own scale", async () => {
  const csv = String(
    (
      await Array.fromAsync(
        estimatesCsv({
          survey,
          ask: askRows(survey, rows),
          askPairs: askPairRows(rows),
          tree: [],
          weightedWaves: new Set(),
        }),
      )
    ).join(""),
  );
  const found = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  }).data;
  const of = (wave: string, measure: string) =>
    found.filter((row) => row["wave"] === wave && row["measure"] === measure);
  expect(of("w1", "share").map(({ option }) => option)).toEqual(["1", "2", "3", "4", "5"]);
  expect(of("w3", "share")).toHaveLength(10);
  expect(of("w2", "top2").map(({ value }) => value)).toEqual(["0.5"]);
  expect(of("w3", "top2").map(({ value }) => value)).toEqual(["0"]);
  expect(of("w1", "mean").map(({ value, high }) => [value, high])).toEqual([["4.95", "5"]]);
});
