import { missingCode } from "../intake/responses/coded-wave.ts";
import { cellIds, sumBy } from "./cells.ts";

/** A dimension that readers may filter by, of one wave. */
export interface FilterColumn {
  readonly name: string;
  /** Places in the dimension's dictionary; 65535 for a place that is not known. */
  readonly values: Uint16Array;
  /** The place in the dictionary that stands for "withheld": one that no row has. */
  readonly withheld: number;
  /** The column of the next wider level, where the dimension is a level of the hierarchy that has one. */
  readonly within?: string;
  /** The dictionary; pages break ties by its ids. */
  readonly ids?: readonly string[];
}

/** Every combination of values that occurs, how many rows have it, and how many of them are in each base. */
export interface Combinations {
  readonly columns: readonly FilterColumn[];
  readonly counts: Uint32Array;
  /** The rows themselves first. */
  readonly bases: readonly Uint32Array[];
}

/** Rows by combination; `ids` says which each row has. Bases that are alike everywhere count once. */
export function combinationsOf(
  columns: readonly FilterColumn[],
  ids: Uint32Array,
  bases: readonly Uint8Array[],
): Combinations {
  const first: number[] = [];
  for (const [row, id] of ids.entries()) first[id] ??= row;
  const counted = (isIn: (row: number) => boolean) => {
    const counts = new Uint32Array(first.length);
    for (let row = 0; row < ids.length; row++)
      if (isIn(row)) counts[ids[row] ?? 0] = (counts[ids[row] ?? 0] ?? 0) + 1;
    return counts;
  };
  const counts = counted(() => true);
  const all = [counts, ...bases.map((base) => counted((row) => base[row] === 1))];
  return {
    columns: columns.map((column) => ({
      ...column,
      values: Uint16Array.from(first, (row) => column.values[row] ?? missingCode),
    })),
    counts,
    bases: [...new Map(all.map((base) => [base.join(), base])).values()],
  };
}

/** The combinations as they are published, and how many rows each has. */
export function cellsOf({ columns, counts }: Pick<Combinations, "columns" | "counts">): {
  readonly cells: Uint32Array;
  readonly sizes: readonly number[];
} {
  const cells = cellIds(columns.map(({ values }) => values));
  return { cells, sizes: [...sumBy(counts, (id) => cells[id]).values()] };
}

/** The levels that a column lies within, the next wider first. */
export function levelsAbove(
  columns: readonly FilterColumn[],
  { within }: FilterColumn,
): readonly FilterColumn[] {
  const above = columns.find(({ name }) => name === within);
  return above ? [above, ...levelsAbove(columns, above)] : [];
}

/** The levels that lie within a column, however deep. */
export function levelsBelow(
  columns: readonly FilterColumn[],
  { name }: FilterColumn,
): readonly FilterColumn[] {
  const below = columns.filter(({ within }) => within === name);
  return below.flatMap((column) => [column, ...levelsBelow(columns, column)]);
}

/** Withholds a column's value from a combination. Whoever knows the city knows the region: what lies within goes too. */
export function withhold(columns: readonly FilterColumn[], column: FilterColumn, id: number): void {
  for (const { values, withheld } of [column, ...levelsBelow(columns, column)]) values[id] = withheld;
}
