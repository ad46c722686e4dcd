import { missingCode } from "../intake/responses/coded-wave.ts";
import { cellIds } from "./cells.ts";
import { type Combinations, cellsOf, combinationsOf, type FilterColumn, withhold } from "./combinations.ts";
import { subtractionGuard } from "./subtraction.ts";

export interface Suppression {
  readonly columns: readonly FilterColumn[];
  /** By column, in how many rows its value was withheld. */
  readonly cells: Readonly<Record<string, number>>;
  /** Rows of which any value was withheld. */
  readonly rows: number;
  /** By column, the values of which no row is left. */
  readonly vanished: Readonly<Record<string, readonly number[]>>;
}

export interface SuppressOptions {
  readonly minimum: number;
  /** What else pages publish numbers of, 1 for each row that counts: who answered a question, who has a weight. */
  readonly bases?: readonly Uint8Array[];
  /** By column, values that no row may keep. */
  readonly never?: Readonly<Record<string, ReadonlySet<number>>>;
}

/**
 * M34, local suppression: withholds places of respondents so that every combination of filter values, a withheld one
 * counted as a value, is shared by at least `minimum` rows of the wave, or by none.
 *
 * `columns` stand finest first, a level before the level that it lies within. A combination that is too rare loses its
 * finest value, and where it is still too rare the next. Pages publish every branch and every value by itself, with all
 * of its respondents; so that nobody finds the answers of a few by subtracting what the rows hold from what the pages
 * say, a value is withheld from nobody in its group or from at least `minimum`, or else from all, in every base.
 */
export function suppressRare(
  columns: readonly FilterColumn[],
  { minimum, bases = [], never = {} }: SuppressOptions,
): Suppression {
  const ids = cellIds(columns.map(({ values }) => values));
  const before = combinationsOf(columns, ids, bases);
  const open = before.columns.map((column) => ({ ...column, values: column.values.slice() }));
  const now: Combinations = { ...before, columns: open };
  const guard = subtractionGuard(before, minimum);
  withholdNamed(now, never);
  do {
    withholdRare(now, minimum);
    withholdWithFew(now, minimum);
  } while (guard(now));
  const isWithheld = ({ values, withheld }: FilterColumn, id: number) => values[id] === withheld;
  return {
    columns: columns.map((column, at) => ({
      ...column,
      values: Uint16Array.from(ids, (id) => open[at]?.values[id] ?? missingCode),
    })),
    cells: Object.fromEntries(
      open.map((column) => [column.name, sumWhere(now.counts, (id) => isWithheld(column, id))]),
    ),
    rows: sumWhere(now.counts, (id) => open.some((column) => isWithheld(column, id))),
    vanished: Object.fromEntries(
      open.map(({ name, values }, at) => [name, vanishedFrom(before.columns[at]?.values, values)]),
    ),
  };
}

function vanishedFrom(before: Uint16Array | undefined, now: Uint16Array): readonly number[] {
  const left = new Set(now);
  return [...new Set(before)].filter((value) => value !== missingCode && !left.has(value));
}

function withholdNamed({ columns, counts }: Combinations, never: SuppressOptions["never"]): void {
  for (const column of columns) {
    const named = never?.[column.name];
    if (named?.size)
      for (const id of counts.keys()) if (named.has(column.values[id] ?? 0)) withhold(columns, column, id);
  }
}

/** From finest to widest: whoever shares the combination with too few loses the value. */
function withholdRare({ columns, counts }: Combinations, minimum: number): void {
  for (const { values, withheld } of columns) {
    const { cells, sizes } = cellsOf({ columns, counts });
    for (const [id, cell] of cells.entries()) if ((sizes[cell] ?? 0) < minimum) values[id] = withheld;
  }
}

/** Where the rows that lost everything are still too few, the smallest other combination loses everything with them. */
function withholdWithFew({ columns, counts }: Combinations, minimum: number): void {
  const { cells, sizes } = cellsOf({ columns, counts });
  const few = sizes.findIndex((size) => size < minimum);
  if (few < 0) return;
  const others = sizes.flatMap((size, cell) => (cell === few ? [] : [{ size, cell }]));
  const next = others.toSorted((a, b) => a.size - b.size)[0]?.cell;
  for (const [id, cell] of cells.entries())
    if (cell === next) for (const column of columns) withhold(columns, column, id);
}

function sumWhere(counts: Uint32Array, isWanted: (id: number) => boolean): number {
  return counts.reduce((sum, count, id) => sum + (isWanted(id) ? count : 0), 0);
}
