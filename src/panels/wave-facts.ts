import type { WaveQuality } from "../survey/quality.ts";

/** A wave's file and what became of it. */
export interface WaveFacts {
  readonly wave: string;
  readonly file: string;
  readonly sourceSha256: string;
  readonly quality: WaveQuality;
}
