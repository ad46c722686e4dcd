/** Firms of two industries and their cards of three graded items, for tests of what pages say of them. */
import type { RatingQuestion } from "../../../src/survey/question.ts";
import type { Scoring } from "../../../src/survey/scoring.ts";
import type { StratumCount } from "../../../src/survey/stratum.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import { sameText } from "../../../src/survey/text.ts";
import type { Row } from "../../counts/ask-rows.ts";
import { rating } from "../../measures/questions.ts";
import { dimension, surveyOf } from "../../measures/surveys.ts";

const ids = ["delivery", "staff", "price"];

/** A rating of five grades that count so much, the worst first. */
function graded(id: string, scores: readonly number[]): RatingQuestion {
  const question = rating(1, 5);
  return { ...question, id, short: sameText(id), scale: { ...question.scale, scores } };
}

export const cardOf = (id: string) => ({ id, title: sameText(id), of: ids, deduct: true });
export const deduction = { threshold: 0.5, step: 0.05, points: 1 };

/** Firms under their industries. */
export function hallSurvey(
  scoring: Partial<Scoring> = { national: cardOf("m") },
  scores: readonly number[] = [0, 3, 6, 8, 10],
): Survey {
  return surveyOf(
    ids.map((id) => graded(id, scores)),
    {
      dimensions: [
        { ...dimension("industry", ["bank", "post"]), title: { en: "Industry", zh: "行业" } },
        { ...dimension("firm", ["b1", "b2", "p1", "p2", "tiny"]), title: { en: "Hall", zh: "网点" } },
      ],
      hierarchy: ["industry", "firm"],
      scoring: { deduction, ...scoring },
    },
  );
}

/** The survey in which the rule asks for the mean over an industry's firms. */
export const staged = () =>
  hallSurvey({
    national: { ...cardOf("m"), firms: { firm: "firm", industry: "industry", population: {} } },
  });

/** So many respondents of a firm gave each grade, best first, to all three items. */
export function firm(
  name: string,
  grades: readonly number[],
  { wave = "w2", industry = "bank" } = {},
): readonly Row[] {
  return grades.flatMap((count, at) =>
    Array.from({ length: count }, () => ({
      wave,
      places: { industry, firm: name },
      answers: Object.fromEntries(ids.map((id) => [id, 5 - at])),
    })),
  );
}

/** What one firm got back. */
export function back(
  name: string,
  returned: number,
  { handedOut = 100, industry = "bank", wave = "w2" } = {},
): StratumCount {
  return { wave, place: { industry, firm: name }, handedOut, returned };
}
