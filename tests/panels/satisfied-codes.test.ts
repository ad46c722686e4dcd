/** What counts as satisfied is said wherever a satisfied share stands; scales in percent are called so. */
import { expect, test } from "vitest";
import { questionPanels } from "../../src/panels/pages.ts";
import { questionScores } from "../../src/panels/question-scores.tsx";
import { satisfiedOf } from "../../src/panels/satisfied-codes.ts";
import { formatEnd } from "../../src/words/numbers.ts";
import { wordsIn } from "../../src/words/words.ts";
import { rating } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { answering, renderPage } from "./report.ts";

const words = wordsIn("en");
const scaled = (id: string, max: number, satisfied: readonly number[]) => ({
  ...rating(1, max, satisfied),
  id,
});
const survey = surveyOf([scaled("a", 5, [4, 5]), scaled("b", 5, [3, 4, 5])], { measures: ["satisfied"] });
const rows = [...answering("w2", "a", { 3: 20, 4: 20 }), ...answering("w2", "b", { 3: 20, 4: 20 })];

test("a table's head names the codes, so that 50% and 100% of like answers are told apart", async () => {
  const page = await renderPage([questionScores()], survey, rows);
  expect(page.texts("#questions td.score").map((text) => text.slice(0, 6))).toEqual(["50.0%", "100.0%"]);
  expect(page.texts("#questions thead th").filter((text) => text.startsWith("Satisfied"))).toEqual([
    "Satisfied (4–5 of 1–5)",
    "Satisfied (3–5 of 1–5)",
  ]);
  expect(page.texts("#questions > p.note").slice(-2)).toEqual([
    words.scoring.countsAsSatisfied("“4”, “5”", "2", "5"),
    words.scoring.countsAsSatisfied("“3”, “4”, “5”", "3", "5"),
  ]);
  const chinese = await renderPage([questionScores()], survey, rows, { language: "zh" });
  expect(chinese.texts("#questions thead th")).toContain("满意率（量表 1–5 中的 4–5）");
});

test("codes that do not follow each other, or one alone, are listed", () => {
  const of = (satisfied: readonly number[]) => satisfiedOf(rating(1, 5, satisfied).scale, { words });
  expect(of([5, 3])).toBe("3, 5 of 1–5");
  expect(of([5])).toBe("5 of 1–5");
  expect(of([5, 4])).toBe("4–5 of 1–5");
});

test("a league of shares says that its scale runs to 100%", async () => {
  const [question] = survey.questions;
  const placed = surveyOf([question ?? rating(1, 5)], {
    measures: ["satisfied"],
    dimensions: [dimension("branch", ["east", "west"])],
    hierarchy: ["branch"],
  });
  const answers = ["east", "west"].flatMap((branch) =>
    answering("w2", "a", { 3: 20, 4: branch === "east" ? 40 : 20 }, { branch }),
  );
  for (const language of ["en", "zh"] as const) {
    const panels = questionPanels(placed, placed.questions[0] ?? rating(1, 5));
    const page = await renderPage(panels, placed, answers, { language });
    expect(page.texts("#branches .score-key li")).toContain(wordsIn(language).scores.scale("0%", "100%"));
  }
  expect(["points", "scale", "index1000"].map((unit) => formatEnd(-100, unit, "en"))).toEqual([
    "−100",
    "−100",
    "−100",
  ]);
});
