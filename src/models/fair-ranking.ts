import { onDemand } from "../counts/on-demand.ts";
import type { Shown } from "../measures/estimate.ts";
import { competitionRanks } from "../stats/competition-ranks.ts";
import { type RankInterval, rankIntervalOf } from "../stats/rank-intervals.ts";
import { betweenVariance, type GroupFigure, type Shrunken, shrink } from "../stats/shrinkage.ts";
import { groupsInOrder } from "./indistinct-groups.ts";
import { type ErrorOptions, errorVariances, pooledWithin } from "./pooled-within.ts";

/** A branch among its siblings. Withheld ones are not handed in: they must not shape what is published. */
export interface Sibling {
  readonly id: string;
  readonly estimate: Shown;
}

/** A branch with its fair score. */
export interface FairSibling extends Sibling {
  /** Drawn towards the parent as far as the branch's own figure is uncertain; in the figure's own unit. */
  readonly shrunken: number;
  /** Between 0 and 1: how much of the branch's own figure stands. */
  readonly reliability: number;
}

export interface RankedSibling extends FairSibling {
  /** Raw rank, ties sharing the better one. */
  readonly rank: number;
  /** Its rank lies in here with 90 %. */
  readonly ranks: RankInterval;
  /** From 0 for the best: branches of one group are not shown to differ from its first. */
  readonly group: number;
}

/** Siblings in fair order, best first, or why there is no ranking. */
export type FairRanking =
  | {
      readonly status: "ranked";
      readonly siblings: readonly RankedSibling[];
      /** Those on small bases in fair order: they take no rank, and nobody else's rank counts them. */
      readonly apart: readonly FairSibling[];
      /** Variance of single respondents within branches, pooled, and of branches' true scores. */
      readonly within: number;
      readonly between: number;
    }
  /** siblings: fewer than three to rank; spread: nobody's answers differ within any branch, so no error is known. */
  | { readonly status: "none"; readonly reason: "siblings" | "spread" };

export interface FairRankingOptions {
  /** The parent's own figure, towards which branches are drawn. */
  readonly parent: number;
  /** The first so many draws of the standard normal distribution, from which ranks are drawn. */
  readonly normals: (count: number) => Float64Array;
  /** What the figure can be at all; by default three deviations beyond the siblings'. */
  readonly ends?: { readonly min: number; readonly max: number };
  /** lower: the smallest figure is the best. */
  readonly better?: "higher" | "lower";
  readonly level?: number;
  /** Whose base is too small for a rank; by default nobody's is. */
  readonly isSmall?: (sibling: Sibling) => boolean;
}

/** Where two branches are as good, they stand in the order of their ids, so that it is the same every time. */
const byId = (a: Sibling, b: Sibling) => (a.id < b.id ? -1 : 1);

/**
 * M31, fair ranking. A branch's error comes from the variance within branches, pooled, over its effective base: that a
 * few respondents agree makes nobody certain (`errorVariances`). Scores are shrunk by empirical Bayes (between-branch
 * variance by the method of moments), ranks drawn 1,000 times from what is left of the error; and going down the
 * shrunken order, a new group starts at the first branch that scores significantly below the group's first. Those on
 * small bases have fair scores, and tell of the spread as all others do, but take no ranks (M10).
 */
export function fairRanking(
  siblings: readonly Sibling[],
  { parent, normals, ends, better = "higher", level = 0.05, isSmall = () => false }: FairRankingOptions,
): FairRanking {
  if (siblings.filter((one) => !isSmall(one)).length < 3) return { status: "none", reason: "siblings" };
  const within = pooledWithin(siblings.map(({ estimate }) => estimate));
  if (within === 0) return { status: "none", reason: "spread" };
  const sign = better === "higher" ? 1 : -1;
  const candidates = candidatesOf(siblings.toSorted(byId), { within, sign, ...(ends ? { ends } : {}) });
  const between = betweenVariance(candidates);
  const fair = shrunkOf(candidates, { centre: sign * parent, between });
  const placed = placedBy(
    fair.filter(({ sibling }) => !isSmall(sibling)),
    normals,
  );
  const inOrder = fairOrder(placed, sign * parent);
  const groups = groupsInOrder(inOrder, level);
  const fairOf = ({ sibling, shrunken }: Shrunk): FairSibling => ({
    ...sibling,
    shrunken: sign * shrunken.value,
    reliability: shrunken.reliability,
  });
  return {
    status: "ranked",
    siblings: inOrder.map((one, place) => ({
      ...fairOf(one),
      rank: one.rank,
      get ranks() {
        return one.ranks();
      },
      group: groups[place] ?? 0,
    })),
    apart: fairOrder(
      fair.filter(({ sibling }) => isSmall(sibling)),
      sign * parent,
    ).map(fairOf),
    within,
    between,
  };
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

interface Shrunk extends Candidate {
  readonly shrunken: Shrunken;
}

interface Placed extends Shrunk {
  readonly rank: number;
  readonly ranks: () => RankInterval;
}

function shrunkOf(
  candidates: readonly Candidate[],
  towards: { readonly centre: number; readonly between: number },
): readonly Shrunk[] {
  const shrunken = shrink(candidates, towards);
  return candidates.flatMap((candidate, at): Shrunk[] => {
    const own = shrunken[at];
    return own ? [{ ...candidate, shrunken: own }] : [];
  });
}

/** Ranked raw, with intervals of ranks, which are drawn when somebody looks at one. */
function placedBy(shrunk: readonly Shrunk[], normals: FairRankingOptions["normals"]): readonly Placed[] {
  const intervalOf = rankIntervalOf(
    shrunk.map(({ shrunken }) => shrunken),
    { normals },
  );
  // Sums of the same answers in another order differ in the last digits, which make no rank.
  const ranks = competitionRanks(shrunk.map(({ value }) => Number(value.toPrecision(12))));
  return shrunk.map((one, at) => ({
    ...one,
    rank: ranks[at] ?? 0,
    ranks: onDemand(() => intervalOf(at)),
  }));
}

/** In the order of the shrunken figures; where branches don't differ at all, in that which the least difference would give. */
function fairOrder<One extends Shrunk>(shrunk: readonly One[], centre: number): readonly One[] {
  const evidence = ({ value, variance }: One) => (value - centre) / variance;
  return shrunk.toSorted((a, b) => b.shrunken.value - a.shrunken.value || evidence(b) - evidence(a));
}
