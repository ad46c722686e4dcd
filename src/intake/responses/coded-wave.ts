import type { Problem } from "../../survey/problem.ts";

/** Stands for a missing value in a coded column. */
export const missingCode = 65535;

/**
 * One column of a wave as small numbers: option places and scale codes (missing = 65535), or measured numbers
 * (missing = NaN). It holds no text.
 */
export type CodedColumn =
  | { readonly name: string; readonly kind: "code"; readonly values: Uint16Array }
  | { readonly name: string; readonly kind: "number"; readonly values: Float64Array };

/** Answers of one question in one wave, for the data-quality page (M30). */
export interface ItemResponse {
  readonly answered: number;
  /** Blank cells and missing codes. */
  readonly missing: number;
  /** Cells that were no code, no missing code and in no range. */
  readonly bad: number;
}

/** What became of a wave's file (M30). rowsRead = kept + rejected. */
export interface WaveQuality {
  readonly rowsRead: number;
  readonly kept: number;
  readonly rejected: { readonly duplicate: number; readonly ragged: number; readonly empty: number };
  readonly encoding: string;
  readonly delimiter: string;
  readonly weight?: { readonly column: string; readonly valid: number; readonly invalid: number };
  /** First and last month of the interviews, YYYY-MM. */
  readonly fieldwork?: { readonly from: string; readonly to: string };
  /** Respondents with the same answer to every item of a battery, among those who answered five or more of it. */
  readonly straightLining: { readonly flagged: number; readonly base: number };
  readonly tooFast?: { readonly flagged: number; readonly base: number; readonly seconds: number };
  /** Respondents without a place at some level of the hierarchy. */
  readonly outsideHierarchy: number;
  readonly items: Readonly<Record<string, ItemResponse>>;
  readonly unusedColumns: readonly string[];
}

/** A wave read and coded: what the store is written from, and what is said about its quality. */
export interface CodedWave {
  readonly wave: string;
  readonly rows: number;
  readonly columns: readonly CodedColumn[];
  /** Weights normalised to mean 1 among valid ones; NaN where a respondent has none. Absent: the wave has no weights. */
  readonly weights?: Float64Array;
  /** Option ids by column name: a code of an option column is a place in its list. */
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
  readonly quality: WaveQuality;
  readonly problems: readonly Problem[];
  readonly header: readonly string[];
}
