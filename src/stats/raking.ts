/** One margin of a population: of each row which category it is in, and what the weights of a category must sum to. */
export interface Margin {
  /** Place of each row among `wanted`. */
  readonly categories: ArrayLike<number>;
  /** Positive targets of the categories, on any scale. */
  readonly wanted: readonly number[];
}

export interface RakingOptions {
  /** How many respondents each row stands for, where rows of the same categories are one; by default 1 each. */
  readonly counts?: ArrayLike<number>;
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
  /** By row, the weight of each of its respondents; mean 1 over all respondents. */
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
  { counts, start, tolerance = 1e-6, mostRounds = 100, trimAt = 5, mostTrimmings = 10 }: RakingOptions = {},
): Raked {
  const sample = {
    weights: Float64Array.from({ length: rows }, (_, row) => start?.[row] ?? 1),
    counts: Float64Array.from({ length: rows }, (_, row) => counts?.[row] ?? 1),
  };
  const respondents = sample.counts.reduce((sum, count) => sum + count, 0);
  const targets = margins.map((margin) => ({ ...margin, wanted: scaledTo(respondents, margin.wanted) }));
  for (const margin of targets) requireRows(margin, sample);
  const limits = { tolerance, mostRounds };
  let fit = fitMargins(sample, targets, limits);
  let trimmings = 0;
  while (trimmings < mostTrimmings && trim(sample, trimAt)) {
    trimmings += 1;
    fit = fitMargins(sample, targets, limits);
  }
  return { weights: sample.weights, ...fit, converged: fit.distance <= tolerance, trimmings };
}

/** Weights in the making, and how many respondents have each. */
interface Sample {
  readonly weights: Float64Array<ArrayBuffer>;
  readonly counts: Float64Array;
}

function fitMargins(
  sample: Sample,
  margins: readonly Margin[],
  { tolerance, mostRounds }: { readonly tolerance: number; readonly mostRounds: number },
): { readonly rounds: number; readonly distance: number } {
  const { weights } = sample;
  let distance = distanceFrom(sample, margins);
  let rounds = 0;
  for (; rounds < mostRounds && distance > tolerance; rounds++) {
    for (const { categories, wanted } of margins) {
      const sums = sumsBy(sample, categories, wanted.length);
      const factors = wanted.map((target, category) => target / (sums[category] ?? 0));
      for (let row = 0; row < weights.length; row++)
        weights[row] = (weights[row] ?? 0) * (factors[categories[row] ?? 0] ?? 0);
    }
    distance = distanceFrom(sample, margins);
  }
  return { rounds, distance };
}

/** Cuts weights to a multiple of their mean. False: none was larger, beyond what the last raking left of the cut. */
function trim({ weights, counts }: Sample, trimAt: number): boolean {
  let [sum, respondents] = [0, 0];
  for (let row = 0; row < weights.length; row++) {
    sum += (weights[row] ?? 0) * (counts[row] ?? 0);
    respondents += counts[row] ?? 0;
  }
  const most = (trimAt * sum) / respondents;
  let cut = false;
  for (let row = 0; row < weights.length; row++) {
    if ((weights[row] ?? 0) <= most * (1 + slack)) continue;
    weights[row] = most;
    cut = true;
  }
  return cut;
}

function distanceFrom(sample: Sample, margins: readonly Margin[]): number {
  const distances = margins.flatMap(({ categories, wanted }) => {
    const sums = sumsBy(sample, categories, wanted.length);
    return wanted.map((target, category) => Math.abs((sums[category] ?? 0) / target - 1));
  });
  return Math.max(0, ...distances);
}

function sumsBy({ weights, counts }: Sample, categories: ArrayLike<number>, length: number): Float64Array {
  const sums = new Float64Array(length);
  for (let row = 0; row < weights.length; row++) {
    const category = categories[row] ?? 0;
    sums[category] = (sums[category] ?? 0) + (weights[row] ?? 0) * (counts[row] ?? 0);
  }
  return sums;
}

function scaledTo(respondents: number, wanted: readonly number[]): readonly number[] {
  for (const target of wanted)
    if (!(target > 0 && target < Infinity))
      throw new RangeError(`A target is positive and finite, unlike ${target}.`);
  const total = wanted.reduce((sum, target) => sum + target, 0);
  return wanted.map((target) => (target / total) * respondents);
}

function requireRows({ categories, wanted }: Margin, sample: Sample): void {
  const sums = sumsBy(sample, categories, wanted.length);
  const empty = wanted.findIndex((_, category) => !((sums[category] ?? 0) > 0));
  if (empty >= 0) throw new RangeError(`No row is in category ${empty}, whose target is ${wanted[empty]}.`);
}

const slack = 1e-9;
