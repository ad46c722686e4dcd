/** How well the items of a factor measure one thing. */
export interface Reliability {
  /** Cronbach's α of the items as they are. */
  readonly alpha: number;
  /** α of the items with variance 1 each, for items on different scales. */
  readonly standardised: number;
  readonly items: readonly ItemReliability[];
}

export interface ItemReliability {
  /** Correlation of the item with the sum of the others; absent where the others do not vary together. */
  readonly restCorrelation?: number;
  /** α of the others alone; absent with fewer than two others. */
  readonly alphaIfDropped?: number;
}

type Matrix = readonly (readonly number[])[];

/**
 * Cronbach's α, the item-rest correlations and α without each item, from a matrix of covariances. Undefined for fewer
 * than two items, an item without variance, or items whose sum has none: there is nothing to be reliable.
 *
 * In words: α = k/(k−1) · (1 − Σ variances / Σ of the whole matrix); an item's covariance with the rest over the root
 * of its variance times that of the rest's sum.
 *
 * Source: Cronbach (1951). Method id: M21.
 *
 * @param covariances symmetric
 * @example reliability([[1, 0.5], [0.5, 1]])?.alpha // 0.6667
 */
export function reliability(covariances: Matrix): Reliability | undefined {
  const alpha = alphaOf(covariances);
  if (alpha === undefined || covariances.some((row, at) => !(entry(row, at) > 0))) return undefined;
  const deviations = covariances.map((row, at) => Math.sqrt(entry(row, at)));
  const correlations = covariances.map((row, i) =>
    row.map((value, j) => value / (entry(deviations, i) * entry(deviations, j))),
  );
  const items = covariances.map((_, at) => itemReliability(covariances, at));
  return { alpha, standardised: alphaOf(correlations) ?? alpha, items };
}

function itemReliability(covariances: Matrix, item: number): ItemReliability {
  const row = covariances[item] ?? [];
  const variance = entry(row, item);
  const others = without(covariances, item);
  const withRest = sumOf(row) - variance;
  const restVariance = sumOf(others.map(sumOf));
  const dropped = others.length < 2 ? undefined : alphaOf(others);
  return {
    ...(restVariance > 0 ? { restCorrelation: withRest / Math.sqrt(variance * restVariance) } : {}),
    ...(dropped === undefined ? {} : { alphaIfDropped: dropped }),
  };
}

function alphaOf(matrix: Matrix): number | undefined {
  const k = matrix.length;
  const whole = sumOf(matrix.map(sumOf));
  const own = sumOf(matrix.map((row, at) => entry(row, at)));
  return k < 2 || !(whole > 0) ? undefined : (k / (k - 1)) * (1 - own / whole);
}

function without(matrix: Matrix, item: number): Matrix {
  return matrix.filter((_, at) => at !== item).map((row) => row.filter((_, at) => at !== item));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function entry(row: readonly number[], at: number): number {
  return row[at] ?? Number.NaN;
}
