import type { PairCounts } from "../counts/pairs/request.ts";
import type { Counts, CountsRequest } from "../counts/request.ts";
import type { Difference } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import type { Branch } from "../survey/branches.ts";
import { waveIds } from "../survey/survey.ts";
import type { Text } from "../survey/text.ts";
import { branchSlice, everybody } from "../views/slice.ts";
import { averageAt, averageChange } from "./average.ts";
import type { Moved } from "./changes-of.ts";
import type { ReportContext } from "./context.ts";
import { indexRequest, type Sums } from "./figures.ts";
import { questionSubjects } from "./kin.tsx";
import { figuresOf, periodsOf } from "./league-figures.ts";
import type { Asks } from "./panel.ts";
import { spanOfLevel } from "./pooling.ts";
import { pathKey, type Segment, segmentOfBranches, segmentRequest, segmentsOf } from "./segments.ts";
import { type SparkTrend, sparkTrend } from "./spark-points.ts";
import type { Subject } from "./subject.ts";

/** A branch of the network with all that tells its place among the others of its level. */
export interface LeagueBranch extends Moved {
  readonly id: string;
  readonly branch: Branch;
  /** Changes that its own is judged together with; of an earlier wave, whose changes no league states, none. */
  readonly kin: readonly Difference[];
  /** Its segment, on the lowest level; undefined where its respondents are of several. */
  readonly segment?: Segment;
  /** Its figures in the page's wave and before, latest first, no two with a wave in common. */
  readonly periods: readonly (Estimate | undefined)[];
  /** Its figures wave by wave, with gaps where one is withheld. */
  readonly trend: SparkTrend;
}

/** What a level or a segment scores. */
export interface Average {
  /** Over as many waves as its branches are shown over, latest period first. */
  readonly periods: readonly (Estimate | undefined)[];
  /** Over the same waves as the changes of its branches. */
  readonly change: Difference;
  /** Wave by wave; none where its branches are shown over several waves, and it is not. */
  readonly trend?: SparkTrend;
}

/** All branches of a survey with one figure. */
export interface League {
  readonly branches: readonly LeagueBranch[];
  /** Everybody's figure and change. */
  readonly whole: Moved & Pick<LeagueBranch, "kin" | "trend">;
  /** What a branch is called, by its id. */
  readonly nameOf: (id: string) => Text | undefined;
  /** What everybody scores beside the branches of a level. */
  readonly averageOf: (level: number) => Average;
  /** What a segment scores beside its branches, of the lowest level. */
  readonly averageIn: (segment: Segment) => Average;
}

/** Leagues by what was counted for everybody: all pages of a survey share them. */
const memory = new WeakMap<Counts | PairCounts, Map<string, Promise<League>>>();

/** The league of a survey's figure in the page's wave, worked out once. */
export async function leagueOf(context: ReportContext, subject: Subject, asks: Asks): Promise<League> {
  const whole = await countsOf(context, subject, asks, []);
  const counts = whole.pairs[0] ?? whole.counts[0];
  if (!counts) throw new Error(`nothing is counted for "${subject.id}"`);
  const known = memory.get(counts) ?? new Map<string, Promise<League>>();
  memory.set(counts, known);
  const key = JSON.stringify([subject.id, context.wave]);
  const league = known.get(key) ?? makeLeague(context, subject, asks);
  known.set(key, league);
  return league;
}

async function makeLeague(context: ReportContext, subject: Subject, asks: Asks): Promise<League> {
  const { survey, tree, wave } = context;
  const segments = await segmentsByBranch(context, asks);
  const sums = await countsOf(context, subject, asks, []);
  const [inSegments] = survey.segments.length === 1 ? survey.segments : [];
  const withSegments =
    inSegments === undefined ? sums : joined(sums, await countsOf(context, subject, asks, [], inSegments));
  const whole = figuresOf(context, subject, sums, []);
  const averages = (path: readonly string[], span: number, of: Sums) =>
    periodsOf(context, subject, span).map((period) =>
      averageAt(context, subject, of, { ...period, path, span }),
    );
  const levels = survey.hierarchy.map((_, level): Average => {
    const at = { wave, path: [], span: spanOfLevel(survey, level + 1), slice: everybody };
    return {
      periods: averages([], at.span, sums),
      change: at.span === 1 ? whole.change : averageChange(context, subject, sums, at),
      ...(at.span === 1 ? { trend: whole.trend } : {}),
    };
  });
  const span = spanOfLevel(survey, survey.hierarchy.length);
  const ofSegment = ({ key }: Segment): Average => {
    // Of combinations of several dimensions nothing tells what may be shown.
    if (inSegments === undefined)
      return { ...unknownAverage, periods: periodsOf(context, subject, span).map(() => undefined) };
    const at = { wave, path: key, span, slice: { [inSegments]: key } };
    return {
      periods: averages(key, span, withSegments),
      change: averageChange(context, subject, withSegments, at),
      ...(span === 1 ? { trend: sparkTrend(context, subject, withSegments, { wave, path: key }) } : {}),
    };
  };
  const ofSegments = new Map(segmentsOf(survey).map((one) => [pathKey(one.key), ofSegment(one)]));
  const branches = await branchesUnder(context, subject, { asks, branches: tree, above: sums, segments });
  const names = new Map(branches.map(({ id, branch }) => [id, branch.label]));
  return {
    branches,
    nameOf: (id) => names.get(id),
    whole,
    averageOf: (level) => levels[level] ?? unknownAverage,
    averageIn: ({ key }) => ofSegments.get(pathKey(key)) ?? unknownAverage,
  };
}

const unknownAverage: Average = { periods: [], change: { status: "untested", reason: "base" } };

interface Walk {
  readonly asks: Asks;
  readonly branches: readonly Branch[];
  /** What was counted for the branches above. */
  readonly above: Sums;
  readonly segments: ReadonlyMap<string, Segment>;
}

/** Branches and all under them, counted parent by parent, so that no more than one way down is held at a time. */
async function branchesUnder(
  context: ReportContext,
  subject: Subject,
  { branches, above, ...walk }: Walk,
): Promise<readonly LeagueBranch[]> {
  const [first] = branches;
  if (!first) return [];
  const { survey } = context;
  // Asked for again and again, so that it is remembered, and with it the league that was made of it.
  await countsOf(context, subject, walk.asks, []);
  const sums = joined(
    above,
    await countsOf(context, subject, walk.asks, first.path.slice(0, -1), survey.hierarchy[first.level]),
  );
  const own = branches.map((branch): LeagueBranch => {
    const id = pathKey(branch.path);
    const segment = walk.segments.get(id);
    const figures = figuresOf(context, subject, sums, branch.path);
    const place = { id, branch, ...(segment ? { segment } : {}) };
    return walk.asks.held ? Object.assign(figures, place) : { ...place, ...figures };
  });
  const below: LeagueBranch[] = [];
  for (const { children } of branches)
    below.push(...(await branchesUnder(context, subject, { ...walk, branches: children, above: sums })));
  return [...own, ...below];
}

/** What to count of a subject, and of all that its changes are judged with, in the branches of a parent. */
async function countsOf(
  context: ReportContext,
  subject: Subject,
  { ask, askPairs }: Asks,
  parent: readonly string[],
  dimension?: string,
): Promise<Sums> {
  const { survey } = context;
  const groups: Omit<CountsRequest, "questions"> = {
    waves: waveIds(survey),
    by: dimension === undefined ? [] : [dimension],
    slice: parent.length === 0 ? everybody : branchSlice(survey.hierarchy, parent),
  };
  if (subject.kind === "index")
    return { counts: [], pairs: await Promise.all(indexRequest(survey, groups).map(askPairs)) };
  const questions = questionSubjects(context).map(({ id }) => id);
  return { counts: [await ask({ questions, ...groups })], pairs: [] };
}

function joined(above: Sums, below: Sums): Sums {
  return { counts: [...above.counts, ...below.counts], pairs: [...above.pairs, ...below.pairs] };
}

async function segmentsByBranch(
  { survey, wave }: ReportContext,
  { ask }: Asks,
): Promise<ReadonlyMap<string, Segment>> {
  const order = waveIds(survey);
  const last = order.indexOf(wave) + 1;
  const waves = order.slice(Math.max(0, last - spanOfLevel(survey, survey.hierarchy.length)), last);
  const request = segmentRequest(survey, waves);
  return request ? segmentOfBranches(survey, await ask(request), waves) : new Map();
}
