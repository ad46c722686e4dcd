import type { Question } from "../survey/question.ts";
import { questionName } from "../survey/reading.ts";
import type { SurveySite } from "./site.ts";

/** The last wave in which a question was asked; the latest wave for one that never was. */
export function lastAskedIn({ survey, prepared }: SurveySite, question: Question): string {
  const asked = prepared.waves.filter(
    ({ quality }) => quality.items[questionName(question.id)] !== undefined,
  );
  return asked.at(-1)?.wave ?? survey.waves.at(-1)?.id ?? "";
}
