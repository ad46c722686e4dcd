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
 * M34 for pooled waves (M35): which pools of a breakdown are published, and which groups are withheld in each. Pools
 * that overlap, and the whole, which may be seen wave by wave, give away what they differ in: a branch that opened in
 * the last wave of one is in that one alone. So pools are let in one after the other: the latest, those that share no
 * wave with it or with each other, then those between. In each the small groups are withheld, and as long as a few
 * could still be worked out, the next smallest too. A pool of which nothing would be left is left out, but for the
 * latest.
 *
 * @param bases the groups by every base that is published of them: that by which a group is judged, then others
 */
export function openPools(
  bases: readonly (readonly GroupByWave[])[],
  { pools, whole, minimum }: PoolsOptions,
): readonly OpenPool[] {
  const [groups = []] = bases;
  const inferences = bases.map((base) => inferenceOf(base, { whole, minimum }));
  // How many have no known place stands on the data page: it must not give the number of a few away either.
  const placed = bases.map((base) => inferenceOf(base.filter(isPlaced), { whole, minimum }));
  const isSafe = (trial: readonly OpenPool[]) =>
    inferences.every(({ givesMoreAway }) => !givesMoreAway(trial)) &&
    [...inferences, ...placed].every(({ givesFewAway }) => !givesFewAway(trial));
  const open: OpenPool[] = [];
  for (const pool of mostNeededFirst(pools)) {
    const named = groups.filter(isPlaced).flatMap((group) => {
      const n = sizeOver(group, pool);
      return n === undefined ? [] : [{ key: group.key, n }];
    });
    const small = named.filter(({ n }) => n < minimum).map(({ key }) => key);
    const covers = named
      .filter(
        ({ key, n }) => n >= minimum && !inferences.some(({ isKnownAnyway }) => isKnownAnyway(key, pool)),
      )
      .toSorted((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key);
    const hiding = (some: number) => ({ ...pool, hidden: new Set([...small, ...covers.slice(0, some)]) });
    const enough = [...covers, ""].findIndex((_, some) => isSafe([...open, hiding(some)]));
    const chosen = hiding(enough < 0 ? covers.length : enough);
    const isLeft = chosen.hidden.size < named.length || covers.length === 0;
    if (open.length === 0 || (enough >= 0 && isLeft)) open.push(chosen);
  }
  return open.toSorted((a, b) => a.to - b.to);
}

/** The latest pool, then back through those that share no wave with the one before, then all others, latest first. */
function mostNeededFirst(pools: readonly Run[]): readonly Run[] {
  const latestFirst = pools.toReversed();
  const apart: Run[] = [];
  for (const pool of latestFirst)
    if (pool.to < (apart.at(-1)?.from ?? Number.POSITIVE_INFINITY)) apart.push(pool);
  return [...apart, ...latestFirst.filter((pool) => !apart.includes(pool))];
}

function isPlaced(group: GroupByWave): group is GroupByWave & { readonly key: string } {
  return group.key !== null;
}
