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
}

export interface Suppression {
  readonly columns: readonly FilterColumn[];
  /** By column, in how many rows its value was withheld. */
  readonly cells: Readonly<Record<string, number>>;
  /** Rows of which any value was withheld. */
  readonly rows: number;
}

/** Every combination of values that occurs, and how many rows have it. */
interface Combinations {
  readonly columns: readonly FilterColumn[];
  readonly counts: Uint32Array;
}

/**
 * M34, local suppression: withholds places of respondents so that every combination of filter values, a withheld one
 * counted as a value, is shared by at least `minimum` rows of the wave, or by none.
 *
 * `columns` stand finest first, a level before the level that it lies within. A combination that is too rare loses its
 * finest value, and where it is still too rare the next. Pages publish every branch and every value by itself, with all
 * of its respondents; so that nobody finds the answers of a few by subtracting what the rows hold from what the pages
 * say, a value is withheld from nobody in its group or from at least `minimum`, or else from all.
 */
export function suppressRare(columns: readonly FilterColumn[], minimum: number): Suppression {
  const ids = cellIds(columns.map(({ values }) => values));
  const before = combinationsOf(columns, ids);
  const open = before.columns.map((column) => ({ ...column, values: column.values.slice() }));
  const now: Combinations = { columns: open, counts: before.counts };
  withholdRare(now, minimum);
  withholdWithFew(now, minimum);
  while (withholdWithGroup(before, now, minimum));
  const withheldIn = ({ values, withheld }: FilterColumn) =>
    sumWhere(now.counts, (id) => values[id] === withheld);
  return {
    columns: columns.map((column, at) => ({
      ...column,
      values: Uint16Array.from(ids, (id) => open[at]?.values[id] ?? missingCode),
    })),
    cells: Object.fromEntries(open.map((column) => [column.name, withheldIn(column)])),
    rows: sumWhere(now.counts, (id) => open.some(({ values, withheld }) => values[id] === withheld)),
  };
}

function combinationsOf(columns: readonly FilterColumn[], ids: Uint32Array): Combinations {
  const first: number[] = [];
  const counts: number[] = [];
  for (const [row, id] of ids.entries()) {
    first[id] ??= row;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  const taken = (values: Uint16Array) => Uint16Array.from(first, (row) => values[row] ?? missingCode);
  return {
    columns: columns.map((column) => ({ ...column, values: taken(column.values) })),
    counts: Uint32Array.from(counts),
  };
}

/** From finest to widest: whoever shares the combination with too few loses the value. */
function withholdRare({ columns, counts }: Combinations, minimum: number): void {
  for (const { values, withheld } of columns) {
    const { cells, sizes } = cellsOf({ columns, counts });
    for (const [id, cell] of cells.entries()) if ((sizes[cell] ?? 0) < minimum) values[id] = withheld;
  }
}

/** Where the rows that lost everything are still too few, the smallest other combination loses everything with them. */
function withholdWithFew(now: Combinations, minimum: number): void {
  const { cells, sizes } = cellsOf(now);
  const few = sizes.findIndex((size) => size < minimum);
  if (few < 0) return;
  const next = smallest(sizes, (cell) => cell !== few);
  for (const [id, cell] of cells.entries()) if (cell === next) withhold(now.columns, id);
}

/**
 * Finds one group that pages publish and that lacks too few of its rows, and withholds the value from its smallest
 * combination as well. False where there is no such group.
 */
function withholdWithGroup(before: Combinations, now: Combinations, minimum: number): boolean {
  for (const [at, column] of now.columns.entries()) {
    const whole = before.columns[at]?.values ?? new Uint16Array();
    const lacking = sumBy(now.counts, (id) =>
      column.values[id] === column.withheld && whole[id] !== missingCode ? whole[id] : undefined,
    );
    for (const [value, count] of lacking) {
      if (count >= minimum) continue;
      const { cells, sizes } = cellsOf(now);
      const inGroup = new Set([...cells].filter((_, id) => column.values[id] === value));
      if (inGroup.size === 0) continue;
      const chosen = smallest(sizes, (cell) => inGroup.has(cell));
      const lost = [column, ...levelsBelow(now.columns, column)];
      for (const [id, cell] of cells.entries()) if (cell === chosen) withhold(lost, id);
      return true;
    }
  }
  return false;
}

function withhold(columns: readonly FilterColumn[], id: number): void {
  for (const { values, withheld } of columns) values[id] = withheld;
}

/** Whoever knows the city knows the region: what lies within a level goes with it. */
function levelsBelow(columns: readonly FilterColumn[], { name }: FilterColumn): readonly FilterColumn[] {
  const below = columns.filter(({ within }) => within === name);
  return below.flatMap((column) => [column, ...levelsBelow(columns, column)]);
}

function cellsOf({ columns, counts }: Combinations): {
  readonly cells: Uint32Array;
  readonly sizes: readonly number[];
} {
  const cells = cellIds(columns.map(({ values }) => values));
  return { cells, sizes: [...sumBy(counts, (id) => cells[id]).values()] };
}

/** The smallest of some combinations; of equal ones the first. −1 where there is none. */
function smallest(sizes: readonly number[], isCandidate: (cell: number) => boolean): number {
  const candidates = sizes.flatMap((size, cell) => (isCandidate(cell) ? [{ size, cell }] : []));
  return candidates.reduce((least, one) => (one.size < least.size ? one : least), {
    size: Number.POSITIVE_INFINITY,
    cell: -1,
  }).cell;
}

function sumWhere(counts: Uint32Array, isWanted: (id: number) => boolean): number {
  return counts.reduce((sum, count, id) => sum + (isWanted(id) ? count : 0), 0);
}
