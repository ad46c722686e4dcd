import type { Question } from "../../survey/question.ts";
import type { TableSlice } from "../../survey/wave-table.ts";
import type { Expectation, ProblemLog } from "../responses/problem-log.ts";

/** One cell of a printed table, understood: what it says of whom. */
export interface Figure {
  readonly slice: TableSlice;
  readonly question: Question;
  readonly option: string;
  readonly kind: "count" | "share" | "unknown";
  /** People, or percent; 0 where it is not known. */
  readonly value: number;
  /** The number who answered, where the row says. */
  readonly base?: number;
  readonly place: Place;
}

/** Where a figure stands, so that what is wrong with it, alone or beside others, can be said there. */
export interface Place {
  readonly log: ProblemLog;
  readonly line: number;
  readonly column: string;
  /** The cell as it is written. */
  readonly value: string;
}

/** The nearest of some names to what was written, as a question, or the fallback. */
export type Suggest = (written: string, candidates: readonly string[], fallback: string) => string;

/** Says what is wrong at a place. Nothing is built from a printed table with anything wrong. */
export function stopAt({ log, line, column, value }: Place, what: Expectation): void {
  log.whole("stop", { line, column, value, ...what });
}

/** Something worth knowing at a place. */
export function noteAt({ log, line, column, value }: Place, what: Expectation): void {
  log.whole("note", { line, column, value, ...what });
}
