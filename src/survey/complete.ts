import type { Option, Question } from "./question.ts";
import { dimensionName, questionName, rareValues } from "./reading.ts";
import type { Dimension, Survey } from "./survey.ts";
import { sameText, type Text } from "./text.ts";

const rareLabel: Text = { en: "Other (rare values)", zh: "其他（少见值）" };

/** Option ids of a wave's stored columns, by store name. */
type Dictionaries = Readonly<Record<string, readonly string[]>>;

/**
 * A survey whose open dimensions and questions (those without labels in the codebook) have the options that the waves
 * hold, sorted: numbers by size, all else by code point, which for months is by time; joined rare values stand last.
 * So do, after the listed ones, branches that only the exports know.
 */
export function completeSurvey(survey: Survey, waves: readonly Dictionaries[]): Survey {
  const found = (name: string) => {
    const sorted = [...new Set(waves.flatMap((dictionaries) => dictionaries[name] ?? []))].sort(compareIds);
    return [...sorted.filter((id) => id !== rareValues), ...sorted.filter((id) => id === rareValues)];
  };
  const options = (name: string): readonly Option[] =>
    found(name).map((id) => ({ id, label: id === rareValues ? rareLabel : sameText(id) }));
  const completeDimension = (dimension: Dimension): Dimension => {
    const listed = new Set(dimension.options.map(({ id }) => id));
    const others = options(dimensionName(dimension.id)).filter(({ id }) => !listed.has(id));
    return others.length === 0 ? dimension : { ...dimension, options: [...dimension.options, ...others] };
  };
  const completeQuestion = (question: Question): Question =>
    (question.type === "single" || question.type === "date") && question.options.length === 0
      ? { ...question, options: options(questionName(question.id)) }
      : question;
  return {
    ...survey,
    dimensions: survey.dimensions.map(completeDimension),
    questions: survey.questions.map(completeQuestion),
  };
}

/** Order of ids: numbers by size before all else; the rest by code point. */
export function compareIds(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  if (!Number.isNaN(x) && x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}
