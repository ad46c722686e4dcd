/** Titles of rated questions whose figure is no mean: figures worked by hand. */
import { describe, expect, test } from "vitest";
import { questionPanels } from "../../src/panels/pages.ts";
import type { RatingQuestion } from "../../src/survey/question.ts";
import type { MeasureName } from "../../src/survey/survey.ts";
import type { Language } from "../../src/survey/text.ts";
import { rating, recommend } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { answering, renderPage } from "./report.ts";

const question: RatingQuestion = {
  ...rating(1, 5, [4, 5]),
  short: { en: "Waiting time", zh: "等候满意度" },
};
const graded = { ...question, scale: { ...question.scale, scores: [0, 3, 6, 8, 10] } };
const hall = (id: string, wave: string, counts: Readonly<Record<string, number>>) =>
  answering(wave, "item", counts, { hall: id });

/** Grades 2 and 3 count 3 and 6: 40 and 60 in the first wave make 4.80; 4 and 5 count 8 and 10. */
const rows = [
  ...hall("east", "w1", { 2: 20, 3: 30 }),
  ...hall("west", "w1", { 2: 20, 3: 30 }),
  // East: (20·8 + 30·10)/50 = 9.20, from 4.80; all: (20·8 + 30·10 + 20·3 + 30·6)/100 = 7.00. Satisfied: 50%, from 0.
  ...hall("east", "w2", { 4: 20, 5: 30 }),
  ...hall("west", "w2", { 2: 20, 3: 30 }),
];

async function titleBy(measure: MeasureName, language: Language): Promise<string | undefined> {
  const survey = surveyOf([graded], {
    measures: [measure],
    dimensions: [dimension("hall", ["east", "west"])],
    hierarchy: ["hall"],
  });
  const { title } = await renderPage(questionPanels(survey, graded), survey, rows, { language });
  return title;
}

describe("the title of a rated question says that its score moved, not what was rated", () => {
  test("of a grade score, with the branch that moved it and the name once", async () => {
    expect(await titleBy("grade", "en")).toBe(
      "The grade score for “Waiting time” rose 2.20 to 7.00 in w2: it rose 4.40 points in east",
    );
    expect(await titleBy("grade", "zh")).toBe(
      "w2，等候满意度等级得分上升 2.20\u00a0分，至 7.00\u00a0分：其中 east 上升 4.40\u00a0分",
    );
  });

  test("of a satisfied share, whose Chinese name has the noun once", async () => {
    expect(await titleBy("satisfied", "en")).toBe(
      "The satisfied share for “Waiting time” rose 50.0 pp to 50.0% in w2: it rose 100.0 percentage points in east",
    );
    expect(await titleBy("satisfied", "zh")).toBe(
      "w2，等候满意率上升 50.0 个百分点，至 50.0%：其中 east 上升 100.0 个百分点",
    );
  });

  test("a recommend question says of itself what it asks", async () => {
    const survey = surveyOf([recommend()]);
    const answers = answering("w2", "recommend", { 9: 30, 5: 20 });
    const page = await renderPage(questionPanels(survey, recommend()), survey, answers);
    expect(page.title).toBe("recommend stands at 20.0 (NPS) in w2");
  });
});
