import { designEffect } from "../stats/design-effect.ts";
import type { Margin, Raked } from "../stats/raking.ts";
import { cellName, type Division } from "./population.ts";

/** What weighting did, for the diagnostics page (M19). Shares are of the weighted respondents, 0–1. */
export interface WeightingDiagnostics {
  readonly margins: readonly MarginLine[];
  /** The largest weights, largest first, as multiples of the mean, and how many respondents have each. */
  readonly largest: readonly { readonly weight: number; readonly respondents: number }[];
  readonly smallest: number;
  /** Respondents with a weight, and those who have none because their place is not known. */
  readonly respondents: number;
  readonly unplaced: number;
  readonly deff: number;
  readonly effective: number;
  readonly rounds: number;
  readonly trimmings: number;
}

export interface MarginLine {
  /** Dimensions, and the options in them. */
  readonly by: readonly string[];
  readonly cell: string;
  readonly respondents: number;
  readonly unweighted: number;
  readonly wanted: number;
  readonly got: number;
}

/** How many of the largest weights are listed. */
const listed = 10;

export function weightingDiagnostics(
  { weights, rounds, trimmings }: Raked,
  margins: readonly Margin[],
  { divisions, unplaced }: { readonly divisions: readonly Division[]; readonly unplaced: number },
): WeightingDiagnostics {
  // Weights of one cell differ by rounding; six digits are one weight.
  const rounded = Map.groupBy(weights, (weight) => Number(weight.toPrecision(6)));
  const descending = [...rounded].toSorted(([a], [b]) => b - a);
  return {
    margins: margins.flatMap((margin, at) => linesOf(margin, divisions[at], weights)),
    largest: descending.slice(0, listed).map(([weight, all]) => ({ weight, respondents: all.length })),
    smallest: descending.at(-1)?.[0] ?? 0,
    respondents: weights.length,
    unplaced,
    ...designEffect(weights),
    rounds,
    trimmings,
  };
}

function linesOf(
  { categories, wanted }: Margin,
  division: Division | undefined,
  weights: Float64Array,
): readonly MarginLine[] {
  const total = wanted.reduce((sum, people) => sum + people, 0);
  const names = [...(division?.people.keys() ?? [])].map(cellName);
  return wanted.map((people, category) => {
    const inCell = weights.filter((_, row) => categories[row] === category);
    return {
      by: division?.by ?? [],
      cell: names[category] ?? "",
      respondents: inCell.length,
      unweighted: inCell.length / weights.length,
      wanted: people / total,
      got: inCell.reduce((sum, weight) => sum + weight, 0) / weights.length,
    };
  });
}
