import type { Slice } from "../views/slice.ts";
import type { Derived } from "./derived/request.ts";
import { type GroupIndex, groupIndex } from "./group-index.ts";
import type { Cell, Tally } from "./tally.ts";

/** What to count: answers to `questions` in `waves`, among `slice`, broken down by the dimensions in `by`. */
export interface CountsRequest {
  readonly questions: readonly string[];
  readonly waves: readonly string[];
  readonly by: readonly string[];
  readonly slice: Slice;
  /** What is worked out of each row before it is counted. */
  readonly derived?: Derived;
}

/** One group of respondents: a wave and, for each dimension asked for, an option id (null: not known). */
export interface Group {
  readonly wave: string;
  readonly key: readonly (string | null)[];
  /** All respondents of the group, whatever they answered; a printed table may not tell how many they were. */
  readonly rows?: Cell;
  /** By question id. A question that is absent was not asked in the wave. */
  readonly tallies: ReadonlyMap<string, Tally>;
}

/** The answer to a request. Groups without a respondent are absent. */
export interface Counts {
  readonly request: CountsRequest;
  readonly groups: readonly Group[];
  /**
   * Waves of which only printed tables survive, each with the questions that its tables hold. A group of such a wave
   * that is absent is not known, which does not mean that nobody is in it.
   */
  readonly printed?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whoever can count: DuckDB at build, a table counted beforehand, DuckDB-WASM in the browser. */
export type Ask = (request: CountsRequest) => Promise<Counts>;

/** The same for equal requests, for memory of what was asked. */
export function requestKey(request: CountsRequest): string {
  const { questions, waves, by, slice, derived } = request;
  return JSON.stringify([questions, waves, by, Object.entries(slice), ...(derived ? [derived] : [])]);
}

/** The groups of one wave. */
export function groupsOf(counts: Counts, wave: string): readonly Group[] {
  return groupIndex(indexes, counts).ofWave(wave);
}

export function groupOf(
  counts: Counts,
  wave: string,
  key: readonly (string | null)[] = [],
): Group | undefined {
  return groupIndex(indexes, counts).group(wave, key);
}

/** A group's answers to a question in a wave; undefined where it was not asked or nobody is in the group. */
export function tallyOf(
  counts: Counts,
  wave: string,
  question: string,
  key: readonly (string | null)[] = [],
): Tally | undefined {
  return groupOf(counts, wave, key)?.tallies.get(question);
}

const indexes = new WeakMap<object, GroupIndex<Group>>();
