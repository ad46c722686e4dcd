import { describe, expect, test } from "vitest";
import { branchPanels, overviewPanels, questionPanels } from "../../src/panels/pages.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { languages, sameText } from "../../src/survey/text.ts";
import type { SliceTable, WaveTable } from "../../src/survey/wave-table.ts";
import { wordsIn } from "../../src/words/words.ts";
import { rating, reason } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { answering, renderPage } from "./report.ts";

const question = rating(1, 5);
const wave = (id: string, tabulated: boolean) => ({ id, title: sameText(id), tabulated });
const shop = (waves: Survey["waves"]): Survey =>
  surveyOf([question, reason], {
    waves,
    dimensions: [dimension("region", ["east", "west"])],
    hierarchy: ["region"],
    measures: ["top2", "mean"],
  });

function slice(
  of: SliceTable["slice"],
  cells: SliceTable["questions"][number]["cells"],
  base?: number,
): SliceTable {
  return { slice: of, questions: [{ question: "item", cells, ...(base === undefined ? {} : { base }) }] };
}
const counts = (given: readonly number[]) => given.map((n, at) => ({ option: String(at + 1), n }));
const shares = (given: readonly number[]) =>
  given.map((percent, at) => ({ option: String(at + 1), share: percent / 100 }));

describe("a wave of printed counts before a wave of respondents", () => {
  const survey = shop([wave("w1", true), wave("w2", false)]);
  // Half of 200 gave 4 or 5 in the first wave.
  const tables: readonly WaveTable[] = [
    { wave: "w1", respondents: 210, slices: [slice({}, counts([20, 30, 50, 60, 40]), 200)] },
  ];
  const respondents = (region: string, high: number, low: number) =>
    answering("w2", "item", { 5: high, 2: low }, { region });
  // 140 of 200 in the second: z = 0.2 / √(0.6 · 0.4 · 2/200) = 4.08.
  const rows = [...respondents("east", 80, 20), ...respondents("west", 60, 40)];

  test("the change between them is tested", async () => {
    const page = await renderPage(overviewPanels(survey), survey, rows, { tables });
    const [value, change, interval, base] = page.texts(".glance dd");
    expect(value).toMatch(/^70\.0%/);
    expect(interval).toMatch(/^63\.3–75\.9%/);
    expect(change).toMatch(/^▲ \+20\.0/);
    expect(base).toMatch(/^200/);
  });

  test("a branch that was not printed has no change, and the page says once why", async () => {
    const page = await renderPage(branchPanels(survey), survey, rows, { tables, path: ["east"] });
    expect(page.texts(".glance .figure")).toEqual(["80.0%"]);
    expect(page.texts(".glance dd")[1]).toBe("–");
    expect(page.texts(".printed")).toEqual([wordsIn("en").printedWaves("w1")]);
    expect(page.all(".better, .worse, .clear")).toEqual([]);
  });

  test("its own pages have no figure for what was not printed, and no word that nobody answered", async () => {
    const page = await renderPage(branchPanels(survey), survey, rows, { tables, path: ["east"], wave: "w1" });
    expect(page.texts(".glance dd")).toEqual([wordsIn("en").unprinted]);
    expect(page.html).not.toContain(wordsIn("en").nobody);
    expect(page.texts("#questions td.score")).toEqual([wordsIn("en").unprinted]);
    const question = await renderPage(questionPanels(survey, survey.questions[0] ?? reason), survey, rows, {
      tables,
      wave: "w1",
    });
    expect(question.texts("#wording .note").at(-1)).toBe("200 answers in w1, of 210 respondents.");
    expect(question.texts("#breakdown")).toEqual([]);
  });

  test("a question that its tables lack was not asked in it", async () => {
    const page = await renderPage(questionPanels(survey, reason), survey, rows, { tables, wave: "w1" });
    expect(page.html).not.toContain(wordsIn("en").unprinted);
    expect(page.texts("h1")).toEqual(["reason"]);
  });
});

describe.each(languages)("percentages that were published without their base, in %s", (language) => {
  const words = wordsIn(language);
  const survey = shop([wave("w1", true), wave("w2", true)]);
  const table = (id: string, all: readonly number[], east: readonly number[]): WaveTable => ({
    wave: id,
    slices: [slice({}, shares(all)), slice({ region: "east" }, shares(east))],
  });
  const tables = [
    table("w1", [10, 10, 10, 30, 40], [5, 5, 10, 40, 40]),
    table("w2", [2, 3, 5, 40, 50], [1, 1, 3, 45, 50]),
  ];
  const pages = {
    overview: { panels: overviewPanels(survey), path: [] },
    question: { panels: questionPanels(survey, question), path: [] },
    branch: { panels: branchPanels(survey), path: ["east"] },
  };

  test.each(Object.entries(pages))(
    "%s: every section with a figure says so in words",
    async (_, { panels, path }) => {
      const page = await renderPage(panels, survey, [], { tables, path, language });
      expect(page.title).toContain(words.asPublished(path.length > 0 ? "95%" : "90%"));
      expect(page.texts(".glance dd").slice(1, 4)).toEqual([
        words.notTested,
        words.noInterval,
        `${words.baseNotStated}${words.publishedElsewhere}`,
      ]);
      const sections = page.all("section.panel").filter((section) => section.querySelector("td.score"));
      expect(sections.length).toBeGreaterThan(1);
      for (const section of sections) expect(section.textContent, section.id).toContain(words.publishedNote);
      expect(page.texts("td.base-cell").every((text) => text === words.baseNotStated)).toBe(true);
      expect(page.all(".dot, .fill").length).toBeGreaterThan(0);
      expect(page.all(".whisker")).toEqual([]);
      expect(page.html).not.toMatch(/[▲▼]|NaN|Infinity|undefined/);
      expect(page.html).not.toContain(words.legend);
    },
  );

  test("shares, boxes and the mean are those of the publication", async () => {
    const page = await renderPage(pages.question.panels, survey, [], { tables, language });
    expect(page.texts("#distribution .shares td.score")).toEqual(["50%", "40%", "5%", "3%", "2%"]);
    // (2 + 6 + 15 + 160 + 250) / 100; top-1, top-2, bottom-2, net.
    expect(page.texts("#measures td.score")).toEqual(["4.33", "50%", "90%", "5%", "85%"]);
    expect(page.texts("#branches th[scope=row]")).toEqual(["east"]);
  });
});
