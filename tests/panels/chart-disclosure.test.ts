/** What charts over many branches may not tell (M34): nothing of a branch whose figure is withheld. */
import { describe, expect, test } from "vitest";
import { drawShadedTable } from "../../src/browser/shaded-table.ts";
import { branchSpread } from "../../src/panels/branch-spread.tsx";
import { heatTable } from "../../src/panels/heat-table.tsx";
import { segmentGrades } from "../../src/panels/segment-grades.tsx";
import { type IndexSubject, indexSubject, subjectOf } from "../../src/panels/subject.ts";
import { questionOf } from "../../src/survey/survey.ts";
import type { Language } from "../../src/survey/text.ts";
import { wordsIn } from "../../src/words/words.ts";
import type { Row } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { rating } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { answering, renderPage } from "./report.ts";
import { answersOf, around, networkOf, shops } from "./shops.ts";

const words = wordsIn("en");

describe("where a branch stands among all", () => {
  const survey = networkOf(shops, { segments: [] });
  const subject = subjectOf(survey, questionOf(survey, "item"));
  if (!subject) throw new Error("the question has no score");
  /** West8 has three answers, all of one value; north8 has 20, a small base; all others 50 and scores from 3 to 9. */
  const network = (secret: number): readonly Row[] =>
    shops.flatMap((shop, at) => {
      if (shop.shop === "west8") return answersOf(shop, { [secret]: 3 });
      return answersOf(shop, around(3 + (at % 7), shop.shop === "north8" ? 10 : 25));
    });
  const pageOf = (secret: number, path = ["east", "east1"], language: Language = "en") =>
    renderPage([branchSpread(subject)], survey, network(secret), { path, language });

  test("counts every published score on enough answers once, and says what is left out", async () => {
    const page = await pageOf(2);
    // Of 24 shops west8 is withheld, and with it another of the west, which would give it away; north8 is small.
    const counts = page.texts("#spread tbody td.score").map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(21);
    expect(page.texts("#spread p.note").join()).toContain("2 withheld, 1 on fewer than 30 answers");
    expect(page.texts("#spread .lead").join()).toMatch(/of 20 others below it/);
  });

  test.each(["en", "zh"] as const)("is the same whatever a withheld branch scores (%s)", async (language) => {
    const [low, high] = [await pageOf(1, undefined, language), await pageOf(10, undefined, language)];
    expect(low.html).toContain("<svg");
    expect(low.html).toBe(high.html);
    expect(low.html).not.toContain("west8");
  });

  test("is not drawn on the page of a withheld branch, nor above the lowest level", async () => {
    expect((await pageOf(2, ["west", "west8"])).all("#spread")).toEqual([]);
    expect((await pageOf(2, ["west"])).all("#spread")).toEqual([]);
  });

  test("marks the branch with its own score and interval", async () => {
    const page = await pageOf(2);
    const own = page.all("#spread tbody tr").filter((row) => row.lastElementChild?.textContent === "east1");
    expect(own).toHaveLength(1);
    // East1's answers are 2 and 4: a mean of 3.
    expect(page.texts("#spread .wide .mark text")).toEqual(["east1 3.00"]);
    expect(page.texts("#spread .lead").join()).toContain("At 3.00 (95% interval");
  });
});

describe("branches by factors", () => {
  const regions = ["r1", "r2", "r3", "r4"];
  const survey = surveyOf(
    ["a", "b", "c"].map((id) => item(id)),
    {
      headline: "a",
      factors: [factor("f", ["a", "b"], 3), factor("g", ["c"], 2)],
      index: settings(["f", "g"]),
      dimensions: [dimension("region", regions)],
      hierarchy: ["region"],
    },
  );
  const subject = indexSubject(survey) as IndexSubject;
  const answersIn = (region: string, n: number, [a, b, c]: readonly [number, number, number]) =>
    Array.from({ length: n }, (_, at): Row => {
      const off = at % 2 === 0 ? 1 : -1;
      return { wave: "w2", places: { region }, answers: { a: a + off, b: b + off, c: c + off } };
    });
  const rows = [
    ...answersIn("r1", 40, [8, 8, 8]),
    ...answersIn("r2", 60, [6, 6, 9]),
    ...answersIn("r3", 30, [7, 7, 7]),
    ...answersIn("r4", 4, [2, 2, 2]),
  ];
  const cellsOf = (page: Awaited<ReturnType<typeof renderPage>>, name: string) => {
    const row = page
      .all("#heat table.heat tr")
      .find((one) => one.querySelector("th a")?.textContent === name);
    return [...(row?.querySelectorAll("td") ?? [])];
  };

  test("hold each factor of each branch against the whole, the furthest darkest", async () => {
    const page = await renderPage([heatTable(subject)], survey, rows);
    // By hand: index 1000·(3·f + 2·g)/5 of f = the mean of a and b and g = c, all on a scale of 0 to 10.
    expect(cellsOf(page, "r1").map(({ textContent }) => textContent)).toEqual(["800", "800", "800"]);
    expect(cellsOf(page, "r2").map(({ textContent }) => textContent)).toEqual(["720", "600", "900"]);
    const shades = cellsOf(page, "r2").map((cell) => Number(cell.getAttribute("data-shade") ?? 0));
    expect(shades[1]).toBeLessThan(0);
    expect(shades[2]).toBeGreaterThan(0);
    const all = page
      .all("#heat td[data-shade]")
      .map((cell) => Math.abs(Number(cell.getAttribute("data-shade"))));
    expect(Math.max(...all)).toBe(4);
    expect(page.texts("#heat .lead").join()).toContain("Shades describe; they test nothing.");
  });

  test.each(["en", "zh"] as const)(
    "give a withheld branch neither figure, base, shade nor interval (%s)",
    async (language) => {
      const page = await renderPage([heatTable(subject)], survey, rows, { language });
      // R4 has too few answers, and r3, the next smallest, goes with it.
      for (const name of ["r3", "r4"]) {
        const cells = cellsOf(page, name);
        expect(cells.map(({ textContent }) => textContent)).toEqual(
          Array(3).fill(wordsIn(language).withheld),
        );
        for (const cell of cells) {
          expect(cell.hasAttribute("data-shade")).toBe(false);
          expect(cell.hasAttribute("title")).toBe(false);
          expect(cell.closest("tr")?.querySelector("small")?.textContent).toBe("");
        }
      }
      expect(page.texts("#heat p.note").join()).toContain(wordsIn(language).withheldWhy(5));
      // So has the picture that a reader takes away: names, words, and no ground but the plain one.
      const [table] = page.all("#heat table.heat");
      const texts = [...drawShadedTable(table as HTMLTableElement, "").querySelectorAll("text")].map(
        ({ textContent }) => textContent,
      );
      const from = Math.min(texts.indexOf("r3"), texts.indexOf("r4"));
      const { withheld } = wordsIn(language);
      expect(texts.slice(from).toSorted()).toEqual([...Array(6).fill(withheld), "r3", "r4"].toSorted());
    },
  );

  test("need two branches and two factors", async () => {
    const page = await renderPage([heatTable(subject)], survey, rows.slice(0, 40));
    expect(page.all("#heat")).toEqual([]);
  });
});

describe("grades by group", () => {
  const groups = ["young", "middle", "old"];
  const question = rating(1, 5);
  const survey = surveyOf([question], { dimensions: [dimension("age", groups)] });
  const rows = [
    ...answering("w2", "item", { 1: 10, 3: 20, 5: 70 }, { age: "young" }),
    ...answering("w2", "item", { 2: 30, 4: 30 }, { age: "middle" }),
    ...answering("w2", "item", { 5: 3 }, { age: "old" }),
  ];

  test("say that a group is withheld, and with it the one that would give it away", async () => {
    const page = await renderPage([segmentGrades(question)], survey, rows);
    const cells = page
      .all("#grades tbody tr")
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(cells).toEqual([
      ["age: young", "10.0%", "0.0%", "20.0%", "0.0%", "70.0%", "100"],
      ["age: middle", words.withheld, "", "", "", "", ""],
      ["age: old", words.withheld, "", "", "", "", ""],
    ]);
    const texts = page.texts("#grades .wide svg text");
    expect(texts.filter((text) => text === words.withheld)).toHaveLength(2);
    expect(texts.join()).not.toContain("n 60");
  });
});
