import { normal } from "./random.ts";

/** Between which ranks a figure lies, 1 being the largest. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
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
export function rankIntervals(
  figures: readonly { readonly value: number; readonly standardDeviation: number }[],
  {
    random,
    draws = 1000,
    coverage = 0.9,
  }: { readonly random: () => number; readonly draws?: number; readonly coverage?: number },
): RankInterval[] {
  if (figures.some(({ standardDeviation }) => !(standardDeviation >= 0)))
    throw new RangeError("The spread of a figure is 0 or more.");
  if (figures.every(({ standardDeviation }) => standardDeviation === 0) && allAlike(figures))
    return figures.map(() => ({ best: 1, worst: figures.length }));
  const seen = ranksSeen(figures, draws, random);
  const tail = ((1 - coverage) / 2) * draws;
  return seen.map((ranks) => ({ best: rankAt(ranks, tail), worst: rankAt(ranks, draws - tail) }));
}

/** For each figure, how often it was drawn to each rank. */
function ranksSeen(
  figures: readonly { readonly value: number; readonly standardDeviation: number }[],
  draws: number,
  random: () => number,
): readonly Uint32Array[] {
  const seen = figures.map(() => new Uint32Array(figures.length + 1));
  for (let draw = 0; draw < draws; draw++) {
    const drawn = figures.map(({ value, standardDeviation }, at) => ({
      at,
      value: value + standardDeviation * normal(random),
    }));
    drawn.sort((a, b) => b.value - a.value);
    drawn.forEach(({ at }, place) => {
      const ranks = seen[at];
      if (ranks) ranks[place + 1] = (ranks[place + 1] ?? 0) + 1;
    });
  }
  return seen;
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
