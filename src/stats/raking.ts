/** One margin of a population: of each row which category it is in, and what the weights of a category must sum to. */
export interface Margin {
  /** Place of each row among `wanted`. */
  readonly categories: ArrayLike<number>;
  /** Positive targets of the categories, on any scale. */
  readonly wanted: readonly number[];
}

export interface RakingOptions {
  /** Starting weights; by default 1 each. */
  readonly start?: ArrayLike<number>;
  /** Relative distance from every target at which it is done. */
  readonly tolerance?: number;
  readonly mostRounds?: number;
  /** Weights above this multiple of the mean are cut to it; Infinity cuts none. */
  readonly trimAt?: number;
  readonly mostTrimmings?: number;
}

export interface Raked {
  /** Weights with mean 1. */
  readonly weights: Float64Array;
  /** False: the margins are not met within the tolerance; `distance` says how far off. */
  readonly converged: boolean;
  /** Largest relative distance of a category from its target. */
  readonly distance: number;
  /** Rounds of the last raking, and how often weights were cut. */
  readonly rounds: number;
  readonly trimmings: number;
}

/**
 * Raking (iterative proportional fitting): weights whose sums meet several margins at once.
 *
 * In words: round after round, for one margin after the other, the weights of each category are multiplied by target
 * over sum, until all margins hold. Weights over `trimAt` times the mean are then cut to it and all raked again, ten
 * times at most; where the margins can't be met without large weights, the last raking stands and weights stay larger.
 *
 * Source: Deming & Stephan (1940); trimming Potter (1990). Method id: M19.
 *
 * @param rows how many there are
 * @throws RangeError when a target is not positive and finite, or belongs to a category that no row is in
 */
export function rake(
  rows: number,
  margins: readonly Margin[],
  { start, tolerance = 1e-6, mostRounds = 100, trimAt = 5, mostTrimmings = 10 }: RakingOptions = {},
): Raked {
  const weights = Float64Array.from({ length: rows }, (_, row) => start?.[row] ?? 1);
  const targets = margins.map((margin) => ({ ...margin, wanted: scaledTo(rows, margin.wanted) }));
  for (const margin of targets) requireRows(margin, weights);
  const limits = { tolerance, mostRounds };
  let fit = fitMargins(weights, targets, limits);
  let trimmings = 0;
  while (trimmings < mostTrimmings && trim(weights, trimAt)) {
    trimmings += 1;
    fit = fitMargins(weights, targets, limits);
  }
  return { weights, ...fit, converged: fit.distance <= tolerance, trimmings };
}

function fitMargins(
  weights: Float64Array,
  margins: readonly Margin[],
  { tolerance, mostRounds }: { readonly tolerance: number; readonly mostRounds: number },
): { readonly rounds: number; readonly distance: number } {
  let distance = distanceFrom(weights, margins);
  let rounds = 0;
  for (; rounds < mostRounds && distance > tolerance; rounds++) {
    for (const { categories, wanted } of margins) {
      const sums = sumsBy(weights, categories, wanted.length);
      const factors = wanted.map((target, category) => target / (sums[category] ?? 0));
      for (let row = 0; row < weights.length; row++)
        weights[row] = (weights[row] ?? 0) * (factors[categories[row] ?? 0] ?? 0);
    }
    distance = distanceFrom(weights, margins);
  }
  return { rounds, distance };
}

/** Cuts weights to a multiple of their mean. False: none was larger, beyond what the last raking left of the cut. */
function trim(weights: Float64Array, trimAt: number): boolean {
  const most = (trimAt * weights.reduce((sum, weight) => sum + weight, 0)) / weights.length;
  let cut = false;
  for (let row = 0; row < weights.length; row++) {
    if ((weights[row] ?? 0) <= most * (1 + slack)) continue;
    weights[row] = most;
    cut = true;
  }
  return cut;
}

function distanceFrom(weights: Float64Array, margins: readonly Margin[]): number {
  const distances = margins.flatMap(({ categories, wanted }) => {
    const sums = sumsBy(weights, categories, wanted.length);
    return wanted.map((target, category) => Math.abs((sums[category] ?? 0) / target - 1));
  });
  return Math.max(0, ...distances);
}

function sumsBy(weights: Float64Array, categories: ArrayLike<number>, length: number): Float64Array {
  const sums = new Float64Array(length);
  for (let row = 0; row < weights.length; row++) {
    const category = categories[row] ?? 0;
    sums[category] = (sums[category] ?? 0) + (weights[row] ?? 0);
  }
  return sums;
}

function scaledTo(rows: number, wanted: readonly number[]): readonly number[] {
  for (const target of wanted)
    if (!(target > 0 && target < Infinity))
      throw new RangeError(`A target is positive and finite, unlike ${target}.`);
  const total = wanted.reduce((sum, target) => sum + target, 0);
  return wanted.map((target) => (target / total) * rows);
}

function requireRows({ categories, wanted }: Margin, weights: Float64Array): void {
  const sums = sumsBy(weights, categories, wanted.length);
  const empty = wanted.findIndex((_, category) => !((sums[category] ?? 0) > 0));
  if (empty >= 0) throw new RangeError(`No row is in category ${empty}, whose target is ${wanted[empty]}.`);
}

const slack = 1e-9;
