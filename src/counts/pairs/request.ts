import type { CountsRequest } from "../request.ts";
import type { Cell } from "../tally.ts";
import type { PairTable } from "./table.ts";

/**
 * Sums over every pair of `questions` (scales and measured numbers): what variances of indices, reliability and
 * correlations need. `sets` names groups of the questions, to count respondents who answered at least one of each.
 */
export interface PairsRequest extends CountsRequest {
  readonly sets: Readonly<Record<string, readonly string[]>>;
}

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
  return indexOf(counts).waves.get(wave) ?? [];
}

/** A group of a wave; undefined where nobody of it answered. */
export function pairGroupOf(
  counts: PairCounts,
  wave: string,
  key: readonly (string | null)[] = [],
): PairGroup | undefined {
  return indexOf(counts).groups.get(JSON.stringify([wave, key]));
}

interface Index {
  readonly groups: ReadonlyMap<string, PairGroup>;
  readonly waves: ReadonlyMap<string, readonly PairGroup[]>;
}

/** Indexes of counts that were looked into, made at the first look. */
const indexes = new WeakMap<PairCounts, Index>();

function indexOf(counts: PairCounts): Index {
  const known = indexes.get(counts);
  if (known) return known;
  const groups = new Map(counts.groups.map((group) => [JSON.stringify([group.wave, group.key]), group]));
  const index = { groups, waves: Map.groupBy(counts.groups, ({ wave }) => wave) };
  indexes.set(counts, index);
  return index;
}
