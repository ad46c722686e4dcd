import type { Expectation } from "../responses/problem-log.ts";
import type { QuoteFault, Row } from "../responses/table.ts";
import type { SavVariable } from "./sav-dictionary.ts";

/** What is done with rows as they come. */
export interface RowTaker {
  readonly onRows: (rows: readonly Row[]) => void;
  readonly onFault: (fault: QuoteFault) => void;
}

/** A file of rows, whatever its form: separated text, a workbook or an SPSS file. */
export interface RowSource {
  /** The encoding of its text; of a workbook or an SPSS file its kind. */
  readonly encoding: string;
  /** Of separated text. */
  readonly delimiter?: string;
  /** Of a workbook: the name of the sheet that is read. */
  readonly sheet?: string;
  /** Of a workbook: the names of all its sheets. */
  readonly sheets?: readonly string[];
  /** Of an SPSS file: what it says about its variables, in the order of the columns. */
  readonly dictionary?: readonly SavVariable[];
  /** Hands over all rows, a batch at a time, header rows first; wholly blank lines are none. */
  readRows(taker: RowTaker): Promise<void>;
}

/** A file that can't be opened as what it is, with what to do about it. */
export class SourceError extends Error {
  readonly problem: Expectation & { readonly value?: string };

  constructor(problem: Expectation & { readonly value?: string }, cause?: unknown) {
    super(problem.message, { cause });
    this.problem = problem;
  }
}
