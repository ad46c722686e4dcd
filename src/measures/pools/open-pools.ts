import { type GroupByWave, type OpenPool, type Run, sizeOver, type WholeByWave } from "./groups-by-wave.ts";
import { inferenceOf } from "./inference.ts";

export interface PoolsOptions {
  /** Pools that could be published, oldest first, each over waves in a row. */
  readonly pools: readonly Run[];
  readonly whole: WholeByWave;
  /** The survey's minimum base. */
  readonly minimum: number;
}

/**
 * M34 for pooled waves (M35): the groups of a breakdown that are withheld in each pool. Pools that overlap, and the
 * whole, which may be seen wave by wave, give away what they differ in: a branch that opened in the last wave of one is
 * in that one alone. So pools are let in one after the other, oldest first, as they were published; in each the small
 * groups are withheld, and as long as a few could still be worked out, the next smallest of those that nobody can know
 * yet. What is withheld in a pool is so for ever: later waves don't change it.
 *
 * @param bases the groups by every base that is published of them: that by which a group is judged, then others
 */
export function openPools(
  bases: readonly (readonly GroupByWave[])[],
  { pools, whole, minimum }: PoolsOptions,
): readonly OpenPool[] {
  const [groups = []] = bases;
  if (hasNoSecret(bases, { whole, minimum })) return pools.map((pool) => ({ ...pool, hidden: new Set() }));
  const inferences = bases.map((base) => inferenceOf(base, { whole, minimum }));
  // How many have no known place stands on the data page: it must not give the number of a few away either.
  const placed = bases.map((base) => inferenceOf(base.filter(isPlaced), { whole, minimum }));
  const isSafe = (open: readonly OpenPool[]) =>
    inferences.every(({ givesMoreAway }) => !givesMoreAway(open)) &&
    [...inferences, ...placed].every(({ givesFewAway }) => !givesFewAway(open));
  const open: OpenPool[] = [];
  for (const pool of pools) {
    const named = groups.filter(isPlaced).flatMap((group) => {
      const n = sizeOver(group, pool);
      return n === undefined ? [] : [{ key: group.key, n }];
    });
    const small = named.filter(({ n }) => n < minimum).map(({ key }) => key);
    const known = inferences.map(({ knownFrom }) => knownFrom(open));
    const covers = named
      .filter(({ key, n }) => n >= minimum && !known.some((isKnown) => isKnown(key, pool)))
      .toSorted((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key);
    const hiding = (some: number) => ({ ...pool, hidden: new Set([...small, ...covers.slice(0, some)]) });
    const enough = [...covers.keys()].find((some) => isSafe([...open, hiding(some)]));
    open.push(hiding(enough ?? covers.length));
  }
  return open;
}

/** True where no group has few answers in any wave and everything is known of the whole: nothing can be given away. */
function hasNoSecret(
  bases: readonly (readonly GroupByWave[])[],
  { whole, minimum }: Pick<PoolsOptions, "whole" | "minimum">,
): boolean {
  const sizes = bases.flat().flatMap((group) => group.sizes);
  const waves = bases[0]?.[0]?.sizes.length ?? 0;
  return whole.known.length === waves && sizes.every((size) => size === undefined || size >= minimum);
}

function isPlaced(group: GroupByWave): group is GroupByWave & { readonly key: string } {
  return group.key !== null;
}
