import type { CodedWave } from "../intake/responses/coded-wave.ts";
import { rake } from "../stats/raking.ts";
import type { Problem } from "../survey/problem.ts";
import { division, marginsOf, type Population } from "./population.ts";
import { sampleMargins } from "./sample-margins.ts";
import { type WeightingDiagnostics, weightingDiagnostics } from "./weighting-diagnostics.ts";

/** Weights of one wave, or why there are none. */
export type Weighted =
  | {
      readonly status: "weighted";
      /** By row, mean 1 among those that have one; NaN where a respondent's place is not known. */
      readonly weights: Float64Array;
      readonly diagnostics: WeightingDiagnostics;
    }
  | { readonly status: "refused"; readonly problems: readonly Problem[] };

export interface WeightWaveOptions {
  readonly population: Population;
  /** Dimensions to weight by. */
  readonly by: readonly string[];
  /** rake: each dimension's margin is met; cells: every combination is. */
  readonly method: "rake" | "cells";
}

/**
 * M19, weights that make a wave look like its population. Raking meets each dimension's margin within 1e-6, cut at 5
 * times the mean; cell weights are people over respondents of every combination, and are not cut, as there is only one
 * solution. Refused where the sample can't stand for the population; margins that can't be met together are refused
 * too, with how far off they stay.
 */
export function weightWave(
  wave: Pick<CodedWave, "wave" | "rows" | "columns" | "dictionaries">,
  { population, by, method }: WeightWaveOptions,
): Weighted {
  const divisions = method === "rake" ? marginsOf(population, by) : [division(population, by)];
  const { sample, problems } = sampleMargins(wave, divisions, population.file);
  if (!sample) return { status: "refused", problems };
  const raked = rake(sample.placed.length, sample.margins, method === "cells" ? { trimAt: Infinity } : {});
  if (!raked.converged)
    return { status: "refused", problems: [notMet(wave.wave, by, raked.distance, population.file)] };
  const weights = new Float64Array(wave.rows).fill(Number.NaN);
  sample.placed.forEach((row, at) => {
    weights[row] = raked.weights[at] ?? Number.NaN;
  });
  const unplaced = wave.rows - sample.placed.length;
  const diagnostics = weightingDiagnostics(raked, sample.margins, { divisions, unplaced });
  return { status: "weighted", weights, diagnostics };
}

function notMet(wave: string, by: readonly string[], distance: number, file: string): Problem {
  return {
    severity: "stop",
    file,
    column: by.join(", "),
    message: `No weights make the wave "${wave}" meet all margins: the worst stays ${(100 * distance).toFixed(1)} % off`,
    expected: "margins that respondents' combinations of answers allow",
    mend: "Weight by fewer dimensions, or join small categories.",
  };
}
