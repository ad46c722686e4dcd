/** One group of a breakdown in which somebody answered. */
export interface GroupSize {
  /** Null: the place is not known; never published. */
  readonly key: string | null;
  /** Answers that the group is judged by; 0 where it has answers but none of them counts. */
  readonly n: number;
}

export interface DisclosureOptions {
  /** The survey's minimum base. */
  readonly minimum: number;
  /** True where the whole that the groups add up to is itself withheld: they must not give it away. */
  readonly wholeHidden: boolean;
}

/**
 * M34 on pages and in open results: the groups of a breakdown that are withheld. A group under the minimum is. As the
 * others and the whole would give it away by subtraction, the next smallest go with it until at least two groups and
 * at least the minimum of answers are out of sight. Where the whole is withheld, or too few have no known place, at
 * least one group is. Answers without a known place are never published and so out of sight, but they are no second
 * group: how many they are stands on the data page.
 */
export function hiddenGroups(
  groups: readonly GroupSize[],
  { minimum, wholeHidden }: DisclosureOptions,
): ReadonlySet<string> {
  const named = groups.flatMap(({ key, n }) => (key === null ? [] : [{ key, n }]));
  const unplaced = groups.find(({ key }) => key === null)?.n;
  const small = named.filter(({ n }) => n < minimum);
  const hidden = new Set(small.map(({ key }) => key));
  const fewest = small.length > 0 ? 2 : wholeHidden || (unplaced ?? minimum) < minimum ? 1 : 0;
  if (fewest === 0) return hidden;
  let count = small.filter(({ n }) => n > 0).length;
  let unseen = small.reduce((sum, { n }) => sum + n, unplaced ?? 0);
  for (const { key, n } of named.filter((group) => group.n >= minimum).toSorted(bySize)) {
    if (count >= fewest && unseen >= minimum) break;
    hidden.add(key);
    count += 1;
    unseen += n;
  }
  return hidden;
}

/** A cell of a table of which totals are published. */
export interface CellSize {
  readonly n: number;
  /** Names of the published totals that it is part of. */
  readonly totals: readonly string[];
  /** True where it is withheld whatever its size. */
  readonly withheld?: boolean | undefined;
}

/**
 * M34 for a table of which totals are published in several directions, such as strata by branch and channel beside the
 * figures of every branch and of every channel: places of the cells that are withheld. A cell under the minimum is, and
 * one that is said to be; and
 * in every total that holds a withheld cell at least two, and at least the minimum of answers, are out of sight: the next
 * smallest go with it. A cell that is a total by itself can't be hidden by others.
 */
export function hiddenCells(cells: readonly CellSize[], minimum: number): ReadonlySet<number> {
  const hidden = new Set(cells.keys().filter((at) => cells[at]?.withheld || sizeAt(at) < minimum));
  const members = new Map<string, number[]>();
  for (const [at, { totals }] of cells.entries())
    for (const total of totals) members.set(total, [...(members.get(total) ?? []), at]);
  const together = [...members.values()].filter((places) => places.length > 1);
  while (together.some(coverOne));
  return hidden;

  function untouched(at: number): number {
    return together.filter((places) => places.includes(at) && !places.some((one) => hidden.has(one))).length;
  }

  function sizeAt(at: number): number {
    return cells[at]?.n ?? 0;
  }

  /** Withholds one more of a total that gives a withheld cell away. */
  function coverOne(places: readonly number[]): boolean {
    const unseen = places.filter((at) => hidden.has(at));
    const people = unseen.reduce((sum, at) => sum + sizeAt(at), 0);
    const isCovered = unseen.filter((at) => sizeAt(at) > 0).length >= 2 && people >= minimum;
    if (unseen.length === 0 || isCovered) return false;
    // Rather one of which the other totals are touched already than one that needs company in its turn.
    const [next] = places
      .filter((at) => !hidden.has(at))
      .toSorted((a, b) => untouched(a) - untouched(b) || sizeAt(a) - sizeAt(b) || a - b);
    if (next !== undefined) hidden.add(next);
    return next !== undefined;
  }
}

/** Smallest first; equal sizes by key, so that the choice is the same every time. */
function bySize(a: { key: string; n: number }, b: { key: string; n: number }): number {
  return a.n - b.n || (a.key < b.key ? -1 : 1);
}
