/** One group of a breakdown: its key (null: the place is not known, never published) and how many answered. */
export interface GroupSize {
  readonly key: string | null;
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
 * at least the minimum of answers are out of sight. Where the whole is withheld, at least one group that is not small
 * is too. Groups without a known place are never published and count as out of sight.
 */
export function hiddenGroups(
  groups: readonly GroupSize[],
  { minimum, wholeHidden }: DisclosureOptions,
): ReadonlySet<string> {
  const answered = groups.filter(({ n }) => n > 0);
  const small = answered.filter(({ n }) => n < minimum);
  const unplaced = answered.filter(({ key, n }) => key === null && n >= minimum);
  const hidden = new Set(small.flatMap(({ key }) => key ?? []));
  if (small.length === 0 && !wholeHidden) return hidden;
  let unseen = [...small, ...unplaced].reduce((sum, { n }) => sum + n, 0);
  let count = small.length + unplaced.length;
  const fewest = small.length > 0 ? 2 : 1;
  for (const { key, n } of answered
    .filter((group) => group.key !== null && group.n >= minimum)
    .toSorted(bySize)) {
    if (count >= fewest && unseen >= minimum) break;
    if (key !== null) hidden.add(key);
    unseen += n;
    count += 1;
  }
  return hidden;
}

/** Smallest first; equal sizes by key, so that the choice is the same every time. */
function bySize(a: GroupSize, b: GroupSize): number {
  return a.n - b.n || ((a.key ?? "") < (b.key ?? "") ? -1 : 1);
}
