/** A subspace of vectors of one length: linearly independent rows, each with a 1 where all others have a 0. */
export type Subspace = readonly (readonly number[])[];

/** The subspace that vectors span, by Gauss and Jordan. Meant for a few dozen entries that are small whole numbers. */
export function spanOf(vectors: readonly (readonly number[])[]): Subspace {
  const rows: number[][] = [];
  const pivots: number[] = [];
  for (const vector of vectors) {
    const rest = [...vector];
    for (const [at, row] of rows.entries()) subtract(rest, row, rest[pivots[at] ?? -1] ?? 0);
    const pivot = pivotOf(rest);
    if (pivot < 0) continue;
    const row = rest.map((entry) => entry / (rest[pivot] ?? 1));
    for (const other of rows) subtract(other, row, other[pivot] ?? 0);
    rows.push(row);
    pivots.push(pivot);
  }
  return rows;
}

/** True where a vector is a sum of multiples of a subspace's. */
export function isWithin(vector: readonly number[], subspace: Subspace): boolean {
  return without(vector, subspace).every((entry) => Math.abs(entry) <= rounding);
}

/** All vectors at right angles to a subspace's. */
export function orthogonalTo(subspace: Subspace, length: number): Subspace {
  const pivots = subspace.map(pivotOf);
  const free = Array.from({ length }, (_, at) => at).filter((at) => !pivots.includes(at));
  return spanOf(
    free.map((column) =>
      Array.from({ length }, (_, at) => {
        if (at === column) return 1;
        const row = subspace[pivots.indexOf(at)];
        return row ? -(row[column] ?? 0) : 0;
      }),
    ),
  );
}

/** The vectors that lie in all of some subspaces; of none, all vectors. */
export function intersectionOf(subspaces: readonly Subspace[], length: number): Subspace {
  return orthogonalTo(spanOf(subspaces.flatMap((subspace) => orthogonalTo(subspace, length))), length);
}

const rounding = 1e-9;

/** What is left of a vector when multiples of rows have cleared their pivots. */
function without(vector: readonly number[], rows: Subspace): readonly number[] {
  const rest = [...vector];
  for (const row of rows) subtract(rest, row, rest[pivotOf(row)] ?? 0);
  return rest;
}

function pivotOf(row: readonly number[]): number {
  return row.findIndex((entry) => Math.abs(entry) > rounding);
}

/** Takes a multiple of a row from a vector, in place: a build does this millions of times. */
function subtract(vector: number[], row: readonly number[], factor: number): void {
  if (factor === 0) return;
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) - factor * (row[at] ?? 0);
}
