import type { Shown } from "../measures/estimate.ts";
import { competitionRanks } from "../stats/competition-ranks.ts";
import { type RankInterval, rankIntervals } from "../stats/rank-intervals.ts";
import { betweenVariance, type GroupFigure, type Shrunken, shrink } from "../stats/shrinkage.ts";
import { groupsInOrder } from "./indistinct-groups.ts";
import { type ErrorOptions, errorVariances, pooledWithin } from "./pooled-within.ts";

/** A branch among its siblings. Withheld ones are not handed in: they must not shape what is published. */
export interface Sibling {
  readonly id: string;
  readonly estimate: Shown;
}

export interface RankedSibling extends Sibling {
  /** Raw rank, ties sharing the better one. */
  readonly rank: number;
  /** Drawn towards the parent as far as the branch's own figure is uncertain; in the figure's own unit. */
  readonly shrunken: number;
  /** Between 0 and 1: how much of the branch's own figure stands. */
  readonly reliability: number;
  /** Its rank lies in here with 90 %. */
  readonly ranks: RankInterval;
  /** From 0 for the best: branches of one group can't be told apart from its first. */
  readonly group: number;
}

/** Siblings in fair order, best first, or why there is no ranking. */
export type FairRanking =
  | {
      readonly status: "ranked";
      readonly siblings: readonly RankedSibling[];
      /** Variance of single respondents within branches, pooled, and of branches' true scores. */
      readonly within: number;
      readonly between: number;
    }
  /** siblings: fewer than three; spread: nobody's answers differ within any branch, so no error is known. */
  | { readonly status: "none"; readonly reason: "siblings" | "spread" };

export interface FairRankingOptions {
  /** The parent's own figure, towards which branches are drawn. */
  readonly parent: number;
  readonly random: () => number;
  /** What the figure can be at all; by default three deviations beyond the siblings'. */
  readonly ends?: { readonly min: number; readonly max: number };
  /** lower: the smallest figure is the best. */
  readonly better?: "higher" | "lower";
  readonly level?: number;
}

/** Where two branches are as good, they stand in the order of their ids, so that it is the same every time. */
const byId = (a: Sibling, b: Sibling) => (a.id < b.id ? -1 : 1);

/**
 * M31, fair ranking. A branch's error comes from the variance within branches, pooled, over its effective base: that a
 * few respondents agree makes nobody certain (`errorVariances`). Scores are shrunk by empirical Bayes (between-branch
 * variance by the method of moments), ranks drawn 1,000 times from what is left of the error; and going down the
 * shrunken order, a new group starts at the first branch that scores significantly below the group's first.
 */
export function fairRanking(
  siblings: readonly Sibling[],
  { parent, random, ends, better = "higher", level = 0.05 }: FairRankingOptions,
): FairRanking {
  if (siblings.length < 3) return { status: "none", reason: "siblings" };
  const within = pooledWithin(siblings.map(({ estimate }) => estimate));
  if (within === 0) return { status: "none", reason: "spread" };
  const sign = better === "higher" ? 1 : -1;
  const candidates = candidatesOf(siblings.toSorted(byId), { within, sign, ...(ends ? { ends } : {}) });
  const between = betweenVariance(candidates);
  const placed = placedBy(candidates, { centre: sign * parent, between, random });
  const groups = groupsInOrder(placed, level);
  const ranked = placed.map(({ sibling, rank, shrunken, ranks }, place): RankedSibling => {
    const { value, reliability } = shrunken;
    return { ...sibling, rank, shrunken: sign * value, reliability, ranks, group: groups[place] ?? 0 };
  });
  return { status: "ranked", siblings: ranked, within, between };
}

/** A sibling with its figure turned so that more is better, and the squared error of that. */
interface Candidate extends GroupFigure {
  readonly sibling: Sibling;
}

function candidatesOf(
  siblings: readonly Sibling[],
  { sign, ...options }: ErrorOptions & { readonly sign: 1 | -1 },
): readonly Candidate[] {
  const variances = errorVariances(
    siblings.map(({ estimate }) => estimate),
    options,
  );
  return siblings.map((sibling, at) => ({
    sibling,
    value: sign * sibling.estimate.value,
    variance: variances[at] ?? options.within,
  }));
}

interface Placed extends Candidate {
  readonly rank: number;
  readonly shrunken: Shrunken;
  readonly ranks: RankInterval;
}

/** Ranked raw, shrunken, with intervals of ranks, and in the order of the shrunken figures. */
function placedBy(
  candidates: readonly Candidate[],
  {
    random,
    ...towards
  }: { readonly centre: number; readonly between: number; readonly random: () => number },
): readonly Placed[] {
  const shrunken = shrink(candidates, towards);
  const intervals = rankIntervals(shrunken, { random });
  // Sums of the same answers in another order differ in the last digits, which make no rank.
  const ranks = competitionRanks(candidates.map(({ value }) => Number(value.toPrecision(12))));
  const placed = candidates.flatMap((candidate, at): Placed[] => {
    const [own, interval] = [shrunken[at], intervals[at]];
    return own && interval ? [{ ...candidate, rank: ranks[at] ?? 0, shrunken: own, ranks: interval }] : [];
  });
  // Where branches don't differ at all, in the order that the least difference would give them.
  const evidence = ({ value, variance }: Placed) => (value - towards.centre) / variance;
  return placed.toSorted((a, b) => b.shrunken.value - a.shrunken.value || evidence(b) - evidence(a));
}
