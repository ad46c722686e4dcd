import type { Counts, CountsRequest } from "../counts/request.ts";
import type { Comparison } from "../findings/compare-versions.ts";
import type { FigureName } from "../findings/figure-pairs.ts";
import type { Span } from "../findings/gives-away.ts";
import type { Difference } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import { measures } from "../measures/registry.ts";
import { isScaleQuestion } from "../survey/question.ts";
import { scaleEnds } from "../survey/scale.ts";
import { questionOf, type Survey, waveIds } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import { movedAt } from "./changes-of.ts";
import { type FigureScope, sumsOf } from "./figures.ts";
import { endsOf, type IndexSubject, indexSubjects, type QuestionSubject, subjectOf } from "./subject.ts";

/** A question in a wave that is new, and its change on the wave before: other respondents, so that it may be tested. */
export interface NewFigure {
  readonly subject: QuestionSubject;
  readonly estimate: Estimate | undefined;
  readonly change: Difference;
}

/** A wave that the earlier version did not have. */
export interface NewWave {
  readonly wave: string;
  readonly rows: number;
  /** The wave before, which its figures are compared with; absent for the first. */
  readonly from?: string;
  readonly headline?: NewFigure;
  /** The other questions, the largest change first. */
  readonly others: readonly NewFigure[];
}

/** What to count for {@link newWavesOf}: all scored questions in all waves; nothing where no wave is new. */
export function newWaveRequests(survey: Survey, comparison: Comparison): readonly CountsRequest[] {
  if (!comparison.waves.some(({ state }) => state === "added")) return [];
  const questions = subjectsOf(survey).map(({ question }) => question.id);
  return [{ questions, waves: waveIds(survey), by: [], slice: everybody }];
}

/** The waves that are new, with the headline and all other questions against the wave before each. */
export function newWavesOf(
  scope: FigureScope,
  { waves }: Comparison,
  counts: readonly Counts[],
): readonly NewWave[] {
  const { survey } = scope;
  return waves.flatMap(({ id, state, after }): readonly NewWave[] => {
    if (state !== "added" || !after) return [];
    const from = survey.waves[survey.waves.findIndex((wave) => wave.id === id) - 1]?.id;
    const figures = subjectsOf(survey)
      .map((subject) => newFigure(scope, subject, { wave: id, counts }))
      .filter(({ estimate }) => estimate !== undefined);
    const headline = figures.find(({ subject }) => subject.question.id === survey.headline);
    const others = figures.filter((figure) => figure !== headline).toSorted(bySize);
    const against = from === undefined ? {} : { from };
    return [{ wave: id, rows: after.rows, ...against, ...(headline ? { headline } : {}), others }];
  });
}

/** All figures of a new wave, the headline first: one family of tests. */
export function newFiguresOf({ headline, others }: NewWave): readonly NewFigure[] {
  return [...(headline ? [headline] : []), ...others];
}

/** The unit of a number of answers. */
export const answersUnit = "answers";

export function unitOfFigure(survey: Survey, figure: FigureName): string {
  if (figure.kind === "answered") return answersUnit;
  return figure.kind === "index" ? partOfFigure(survey, figure).unit : subjectOfFigure(survey, figure).unit;
}

/**
 * The lowest and highest that one answer can be in a recorded figure. Undefined for the index and its factors, of which
 * nothing tells: an item of theirs can rest on few answers, and would follow from what the others moved.
 */
export function spanOfFigure(survey: Survey, figure: FigureName): Span | undefined {
  if (figure.kind === "index") return undefined;
  return figure.kind === "answered" ? { min: 0, max: 1 } : spanOf(subjectOfFigure(survey, figure));
}

/** The lowest and highest that one answer can be, on any scale that the question ever had. */
export function spanOf(subject: QuestionSubject): Span {
  const { question, unit } = subject;
  if (unit !== "scale" || !isScaleQuestion(question)) return endsOf(subject);
  const scales = [question.scale, ...question.versions.flatMap(({ scale }) => scale ?? [])].map(scaleEnds);
  return { min: Math.min(...scales.map(({ min }) => min)), max: Math.max(...scales.map(({ max }) => max)) };
}

/** The index or factor that a recorded figure is of, as the present survey has it. */
export function partOfFigure(survey: Survey, { question }: FigureName): IndexSubject {
  const part = indexSubjects(survey).find(({ id }) => id === question.id);
  if (!part) throw new Error(`survey ${survey.id} has no index or factor "${question.id}"`);
  return part;
}

/** The question and measure of a recorded score or share, as the present survey has them. */
export function subjectOfFigure(survey: Survey, { question, measure: name }: FigureName): QuestionSubject {
  const present = questionOf(survey, question.id);
  const measure = Object.values(measures).find((candidate) => candidate.name === name);
  if (!measure) throw new Error(`there is no measure "${name}"`);
  return {
    kind: "question",
    id: present.id,
    name: present.short,
    question: present,
    measure,
    method: measure.method,
    unit: measure.unitOf(present),
  };
}

function newFigure(
  scope: FigureScope,
  subject: QuestionSubject,
  { wave, counts }: { readonly wave: string; readonly counts: readonly Counts[] },
): NewFigure {
  return { subject, ...movedAt(scope, subject, sumsOf(counts, []), { wave }) };
}

function subjectsOf(survey: Survey): readonly QuestionSubject[] {
  return survey.questions.flatMap((question) => subjectOf(survey, question) ?? []);
}

/** By the change against half its own interval, so that figures of different units can stand in one order. */
function bySize(a: NewFigure, b: NewFigure): number {
  const size = ({ change }: NewFigure) =>
    change.status === "tested" ? Math.abs(change.value) / ((change.high - change.low) / 2) : -1;
  return size(b) - size(a);
}
