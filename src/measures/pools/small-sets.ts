import { type GroupByWave, type Run, sizeOver } from "./groups-by-wave.ts";
import type { Kind } from "./knowledge.ts";

/** Waves in a row over which groups have answers, but fewer than the minimum each. */
export interface Few {
  readonly run: Run;
  readonly sizes: ReadonlyMap<GroupByWave, number>;
}

/** All waves in a row over which some group has few answers. */
export function fewOver(groups: readonly GroupByWave[], minimum: number): readonly Few[] {
  const length = groups[0]?.sizes.length ?? 0;
  const runs = Array.from({ length }, (_, from) =>
    Array.from({ length: length - from }, (_, more) => ({ from, to: from + more })),
  ).flat();
  return runs.flatMap((run) => {
    const sizes = groups.flatMap((group): [GroupByWave, number][] => {
      const size = sizeOver(group, run);
      return size !== undefined && size < minimum ? [[group, size]] : [];
    });
    return sizes.length > 0 ? [{ run, sizes: new Map(sizes) }] : [];
  });
}

/**
 * The sets of groups with fewer than the minimum together that could become known though no part of them is: single
 * groups, and whole kinds. Where a group of a kind is left outside, all that is known of it is known of each.
 */
export function smallSets(
  { sizes }: Few,
  { kinds, minimum }: { readonly kinds: readonly Kind[]; readonly minimum: number },
): readonly (readonly GroupByWave[])[] {
  const small = kinds.flatMap(({ members }) => {
    const total = members.reduce((sum, member) => sum + (sizes.get(member) ?? minimum), 0);
    return total < minimum ? [{ members, total }] : [];
  });
  const unions = (
    from: number,
    some: readonly GroupByWave[],
    total: number,
  ): readonly (readonly GroupByWave[])[] =>
    small.slice(from).flatMap((kind, at) => {
      const sum = total + kind.total;
      if (sum >= minimum) return [];
      const larger = [...some, ...kind.members];
      return [larger, ...unions(from + at + 1, larger, sum)];
    });
  return [...[...sizes.keys()].map((group) => [group]), ...unions(0, [], 0)];
}
