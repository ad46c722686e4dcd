/** Scores side by side: figures worked by hand, and M02's, M04's and M07's goldens. */
import { describe, expect, test } from "vitest";
import { whichPanels } from "../../../src/panels/scoring/panels.ts";
import { languages } from "../../../src/survey/text.ts";
import { wordsIn } from "../../../src/words/words.ts";
import { rating } from "../../measures/questions.ts";
import { surveyOf } from "../../measures/surveys.ts";
import { answering, type Page, renderPage } from "../report.ts";

const scale = rating(1, 5, [4, 5]);
const question = { ...scale, scale: { ...scale.scale, scores: [0, 3, 6, 8, 10] } };
const survey = surveyOf([question]);
const rows = answering("w2", "item", { 1: 3, 2: 6, 3: 14, 4: 40, 5: 37 });
const cellsOf = (page: Page, id: string) =>
  page
    .all(`#${id} tbody tr`)
    .map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent.trim()));

describe("which score to use", () => {
  test("three groups of one mean are told apart by all but the mean and what only moves its ends", async () => {
    const page = await renderPage(whichPanels, survey, rows);
    // All 3; half 1 and half 5; 10, 20, 40, 20 and 10 from worst to best.
    expect(cellsOf(page, "example").map((cells) => cells.slice(1, 4))).toEqual([
      ["0 / 0 / 100 / 0 / 0%", "50 / 0 / 0 / 0 / 50%", "10 / 20 / 40 / 20 / 10%"],
      ["3.00", "3.00", "3.00"],
      ["60.0", "60.0", "60.0"],
      ["50.0", "50.0", "50.0"],
      // Of 10: 6; (0 + 10)/2; (10·0 + 20·3 + 40·6 + 20·8 + 10·10)/100 = 5.6.
      ["60.0", "50.0", "56.0"],
      ["100.0%", "50.0%", "70.0%"],
      ["0.0%", "50.0%", "10.0%"],
      ["0.0%", "50.0%", "30.0%"],
      ["0.0%", "50.0%", "30.0%"],
      ["0.0%", "0.0%", "0.0%"],
    ]);
  });

  test("the survey's own answers stand with interval, base and what each hides", async () => {
    const page = await renderPage(whichPanels, survey, rows);
    const { which } = wordsIn("en");
    const own = new Map(cellsOf(page, "own").map((cells) => [cells[0], cells]));
    // Goldens: mean 4.02, top-2 77% (67.8–84.2), net 68; 4.02/5 = 80.4%, (4.02 − 1)/4 = 75.5%.
    expect(own.get("Mean M02")?.[1]).toBe("4.02");
    expect(own.get("Share of the maximum M04")?.slice(1, 2)).toEqual(["80.4"]);
    expect(own.get("Rescaled to 0–100 M10")?.slice(1, 2)).toEqual(["75.5"]);
    // (37·10 + 40·8 + 14·6 + 6·3)/10 = 79.2.
    expect(own.get("National score of the question M03")?.[1]).toBe("79.2");
    // On 1–5 the top-2 share is what M08 calls CSAT.
    expect(own.get(`Top-2 box M07 M08${which.asCsat}`)?.slice(1)).toEqual([
      "77.0%",
      "67.8–84.2%",
      "100",
      "0–100%",
      which.hidesWhat.top2,
    ]);
    expect(own.get("Satisfied M07satisfied: “4”, “5”")?.[1]).toBe("77.0%");
    expect(page.texts("#own > p.note")[0]).toBe("Counts as satisfied: “4”, “5”, 2 of the 5 answers.");
    expect(own.get("Net (top-2 − bottom-2) M07")?.[1]).toBe("68.0%");
  });

  test("of too few answers shows none of them", async () => {
    const page = await renderPage(whichPanels, survey, rows.slice(0, 4));
    expect(page.all("#own")).toEqual([]);
    expect(page.all("#guide")).toHaveLength(1);
  });

  test.each(languages)("in %s every method leads to its place, and is explained there", async (language) => {
    const page = await renderPage(whichPanels, survey, rows, { language });
    const known = new Set(wordsIn(language).methodWords.map(({ id }) => id));
    const links = page.all("table a").map((link) => link.getAttribute("href") ?? "");
    expect(links.length).toBeGreaterThan(25);
    for (const href of links) expect(known).toContain(href.replace("/methods#", ""));
  });
});
