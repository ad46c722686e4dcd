import type { WaveQuality } from "../survey/quality.ts";
import type { TableQuality } from "../survey/wave-table.ts";
import type { WaveWeighting } from "../survey/weighting.ts";

/** A wave's file and what became of it. */
export interface WaveFacts {
  readonly wave: string;
  readonly file: string;
  readonly sourceSha256: string;
  readonly quality: WaveQuality;
  /** How the wave was weighted; absent: every answer counts 1. */
  readonly weighting?: WaveWeighting;
}

/** A file with printed tables of a wave, and what became of its rows. */
export interface TableFacts {
  readonly wave: string;
  readonly file: string;
  readonly sourceSha256: string;
  readonly quality: TableQuality;
}

/** True where fewer respondents of a wave were kept than the minimum base: how many they are is not told (M34). */
export function isTooFew({ kept }: Pick<WaveQuality, "kept">, base: { readonly minimum: number }): boolean {
  return kept > 0 && kept < base.minimum;
}
