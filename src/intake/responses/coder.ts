import type { ItemResponse } from "../../survey/quality.ts";
import type { CodedColumn } from "./coded-wave.ts";
import type { Row } from "./table.ts";

/** What a coder has made of all rows. */
export interface Coded {
  readonly columns: readonly CodedColumn[];
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
  readonly response: ItemResponse;
  /** What each row gave, where the codebook says who was asked. */
  readonly states?: Uint8Array;
  /** Rows with a bad cell among those that are not missing, where it differs from `response.bad`. */
  readonly badRows?: number;
  /** What is left to do when it is known whose answers count. */
  readonly settle?: (coded: Coded) => Coded;
}

/** Turns the cells of one variable into small numbers, row by row. */
export interface Coder {
  readonly name: string;
  code(row: Row): void;
  finish(): Coded;
}

/** A column that is there, by header and place. */
export interface Located {
  readonly header: string;
  readonly place: number;
}
/** Where a variable's columns stand in the file; columns that the file lacks are left out. */
export type Locate = (column: string) => Located | undefined;
