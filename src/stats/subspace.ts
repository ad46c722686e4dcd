/** A subspace of vectors of one length: linearly independent rows, each with a 1 where all others have a 0. */
export type Subspace = readonly (readonly number[])[];

/** The subspace that vectors span, by Gauss and Jordan. Meant for a few dozen entries that are small whole numbers. */
export function spanOf(vectors: readonly (readonly number[])[]): Subspace {
  let rows: readonly (readonly number[])[] = [];
  for (const vector of vectors) {
    const rest = without(vector, rows);
    const pivot = rest.findIndex((entry) => Math.abs(entry) > rounding);
    if (pivot < 0) continue;
    const row = rest.map((entry) => entry / (rest[pivot] ?? 1));
    rows = [...rows.map((other) => minus(other, row, other[pivot] ?? 0)), row];
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
  return rows.reduce((rest, row) => minus(rest, row, rest[pivotOf(row)] ?? 0), vector);
}

function pivotOf(row: readonly number[]): number {
  return row.findIndex((entry) => Math.abs(entry) > rounding);
}

function minus(vector: readonly number[], row: readonly number[], factor: number): readonly number[] {
  return factor === 0 ? vector : vector.map((entry, at) => entry - factor * (row[at] ?? 0));
}
