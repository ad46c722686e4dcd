import type { Question } from "../survey/question.ts";
import { questionName } from "../survey/reading.ts";
import { questionsOf } from "../survey/wave-table.ts";
import type { SurveySite } from "./site.ts";

/** The last wave in which a question was asked; the latest wave for one that never was. */
export function lastAskedIn({ survey, prepared }: SurveySite, { id }: Question): string {
  const stored = prepared.waves.filter(({ quality }) => quality.items[questionName(id)] !== undefined);
  const printed = prepared.tables.filter(({ table }) => questionsOf(table).has(id));
  const asked = new Set([...stored, ...printed].map(({ wave }) => wave));
  const last = survey.waves.findLast((wave) => asked.has(wave.id)) ?? survey.waves.at(-1);
  return last?.id ?? "";
}
