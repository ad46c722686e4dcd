import type { WaveWeighting } from "../survey/weighting.ts";
import type { WaveFacts } from "./wave-facts.ts";

/** A wave that has weights. */
export type WeightedWave = WaveFacts & { readonly weighting: WaveWeighting };

/** The latest wave with weights, of facts that stand oldest first; undefined where none has any. */
export function latestWeighted(facts: readonly WaveFacts[]): WeightedWave | undefined {
  return facts.findLast(isWeighted);
}

export function isWeighted(wave: WaveFacts): wave is WeightedWave {
  return wave.weighting !== undefined;
}

/** True where fewer respondents have a weight than a figure may stand on: nothing is told of their weights. */
export function isTooSmall({ weighting }: WeightedWave, base: { readonly minimum: number }): boolean {
  return weighting.respondents < base.minimum;
}
