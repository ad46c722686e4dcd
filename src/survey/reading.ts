import type { DatePrecision } from "./question.ts";
import type { WeightingMethod } from "./weighting.ts";

/** Survey tools whose exports have a form of their own. */
export const exportFormats = [
  "plain",
  "qualtrics",
  "limesurvey",
  "surveymonkey",
  "google-forms",
  "wjx",
  "spss",
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A condition on one variable of the same row; it holds where one of the values was given. */
export interface Condition {
  /** Store name of the variable, or of a multiple choice the prefix of its columns. */
  readonly variable: string;
  /** Scale codes or option ids. */
  readonly values: readonly string[];
}

/** How a variable's raw cells become values, before options or codes are looked at. */
interface Cleaning {
  /** Values that are no answer, looked at after recoding. A blank cell never is one. */
  readonly missing: readonly string[];
  /** Raw value → the code that it means; "" makes it missing. */
  readonly recode: Readonly<Record<string, string>>;
  /** Values that say that the question was not put to this respondent. */
  readonly notAsked?: readonly string[];
  /** Who was asked; all conditions must hold. Others' answers are no answers. */
  readonly asked?: readonly Condition[];
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
      /** Label → code: a cell may hold the words instead. */
      readonly words?: Readonly<Record<string, number>>;
    } & Cleaning)
  | ({
      readonly kind: "options";
      readonly name: string;
      readonly column: string;
      /** Ids in order; "open": values are taken as found. */
      readonly options: readonly string[] | "open";
      /** Of an open column outside the hierarchy: values of fewer respondents are joined, so that no name shows. */
      readonly rareBelow?: number;
      /** Label → option id: a cell may hold the words instead. */
      readonly words?: Readonly<Record<string, string>>;
      /** The option that takes in every value that is none. */
      readonly other?: string;
    } & Cleaning)
  | ({
      readonly kind: "choices";
      readonly name: string;
      /** Every option and its column; absent where this wave did not offer it. */
      readonly choices: readonly { readonly option: string; readonly column?: string }[];
      readonly mentioned: Mentioned;
      /** The choice that says none of these. */
      readonly none?: string;
      readonly base: "answered" | "asked";
    } & Cleaning)
  | ({
      readonly kind: "mentions";
      readonly name: string;
      readonly columns: readonly string[];
      readonly options: readonly string[];
      readonly words?: Readonly<Record<string, string>>;
      readonly other?: string;
      readonly none?: string;
      readonly base: "answered" | "asked";
    } & Cleaning)
  | ({
      /** All choices in one cell. */
      readonly kind: "separated";
      readonly name: string;
      readonly column: string;
      readonly separator: string;
      readonly options: readonly string[];
      readonly words?: Readonly<Record<string, string>>;
      readonly other?: string;
      readonly none?: string;
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

/** A population that a wave is weighted to (M19). */
export interface WeightingReading {
  readonly method: WeightingMethod;
  /** Path of the population file relative to the codebook's folder. */
  readonly to: string;
  /** Dimension ids. */
  readonly by: readonly string[];
}

/** How one wave's file is read. */
export interface WaveReading {
  readonly wave: string;
  /** Path relative to the codebook's folder. */
  readonly file: string;
  /** The survey tool; absent: found out from the first rows. */
  readonly format?: ExportFormat;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Of a workbook: the sheet's name; absent: the first. */
  readonly sheet?: string;
  /** What becomes of interviews that the export marks as not finished. */
  readonly incomplete?: "keep" | "reject";
  readonly respondent?: string;
  /** Values of the respondent column that may stand for nobody in particular, such as the survey's missing codes. */
  readonly noRespondent?: readonly string[];
  /** Column of weights. */
  readonly weight?: string;
  /** Weights to be computed. */
  readonly weighting?: WeightingReading;
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

/** One printed table of a tabulated wave, and what its columns are called. */
export interface TableReading {
  /** Path relative to the codebook's folder. */
  readonly file: string;
  /** Column → value that a row must have. */
  readonly rows: Readonly<Record<string, string>>;
  readonly question: string;
  /** Value of the question column → question id; any other value is an id itself. */
  readonly questions: Readonly<Record<string, string>>;
  /** long: a row an option; wide: a column an option (option id → column). */
  readonly options:
    | { readonly kind: "long"; readonly column: string; readonly value: string }
    | { readonly kind: "wide"; readonly columns: Readonly<Record<string, string>> };
  /** Whether the cells are counts of people or shares in percent. */
  readonly cells: "counts" | "percent";
  /** Column of the number who answered, where the table has one. */
  readonly base?: string;
  /** Dimension id → column; absent: a column `slice` in the form region=East, where there is one. */
  readonly slice?: Readonly<Record<string, string>>;
}

/** How a wave of which only printed tables survive is read. */
export interface TabulatedReading {
  readonly wave: string;
  readonly tables: readonly TableReading[];
  /** How many people were asked. */
  readonly respondents?: number;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** By question or dimension id, label → option id: a cell may hold the words instead. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How a whole survey is read. */
export interface Reading {
  readonly folder: string;
  readonly waves: readonly WaveReading[];
  readonly tabulated: readonly TabulatedReading[];
  /** Path of the file of branches through time, relative to the codebook's folder. */
  readonly branches?: string;
  /** Path of the strata file relative to the codebook's folder. */
  readonly strata?: string;
}

/** Stands for the rare values of an open column, taken together. No code of a codebook is likely to be called so. */
export const rareValues = "_other";

/** Stands in published rows for a place that is withheld (M34). */
export const withheldValue = "_withheld";

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
