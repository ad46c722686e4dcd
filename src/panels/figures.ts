import { type PairCounts, type PairsRequest, pairGroupOf } from "../counts/pairs/request.ts";
import type { Counts, CountsRequest } from "../counts/request.ts";
import { type Cascade, estimateAt, type Path } from "../measures/cascade.ts";
import type { Estimate } from "../measures/estimate.ts";
import { indexAt, type PairCascade, partOfIndex } from "../measures/index/cascade.ts";
import { indexSets, itemsUnder } from "../measures/index/definition.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { indexIn } from "../measures/index/of-survey.ts";
import type { Measure } from "../measures/measure.ts";
import type { Weighting } from "../measures/weighting.ts";
import type { Question } from "../survey/question.ts";
import type { Survey } from "../survey/survey.ts";
import { branchSlice, everybody } from "../views/slice.ts";
import { questionPut, type ReportContext } from "./context.ts";
import { alikeIn, hiddenInPool, indexPool, questionPool, statedPool } from "./pool-state.ts";
import { poolCounts, poolPairs, spanOfLevel } from "./pooling.ts";
import type { IndexSubject, Subject } from "./subject.ts";
import { changedBetween, isPrinted } from "./subject-questions.ts";

/** Of whom figures are: all that computing one needs to know of its page. */
export type FigureScope = Pick<ReportContext, "survey" | "slice" | "branch">;

/** What was counted for a group and everything that decides whether it may be shown. */
export interface Sums {
  readonly counts: Cascade;
  /** Pairs of an index's items; none where the subject is no index. */
  readonly pairs: PairCascade;
}

export interface CascadeOptions {
  readonly waves: readonly string[];
  /** With the level under the branch. */
  readonly below?: boolean;
}

/** Everybody, then each level of the hierarchy under the page's branch. */
export function levelsOf(
  { survey, branch }: FigureScope,
  { waves, below = false }: CascadeOptions,
): readonly Omit<CountsRequest, "questions">[] {
  const path = branch?.path ?? [];
  const levels = survey.hierarchy.slice(0, path.length + (below ? 1 : 0));
  return [
    { waves, by: [], slice: everybody },
    ...levels.map((dimension, level) => ({
      waves,
      by: [dimension],
      slice: branchSlice(survey.hierarchy, path.slice(0, level)),
    })),
  ];
}

/** What to count of questions for the page's branch. */
export function cascadeRequests(
  scope: FigureScope,
  { questions, ...options }: CascadeOptions & { readonly questions: readonly string[] },
): readonly CountsRequest[] {
  return levelsOf(scope, options).map((level) => ({ questions, ...level }));
}

/** What to count of the index's items for the page's branch; nothing where the survey has no index. */
export function indexRequests(scope: FigureScope, options: CascadeOptions): readonly PairsRequest[] {
  return levelsOf(scope, options).flatMap((level) => indexRequest(scope.survey, level));
}

/** The index's items and who answered which part of it, in groups of one request. */
export function indexRequest(
  survey: Survey,
  groups: Omit<CountsRequest, "questions">,
): readonly PairsRequest[] {
  const definition = indexIn(survey, survey.waves.at(-1)?.id ?? "");
  if (!definition) return [];
  const questions = itemsUnder(definition.root);
  return [{ questions, sets: indexSets(definition), ...groups }];
}

/** What to count for a subject. */
export function subjectRequests(
  scope: FigureScope,
  subject: Subject,
  options: CascadeOptions,
): readonly CountsRequest[] {
  return subject.kind === "index" ? [] : cascadeRequests(scope, { questions: [subject.id], ...options });
}

export function subjectPairs(
  scope: FigureScope,
  subject: Subject,
  options: CascadeOptions,
): readonly PairsRequest[] {
  return subject.kind === "index" ? indexRequests(scope, options) : [];
}

/** A panel's counts, by what they are for. */
export function sumsOf(counts: readonly Counts[], pairs: readonly PairCounts[]): Sums {
  return { counts, pairs };
}

export interface At {
  readonly wave: string;
  /** The group within the cascade; the page's own branch by default. */
  readonly path?: Path;
  readonly weighting?: Weighting;
  /** Items that an index is to be worked out without. */
  readonly without?: readonly string[];
  /** Over how many waves; by default over as many as the group is shown over. */
  readonly span?: number;
}

/**
 * A subject's figure in a group, on the scale of the wave, over the waves that the codebook pools (M35); undefined
 * where it was not asked in the wave, where the measure does not fit its scale, or where the pool is not full yet.
 */
export function figureAt(scope: FigureScope, subject: Subject, sums: Sums, at: At): Estimate | undefined {
  return subject.kind === "index"
    ? indexFigure(scope, subject, sums.pairs, at)
    : figureOf(scope, sums.counts, { ...subject, ...at });
}

/**
 * The figure of the branch above the page's own, to compare with; none where only one of the two is over several waves,
 * as they would not speak of the same time.
 */
export function parentFigure(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  wave: string,
): Estimate | undefined {
  const level = scope.branch?.path.length ?? 0;
  if (level === 0 || spanOfLevel(scope.survey, level) !== spanOfLevel(scope.survey, level - 1))
    return undefined;
  return figureAt(scope, subject, sums, { wave, path: scope.branch?.path.slice(0, -1) ?? [] });
}

export interface FigureOptions extends At {
  readonly question: Question;
  readonly measure: Measure;
}

/** The same for a measure of a question. */
export function figureOf(
  { survey, branch }: FigureScope,
  cascade: Cascade,
  { question, measure, wave, path = branch?.path ?? [], weighting = "weighted", span }: FigureOptions,
): Estimate | undefined {
  const { base } = survey;
  const put = questionPut(survey, question.id, wave);
  if (!measure.appliesTo(put)) return undefined;
  const at = { id: question.id, wave, path };
  const pool =
    span === undefined
      ? questionPool(survey, cascade, at)
      : statedPool(survey, { wave, span }, alikeIn(survey, question.id));
  if (!pool) return undefined;
  const { waves, state } = pool;
  if (state === "closed") return { status: "none" };
  const isPooled = state !== "single";
  const pooled = isPooled ? cascade.map((counts) => poolCounts(counts, put, waves)) : cascade;
  const hidden = isPooled ? state !== "shown" : undefined;
  return estimateAt(pooled, path, { question: put, wave, base, hidden }, ({ tally, siblings }) =>
    measure.estimate(tally, put, { weighting, base, siblings }),
  );
}

function indexFigure(
  scope: FigureScope,
  subject: IndexSubject,
  pairs: PairCascade,
  at: At,
): Estimate | undefined {
  const { survey, branch } = scope;
  const { wave, path = branch?.path ?? [] } = at;
  if (isPrinted(survey, wave)) return { status: "unprinted" };
  const definition = indexIn(survey, wave);
  const pool = definition && indexPool(survey, pairs, { wave, path, node: definition.root });
  if (!pool) return undefined;
  const index = indexPartsAt(scope, pairs, at);
  // A factor of which no item may be shown is left out of the index.
  if (index) return partOfIndex(index, subject.id)?.estimate ?? { status: "withheld" };
  const [whole] = pairs;
  return whole && pairGroupOf(whole, wave) ? { status: "none" } : undefined;
}

/** The index of a group with its factors and items, over the waves that the codebook pools. */
export function indexPartsAt(
  { survey, branch }: FigureScope,
  pairs: PairCascade,
  { wave, path = branch?.path ?? [], weighting = "weighted", without = [], span }: At,
): IndexPart | undefined {
  const definition = indexIn(survey, wave);
  if (!definition) return undefined;
  const options = { definition, wave, weighting, base: survey.base, without };
  const { root } = definition;
  const pool =
    span === undefined
      ? indexPool(survey, pairs, { wave, path, node: root })
      : statedPool(survey, { wave, span });
  if (!pool || pool.state === "closed") return undefined;
  if (pool.state === "single") return indexAt(pairs, path, options);
  const changedSince = (earlier: string) =>
    changedBetween(survey, itemsUnder(root), earlier, wave).map(({ id }) => id);
  const pooled = pairs.map((counts) => poolPairs(counts, pool.waves, changedSince));
  const hidden = span === undefined ? { hidden: hiddenInPool(survey, pairs, { wave, path, root }) } : {};
  return indexAt(pooled, path, { ...options, ...hidden });
}
