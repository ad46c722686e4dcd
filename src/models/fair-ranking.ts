import type { Shown } from "../measures/estimate.ts";
import { competitionRanks } from "../stats/competition-ranks.ts";
import { type RankInterval, rankIntervals } from "../stats/rank-intervals.ts";
import { betweenVariance, shrink } from "../stats/shrinkage.ts";
import { groupsInOrder } from "./indistinct-groups.ts";
import { errorVariances, pooledWithin } from "./pooled-within.ts";

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

/** Where two branches are as good, the order is by id, so that it is the same every time. */
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
  const ordered = siblings.toSorted(byId);
  const variances = errorVariances(
    ordered.map(({ estimate }) => estimate),
    { within, ...(ends ? { ends } : {}) },
  );
  const figures = ordered.map(({ estimate }, at) => ({
    value: sign * estimate.value,
    variance: variances[at] ?? within,
  }));
  const between = betweenVariance(figures);
  const shrunken = shrink(figures, { centre: sign * parent, between });
  const intervals = rankIntervals(shrunken, { random });
  const ranks = competitionRanks(figures.map(({ value }) => value));
  const order = [...ordered.keys()].sort(
    (a, b) => (shrunken[b]?.value ?? 0) - (shrunken[a]?.value ?? 0) || a - b,
  );
  const groups = groupsInOrder(
    order.map((at) => figures[at] ?? { value: 0, variance: within }),
    level,
  );
  const ranked = order.flatMap((at, place): RankedSibling[] => {
    const [sibling, own, interval] = [ordered[at], shrunken[at], intervals[at]];
    if (!sibling || !own || !interval) return [];
    const { reliability, value } = own;
    const [rank, group] = [ranks[at] ?? 0, groups[place] ?? 0];
    return [{ ...sibling, rank, shrunken: sign * value, reliability, ranks: interval, group }];
  });
  return { status: "ranked", siblings: ranked, within, between };
}
