import type { Slice } from "../../views/slice.ts";
import type { Tally } from "../tally.ts";

/** What one answered question adds to a respondent's score: factor · (answer − centre). */
export interface LinearTerm {
  readonly question: string;
  readonly factor: number;
  readonly centre: number;
}

/** The constants of one score for one group of respondents. */
export interface LinearScore {
  /** Names the score; the same score of several groups has one name. */
  readonly id: string;
  /** For each dimension of the request, an option id (null: not known). */
  readonly key: readonly (string | null)[];
  readonly terms: readonly LinearTerm[];
}

/**
 * Sums of per-row linear scores z = Σ factor·(answer − centre) over the questions that a respondent answered, with
 * constants handed in for each group. rows: own, the respondents of the group; others, all of the slice but them.
 * A respondent who answered none of a score's questions has no score.
 */
export interface LinearRequest {
  readonly scores: readonly LinearScore[];
  readonly waves: readonly string[];
  readonly by: readonly string[];
  readonly slice: Slice;
  readonly rows: "own" | "others";
}

export interface LinearGroup {
  readonly wave: string;
  readonly key: readonly (string | null)[];
  /** By score: sums of z and z², and the respondents who have one. A score that nobody has is absent. */
  readonly scores: ReadonlyMap<string, Extract<Tally, { readonly kind: "sums" }>>;
}

export interface LinearCounts {
  readonly request: LinearRequest;
  readonly groups: readonly LinearGroup[];
}

/** Whoever can add scores up: DuckDB at build, DuckDB-WASM in the browser. */
export type AskLinear = (request: LinearRequest) => Promise<LinearCounts>;
