import { type GroupIndex, groupIndex } from "../group-index.ts";
import type { CountsRequest } from "../request.ts";
import type { Cell } from "../tally.ts";
import type { PairTable } from "./table.ts";

/**
 * Sums over every pair of `questions` (scales and measured numbers): what variances of indices, reliability and
 * correlations need. `sets` names groups of the questions, to count respondents who answered at least one of each.
 */
export interface PairsRequest extends CountsRequest {
  readonly sets: Readonly<Record<string, readonly string[]>>;
  /** Questions whose answers are counted as another number than their code. */
  readonly as?: Readonly<Record<string, CountedAs>>;
}

/**
 * scores: what each code counts; a code without a score is no answer. less: the answer less that to another question, of
 * those who answered both.
 */
export type CountedAs =
  | { readonly kind: "scores"; readonly scores: Readonly<Record<number, number>> }
  | { readonly kind: "less"; readonly question: string };

/** One group of respondents and the sums over those who answered both questions of a pair. */
export interface PairGroup {
  readonly wave: string;
  /** For each dimension asked for, an option id (null: not known). */
  readonly key: readonly (string | null)[];
  /** By set: who answered at least one of its questions. A set of which nobody did is absent. */
  readonly answered: ReadonlyMap<string, Cell>;
  /** Of the request's questions; a question with itself gives its own sums. */
  readonly pairs: PairTable;
}

/** The answer to a request. Groups of whom nobody answered anything are absent. */
export interface PairCounts {
  readonly request: PairsRequest;
  readonly groups: readonly PairGroup[];
}

/** Whoever can count pairs: DuckDB at build, DuckDB-WASM in the browser. */
export type AskPairs = (request: PairsRequest) => Promise<PairCounts>;

/** The groups of one wave. */
export function pairGroupsOf(counts: PairCounts, wave: string): readonly PairGroup[] {
  return groupIndex(indexes, counts).ofWave(wave);
}

/** A group of a wave; undefined where nobody of it answered. */
export function pairGroupOf(
  counts: PairCounts,
  wave: string,
  key: readonly (string | null)[] = [],
): PairGroup | undefined {
  return groupIndex(indexes, counts).group(wave, key);
}

const indexes = new WeakMap<object, GroupIndex<PairGroup>>();
