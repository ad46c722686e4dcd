import type { PairGroup } from "../counts/pairs/request.ts";
import { jointSums, pairCovariance } from "../measures/joint.ts";
import { effectiveBase, type Weighting } from "../measures/weighting.ts";
import { type ItemReliability, reliability } from "../stats/reliability.ts";
import { alphaInterval } from "../stats/reliability-intervals.ts";
import type { BaseRules } from "../survey/survey.ts";

/** How well a factor's items measure one thing (M21), or why nothing is said of it. */
export type FactorReliability =
  | {
      readonly status: "ok" | "low";
      readonly alpha: number;
      readonly standardised: number;
      readonly items: readonly (ItemReliability & { readonly id: string })[];
      /** 95 % interval of α (Feldt). */
      readonly low: number;
      readonly high: number;
      /** Respondents of the pair of items that the fewest answered, and as many equally weighted ones. */
      readonly n: number;
      readonly effective: number;
    }
  /** base: a pair under the minimum; items: fewer than two; spread: an item, or their sum, without variance. */
  | { readonly status: "none"; readonly reason: "base" | "items" | "spread" };

/**
 * M21, Cronbach's α of items over pairwise answers: each covariance is over the respondents who answered both. Items
 * count as they are answered; those on different scales are better judged by the standardised α.
 */
export function factorReliability(
  group: PairGroup,
  items: readonly string[],
  { weighting, base }: { readonly weighting: Weighting; readonly base: BaseRules },
): FactorReliability {
  if (items.length < 2) return { status: "none", reason: "items" };
  const { n, effective } = smallestPair(group, items, weighting);
  if (n < Math.max(2, base.minimum)) return { status: "none", reason: "base" };
  const matrix = items.map((first) =>
    items.map((second) => pairCovariance(group, first, second, weighting) ?? 0),
  );
  const found = reliability(matrix);
  if (!found) return { status: "none", reason: "spread" };
  const named = found.items.map((item, at) => ({ id: items[at] ?? "", ...item }));
  if (!(effective > 3)) return { status: "none", reason: "base" };
  const status = n < base.caution ? "low" : "ok";
  return {
    ...found,
    ...alphaInterval(found.alpha, effective, items.length),
    status,
    items: named,
    n,
    effective,
  };
}

function smallestPair(group: PairGroup, items: readonly string[], weighting: Weighting) {
  const pairs = items.flatMap((first) => items.map((second) => jointSums(group, first, second, weighting)));
  const sizes = pairs.map((sums) =>
    sums
      ? { n: sums.n, effective: effectiveBase({ n: sums.n, w: sums.products.size, w2: sums.squared.size }) }
      : { n: 0, effective: 0 },
  );
  return sizes.reduce((least, size) => (size.effective < least.effective ? size : least));
}
