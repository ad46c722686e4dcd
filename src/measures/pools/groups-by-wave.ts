import type { Subspace } from "../../stats/subspace.ts";

/** Waves in a row, by place, both ends included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** One group of a breakdown through time. */
export interface GroupByWave {
  /** Null: the place is not known; never published. */
  readonly key: string | null;
  /** By wave: answers that the group is judged by; undefined where nobody answered. */
  readonly sizes: readonly (number | undefined)[];
}

/** What a breakdown adds up to. */
export interface WholeByWave {
  /** Vectors of waves over which its answers are published, or follow from what is. */
  readonly known: Subspace;
  /** Waves, or pools, in which its figure is withheld. */
  readonly withheld: readonly Run[];
}

/** A pool that is published, and the groups that are withheld in it. */
export interface OpenPool extends Run {
  readonly hidden: ReadonlySet<string>;
}

export function overlap(a: Run, b: Run): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Answers of a group over some waves; undefined where nobody answered in any. */
export function sizeOver({ sizes }: GroupByWave, { from, to }: Run): number | undefined {
  const known = sizes.slice(from, to + 1).filter((size) => size !== undefined);
  return known.length > 0 ? known.reduce((sum, size) => sum + size, 0) : undefined;
}
