import { type IndexGroup, type IndexNode, indexDefinition } from "../measures/index/definition.ts";
import type { Measure } from "../measures/measure.ts";
import { headlineMeasure } from "../measures/registry.ts";
import { isScaleQuestion, type Question } from "../survey/question.ts";
import { scaleEnds } from "../survey/scale.ts";
import { type MeasureName, questionOf, type Survey } from "../survey/survey.ts";
import type { Language, Text } from "../survey/text.ts";
import { questionPut, type ReportContext } from "./context.ts";
import { satisfiedOf } from "./satisfied-codes.ts";

/** What a page's figures are of. */
export type Subject = QuestionSubject | IndexSubject;

/** A question and the one figure that stands for it. */
export interface QuestionSubject {
  readonly kind: "question";
  readonly id: string;
  readonly name: Text;
  readonly question: Question;
  readonly measure: Measure;
  readonly method: string;
  readonly unit: string;
}

/** The index or one of its factors (M10). */
export interface IndexSubject {
  readonly kind: "index";
  readonly id: string;
  readonly name: Text;
  readonly part: IndexGroup["kind"];
  /** The department that answers for it. */
  readonly owner?: Text;
  /** What the index is meant to reach; a factor has no target. */
  readonly target?: number;
  /** Ids of the factors right under it. */
  readonly members: readonly string[];
  readonly method: string;
  readonly unit: "index1000" | "index100";
}

export function subjectOf(survey: Survey, question: Question): QuestionSubject | undefined {
  const measure = headlineMeasure(question, survey);
  if (!measure) return undefined;
  const { id, short: name } = question;
  return {
    kind: "question",
    id,
    name,
    question,
    measure,
    method: measure.method,
    unit: measure.unitOf(question),
  };
}

/** A subject as it was put in the page's wave. */
export function putIn(context: Pick<ReportContext, "survey" | "wave">, subject: Subject): Subject {
  if (subject.kind === "index") return subject;
  return subjectOf(context.survey, questionPut(context.survey, subject.id, context.wave)) ?? subject;
}

/** What heads the report: the index where there is one, else the headline question, where that has a figure. */
export function headlineSubject(survey: Survey): Subject | undefined {
  return indexSubject(survey) ?? headlineQuestion(survey);
}

/** The survey's headline question, where it has a figure. */
export function headlineQuestion(survey: Survey): QuestionSubject | undefined {
  return subjectOf(survey, questionOf(survey, survey.headline));
}

export function indexSubject(survey: Survey): IndexSubject | undefined {
  return indexSubjects(survey)[0];
}

/** The index and all its factors, each before those under it. */
export function indexSubjects(survey: Survey): readonly IndexSubject[] {
  const { index } = survey;
  const latest = survey.waves.at(-1)?.id;
  if (!index || latest === undefined) return [];
  const { root } = indexDefinition(survey, index, latest);
  const { measure: unit, target } = index;
  return groupsOf(root).map(({ kind, id, title, owner, of }) => ({
    kind: "index",
    id,
    name: title,
    part: kind,
    ...(owner ? { owner } : {}),
    ...(kind === "index" && target !== undefined ? { target } : {}),
    members: of.flatMap((member) => (member.kind === "item" ? [] : [member.id])),
    method: "M10",
    unit,
  }));
}

function groupsOf(node: IndexNode): readonly IndexGroup[] {
  return node.kind === "item" ? [] : [node, ...node.of.flatMap(groupsOf)];
}

/** Lowest and highest value that a subject's figure can take. */
export function endsOf(subject: Subject): { readonly min: number; readonly max: number } {
  if (subject.kind === "index") return { min: 0, max: subject.unit === "index1000" ? 1000 : 100 };
  const { question, unit } = subject;
  if (unit === "points") return { min: -100, max: 100 };
  if (unit === "proportion") return { min: 0, max: 1 };
  if (isScaleQuestion(question)) {
    const { scores = [] } = question.scale;
    if (unit === "grade") return { min: Math.min(...scores), max: Math.max(...scores) };
    return scaleEnds(question.scale);
  }
  const { min, max } = question.type === "number" ? question : {};
  return { min: min ?? Number.NEGATIVE_INFINITY, max: max ?? Number.POSITIVE_INFINITY };
}

/** Which way is good for a figure. */
export type Better = "higher" | "lower" | "neither";

/** Scores are better high; a measured quantity as the codebook says; a share of a choice neither way. */
export function betterOf(subject: Subject): Better {
  if (subject.kind === "index") return "higher";
  const { question } = subject;
  if (question.type === "number") return question.better;
  return isScaleQuestion(question) ? "higher" : "neither";
}

/**
 * The measure of a rated question: its name alone may read as a quantity of which less is better. Undefined for all else,
 * and for a recommend question's NPS and the groups that it is made of, which say what they are.
 */
export function ratedBy(subject: Subject): MeasureName | undefined {
  if (subject.kind !== "question" || !isScaleQuestion(subject.question)) return undefined;
  const { name } = subject.measure;
  return ofLoyalty.has(name) ? undefined : name;
}

const ofLoyalty: ReadonlySet<MeasureName> = new Set(["nps", "promoters", "passives", "detractors"]);

/** True for a measured quantity, such as minutes, which is no score. */
export function isQuantity(subject: Subject): boolean {
  return subject.kind === "question" && subject.question.type === "number";
}

/** The unit that a quantity was measured in, as words; of all else nothing. */
export function measuredIn(subject: Subject, language: Language): string {
  return subject.kind === "question" && subject.question.type === "number"
    ? subject.question.unit[language]
    : "";
}

/** What a measure of a question is called; of a measured quantity the mean is no score. */
export function measureName({ type }: Question, { name }: Measure, words: ReportContext["words"]): string {
  return type === "number" && name === "mean" ? words.quantityMean : words.measureNames[name];
}

/** What a subject's figure is called. */
export function figureName(subject: Subject, words: ReportContext["words"]): string {
  if (subject.kind === "index") return words.index.names[subject.part];
  return measureName(subject.question, subject.measure, words);
}

/** What heads a column of a subject's figures: the measure and its scale or unit. */
export function measureHead(subject: Subject, { words, language }: ReportContext): string {
  const name = figureName(subject, words);
  const within = (scale: string) => `${name}${words.parenOpen}${scale}${words.parenClose}`;
  if (subject.kind === "index") return within(`0–${endsOf(subject).max}`);
  const { question, unit } = subject;
  if (question.type === "number") return within(question.unit[language]);
  if (subject.measure.name === "satisfied" && isScaleQuestion(question))
    return within(satisfiedOf(question.scale, { words }));
  if (unit !== "scale" || !isScaleQuestion(question)) return name;
  const { min, max } = scaleEnds(question.scale);
  return within(`${min}–${max}`);
}
