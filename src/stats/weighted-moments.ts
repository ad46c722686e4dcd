/** One value, how many gave it (n), and the sums of their weights and squared weights. */
export interface WeightedValue {
  readonly value: number;
  readonly n: number;
  readonly w: number;
  readonly w2: number;
}

/**
 * Sums over single answers x with weights w, for values too many to be listed.
 * All of them add up over parts, so tables can be merged by adding.
 */
export interface MomentSums {
  readonly n: number;
  /** Σw */
  readonly w: number;
  /** Σw² */
  readonly w2: number;
  /** Σwx */
  readonly wx: number;
  /** Σwx² */
  readonly wxx: number;
  /** Σw²x */
  readonly w2x: number;
  /** Σw²x² */
  readonly w2xx: number;
}

/** Mean and spread, in the unit of the values (`meanVariance` in its square). */
export interface Moments {
  readonly n: number;
  /** Σw */
  readonly weight: number;
  /** The effective base (Σw)²/Σw²: how many equally weighted answers would be as exact. */
  readonly effective: number;
  readonly mean: number;
  /** Standard deviation of single values; 0 also when one answer leaves it unknown. */
  readonly sd: number;
  /** Squared standard error of the mean; 0 also when one answer leaves it unknown. */
  readonly meanVariance: number;
}

/**
 * Mean, standard deviation and variance of the mean of a table of weighted values.
 *
 * In words: sd is √(Σw(x−m)²/Σw · n_eff/(n_eff−1)); the variance of the mean is
 * Σw²(x−m)²/(Σw)² · n/(n−1). With weights of 1 these are the ordinary sample standard
 * deviation and s²/n; a common factor in all weights changes nothing but `weight`.
 * With n under 2 or an effective base of 1 or less both are reported as 0: read `n` and
 * `effective` before taking a 0 for certainty.
 *
 * Source: effective base Kish (1965); variance by linearisation of a ratio, Cochran (1977).
 * Method ids: M02, M08, M20.
 *
 * @param table one row or several per value; order and splitting do not matter
 * @throws RangeError when the weights do not add up to a positive finite number
 * @example
 * weightedMoments([{ value: 4, n: 1, w: 1, w2: 1 }, { value: 5, n: 1, w: 1, w2: 1 }])
 * // { n: 2, weight: 2, effective: 2, mean: 4.5, sd: 0.7071…, meanVariance: 0.25 }
 */
export function weightedMoments(table: readonly WeightedValue[]): Moments {
  let [n, w, w2, wx] = [0, 0, 0, 0];
  for (const row of table) {
    n += row.n;
    w += row.w;
    w2 += row.w2;
    wx += row.w * row.value;
  }
  requireWeight(w, w2);
  const mean = wx / w;
  let [spread, squaredSpread] = [0, 0];
  for (const row of table) {
    const squaredDistance = (row.value - mean) ** 2;
    spread += row.w * squaredDistance;
    squaredSpread += row.w2 * squaredDistance;
  }
  return moments({ n, w, w2, mean, spread, squaredSpread });
}

/**
 * The same moments from sums alone.
 *
 * In words: Σw(x−m)² = Σwx² − m·Σwx and Σw²(x−m)² = Σw²x² − 2m·Σw²x + m²·Σw². Where the
 * difference is less than rounding can leave (1e-12 of what it is taken from, or
 * negative) the spread is 0. Values far from 0 beside their spread lose digits here: hand
 * in sums of x − c with a fixed c near the mean.
 *
 * Source and method ids: as `weightedMoments`; M10 for scores added up row by row.
 *
 * @throws RangeError when the weights do not add up to a positive finite number
 * @example momentsFromSums({ n: 2, w: 2, w2: 2, wx: 9, wxx: 41, w2x: 9, w2xx: 41 }).mean // 4.5
 */
export function momentsFromSums({ n, w, w2, wx, wxx, w2x, w2xx }: MomentSums): Moments {
  requireWeight(w, w2);
  const mean = wx / w;
  const spread = beyondRounding(wxx - mean * wx, wxx);
  const squaredSpread = beyondRounding(w2xx - 2 * mean * w2x + mean * mean * w2, w2xx + mean * mean * w2);
  return moments({ n, w, w2, mean, spread, squaredSpread });
}

function moments(parts: {
  readonly n: number;
  readonly w: number;
  readonly w2: number;
  readonly mean: number;
  /** Σw(x−m)² */
  readonly spread: number;
  /** Σw²(x−m)² */
  readonly squaredSpread: number;
}): Moments {
  const { n, w, w2, mean, spread, squaredSpread } = parts;
  const effective = (w * w) / w2;
  const unknown = n < 2 || effective <= 1;
  return {
    n,
    weight: w,
    effective,
    mean,
    sd: unknown ? 0 : Math.sqrt(((spread / w) * effective) / (effective - 1)),
    meanVariance: unknown ? 0 : ((squaredSpread / (w * w)) * n) / (n - 1),
  };
}

function requireWeight(w: number, w2: number): void {
  if (!(w > 0 && w < Infinity && w2 > 0 && w2 < Infinity)) {
    throw new RangeError(`Moments need positive finite weights, not Σw = ${w} and Σw² = ${w2}.`);
  }
}

function beyondRounding(difference: number, size: number): number {
  return difference > size * ROUNDING ? difference : 0;
}

const ROUNDING = 1e-12;
