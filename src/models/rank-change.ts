import type { RankInterval } from "../stats/rank-intervals.ts";

/** A branch's rank in one wave, with 90 %. */
export interface RankIn {
  readonly id: string;
  readonly ranks: RankInterval;
}

/** A rank that left the range of the wave before. */
export interface RankChange {
  readonly way: "up" | "down";
  readonly from: RankInterval;
}

/**
 * M31, ranks that may have changed between two waves with no answers in common: those whose 90 % intervals do not
 * overlap. Of one branch that has not changed this happens about once in fifty times (two independent intervals of
 * ± 1.645 errors are apart when the difference exceeds 2.33 errors of it), so that among many branches some always
 * would: who states a change must also hold that the branch's own score changed the same way, in a family of tests.
 * Both rankings must be of the same branches, or a rank would change by who joins.
 * @throws RangeError where the two rankings are not of the same branches
 */
export function rankChanges(
  now: readonly RankIn[],
  before: readonly RankIn[],
): ReadonlyMap<string, RankChange> {
  const earlier = new Map(before.map(({ id, ranks }) => [id, ranks]));
  if (earlier.size !== now.length || now.some(({ id }) => !earlier.has(id)))
    throw new RangeError("Ranks of two waves are compared among the same branches.");
  return new Map(
    now.flatMap(({ id, ranks }): [string, RankChange][] => {
      const from = earlier.get(id);
      if (!from) return [];
      if (ranks.worst < from.best) return [[id, { way: "up", from }]];
      return ranks.best > from.worst ? [[id, { way: "down", from }]] : [];
    }),
  );
}
