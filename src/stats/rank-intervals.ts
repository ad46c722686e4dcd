/** Between which ranks a figure lies, 1 being the largest. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
}

interface Figure {
  readonly value: number;
  readonly standardDeviation: number;
}

export interface RankOptions {
  /** The first so many draws of the standard normal distribution, one for each figure, then one for each again. */
  readonly normals: (count: number) => Float64Array;
  readonly draws?: number;
  readonly coverage?: number;
}

/**
 * Intervals of ranks by simulation: every figure is drawn from its normal distribution, all are ranked, and of each
 * figure's ranks the middle share is kept. Where the figures can't differ at all (no spread), every rank is possible.
 *
 * Source: Goldstein & Spiegelhalter (1996). Method id: M31.
 *
 * @param figures centre and spread of each; a spread of 0 is allowed
 * @param draws how often; coverage is the share of ranks that an interval holds
 * @throws RangeError when a spread is negative
 */
export function rankIntervals(figures: readonly Figure[], options: RankOptions): RankInterval[] {
  const intervalOf = rankIntervalOf(figures, options);
  return figures.map((_, at) => intervalOf(at));
}

/** So many figures are ranked one by one; of more, all are put in order. */
const fewAsked = 24;

/**
 * The same, of the figures that are asked for, by their places; nothing is drawn before the first.
 * @throws RangeError when a spread is negative
 */
export function rankIntervalOf(
  figures: readonly Figure[],
  { normals, draws = 1000, coverage = 0.9 }: RankOptions,
): (at: number) => RankInterval {
  if (figures.some(({ standardDeviation }) => !(standardDeviation >= 0)))
    throw new RangeError("The spread of a figure is 0 or more.");
  if (figures.every(({ standardDeviation }) => standardDeviation === 0) && allAlike(figures))
    return () => ({ best: 1, worst: figures.length });
  const tail = ((1 - coverage) / 2) * draws;
  const intervalIn = (ranks: Uint32Array) => ({
    best: rankAt(ranks, tail),
    worst: rankAt(ranks, draws - tail),
  });
  let drawn: readonly Float64Array[] | undefined;
  let seen: readonly Uint32Array[] | undefined;
  let asked = 0;
  return (at) => {
    drawn ??= drawnFrom(figures, normals(draws * figures.length));
    asked += 1;
    if (asked <= fewAsked && !seen) return intervalIn(ranksOf(drawn, at));
    seen ??= ranksSeen(drawn, figures.length);
    return intervalIn(seen[at] ?? new Uint32Array(1));
  };
}

/** All figures drawn as often as there are draws. */
function drawnFrom(figures: readonly Figure[], normals: Float64Array): readonly Float64Array[] {
  const size = figures.length;
  const [values, deviations] = [new Float64Array(size), new Float64Array(size)];
  for (const [at, { value, standardDeviation }] of figures.entries()) {
    values[at] = value;
    deviations[at] = standardDeviation;
  }
  return Array.from({ length: normals.length / size }, (_, draw) => {
    const drawn = normals.slice(draw * size, (draw + 1) * size);
    for (let at = 0; at < size; at++)
      drawn[at] = (values[at] as number) + (deviations[at] as number) * (drawn[at] as number);
    return drawn;
  });
}

/** How often one figure was drawn to each rank: of equal ones, the first has the better. */
function ranksOf(draws: readonly Float64Array[], at: number): Uint32Array {
  const ranks = new Uint32Array((draws[0]?.length ?? 0) + 1);
  for (const drawn of draws) {
    const own = drawn[at] as number;
    let rank = 1;
    for (let other = 0; other < at; other++) if ((drawn[other] as number) >= own) rank += 1;
    for (let other = at + 1; other < drawn.length; other++) if ((drawn[other] as number) > own) rank += 1;
    ranks[rank] = (ranks[rank] ?? 0) + 1;
  }
  return ranks;
}

/** The same for each of so many figures. */
function ranksSeen(draws: readonly Float64Array[], figures: number): readonly Uint32Array[] {
  const seen = Array.from({ length: figures }, () => new Uint32Array(figures + 1));
  for (const drawn of draws) {
    const ascending = drawn.toSorted();
    for (const [at, ranks] of seen.entries()) {
      const rank = rankIn(ascending, drawn, at);
      ranks[rank] = (ranks[rank] ?? 0) + 1;
    }
  }
  return seen;
}

/** The rank of one of some drawn figures. */
function rankIn(ascending: Float64Array, drawn: Float64Array, at: number): number {
  const own = drawn[at] ?? Number.NaN;
  const below = countUpTo(ascending, own);
  let rank = drawn.length - below + 1;
  // Only figures without a spread are drawn alike.
  if (ascending[below - 2] === own)
    for (let other = 0; other < at; other++) if (drawn[other] === own) rank += 1;
  return rank;
}

/** How many of some figures are no larger than one of them. */
function countUpTo(ascending: Float64Array, figure: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= figure) low = middle + 1;
    else high = middle;
  }
  return low;
}

function allAlike(figures: readonly { readonly value: number }[]): boolean {
  return figures.every(({ value }) => value === figures[0]?.value);
}

/** The rank by which that many draws have come, and at least one. */
function rankAt(ranks: Uint32Array, count: number): number {
  let sum = 0;
  for (let rank = 1; rank < ranks.length; rank++) {
    sum += ranks[rank] ?? 0;
    if (sum > 0 && sum >= count) return rank;
  }
  return ranks.length - 1;
}
