import type { FindingFigure, FindingPlace, Measured } from "../findings/finding.ts";
import { isShown, type Shown } from "../measures/estimate.ts";
import type { Branch } from "../survey/branches.ts";
import type { Question } from "../survey/question.ts";
import type { Survey } from "../survey/survey.ts";
import { type Language, sameText, type Text } from "../survey/text.ts";
import { english } from "../words/en.ts";
import { chinese } from "../words/zh.ts";
import type { ReportContext } from "./context.ts";
import type { FindingsModel, FindingsPage } from "./findings-model.ts";
import type { Judge } from "./panel.ts";
import { poolText } from "./pooled-note.tsx";
import { spanOfLevel } from "./pooling.ts";
import { betterOf, indexSubjects, measureName, ratedBy, type Subject } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";

/** What all that makes findings is handed. */
export interface FindingsView {
  readonly context: ReportContext;
  readonly subject: Subject;
  readonly page: FindingsPage;
  readonly model: FindingsModel;
  readonly judge: Judge;
}

/** A subject as findings know it. */
export function findingFigure(survey: Survey, subject: Subject): FindingFigure {
  const { id, unit } = subject;
  const measure = ratedBy(subject);
  return {
    id,
    name: figureTitle(subject),
    within: withinOf(survey, subject),
    unit,
    measured:
      subject.kind === "question" && subject.question.type === "number"
        ? subject.question.unit
        : sameText(""),
    better: betterOf(subject),
    ...(measure ? { rated: measure } : {}),
  };
}

/** The name of a figure, with its measure where that is neither an index nor a mean and sentences do not say it. */
function figureTitle(subject: Subject): Text {
  const { name } = subject;
  if (subject.kind === "index" || subject.measure.name === "mean" || ratedBy(subject)) return name;
  const { question, measure } = subject;
  const within = (text: string, words: ReportContext["words"]) =>
    `${text}${words.parenOpen}${measureName(question, measure, words)}${words.parenClose}`;
  return { en: within(name.en, english), zh: within(name.zh, chinese) };
}

/** Ids of the figures that one is part of, widest first, itself last. */
function withinOf(survey: Survey, subject: Subject): readonly string[] {
  const ids = new Set(questionsUnder(survey, subject).map(({ id }) => id));
  const holding = indexSubjects(survey).filter((one) => {
    const own = questionsUnder(survey, one);
    return own.length >= ids.size && [...ids].every((id) => own.some((question) => question.id === id));
  });
  return [...new Set([...holding.map(({ id }) => id), subject.id])];
}

export const everybodyPlace: FindingPlace = { name: sameText(""), path: [] };

/** A branch as a place; the page's own goes without its name, which the page bears. */
export function placeOf(branch: Branch | undefined): FindingPlace {
  return branch ? { name: branch.label, path: branch.path } : everybodyPlace;
}

export function measured({ value, low, high, n }: Shown): Measured {
  return { value, low, high, n };
}

/** What a change does without, as findings have it. */
export function withoutNames(questions: readonly Question[]): { readonly without?: readonly Text[] } {
  return questions.length === 0 ? {} : { without: questions.map(({ short }) => short) };
}

/** Standard deviation of single answers. */
export function spreadOf({ standardError, effective, deviation }: Shown): number {
  return deviation ?? standardError * Math.sqrt(effective);
}

/** A size in standard deviations of single answers; 0 where these do not differ. */
export function effectIn(estimate: Shown, size: number): number {
  const spread = spreadOf(estimate);
  return spread > 0 ? Math.abs(size) / spread : 0;
}

/** What a part of the page's respondents is of all of them. */
export function scopeOf(part: Shown, { head }: FindingsModel): number {
  return head.estimate && isShown(head.estimate) ? Math.min(1, part.n / head.estimate.n) : 1;
}

export function isLatest({ survey, wave }: ReportContext): boolean {
  return survey.waves.at(-1)?.id === wave;
}

export function waveText({ survey }: ReportContext, wave: string): Text {
  return survey.waves.find(({ id }) => id === wave)?.title ?? sameText(wave);
}

/** The same of the waves that branches of a level are shown over together. */
export function poolsText(context: ReportContext, wave: string, level: number): Text {
  const span = spanOfLevel(context.survey, level);
  const textIn = (language: Language) =>
    poolText({ ...context, language, words: language === "en" ? english : chinese }, wave, span);
  return { en: textIn("en"), zh: textIn("zh") };
}

/** A title within an English sentence. */
export function lowered({ en, zh }: Text): Text {
  return { en: /^[A-Z][a-z]+( [a-z]|$)/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en, zh };
}
