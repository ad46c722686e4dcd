import type { PairGroup } from "../counts/pairs/request.ts";
import { jointSums, pairCovariance } from "../measures/joint.ts";
import type { Weighting } from "../measures/weighting.ts";
import { type ItemReliability, reliability } from "../stats/reliability.ts";
import type { BaseRules } from "../survey/survey.ts";

/** How well a factor's items measure one thing (M21), or why nothing is said of it. */
export type FactorReliability =
  | {
      readonly status: "ok" | "low";
      readonly alpha: number;
      readonly standardised: number;
      readonly items: readonly (ItemReliability & { readonly id: string })[];
      /** Respondents of the pair of items that the fewest answered. */
      readonly n: number;
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
  const n = smallestPair(group, items, weighting);
  if (n < Math.max(2, base.minimum)) return { status: "none", reason: "base" };
  const matrix = items.map((first) =>
    items.map((second) => pairCovariance(group, first, second, weighting) ?? 0),
  );
  const found = reliability(matrix);
  if (!found) return { status: "none", reason: "spread" };
  const named = found.items.map((item, at) => ({ id: items[at] ?? "", ...item }));
  return { ...found, status: n < base.caution ? "low" : "ok", items: named, n };
}

function smallestPair(group: PairGroup, items: readonly string[], weighting: Weighting): number {
  const sizes = items.flatMap((first) =>
    items.map((second) => jointSums(group, first, second, weighting)?.n ?? 0),
  );
  return Math.min(...sizes);
}
