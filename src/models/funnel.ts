import { normalQuantile } from "../stats/normal-distribution.ts";

/** Limits within which a branch's figure falls if it is like its parent, by its effective base. */
export interface FunnelLimits {
  /** How often chance alone keeps within them, such as 0.95. */
  readonly coverage: number;
  readonly points: readonly { readonly effective: number; readonly low: number; readonly high: number }[];
}

/** The usual two: about two and three standard errors. */
export const funnelCoverages = [0.95, 0.998] as const;

/**
 * M31, the limits of a funnel plot: parent ± z·√(within/n) at each base, cut to the ends of the scale. A branch outside
 * the outer ones is not explained by luck, one inside the inner ones may well be.
 *
 * Source: Spiegelhalter (2005).
 *
 * @param bases effective bases to draw at, above 0
 * @param within variance of a single respondent's figure (`fairRanking` reports it)
 */
export function funnelLimits(
  bases: readonly number[],
  {
    parent,
    within,
    min = -Infinity,
    max = Infinity,
  }: { readonly parent: number; readonly within: number; readonly min?: number; readonly max?: number },
): readonly FunnelLimits[] {
  return funnelCoverages.map((coverage) => ({
    coverage,
    points: bases.map((effective) => {
      if (!(effective > 0)) throw new RangeError(`A base is above 0, unlike ${effective}.`);
      const half = normalQuantile((1 + coverage) / 2) * Math.sqrt(within / effective);
      return { effective, low: Math.max(min, parent - half), high: Math.min(max, parent + half) };
    }),
  }));
}
