import type { Shown } from "../measures/estimate.ts";
import { type FunnelLimits, funnelLimits } from "./funnel.ts";
import { type ErrorOptions, errorVariances } from "./pooled-within.ts";

/** Where luck alone keeps a branch that is like the average, on its base, and whether it is there. */
export interface Luck {
  readonly limits: readonly LuckLimit[];
  /** On which side of the widest limits the branch is. */
  readonly outside: "above" | "below" | "no";
  /** True where its limits are those at its base; where all of it gave one answer, they may be wider. */
  readonly usual: boolean;
}

export interface LuckLimit {
  /** How often chance alone keeps within the limit. */
  readonly coverage: number;
  readonly low: number;
  readonly high: number;
}

export interface LuckOptions extends ErrorOptions {
  /** The average that branches are held against. */
  readonly parent: number;
}

/**
 * M31, each branch against the limits of luck at its base. Where all of a branch gave one answer, the limits are as
 * wide as the share of others that can stay unseen allows (`errorVariances`): six who all gave 10 may be luck.
 */
export function luckOf(estimates: readonly Shown[], { parent, within, ends }: LuckOptions): readonly Luck[] {
  const variances = errorVariances(estimates, { within, ...(ends ? { ends } : {}) });
  return estimates.map(({ value, effective }, at) => {
    const variance = variances[at] ?? within / effective;
    // As many answers of the usual spread as would leave the same error.
    const limits = funnelLimits([within / variance], { parent, within, ...ends }).map(limitAt);
    const { low, high } = limits.reduce((widest, one) => (one.coverage > widest.coverage ? one : widest));
    const outside = value > high ? "above" : value < low ? "below" : "no";
    return { limits, outside, usual: variance <= within / effective };
  });
}

function limitAt({ coverage, points: [point] }: FunnelLimits): LuckLimit {
  return { coverage, low: point?.low ?? -Infinity, high: point?.high ?? Infinity };
}
