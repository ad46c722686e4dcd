import { designEffect } from "../stats/design-effect.ts";
import type { WeightSpread } from "../survey/weighting.ts";
import { respondentsAt, weightGroups } from "./weight-groups.ts";

export interface WeightSpreadOptions {
  /** The survey's minimum base. */
  readonly minimum: number;
  /**
   * True where weights make groups as large as a population has them: a weight that few have, times how few they are,
   * is the size of their group, so that it would tell how few. It is left out.
   */
  readonly tellsSizes: boolean;
}

/**
 * What a wave's weights are like (M19), by row and NaN where a respondent has none; undefined where nobody has one.
 */
export function weightSpread(
  weights: Float64Array,
  { minimum, tellsSizes }: WeightSpreadOptions,
): WeightSpread | undefined {
  const known = weights.filter((weight) => !Number.isNaN(weight));
  if (known.length === 0) return undefined;
  const mean = known.reduce((sum, weight) => sum + weight, 0) / known.length;
  const multiples = known.map((weight) => weight / mean).toSorted();
  const end = (weight: number | undefined) =>
    weight === undefined || (tellsSizes && respondentsAt(multiples, weight) < minimum) ? undefined : weight;
  const [smallest, largest] = [end(multiples[0]), end(multiples.at(-1))];
  return {
    respondents: known.length,
    without: weights.length - known.length,
    ...designEffect(multiples),
    ...(largest === undefined ? {} : { largest }),
    ...(smallest === undefined ? {} : { smallest }),
    sizes: weightGroups(multiples, { minimum }),
  };
}
