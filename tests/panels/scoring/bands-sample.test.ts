/** Bands, samples, and means with their pictures on pages: M02's, M06's and M07's goldens, bands worked by hand. */
import { describe, expect, test } from "vitest";
import { bands } from "../../../src/panels/scoring/bands.tsx";
import { sample } from "../../../src/panels/scoring/sample.tsx";
import { publishedStrata } from "../../../src/panels/scoring/sample-model.ts";
import { meanAndSatisfied } from "../../../src/panels/scoring/satisfied.tsx";
import type { RatingQuestion, SingleQuestion } from "../../../src/survey/question.ts";
import type { Pictures } from "../../../src/survey/scale.ts";
import type { SampleRule } from "../../../src/survey/scoring.ts";
import type { StratumCount } from "../../../src/survey/stratum.ts";
import { sameText } from "../../../src/survey/text.ts";
import { wordsIn } from "../../../src/words/words.ts";
import { askRows, type Row } from "../../counts/ask-rows.ts";
import { factor, item, settings } from "../../measures/index/index-survey.ts";
import { rating } from "../../measures/questions.ts";
import { dimension, surveyOf } from "../../measures/surveys.ts";
import { answering, type Page, renderPage } from "../report.ts";

const words = wordsIn("en");
const cellsOf = (page: Page, id: string) =>
  page
    .all(`#${id} tbody tr`)
    .map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent.trim()));

describe("loyalty by band on a page", () => {
  const stay: SingleQuestion = {
    ...{ id: "stay", text: sameText("stay"), short: sameText("stay"), versions: [], type: "single" },
    options: ["surely", "maybe"].map((id) => ({ id, label: sameText(id) })),
  };
  const survey = surveyOf([item("a"), item("b"), stay], {
    factors: [factor("f", ["a", "b"], 1)],
    index: settings(["f"]),
    bands: {
      bands: [
        { id: "low", title: sameText("Low"), from: 0 },
        { id: "high", title: sameText("High"), from: 800 },
      ],
      outcomes: [{ question: "stay", sure: ["surely"], title: sameText("Would stay") }],
    },
  });
  /** Own index of 900 and of 500; of the first 45 in 50, of the second 10 in 50 would surely stay. */
  const rows = [
    { answer: 9, of: 50, sure: 45 },
    { answer: 5, of: 50, sure: 10 },
  ].flatMap(({ answer, of, sure }) =>
    Array.from(
      { length: of },
      (_, at): Row => ({
        wave: "w2",
        places: {},
        answers: { a: answer, b: answer, stay: at < sure ? 0 : 1 },
      }),
    ),
  );

  test("is 90% of the high and 20% of the low, who are half each", async () => {
    const page = await renderPage([bands], survey, rows);
    const cells = cellsOf(page, "bands");
    // Wilson's 95% intervals of 50, 45 and 10: 40.4–59.6, 78.6–95.7 and 11.2–33.0.
    expect(cells).toEqual([
      ["High", "50.0%40.4–59.6%", "90.0%78.6–95.7% n 50"],
      ["Low", "50.0%40.4–59.6%", "20.0%11.2–33.0% n 50"],
    ]);
    expect(page.texts("#bands .lead")[0]).toContain("a clear difference");
    expect(page.all("#bands .note a")[0]?.getAttribute("href")).toBe("/methods#M18");
  });

  test("claims no difference between bands that are alike", async () => {
    const alike = rows.map((row, at) => ({ ...row, answers: { ...row.answers, stay: at % 2 } }));
    const page = await renderPage([bands], survey, alike);
    expect(page.texts("#bands .lead")[0]).toContain("the difference is not clear");
  });

  test("withholds a band of three, and with it the other", async () => {
    const page = await renderPage([bands], survey, rows.slice(0, 53));
    const told = cellsOf(page, "bands").flatMap((cells) => cells.slice(1));
    expect(told.map((text) => text.startsWith(words.withheld))).toEqual([true, true, true, true]);
    for (const text of told) expect(text).not.toMatch(/\d/);
  });
});

describe("the sample on a page", () => {
  const places = ["a", "b", "c"];
  const surveyWith = (rule: SampleRule) =>
    surveyOf([rating(1, 5)], {
      dimensions: [dimension("branch", places)],
      hierarchy: ["branch"],
      strata: true,
      scoring: { deduction: { threshold: 0.5, step: 0.05, points: 1 }, sample: rule },
    } as Parameters<typeof surveyOf>[1]);
  const survey = surveyWith({ rule: 1, plus: 10, share: 0.05 });
  const stratum = (branch: string, customers: number, valid: number): StratumCount => ({
    ...{ wave: "w2", place: { branch }, customers, valid },
    ...{ handedOut: 2 * valid, returned: valid },
  });
  const rows = places.flatMap((branch) => answering("w2", "item", { 3: 20 }, { branch }));
  // The goldens: 227 customers ask for 22 by rule 1 and 143 for ±5 points, 1,000 for 60 and 278.
  const strata = [stratum("a", 1000, 60), stratum("b", 227, 20), stratum("c", 250, 100)];

  test("has both rules, what is lacking, and the margin even where the rule is met", async () => {
    const page = await renderPage([sample], survey, rows, { strata });
    const cells = cellsOf(page, "sample");
    expect(cells.map((row) => row.slice(0, 4))).toEqual([
      ["a", "1,000", "60", "278"],
      ["b", "227", "22", "143"],
      ["c", "250", "23", "152"],
    ]);
    // 1.96 · √(¼ ÷ 60 · 940 ÷ 999) = 12.27 points; of 20 of 227 20.97, of 100 of 250 7.6.
    expect(cells.map((row) => row.slice(-2))).toEqual([
      ["0", "±12.3 pp"],
      ["2", "±21.0 pp"],
      ["0", "±7.6 pp"],
    ]);
    expect(page.texts("#sample .lead")[0]).toContain("b (20 of 22)");
    expect(page.texts("#sample .lead")[0]).toContain("Even where the rule is met");
    expect(page.texts("#sample .lead")[0]).toContain("±12.3 percentage points (a)");
  });

  test("counts what lacks by the rule that the codebook sets", async () => {
    const second = surveyWith({ rule: 2, margin: 0.05, proportion: 0.5 });
    const page = await renderPage([sample], second, rows, { strata });
    // 278 − 60, 143 − 20, 152 − 100.
    expect(cellsOf(page, "sample").map((row) => row.at(-2))).toEqual(["218", "123", "52"]);
  });

  test("says of too few neither how many came nor how exact they are", async () => {
    const page = await renderPage([sample], survey, rows, {
      strata: [...strata.slice(0, 2), stratum("c", 250, 3)],
    });
    const cells = cellsOf(page, "sample");
    expect(cells[2]?.slice(0, 5)).toEqual(["c", "250", "23", "152", "6"]);
    for (const row of [cells[1], cells[2]]) expect(row?.slice(5).join(" ")).not.toMatch(/\d/);
    expect(cells[0]?.at(-1)).toBe("±12.3 pp");
  });

  test("goes out with how many answers are valid, which readers' rows may not tell", async () => {
    const { valid: _valid, ...uncounted } = stratum("a", 1000, 60);
    const asked = { survey, ask: askRows(survey, rows) };
    const found = await publishedStrata({ ...asked, strata: [uncounted, ...strata.slice(1)] });
    // Twenty rows of a were kept; what the file says of the others stands.
    expect(found.map(({ valid }) => valid)).toEqual([20, 20, 100]);
    const few = await publishedStrata({ ...asked, strata: [...strata.slice(0, 2), stratum("c", 250, 3)] });
    expect(few.map(({ valid, returned }) => [valid, returned])).toEqual([
      [60, 60],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test("on a branch's page is its own", async () => {
    const page = await renderPage([sample], survey, rows, { strata, path: ["b"] });
    expect(cellsOf(page, "sample").map(([name]) => name)).toEqual(["b"]);
  });
});

describe("a mean beside the share of the satisfied", () => {
  const question = (pictures?: Pictures): RatingQuestion => {
    const plain = rating(1, 5, [4, 5]);
    return { ...plain, scale: { ...plain.scale, ...(pictures ? { pictures } : {}) } };
  };
  // The golden: 4.02 of 100 answers, 77% in the two best, 67.8–84.2 by Wilson.
  const rows = answering("w2", "item", { 1: 3, 2: 6, 3: 14, 4: 40, 5: 37 });
  const pageOf = (pictures?: Pictures, language: "en" | "zh" = "en") =>
    renderPage([meanAndSatisfied(question(pictures))], surveyOf([question(pictures)]), rows, { language });

  test("are the golden's, with what counts as satisfied", async () => {
    const page = await pageOf();
    const [mean = "", share = ""] = page.texts("#satisfied dd");
    expect(mean).toMatch(/^4\.02/);
    expect(share).toMatch(/^77\.0%.*67\.8–84\.2%.*100$/);
    expect(page.texts("#satisfied p")[0]).toBe(words.scoring.countsAsSatisfied("“4”, “5”", "2", "5"));
    expect(page.all("#satisfied svg")).toEqual([]);
  });

  test("stand as four of five stars, said in words too", async () => {
    const [picture] = (await pageOf("stars")).all("#satisfied svg");
    expect(picture?.getAttribute("aria-label")).toBe("4 of 5 stars, for a mean of 4.02");
    const filled = [...(picture?.querySelectorAll("polygon") ?? [])].filter(
      (star) => star.getAttribute("fill") !== "none",
    );
    expect(filled).toHaveLength(4);
  });

  test("stand as the fourth of five faces, in Chinese too", async () => {
    const [picture] = (await pageOf("faces", "zh")).all("#satisfied svg");
    expect(picture?.getAttribute("aria-label")).toBe("5 个表情中的第 4 个（4），最接近平均分 4.02");
    const coloured = [...(picture?.querySelectorAll("circle[r]") ?? [])].filter(
      (circle) => Number(circle.getAttribute("r")) > 5 && circle.getAttribute("fill") !== "none",
    );
    expect(coloured).toHaveLength(1);
  });

  test("say nothing of a scale on which nobody is called satisfied", async () => {
    const plain = rating(1, 5);
    const page = await renderPage([meanAndSatisfied(plain)], surveyOf([plain]), rows);
    expect(page.html).not.toContain("satisfied");
  });
});
