import type { Question } from "../../src/survey/question.ts";
import type { Dimension, Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";

/** A dimension whose options are labelled by their ids. */
export function dimension(id: string, options: readonly string[]): Dimension {
  return {
    id,
    title: sameText(id),
    options: options.map((option) => ({ id: option, label: sameText(option) })),
  };
}

/** A survey of two waves, of the given questions, the first of which heads it. */
export function surveyOf(questions: readonly Question[], rest: Partial<Survey> = {}): Survey {
  return {
    id: "s",
    title: sameText("s"),
    synthetic: false,
    waves: ["w1", "w2"].map((id) => ({ id, title: sameText(id) })),
    dimensions: [],
    hierarchy: [],
    segments: [],
    filters: [],
    sets: [],
    pairs: [],
    kano: [],
    questions,
    factors: [],
    headline: questions[0]?.id ?? "",
    measures: ["mean"],
    base: { minimum: 5, caution: 30 },
    publish: "protected",
    ...rest,
  };
}
