import { weightSpread } from "../fitting/weight-spread.ts";
import { weightWave } from "../fitting/weight-wave.ts";
import type { Population } from "../intake/population/read-population.ts";
import type { CodedWave } from "../intake/responses/coded-wave.ts";
import type { Problem } from "../survey/problem.ts";
import type { WaveReading, WeightingReading } from "../survey/reading.ts";
import type { WaveWeighting } from "../survey/weighting.ts";

export interface WeighWaveOptions {
  readonly reading: Pick<WaveReading, "weight" | "weighting">;
  /** The people that the wave is weighted to, where they are known. */
  readonly population: Population | undefined;
  /** The survey's minimum base. */
  readonly minimum: number;
}

/** A wave with its weights, where it has any, and what they are like. */
export interface Weighed {
  readonly coded: CodedWave;
  readonly weighting?: WaveWeighting;
}

/** Gives a wave the weights of its population; of weights that its export holds, says what they are like (M19). */
export function weighWave(coded: CodedWave, { reading, population, minimum }: WeighWaveOptions): Weighed {
  const { weight: column, weighting } = reading;
  if (weighting && population) return toPopulation(coded, { weighting, population, minimum });
  const spread = coded.weights && weightSpread(coded.weights, { minimum, tellsSizes: false });
  if (!spread || column === undefined) return { coded };
  return { coded, weighting: { ...spread, source: { from: "column", column } } };
}

function toPopulation(
  coded: CodedWave,
  options: {
    readonly weighting: WeightingReading;
    readonly population: Population;
    readonly minimum: number;
  },
): Weighed {
  const found = weightWave(coded, options);
  if (found.status === "refused")
    return { coded: { ...coded, problems: [...coded.problems, ...found.problems] } };
  const { weights, weighting } = found;
  const { respondents: valid, without: invalid } = weighting;
  const notes = invalid > 0 ? [withoutPlace(coded, options.weighting, invalid, options.population.file)] : [];
  return {
    coded: {
      ...coded,
      weights,
      quality: { ...coded.quality, weight: { valid, invalid } },
      problems: [...coded.problems, ...notes],
    },
    weighting,
  };
}

function withoutPlace(
  { wave, rows }: CodedWave,
  { by }: WeightingReading,
  unplaced: number,
  file: string,
): Problem {
  return {
    severity: "note",
    file,
    column: by.join(", "),
    message: `${unplaced} of ${rows} respondents of the wave "${wave}" have no known place here and get no weight: they count in unweighted figures only`,
    expected: `a known ${by.join(", ")} of every respondent`,
    mend: "Nothing, if it was not answered; many of them speak for weighting by other dimensions.",
  };
}
