import type { ExportFormat } from "../../survey/reading.ts";
import type { SavVariable } from "../sources/sav-dictionary.ts";

/** What a column of an export is for. Only answers and hidden data are offered to a codebook as questions. */
export type ColumnRole =
  /** An answer, or one choice or row of one. */
  | "answer"
  /** The tool's id of the respondent or of the answer sheet. */
  | "respondent"
  | "started"
  | "submitted"
  /** Length of the interview. */
  | "duration"
  | "language"
  /** Name, e-mail, address, IP, place: never to be published. */
  | "personal"
  /** Anything else of the tool's own: page timings, status, collector. */
  | "tool";

/** One column of an export, as a codebook addresses it. */
export interface ExportColumn {
  /** The name that the codebook uses. Where several are alike, `#2` and so on tells them apart. */
  readonly name: string;
  /** Other names that find it, such as the name in the first header row where the tool has better keys. */
  readonly aliases: readonly string[];
  readonly role: ColumnRole;
  /** The question as it was put, without marks such as numbers and tags; the name where there is none. */
  readonly text: string;
  /** The row of a grid or the choice of a multiple choice that the column stands for. */
  readonly part?: string;
  /** The same for all columns of one question. */
  readonly question: string;
  /** True for the field beside a choice in which people typed words of their own. */
  readonly typed?: boolean;
  /** True where the form says that the answer is typed. */
  readonly open?: boolean;
  /** Values that are no answer in this column, where the file itself says so. */
  readonly missing?: readonly string[];
}

/** How the rows of one survey tool's export are to be read. */
export interface ExportLayout {
  readonly format: ExportFormat;
  /** Rows at the top that hold no answers. */
  readonly headerRows: number;
  /** By place. */
  readonly columns: readonly ExportColumn[];
  /** Values that say that the question was not put to the respondent. */
  readonly notAsked: readonly string[];
  /** Values that are no answer, besides blank cells. */
  readonly missing: readonly string[];
  /** Takes off what the tool adds to an answer, such as words typed beside a choice; `place` is the column's. */
  readonly clean?: (cell: string, place: number) => string;
  /** True where the export marks the row, as it stands in the file, as an interview that was not finished. */
  readonly isIncomplete?: (cells: readonly string[]) => boolean;
}

/** What a layout is found by. */
export interface ExportHead {
  /** The first rows of the file, at most {@link headRows}. */
  readonly rows: readonly (readonly string[])[];
  /** Of an SPSS file: what it says about its variables. */
  readonly dictionary?: readonly SavVariable[];
}

/** How many rows tell every form: three of header, or two and one of answers. */
export const headRows = 3;

/** One survey tool's form of export. */
export interface ExportForm {
  readonly format: ExportFormat;
  /** What its exports are known by, for the message where a file lacks it. */
  readonly marks: string;
  /** The layout of a file of this form, undefined for any other. */
  readonly layoutOf: (head: ExportHead) => ExportLayout | undefined;
}
