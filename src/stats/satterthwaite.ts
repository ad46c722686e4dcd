/** A variance and the degrees of freedom that it rests on, 1 or more. */
export interface VarianceWithDegrees {
  readonly variance: number;
  readonly degrees: number;
}

/**
 * The sum of independent variances, and the degrees of freedom that it is as good as.
 *
 * In words: (Σv)² / Σ(v²/degrees), never under 1; of a sum of 0, 1.
 *
 * Source: Satterthwaite (1946). Serves M20 and M32.
 *
 * @example sumOfVariances([{ variance: 1, degrees: 4 }, { variance: 1, degrees: 4 }]) // { variance: 2, degrees: 8 }
 */
export function sumOfVariances(parts: readonly VarianceWithDegrees[]): VarianceWithDegrees {
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  if (variance === 0) return { variance, degrees: 1 };
  // As fractions of the sum, so that tiny variances do not underflow when squared.
  const squares = parts.reduce((sum, part) => sum + (part.variance / variance) ** 2 / part.degrees, 0);
  return { variance, degrees: Math.max(1, 1 / squares) };
}
