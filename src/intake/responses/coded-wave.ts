import type { Problem } from "../../survey/problem.ts";
import type { WaveQuality } from "../../survey/quality.ts";

/** Stands for a missing value in a coded column. */
export const missingCode = 65535;

/**
 * One column of a wave as small numbers: option places and scale codes (missing = 65535), or measured numbers
 * (missing = NaN). It holds no text.
 */
export type CodedColumn =
  | { readonly name: string; readonly kind: "code"; readonly values: Uint16Array }
  | { readonly name: string; readonly kind: "number"; readonly values: Float64Array };

/** A wave read and coded: what the store is written from, and what is said about its quality. */
export interface CodedWave {
  readonly wave: string;
  readonly rows: number;
  readonly columns: readonly CodedColumn[];
  /** Weights normalised to mean 1 among valid ones; NaN where a respondent has none. Absent: the wave has no weights. */
  readonly weights?: Float64Array;
  /** Option ids by column name: a code of an option column is a place in its list. */
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
  /** The line of the file that each row starts on; absent where a wave has no rows of its own. */
  readonly lines?: Uint32Array;
  readonly quality: WaveQuality;
  readonly problems: readonly Problem[];
  /** All names that find a column of the file. */
  readonly header: readonly string[];
}
