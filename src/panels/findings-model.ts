import { type Difference, verdictsOf } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import { clearCells } from "../models/moves/clear-walk.ts";
import type { MoveLine } from "../models/moves/level.ts";
import type { SplitMoves } from "../models/moves.ts";
import type { Branch } from "../survey/branches.ts";
import { waveIds } from "../survey/survey.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { type BranchLuck, branchLuck } from "./branch-luck.tsx";
import { branchMoves } from "./branch-moves.tsx";
import { rankingAt } from "./branch-scores.tsx";
import { type Moved, movedAt } from "./changes-of.ts";
import type { FindingsLead, ReportContext } from "./context.ts";
import { figureAt, type Sums, subjectPairs, subjectRequests, sumsOf } from "./figures.ts";
import { type FarTables, farTables } from "./findings-far.ts";
import { type PartsFound, partsOf } from "./findings-parts.ts";
import { type GroupChange, groupChanges, questionsShown } from "./findings-tables.ts";
import { type HeadlineModel, headline } from "./headline.tsx";
import { mix } from "./mix.tsx";
import { type Memory, onceFor } from "./once-for.ts";
import { type Asks, type Judge, modelOf } from "./panel.ts";
import { spanOfLevel } from "./pooling.ts";
import { type Ranking, rankedSubject } from "./ranking.ts";
import { headingProblems, type ProblemsModel, problemClaims } from "./scoring/problems-model.ts";
import { betterOf, headlineSubject, indexSubject, indexSubjects, type Subject } from "./subject.ts";
import { whyReading } from "./why.tsx";
import { type DimensionSplit, type WhyModel, whyClaims } from "./why-model.ts";
import { branchOf } from "./why-texts.ts";

/** Which page it is: each has its own things to say. */
export type FindingsPage = "overview" | "factor" | "branch" | "question";

/** A figure of everybody or of a branch, and how it changed. */
export interface PlacedChange extends Moved {
  readonly subject: Subject;
  /** Undefined for everybody. */
  readonly branch?: Branch;
  /** The wave that the change is since. */
  readonly from: string | undefined;
  /** The figure then, like with like. */
  readonly earlier: () => Estimate | undefined;
}

/** A change that was found in the wave before, and the change since. */
export interface Followed {
  readonly now: PlacedChange;
  readonly before: Difference;
}

/** Everything that a page's findings are made of. */
export interface FindingsModel {
  readonly head: HeadlineModel;
  /** The problems that head the page, where they do. */
  readonly problems?: ProblemsModel;
  readonly changes: readonly PlacedChange[];
  /** What groups outside the hierarchy say of the figure, on pages that show them. */
  readonly groups: readonly GroupChange[];
  readonly splits: readonly DimensionSplit[];
  /** By dimension: groups whose share clearly moved the survey's headline, as its own page has it. */
  readonly shifts: ReadonlyMap<string, readonly MoveLine[]>;
  /** Factors in branches under the page's own. */
  readonly cells?: SplitMoves;
  /** A figure of the page's own branch, or of one under it, made of all its questions, and its change. */
  readonly placed: (subject: Subject, branch: Branch) => PlacedChange;
  readonly parts?: PartsFound;
  /** On the page of a factor, all factors, of which it may be the lowest. */
  readonly among?: PartsFound;
  readonly far?: FarTables;
  /** The branches under the page's own in fair order. */
  readonly ranking?: Ranking;
  readonly luck: BranchLuck;
  readonly followed: readonly Followed[];
  readonly claims: readonly Difference[];
  /** What comes before all else, on a page that is set against something. */
  readonly lead?: FindingsLead;
}

/** Works out all that a page may say first, from what its panels state. */
export async function gatherFindings(
  context: ReportContext,
  subject: Subject,
  { page, asks }: { readonly page: FindingsPage; readonly asks: Asks },
): Promise<FindingsModel> {
  const sums = await sumsBelow(context, subject, asks);
  const problems =
    page === "overview" || page === "branch" ? await headingProblems(context, asks) : undefined;
  const head = await modelOf(headline(subject), context, asks);
  const why = page === "overview" ? await modelOf(whyReading(subject), context, asks) : undefined;
  const ofMix = why ? undefined : await modelOf(mix(subject), context, asks);
  const moves = page === "branch" ? await modelOf(branchMoves(subject), context, asks) : undefined;
  const luck: BranchLuck =
    page === "branch" && betterOf(subject) !== "neither"
      ? await modelOf(branchLuck(subject), context, asks)
      : { kind: "none" };
  const isRanked = page === "overview" && rankedSubject(context)?.id === subject.id;
  const far = isRanked ? await farTables(context, subject, asks) : undefined;
  const parts = page === "question" ? undefined : await partsOf(context, subject, { sums, asks });
  const among = page === "factor" ? await factorsOf(context, subject, asks) : undefined;
  const followed = await followedOf(context, subject, { asks, sums });
  const table =
    page === "question" ? { questions: [], sums } : await questionsShown(context, { subject, page, asks });
  const changes = [
    ...changesOf(context, subject, sums),
    ...table.questions.map((one) => placedChange(context, one, table.sums, context.branch)),
  ];
  const groups = await groupChanges(context, { subject, page, asks });
  const cells = why?.where ?? moves?.moves;
  const ranking = childrenOf(context).length === 0 ? undefined : rankingAt(context, subject, sums);
  return {
    head,
    ...(problems ? { problems } : {}),
    changes,
    groups,
    splits: why?.splits ?? ofMix?.splits ?? [],
    ...(cells ? { cells } : {}),
    placed: (one, place) => placedChange(context, one, sums, place),
    shifts: await shiftsOf(context, asks),
    ...(parts ? { parts } : {}),
    ...(among ? { among } : {}),
    ...(far ? { far } : {}),
    ...(ranking ? { ranking } : {}),
    luck,
    followed,
    claims: [
      ...headline(subject).claims(head),
      ...problemClaims(problems ? [problems] : []),
      ...(why ? whyClaims(why) : []),
      ...(ofMix?.claims ?? []),
      ...branchMoves(subject).claims(moves),
      ...(parts?.pairs ?? []),
      ...(among?.pairs ?? []),
      ...(far?.claims ?? []),
      ...[...changes, ...groups].map(({ change }) => change),
      ...followed.map(({ now }) => now.change),
    ],
  };
}

/** All factors of the index, for the page of one of them. */
async function factorsOf(
  context: ReportContext,
  subject: Subject,
  asks: Asks,
): Promise<PartsFound | undefined> {
  const whole = indexSubject(context.survey);
  if (!whole?.members.includes(subject.id)) return undefined;
  return partsOf(context, whole, { sums: await sumsBelow(context, whole, asks), asks });
}

async function shiftsOf(
  context: ReportContext,
  asks: Asks,
): Promise<ReadonlyMap<string, readonly MoveLine[]>> {
  const whole = headlineSubject(context.survey);
  if (!whole) return new Map();
  const why = await modelOf(whyReading(whole), context, asks);
  const judge = judgeOf(why);
  return new Map(
    why.splits.map(({ dimension, moves: { level } }) => [
      dimension.id,
      level.lines.filter(({ kind, effects }) => kind === "group" && judge(effects.shared.test) !== "unclear"),
    ]),
  );
}

const judges: Memory<Judge> = new WeakMap();

/** Verdicts of the page of what moved the headline of a wave, which many pages tell of in every language. */
function judgeOf(why: WhyModel): Judge {
  return onceFor(judges, why, [], () => verdictsOf(whyClaims(why)));
}

/** The branches under the page's own; none beside a branch of the lowest level. */
export function childrenOf({ branch, tree }: Pick<ReportContext, "branch" | "tree">): readonly Branch[] {
  return branch ? branch.children : tree;
}

async function sumsBelow(context: ReportContext, subject: Subject, { ask, askPairs }: Asks): Promise<Sums> {
  const options = { waves: waveIds(context.survey), below: childrenOf(context).length > 0 };
  const [counts, pairs] = await Promise.all([
    Promise.all(subjectRequests(context, subject, options).map(ask)),
    Promise.all(subjectPairs(context, subject, options).map(askPairs)),
  ]);
  return sumsOf(counts, pairs);
}

/** Changes of the page's figure, of its factors, and of the figure in the branches under the page's own. */
function changesOf(context: ReportContext, subject: Subject, sums: Sums): readonly PlacedChange[] {
  const { branch } = context;
  const members = subject.kind === "index" ? subject.members : [];
  const at = (one: Subject, place: Branch | undefined) => placedChange(context, one, sums, place);
  return [
    at(subject, branch),
    ...indexSubjects(context.survey)
      .filter(({ id }) => members.includes(id))
      .map((member) => at(member, branch)),
    ...childrenOf(context).map((child) => at(subject, child)),
  ];
}

function placedChange(
  context: ReportContext,
  subject: Subject,
  sums: Sums,
  branch: Branch | undefined,
): PlacedChange {
  const { survey, wave } = context;
  const path = branch?.path ?? [];
  const moved = movedAt(context, subject, sums, { wave, path });
  const from = waveBefore(survey, wave, spanOfLevel(survey, path.length));
  const without = moved.without.map(({ id }) => id);
  return {
    ...moved,
    subject,
    ...(branch ? { branch } : {}),
    from,
    earlier: () =>
      from === undefined ? undefined : figureAt(context, subject, sums, { wave: from, path, without }),
  };
}

/**
 * What became of the factors in branches that clearly changed in the wave before: one further comparison of each, which
 * is judged as on the pages of its branch and its factor. Verdicts of the wave before are those of its own page.
 */
async function followedOf(
  context: ReportContext,
  subject: Subject,
  { asks, sums }: { readonly asks: Asks; readonly sums: Sums },
): Promise<readonly Followed[]> {
  const { survey, wave, branch } = context;
  const from = waveBefore(survey, wave);
  const whole = headlineSubject(survey);
  if (from === undefined || whole?.kind !== "index" || subject.kind !== "index") return [];
  const earlier = await modelOf(whyReading(whole), { ...context, wave: from }, asks);
  if (!earlier.where) return [];
  const judge = judgeOf(earlier);
  // Lines of the hierarchy start at everybody, whatever the page's own branch.
  const { branch: _, ...everywhere } = context;
  return clearCells(earlier.where.level, (difference) => judge(difference) !== "unclear").flatMap(
    ({ line, move }) => {
      const place = branchOf(line, everywhere);
      const factor = indexSubjects(survey).find(({ id }) => id === move.member);
      const isHere = subject.id === whole.id || subject.id === factor?.id;
      if (!place || !factor || !isHere || (branch && branch.path.join("/") !== place.path.join("/")))
        return [];
      return [{ now: placedChange(context, factor, sums, place), before: move.change }];
    },
  );
}
