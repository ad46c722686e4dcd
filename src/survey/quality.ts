import type { ExportFormat } from "./reading.ts";

/** Answers of one question in one wave, for the data-quality page (M30). The four numbers add up to the rows kept. */
export interface ItemResponse {
  readonly answered: number;
  /** Blank cells and missing codes. */
  readonly missing: number;
  /** Cells that were no code, no missing code and in no range. */
  readonly bad: number;
  /** Respondents to whom the question was not put. */
  readonly notAsked: number;
  /** Of those not asked: who gave an answer all the same, which does not count. Absent: none. */
  readonly masked?: number;
}

/** What became of a wave's file (M30). rowsRead = kept + rejected. */
export interface WaveQuality {
  readonly rowsRead: number;
  readonly kept: number;
  readonly rejected: {
    readonly duplicate: number;
    readonly ragged: number;
    readonly empty: number;
    /** Interviews that were not finished, where the codebook leaves them out. */
    readonly incomplete: number;
  };
  /** Interviews that were not finished, among the rows read; absent where the export does not tell. */
  readonly incomplete?: number;
  /** The survey tool's form that the file was read in. */
  readonly format: ExportFormat;
  /** Of separated text; else the kind of file: xlsx, xls or sav. */
  readonly encoding: string;
  /** Of separated text. */
  readonly delimiter?: string;
  /** Of a workbook: the sheet that was read. */
  readonly sheet?: string;
  /** Respondents with a weight and without one; the column that holds weights, where none were computed. */
  readonly weight?: { readonly column?: string; readonly valid: number; readonly invalid: number };
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
