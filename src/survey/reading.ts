import type { DatePrecision } from "./question.ts";

/** How a variable's raw cells become values, before options or codes are looked at. */
interface Cleaning {
  /** Values that are no answer, looked at after recoding. A blank cell never is one. */
  readonly missing: readonly string[];
  /** Raw value → the code that it means; "" makes it missing. */
  readonly recode: Readonly<Record<string, string>>;
}

/** The order of day, month and year in a column of dates. */
export type DateFormat = "mdy" | "dmy" | "ymd";

/** Which raw cells of a choice's own column mean that it was ticked. */
export type Mentioned =
  | { readonly kind: "any" }
  | { readonly kind: "only"; readonly values: readonly string[] }
  | { readonly kind: "not"; readonly values: readonly string[] };

/** One variable of the store and where its cells stand in one wave's file. */
export type VariableReading =
  | ({
      readonly kind: "scale";
      readonly name: string;
      readonly column: string;
      readonly codes: readonly number[];
    } & Cleaning)
  | ({
      readonly kind: "options";
      readonly name: string;
      readonly column: string;
      /** Ids in order; "open": values are taken as found. */
      readonly options: readonly string[] | "open";
      /** Of an open column outside the hierarchy: values of fewer respondents are joined, so that no name shows. */
      readonly rareBelow?: number;
    } & Cleaning)
  | ({
      readonly kind: "choices";
      readonly name: string;
      /** Every option and its column; absent where this wave did not offer it. */
      readonly choices: readonly { readonly option: string; readonly column?: string }[];
      readonly mentioned: Mentioned;
      readonly base: "answered" | "asked";
    } & Cleaning)
  | ({
      readonly kind: "mentions";
      readonly name: string;
      readonly columns: readonly string[];
      readonly options: readonly string[];
      readonly base: "answered" | "asked";
    } & Cleaning)
  | ({
      readonly kind: "number";
      readonly name: string;
      readonly column: string;
      readonly min?: number;
      readonly max?: number;
    } & Cleaning)
  | ({
      readonly kind: "date";
      readonly name: string;
      readonly column: string;
      readonly precision: DatePrecision;
      /** Absent: found out from the column. */
      readonly format?: DateFormat;
    } & Cleaning)
  | ({ readonly kind: "text"; readonly name: string; readonly column: string } & Cleaning);

/** How one wave's file is read. */
export interface WaveReading {
  readonly wave: string;
  /** Path relative to the codebook's folder. */
  readonly file: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly respondent?: string;
  /** Values of the respondent column that may stand for nobody in particular, such as the survey's missing codes. */
  readonly noRespondent?: readonly string[];
  readonly weight?: string;
  /** Column of the interview date; only the first and last period of a wave are kept. */
  readonly date?: string;
  readonly datePrecision?: DatePrecision;
  readonly dateFormat?: DateFormat;
  readonly duration?: { readonly column: string; readonly minimum: number };
  readonly variables: readonly VariableReading[];
  /** Store names of the hierarchy's dimensions, widest first: rows are sorted by them. */
  readonly hierarchy: readonly string[];
  /** Sets of rating variables on one scale, for straight-lining (M30). */
  readonly batteries: readonly (readonly string[])[];
  /** Share of bad cells among a column's answers, and of unreadable weights, above which the build stops. */
  readonly badCellLimit: number;
}

/** How a whole survey is read. */
export interface Reading {
  readonly folder: string;
  readonly waves: readonly WaveReading[];
  /** Path of the strata file relative to the codebook's folder. */
  readonly strata?: string;
}

/** Stands for the rare values of an open column, taken together. No code of a codebook is likely to be called so. */
export const rareValues = "_other";

/** The store's name of a dimension's column. */
export function dimensionName(id: string): string {
  return `d_${id}`;
}

/** The store's name of a question's column; of a multiple choice, the prefix of its columns. */
export function questionName(id: string): string {
  return `q_${id}`;
}

/** The store's name of the column of one choice, by its place among the options. */
export function choiceName(id: string, place: number): string {
  return `q_${id}__${place}`;
}
