import type { PairCounts } from "../counts/pairs/request.ts";
import type { Counts } from "../counts/request.ts";
import { type RankChange, rankChanges } from "../models/rank-change.ts";
import type { Branch } from "../survey/branches.ts";
import { waveBefore } from "../survey/wave-before.ts";
import type { ReportContext } from "./context.ts";
import { endedBefore } from "./ended.ts";
import { figureAt, type Sums } from "./figures.ts";
import { spanOfLevel } from "./pooling.ts";
import { type Candidate, type Ranking, rankingOf } from "./ranking.ts";
import type { Subject } from "./subject.ts";

/** Branches that are ranked together: those of a level under one branch. */
export interface RankedScope {
  readonly branches: readonly Branch[];
  readonly level: number;
  readonly parent: Branch["path"];
}

/** The fair order of a page's branches, and whose rank may have changed on the wave before. */
export interface BranchRanking {
  readonly ranking: Ranking;
  /** By id; undefined where the wave before has no ranking to compare with. */
  readonly changes: ReadonlyMap<string, RankChange> | undefined;
}

/** Rankings by what was counted for the branches: the pages of all of them, in all languages, share one. */
const memory = new WeakMap<Counts | PairCounts, Map<string, BranchRanking | undefined>>();

/** The fair order of branches (M31); those that closed before the page's wave take no part. */
export function branchRanking(
  context: ReportContext,
  subject: Subject,
  sums: Sums,
  scope: RankedScope,
): BranchRanking | undefined {
  const { wave } = context;
  const counts = (subject.kind === "index" ? sums.pairs : sums.counts)[scope.level + 1];
  if (!counts) return undefined;
  const known = memory.get(counts) ?? new Map<string, BranchRanking | undefined>();
  memory.set(counts, known);
  const key = JSON.stringify([subject.id, wave]);
  if (known.has(key)) return known.get(key);
  const ranking = rankingIn(context, subject, sums, { ...scope, wave });
  const changes = ranking && changesOf(context, subject, sums, { ...scope, ranking });
  const made = ranking && { ranking, changes };
  known.set(key, made);
  return made;
}

interface InWave extends RankedScope {
  readonly wave: string;
  /** Whose ranks are wanted; by default everybody's. */
  readonly only?: ReadonlySet<string>;
}

function rankingIn(
  context: ReportContext,
  subject: Subject,
  sums: Sums,
  { branches, level, parent, wave, only }: InWave,
): Ranking | undefined {
  const { survey } = context;
  const figure = (path: Branch["path"]) => figureAt(context, subject, sums, { wave, path });
  const candidates = branches
    .filter((branch) => !endedBefore(survey, branch, wave))
    .map((branch): Candidate => ({ id: idOf(branch), estimate: figure(branch.path) }))
    .filter(({ id }) => only === undefined || only.has(id));
  return rankingOf(survey, subject, candidates, {
    parent: spanOfLevel(survey, level) === spanOfLevel(survey, level + 1) ? figure(parent) : undefined,
  });
}

/** Ranks are compared among those that have one in both waves, so that nobody's changes by who joins. */
function changesOf(
  context: ReportContext,
  subject: Subject,
  sums: Sums,
  { ranking, ...scope }: RankedScope & { readonly ranking: Ranking },
): BranchRanking["changes"] {
  const from = waveBefore(context.survey, context.wave, spanOfLevel(context.survey, scope.level + 1));
  const before = from === undefined ? undefined : rankingIn(context, subject, sums, { ...scope, wave: from });
  if (from === undefined || !before) return undefined;
  const inBoth = idsOf(ranking).intersection(idsOf(before));
  const among = (wave: string, whole: Ranking) =>
    inBoth.size === whole.siblings.length
      ? whole
      : rankingIn(context, subject, sums, { ...scope, wave, only: inBoth });
  const [now, then] = [among(context.wave, ranking), among(from, before)];
  if (!now || !then || idsOf(now).symmetricDifference(idsOf(then)).size > 0) return undefined;
  return rankChanges(now.siblings, then.siblings);
}

function idsOf({ siblings }: Ranking): Set<string> {
  return new Set(siblings.map(({ id }) => id));
}

export function idOf({ path }: Branch): string {
  return JSON.stringify(path);
}
