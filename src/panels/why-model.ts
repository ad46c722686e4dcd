import type { PairCounts } from "../counts/pairs/request.ts";
import type { Counts, CountsRequest } from "../counts/request.ts";
import type { Difference } from "../measures/difference.ts";
import { type Estimate, hasValue } from "../measures/estimate.ts";
import { type FactorLine, movesByFactor } from "../models/moves/by-factor.ts";
import { claimsOfLevel } from "../models/moves/clear-walk.ts";
import { wholeFamily } from "../models/moves/effect.ts";
import type { Moves, SplitMoves } from "../models/moves.ts";
import type { Question } from "../survey/question.ts";
import { type Dimension, dimensionOf } from "../survey/survey.ts";
import { branchSlice, everybody } from "../views/slice.ts";
import { movedAt } from "./changes-of.ts";
import { comparedWaves, previousWave, questionAt, type ReportContext } from "./context.ts";
import { figureAt, indexPartsAt, type Sums, sumsOf } from "./figures.ts";
import { type Groups, movesOf, singleLevels } from "./moves-of.ts";
import { solePath } from "./sole-branch.ts";
import { indexSubjects, type Subject, subjectOf } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";

/** Everything that a page says of what moved the headline from the wave before. */
export interface WhyModel {
  readonly subject: Subject;
  /** The wave before; undefined for the first. */
  readonly from: string | undefined;
  readonly change: Difference;
  /** Questions that changed, without which an index is compared. */
  readonly without: readonly Question[];
  /** Figures of both waves, like with like. */
  readonly earlier: Estimate | undefined;
  readonly later: Estimate | undefined;
  /** Why nothing is computed. */
  readonly reason?: "first" | "break" | "base" | "counts" | "groups";
  /** The same change split by one dimension each: segments, the widest level, others. */
  readonly splits: readonly DimensionSplit[];
  /** Factors of an index, their items under them. */
  readonly factors: readonly FactorMove[];
  /** Down the hierarchy, as far as single waves are shown. */
  readonly where?: SplitMoves;
}

export interface DimensionSplit {
  readonly dimension: Dimension;
  readonly moves: SplitMoves;
}

/** A factor or a question of it. */
export interface FactorMove {
  readonly line: FactorLine;
  /** Change of its score, which is stated of it elsewhere too and so judged there as here. */
  readonly change: Difference;
  readonly of: readonly FactorMove[];
}

/** What is counted: everybody, each dimension outside the hierarchy, then the hierarchy's levels at once. */
export function whyGroups(context: ReportContext): readonly Groups[] {
  if (previousWave(context) === undefined) return [];
  const { survey } = context;
  const levels = levelsBelow(context);
  const whole = { waves: comparedWaves(context), by: [], slice: everybody };
  const others = otherDimensions(context).map((id) => ({ ...whole, by: [id] }));
  const slice = branchSlice(survey.hierarchy, solePath(context));
  return [whole, ...others, ...(levels.length > 0 ? [{ ...whole, by: levels, slice }] : [])];
}

/** Levels of which single waves are shown, from the widest down that has more than the one branch of a reader's filter. */
function levelsBelow(context: ReportContext): readonly string[] {
  return singleLevels(context.survey).slice(solePath(context).length);
}

/** Questions of the index, whose own changes are judged as on their pages. */
export function itemCounts(context: ReportContext, subject: Subject): readonly CountsRequest[] {
  if (subject.kind === "question" || previousWave(context) === undefined) return [];
  const questions = questionsUnder(context.survey, subject).map(({ id }) => id);
  return [{ questions, waves: comparedWaves(context), by: [], slice: everybody }];
}

/** Dimensions outside the hierarchy, segments first. */
function otherDimensions({ survey }: ReportContext): readonly string[] {
  const others = survey.dimensions.map(({ id }) => id).filter((id) => !survey.hierarchy.includes(id));
  const isSegment = (id: string) => survey.segments.includes(id);
  return [...others.filter(isSegment), ...others.filter((id) => !isSegment(id))];
}

/** @param counts as `whyGroups` asks for, of an index with the counts of its items first */
export function readWhy(
  context: ReportContext,
  subject: Subject,
  counts: readonly Counts[],
  pairs: readonly PairCounts[],
): WhyModel {
  const { survey, wave } = context;
  const scope = { survey, slice: everybody };
  const from = previousWave(context);
  const [ofItems, ofGroups] = subject.kind === "index" ? [counts.slice(0, 1), []] : [[], counts];
  const nothing = {
    subject,
    from,
    splits: [],
    factors: [],
    without: [],
    earlier: undefined,
    later: undefined,
  };
  if (from === undefined)
    return { ...nothing, change: { status: "untested", reason: "first" }, reason: "first" };
  const whole = sumsOf(subject.kind === "index" ? ofItems : ofGroups.slice(0, 1), pairs.slice(0, 1));
  const { change, without } = movedAt(scope, subject, whole, { wave });
  const ids = without.map(({ id }) => id);
  const figure = (of: string) => figureAt(scope, subject, whole, { wave: of, path: [], without: ids });
  const known = { ...nothing, change, without, earlier: figure(from), later: figure(wave) };
  const { earlier, later } = known;
  if (change.status === "untested" && change.reason === "break") return { ...known, reason: "break" };
  if (!earlier || !later || !hasValue(earlier) || !hasValue(later))
    return {
      ...known,
      reason: [earlier, later].some((one) => one?.status === "unprinted") ? "counts" : "base",
    };
  const options = { from, to: wave, without: ids };
  const moved = (at: number): Moves =>
    movesOf(survey, subject, { counts: ofGroups[at], pairs: pairs[at] }, options);
  const others = otherDimensions(context);
  const splits = others.flatMap((id, at) => splitBy(dimensionOf(survey, id), moved(at + 1)));
  const [widest] = levelsBelow(context);
  const where = widest === undefined ? [] : splitBy(dimensionOf(survey, widest), moved(others.length + 1));
  const segments = splits.filter(({ dimension }) => survey.segments.includes(dimension.id));
  return {
    ...known,
    splits: [...segments, ...where, ...splits.filter((split) => !segments.includes(split))],
    factors: factorsOf(context, subject, whole, options),
    ...(where[0] ? { where: where[0].moves } : {}),
    ...(splits.length + where.length === 0 ? noSplit(moved(1)) : {}),
  };
}

function splitBy(dimension: Dimension, moves: Moves): readonly DimensionSplit[] {
  return moves.status === "split" ? [{ dimension, moves }] : [];
}

/** Why no grouping tells parts apart; of a survey without groups there is nothing to say. */
function noSplit(moves: Moves): Pick<WhyModel, "reason"> {
  return moves.status === "none" && moves.reason !== "base" ? { reason: moves.reason } : {};
}

function factorsOf(
  context: ReportContext,
  subject: Subject,
  whole: Sums,
  { from, to, without }: { readonly from: string; readonly to: string; readonly without: readonly string[] },
): readonly FactorMove[] {
  if (subject.kind === "question") return [];
  const { survey } = context;
  const scope = { survey, slice: everybody };
  const [earlier, later] = [from, to].map((wave) =>
    indexPartsAt(scope, whole.pairs, { wave, path: [], without }),
  );
  if (!earlier || !later) return [];
  const claim = {
    claim: ["factors of", subject.id, from, to].join(" "),
    of: wholeFamily({ id: subject.id, slice: everybody }),
  };
  const subjects = indexSubjects(survey);
  const moveOf = (line: FactorLine): FactorMove => {
    const question = line.kind === "item" ? subjectOf(survey, questionAt(context, line.id)) : undefined;
    // The mean of a question is its score in the index on another scale: one change, one test.
    const own =
      question?.measure.name === "mean"
        ? question
        : subjects.find(({ id }) => line.kind === "factor" && id === line.id);
    const change = own && movedAt(scope, own, whole, { wave: to }).change;
    return { line, change: change?.status === "tested" ? change : line.scored.test, of: line.of.map(moveOf) };
  };
  return (movesByFactor(earlier, later, claim) ?? []).map(moveOf);
}

/** All that is stated, on whichever page and however much of it is drawn, so that all pages judge alike. */
export function whyClaims({ change, factors, splits, where }: WhyModel): readonly Difference[] {
  const ofFactor = ({ change: own, of }: FactorMove): readonly Difference[] => [own, ...of.flatMap(ofFactor)];
  const levels = new Set([...splits.map(({ moves }) => moves.level), ...(where ? [where.level] : [])]);
  return [change, ...factors.flatMap(ofFactor), ...[...levels].flatMap(claimsOfLevel)];
}
