import type { Population } from "../intake/population/read-population.ts";
import { type Raked, rake } from "../stats/raking.ts";
import type { Problem } from "../survey/problem.ts";
import type { WeightingReading } from "../survey/reading.ts";
import type { WaveWeighting } from "../survey/weighting.ts";
import { marginLines } from "./margin-lines.ts";
import { division, marginsOf } from "./population.ts";
import { type Sample, sampleMargins } from "./sample-margins.ts";
import { weightSpread } from "./weight-spread.ts";

/** Weights of one wave, or why there are none. */
export type Weighted =
  | {
      readonly status: "weighted";
      /** By row, mean 1 among those that have one; NaN where a respondent's place is not known. */
      readonly weights: Float64Array;
      readonly weighting: WaveWeighting;
    }
  | { readonly status: "refused"; readonly problems: readonly Problem[] };

export interface WeightWaveOptions {
  readonly population: Population;
  readonly weighting: WeightingReading;
  /** The survey's minimum base: what is told of the weights is of no fewer respondents. */
  readonly minimum: number;
}

/**
 * M19, weights that make a wave look like its population. Raking meets each dimension's margin within 1e-6, cut at 5
 * times the mean; cell weights are people over respondents of every combination, and are not cut, as there is only one
 * solution. Refused where the sample can't stand for the population; margins that can't be met together are refused
 * too, with how far off they stay.
 */
export function weightWave(wave: Sample, { population, weighting, minimum }: WeightWaveOptions): Weighted {
  const { method, by, to } = weighting;
  const divisions = method === "rake" ? marginsOf(population, by) : [division(population, by)];
  const { sample, problems } = sampleMargins(wave, divisions, population.file);
  if (!sample) return { status: "refused", problems };
  const { kindOf, counts, margins } = sample;
  const raked = rake(counts.length, margins, { counts, ...(method === "cells" ? { trimAt: Infinity } : {}) });
  if (!raked.converged)
    return { status: "refused", problems: [notMet(wave.wave, by, raked, population.file)] };
  const weights = Float64Array.from(kindOf, (kind) => raked.weights[kind] ?? Number.NaN);
  const spread = weightSpread(weights, { minimum, tellsSizes: true });
  if (!spread) throw new Error(`nobody of the wave "${wave.wave}" was weighted`);
  const { rounds, trimmings } = raked;
  const lines = margins.flatMap((margin, at) => {
    const divided = divisions[at];
    return divided ? marginLines(margin, divided, { counts, weights: raked.weights }) : [];
  });
  const source = { from: "population" as const, method, by, file: to, margins: lines, rounds, trimmings };
  return { status: "weighted", weights, weighting: { ...spread, source } };
}

function notMet(
  wave: string,
  by: readonly string[],
  { distance, rounds }: Pick<Raked, "distance" | "rounds">,
  file: string,
): Problem {
  return {
    severity: "stop",
    file,
    column: by.join(", "),
    message: `${rounds} rounds of raking don't make the wave "${wave}" meet all margins: the worst stays ${Number((100 * distance).toPrecision(2))} % off`,
    expected: "margins that respondents' combinations of answers allow",
    mend: "Weight by fewer dimensions, or join small categories.",
  };
}
