/** Cards on pages: figures of the goldens (M03–M05), worked by hand where they have none. */
import { describe, expect, test } from "vitest";
import { questionPanels } from "../../../src/panels/pages.ts";
import { card } from "../../../src/panels/scoring/card.tsx";
import type { RatingQuestion } from "../../../src/survey/question.ts";
import type { Scoring } from "../../../src/survey/scoring.ts";
import type { StratumCount } from "../../../src/survey/stratum.ts";
import { sameText } from "../../../src/survey/text.ts";
import { wordsIn } from "../../../src/words/words.ts";
import type { Row } from "../../counts/ask-rows.ts";
import { rating } from "../../measures/questions.ts";
import { dimension, surveyOf } from "../../measures/surveys.ts";
import { type Page, renderPage } from "../report.ts";

const ids = ["delivery", "staff", "price"];
const firms = ["one", "two", "three", "tiny"];
const graded = (id: string): RatingQuestion => {
  const question = rating(1, 5);
  return { ...question, id, short: sameText(id), scale: { ...question.scale, scores: [0, 3, 6, 8, 10] } };
};
const cardOf = (id: string, deduct: boolean) => ({ id, title: sameText(id), of: ids, deduct });

function surveyWith(scoring: Partial<Scoring>) {
  return surveyOf(ids.map(graded), {
    dimensions: [dimension("firm", firms)],
    hierarchy: ["firm"],
    scoring: { deduction: { threshold: 0.5, step: 0.05, points: 1 }, ...scoring },
  });
}

/** How many gave each grade from best to worst, as codes one after the other. */
const codesOf = (counts: readonly number[]) =>
  counts.flatMap((count, at) => Array.from({ length: count }, () => 5 - at));

/** Respondents of a firm in the second wave; of each item how many gave each grade. */
function firm(name: string, grades: readonly (readonly number[])[]): readonly Row[] {
  const codes = grades.map(codesOf);
  return (codes[0] ?? []).map((_, at) => ({
    wave: "w2",
    places: { firm: name },
    answers: Object.fromEntries(ids.map((id, item) => [id, codes[item]?.[at] ?? null])),
  }));
}

const alike = (grades: readonly number[]) => [grades, grades, grades];
// The golden's three firms: 66.2; (8·10 + 27·8 + 5·6)/40 = 8.15; (10·10 + 14·8 + 15·6 + 3)/40 = 7.625.
const one = firm("one", [
  [20, 30, 25, 15, 10],
  [40, 35, 15, 7, 3],
  [10, 20, 40, 20, 10],
]);
const rows = [...one, ...firm("two", alike([8, 27, 5, 0, 0])), ...firm("three", alike([10, 14, 15, 1, 0]))];
const returned = (name: string, handedOut: number, back: number): StratumCount => ({
  wave: "w2",
  place: { firm: name },
  handedOut,
  returned: back,
});
const strata = [returned("one", 200, 76), returned("two", 50, 40), returned("three", 50, 40)];

function cellsOf(page: Page, id: string): readonly (readonly string[])[] {
  return page
    .all(`#${id} tbody tr`)
    .map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent.trim()));
}

describe("the national score on a page", () => {
  const survey = surveyWith({
    national: { ...cardOf("m", true), firms: { firm: "firm", population: { "": 30 } } },
  });

  test("stands by branch before and after what 38% returned costs: 66.2 and 64.2", async () => {
    const page = await renderPage([card("national")], survey, rows, { strata });
    const [, ...branches] = cellsOf(page, "m");
    expect(branches.map(([name, before, , , after]) => [name, before, after])).toEqual([
      ["two", "81.5", "81.5"],
      ["three", "76.3", "76.3"],
      ["one", "66.2", "64.2"],
    ]);
    // The charted interval stands beside the charted score, which is the one in bold.
    const ends = (text = "") => text.split("–").map(Number);
    const [before, after] = [ends(branches[2]?.[2]), ends(branches[2]?.[5])];
    expect(after.map((end, at) => (before[at] ?? 0) - end)).toEqual(
      [2, 2].map((two) => expect.closeTo(two, 6)),
    );
    expect(page.texts("#m td.score")).toEqual(["71.8", "81.5", "76.3", "64.2"]);
    expect(branches.map((cells) => cells[3])).toEqual([
      "080.0% returned",
      "080.0% returned",
      "−2.038.0% returned",
    ]);
    expect(page.texts("#m .lead")[0]).toContain("one (66.2 → 64.2, 38.0% returned)");
    expect(page.all("#m .note a").map((link) => link.getAttribute("href"))).toEqual([
      "/methods#M03",
      "/methods#M05",
    ]);
  });

  test("of the firms is their plain mean, 74.65 before and (64.2 + 81.5 + 76.25) ÷ 3 after", async () => {
    const page = await renderPage([card("national")], survey, rows, { strata });
    const [cells = []] = cellsOf(page, "m-firms");
    // The golden's 74.64999999999999 and 73.983…, to one decimal; 3 of 30 firms where 5 are required.
    expect([cells[1], cells[3]]).toEqual(["74.6", "74.0"]);
    expect(cells.slice(6, 10)).toEqual(["71.8", "3", "30", "5 too few"]);
    expect(page.texts("#m-firms td.score")).toEqual(["74.0"]);
    expect(page.texts("#m-firms .lead")[0]).toContain("3 of 30 firms sampled, where 5 are required");
  });

  test("loses nothing where it is not known what came back, and says so", async () => {
    const page = await renderPage([card("national")], survey, rows);
    const { scoring, notKnown } = wordsIn("en");
    expect(page.texts("#m .lead")[0]).toContain(scoring.returnsUnknown);
    expect(cellsOf(page, "m").map((cells) => cells[4])).toEqual([notKnown, notKnown, notKnown, notKnown]);
  });

  test("of a branch that lost points itself says so, and of those under it of which nothing is known", async () => {
    const two = {
      ...surveyWith({ national: cardOf("m", true) }),
      dimensions: [dimension("region", ["east"]), dimension("firm", firms)],
      hierarchy: ["region", "firm"],
    };
    const placed = rows.map((row) => ({ ...row, places: { ...row.places, region: "east" } }));
    const page = await renderPage([card("national")], two, placed, {
      path: ["east"],
      strata: [{ wave: "w2", place: { region: "east" }, handedOut: 200, returned: 76 }],
    });
    const { notDeducted } = wordsIn("en").scoring;
    expect(page.texts("#m .lead")[0]).toMatch(/east \(71\.8 → 69\.8, 38\.0% returned\)/);
    expect(
      page.texts("#m .wide svg text").filter((text) => text.startsWith(notDeducted.slice(0, 4))),
    ).toHaveLength(3);
  });

  test("shows neither the value nor the base of a firm with three respondents, nor of the next smallest", async () => {
    const tiny = firm("tiny", alike([3, 0, 0, 0, 0]));
    const page = await renderPage([card("national")], survey, [...rows, ...tiny], {
      strata: [...strata, returned("tiny", 10, 3)],
    });
    const hidden = cellsOf(page, "m").filter((cells) => cells[1] === wordsIn("en").withheld);
    expect(hidden.map(([name]) => name).toSorted()).toEqual(["three", "tiny"]);
    expect(hidden.map((cells) => cells.at(-1))).toEqual(["", ""]);
    // What of a withheld firm came back would be its base.
    for (const cells of hidden) expect(cells.join(" ")).not.toMatch(/%/);
  });

  test("on a firm's own page stands above what it is part of: all 180, (100·66.2 + 40·81.5 + 40·76.25) ÷ 180", async () => {
    const page = await renderPage([card("national")], survey, rows, { strata, path: ["one"] });
    expect(cellsOf(page, "m").map(([name, before, , , after]) => [name, before, after])).toEqual([
      ["one", "66.2", "64.2"],
      // 156 of 300 came back, 52%.
      ["All respondentsholds the rows above", "71.8", "71.8"],
    ]);
    expect(page.texts("#m h2")).toEqual(["m: where does one stand?"]);
    expect(page.texts("#m th")[0]).toBe("firm");
    expect(page.texts("#m .lead")[0]).toContain("For comparison, not tested: All respondents (71.8).");
    expect(page.texts("#m figcaption")[0]).toContain("Base: 100 answers (w2).");
    expect(page.all("#m-firms")).toEqual([]);
  });
});

describe("the five-to-one score on a page", () => {
  const survey = surveyWith({ national: cardOf("m", false), fiveToOne: cardOf("share", false) });

  test("is the golden's 69.1, in a chart of its own", async () => {
    const page = await renderPage([card("national"), card("fiveToOne")], survey, one);
    expect(cellsOf(page, "share").map((cells) => cells[1])).toEqual(["69.1", "69.1"]);
    expect(cellsOf(page, "m").map((cells) => cells[1])).toEqual(["66.2", "66.2"]);
    expect(page.all("section.chart-panel").map(({ id }) => id)).toEqual(["m", "share"]);
  });

  test("says nothing of a deduction that no rule takes off", async () => {
    const page = await renderPage([card("fiveToOne")], survey, one, { strata });
    expect(page.html).not.toContain("M05");
    expect(page.texts("#share th")).not.toContain(wordsIn("en").scoring.afterHead);
  });
});

test("changes are claimed only where they are clear", async () => {
  const survey = surveyWith({ national: cardOf("m", false) });
  const before = (grades: readonly number[]) =>
    firm("one", alike(grades)).map((row) => ({ ...row, wave: "w1" }));
  const now = firm("one", alike([10, 14, 15, 1, 0]));
  const lead = async (earlier: readonly Row[]) =>
    (await renderPage([card("national")], survey, [...earlier, ...now])).texts("#m .lead")[0];
  expect(await lead(before([10, 14, 15, 1, 0]))).toContain("no clear change on w1");
  expect(await lead(before([0, 4, 15, 11, 10]))).toContain("a clear rise on w1");
});

test("the grade score that heads a question stands on 0–10, whatever its codes", async () => {
  const survey = surveyOf([graded("delivery")], { measures: ["grade"] });
  const [question] = survey.questions;
  const page = await renderPage(question ? questionPanels(survey, question) : [], survey, one);
  // The golden's 6.35.
  expect(page.texts(".glance .figure")).toEqual(["6.35"]);
  expect(page.texts(".glance dd")[0]).toContain(wordsIn("en").scoreOn(0, 10));
});
