/**
 * How bad a problem is. stop: nothing is built. row: the row is rejected. cell: the row is kept, the cell is missing.
 * note: nothing is wrong, but the analyst should know.
 */
export type Severity = "stop" | "row" | "cell" | "note";

/** Something wrong, or worth knowing, in the analyst's files. */
export interface Problem {
  readonly severity: Severity;
  /** File as the analyst names it, relative to the data folder. */
  readonly file: string;
  readonly line?: number;
  /** Header of a data file, or key path of a codebook. */
  readonly column?: string;
  readonly value?: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What would have been right. */
  readonly expected: string;
  /** What to do about it. */
  readonly mend: string;
  /** How often the same thing occurs; the first places are in `lines`. */
  readonly count?: number;
  readonly lines?: readonly number[];
}
