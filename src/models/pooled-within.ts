import type { Shown } from "../measures/estimate.ts";

/**
 * Variance of a single respondent's figure within groups, pooled: each group's squared error times its effective base,
 * weighted by n − 1. 0 where no group has two respondents who differ (M31).
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

/** A mean knows its deviation even where its error was borrowed from its siblings. */
function ownVariance({ deviation, standardError, effective }: Shown): number {
  return deviation === undefined ? standardError ** 2 * effective : deviation ** 2;
}
