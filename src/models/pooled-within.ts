import type { Shown } from "../measures/estimate.ts";
import { exactZeroEvents } from "../stats/intervals.ts";
import { Z95 } from "../stats/normal-distribution.ts";

/**
 * Variance of a single respondent's figure within groups, pooled: each group's own, weighted by n − 1. 0 where no
 * group has two respondents who differ (M31).
 */
export function pooledWithin(estimates: readonly Shown[]): number {
  let [squares, degrees] = [0, 0];
  for (const estimate of estimates) {
    if (estimate.n < 2) continue;
    squares += (estimate.n - 1) * ownVariance(estimate);
    degrees += estimate.n - 1;
  }
  return degrees > 0 ? squares / degrees : 0;
}

export interface ErrorOptions {
  /** Pooled variance within groups. */
  readonly within: number;
  /** What the figure can be at all; by default three deviations beyond the groups'. */
  readonly ends?: { readonly min: number; readonly max: number };
}

/**
 * Squared errors of groups' figures from the pooled variance over each effective base. Where all of a group gave one
 * answer, its figure is as uncertain as the share of others that can stay unseen allows, if that is more: the exact
 * bound (Clopper and Pearson 1934) times the way to the scale's further end. Five who all gave 10 are no evidence of a
 * branch of tens (M31).
 */
export function errorVariances(
  estimates: readonly Shown[],
  {
    within,
    ends,
  }: { readonly within: number; readonly ends?: { readonly min: number; readonly max: number } },
): readonly number[] {
  const values = estimates.map(({ value }) => value);
  const beyond = 3 * Math.sqrt(within);
  const { min, max } = ends ?? { min: Math.min(...values) - beyond, max: Math.max(...values) + beyond };
  return estimates.map((estimate) => {
    const pooled = within / estimate.effective;
    if (ownVariance(estimate) > 0) return pooled;
    const furthest = Math.max(estimate.value - min, max - estimate.value);
    return Math.max(pooled, ((exactZeroEvents(estimate.effective) * furthest) / Z95) ** 2);
  });
}

/** A mean and an index know their deviation even where their error was borrowed from siblings. */
function ownVariance({ deviation, standardError, effective }: Shown): number {
  return deviation === undefined ? standardError ** 2 * effective : deviation ** 2;
}
