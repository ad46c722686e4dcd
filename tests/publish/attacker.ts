/**
 * Somebody who subtracts published bases from one another. Respondents fall into parts that nothing published divides;
 * every published group is a sum of parts. What follows from them is linear algebra: a sum of parts is given away when
 * it is a combination of published groups.
 */

/** Respondents that no published group divides. */
export interface Part {
  /** Option ids from the widest level down; null: not known from here on. */
  readonly path: readonly (string | null)[];
  readonly n: number;
}

/** Directions in which parts may change without any published group changing. */
type Freedoms = readonly (readonly number[])[];

/** Of the freedoms that published groups leave to the parts, a basis. By Gauss and Jordan. */
export function freedomsOf(published: readonly (readonly number[])[], parts: number): Freedoms {
  const rows = published.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < parts; column++) {
    const rank = pivots.length;
    const at = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (at < 0) continue;
    [rows[rank], rows[at]] = [rows[at] ?? [], rows[rank] ?? []];
    const pivot = (rows[rank] ?? []).map((value) => value / (rows[rank]?.[column] ?? 1));
    rows[rank] = pivot;
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (index !== rank && factor !== 0)
        rows[index] = row.map((value, place) => value - factor * (pivot[place] ?? 0));
    }
    pivots.push(column);
  }
  const free = Array.from({ length: parts }, (_, column) => column).filter((c) => !pivots.includes(c));
  return free.map((column) => {
    const freedom = new Array<number>(parts).fill(0);
    freedom[column] = 1;
    for (const [index, pivot] of pivots.entries()) freedom[pivot] = -(rows[index]?.[column] ?? 0);
    return freedom;
  });
}

/** Whether the number of respondents in some parts together follows from what is published. */
export function isGivenAway(parts: readonly number[], freedoms: Freedoms): boolean {
  return freedoms.every(
    (freedom) => Math.abs(parts.reduce((sum, part) => sum + (freedom[part] ?? 0), 0)) < 1e-9,
  );
}

/** Every set of parts with fewer than `minimum` respondents of which the number, and so the mean, is given away. */
export function smallSetsGivenAway(
  parts: readonly Part[],
  freedoms: Freedoms,
  minimum: number,
): readonly (readonly Part[])[] {
  const found: (readonly Part[])[] = [];
  const grow = (from: number, chosen: readonly number[], n: number) => {
    for (let next = from; next < parts.length; next++) {
      const sum = n + (parts[next]?.n ?? 0);
      if (sum >= minimum) continue;
      const larger = [...chosen, next];
      if (isGivenAway(larger, freedoms)) found.push(larger.flatMap((at) => parts[at] ?? []));
      grow(next + 1, larger, sum);
    }
  };
  grow(0, [], 0);
  return found;
}
