import type { Measure } from "../measures/measure.ts";
import { headlineMeasure } from "../measures/registry.ts";
import { isScaleQuestion, type Question } from "../survey/question.ts";
import { scaleEnds } from "../survey/scale.ts";
import { questionOf, type Survey } from "../survey/survey.ts";
import type { ReportContext } from "./context.ts";

/** A question and the one figure that stands for it. */
export interface Subject {
  readonly question: Question;
  readonly measure: Measure;
  readonly unit: string;
}

export function subjectOf(survey: Survey, question: Question): Subject | undefined {
  const measure = headlineMeasure(question, survey);
  return measure && { question, measure, unit: measure.unitOf(question) };
}

/** The survey's headline, where it has a figure. */
export function headlineSubject(survey: Survey): Subject | undefined {
  return subjectOf(survey, questionOf(survey, survey.headline));
}

/** Lowest and highest value that a subject's figure can take. */
export function endsOf({ question, unit }: Subject): { readonly min: number; readonly max: number } {
  if (unit === "points") return { min: -100, max: 100 };
  if (unit === "proportion") return { min: 0, max: 1 };
  if (isScaleQuestion(question)) return scaleEnds(question.scale);
  const { min, max } = question.type === "number" ? question : {};
  return { min: min ?? Number.NEGATIVE_INFINITY, max: max ?? Number.POSITIVE_INFINITY };
}

/** Which way is good for a figure. */
export type Better = "higher" | "lower" | "neither";

/** Scores are better high; a measured quantity as the codebook says; a share of a choice neither way. */
export function betterOf({ question }: Subject): Better {
  if (question.type === "number") return question.better;
  return isScaleQuestion(question) ? "higher" : "neither";
}

/** What a measure of a question is called; of a measured quantity the mean is no score. */
export function measureName({ type }: Question, { name }: Measure, words: ReportContext["words"]): string {
  return type === "number" && name === "mean" ? words.quantityMean : words.measureNames[name];
}

/** What heads a column of a subject's figures: the measure and its scale or unit. */
export function measureHead(subject: Subject, { words, language }: ReportContext): string {
  const { question, measure, unit } = subject;
  const name = measureName(question, measure, words);
  if (question.type === "number")
    return `${name}${words.parenOpen}${question.unit[language]}${words.parenClose}`;
  if (unit !== "scale" || !isScaleQuestion(question)) return name;
  const { min, max } = scaleEnds(question.scale);
  return `${name}${words.parenOpen}${min}–${max}${words.parenClose}`;
}
