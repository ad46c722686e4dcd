/** Which combination of values each row has, numbered in the order of their first rows. `columns` are of equal length. */
export function cellIds(columns: readonly Uint16Array[]): Uint32Array {
  const rows = columns[0]?.length ?? 0;
  let ids = new Uint32Array(rows);
  for (const values of columns) {
    const known = new Map<number, number>();
    const next = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      const pair = (ids[row] ?? 0) * 65_536 + (values[row] ?? 0);
      const id = known.get(pair) ?? known.size;
      known.set(pair, id);
      next[row] = id;
    }
    ids = next;
  }
  return ids;
}

/** Sums of counts by what each belongs to, in the order of its first; what belongs to nothing is left out. */
export function sumBy(
  counts: Uint32Array,
  groupOf: (at: number) => number | undefined,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [at, count] of counts.entries()) {
    const group = groupOf(at);
    if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + count);
  }
  return sums;
}
