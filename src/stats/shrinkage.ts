/** One group's figure and the variance of its sampling error, in the square of its unit. */
export interface GroupFigure {
  readonly value: number;
  readonly variance: number;
}

/** A group's figure drawn towards the centre, with what is left of its error. */
export interface Shrunken {
  readonly value: number;
  /** Between 0 (nothing is known of the group itself) and 1 (its own figure stands). */
  readonly reliability: number;
  readonly standardDeviation: number;
}

/**
 * Variance between groups beyond what sampling explains, by the method of moments, never below 0.
 *
 * In words: Q is the sum of squared distances from the precision-weighted mean, each over its variance; what Q exceeds
 * its expectation k − 1 by, over Σu − Σu²/Σu with precisions u.
 *
 * Source: DerSimonian & Laird (1986). Method id: M31.
 *
 * @throws RangeError for fewer than two groups, or a variance that is not positive and finite
 * @example betweenVariance([{ value: 0, variance: 1 }, { value: 4, variance: 1 }]) // (8 − 1) / 1 = 7
 */
export function betweenVariance(groups: readonly GroupFigure[]): number {
  if (groups.length < 2)
    throw new RangeError(`A variance between groups needs two of them, not ${groups.length}.`);
  let [u, uu, ux] = [0, 0, 0];
  for (const { value, variance } of groups) {
    requireVariance(variance);
    u += 1 / variance;
    uu += 1 / variance ** 2;
    ux += value / variance;
  }
  const centre = ux / u;
  const q = groups.reduce((sum, { value, variance }) => sum + (value - centre) ** 2 / variance, 0);
  return Math.max(0, (q - (groups.length - 1)) / (u - uu / u));
}

/**
 * Empirical Bayes: each figure drawn towards the centre as far as its error is large beside the variance between
 * groups.
 *
 * In words: reliability B = between/(between + variance); value B·own + (1 − B)·centre; spread √(B·variance).
 *
 * Source: Efron & Morris (1975). Method id: M31.
 *
 * @throws RangeError when a variance is not positive and finite, or `between` negative
 * @example shrink([{ value: 10, variance: 1 }], { centre: 8, between: 1 })[0]?.value // 9
 */
export function shrink(
  groups: readonly GroupFigure[],
  { centre, between }: { readonly centre: number; readonly between: number },
): Shrunken[] {
  if (!(between >= 0)) throw new RangeError(`A variance between groups is 0 or more, unlike ${between}.`);
  return groups.map(({ value, variance }) => {
    requireVariance(variance);
    const reliability = between / (between + variance);
    return {
      value: centre + reliability * (value - centre),
      reliability,
      standardDeviation: Math.sqrt(reliability * variance),
    };
  });
}

function requireVariance(variance: number): void {
  if (!(variance > 0 && variance < Infinity))
    throw new RangeError(`A group's variance is positive and finite, unlike ${variance}.`);
}
