import type { CodedColumn } from "../intake/responses/coded-wave.ts";
import { dimensionName, withheldValue } from "../survey/reading.ts";
import type { Survey } from "../survey/survey.ts";
import type { JoinedWeights } from "../survey/weighting.ts";
import { basesOf, columnsOf, tellsRows } from "./bases.ts";
import { blurWeights, joinedWeights } from "./blur-weights.ts";
import { cellIds } from "./cells.ts";
import type { FilterColumn } from "./combinations.ts";
import { type Suppression, suppressRare } from "./suppress.ts";

/** A stored wave: coded columns, and the dictionaries of those whose codes are places in one. */
export interface CodedRows {
  readonly rows: number;
  readonly columns: readonly CodedColumn[];
  readonly weights?: Float64Array;
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
}

/** Places withheld in a wave: rows of which any is, and by dimension. */
export interface Withheld {
  readonly rows: number;
  readonly places: Readonly<Record<string, number>>;
  /** Absent where all weights stay what they are, or there are none. */
  readonly weights?: JoinedWeights;
}

export interface ProtectedRows extends CodedRows {
  readonly withheld: Withheld;
  /** Whether pages tell of every group how many all are. */
  readonly told: boolean;
  /** By dimension, the values of which no row is left. */
  readonly vanished: Readonly<Record<string, readonly string[]>>;
}

/** Dimensions of published rows: those that readers may filter by, and the hierarchy's levels. */
export function protectedDimensions({
  dimensions,
  filters,
  hierarchy,
}: Pick<Survey, "dimensions" | "filters" | "hierarchy">): readonly string[] {
  return dimensions.map(({ id }) => id).filter((id) => filters.includes(id) || hierarchy.includes(id));
}

/**
 * The stored columns whose codes go into protected rows: filters, and answers but for texts, of which only numbers are
 * ever shown, and dates, which tell when somebody was there.
 */
export function protectedColumns(survey: Survey, stored: readonly string[]): readonly string[] {
  const held = new Set(stored);
  const answers = survey.questions
    .filter(({ type }) => type !== "text" && type !== "date")
    .flatMap(columnsOf);
  return [...protectedDimensions(survey).map(dimensionName), ...answers].filter((name) => held.has(name));
}

/**
 * M34: the rows of a wave as readers may download them under `publish: protected`. `never`: by dimension, values that
 * none may keep.
 */
export function protectRows(
  survey: Survey,
  coded: CodedRows,
  never: Readonly<Record<string, ReadonlySet<string>>> = {},
): ProtectedRows {
  const { minimum } = survey.base;
  if (coded.rows < minimum) return nobody(coded);
  const filters = filterColumns(survey, coded);
  const suppressed = suppressRare(filters, {
    minimum,
    bases: basesOf(survey, coded),
    never: Object.fromEntries(
      filters.map(({ name, ids = [] }) => [name, placesOf(never[idOf(name)] ?? new Set(), ids)]),
    ),
  });
  const open = new Map(suppressed.columns.map((column) => [column.name, column]));
  const cells =
    filters.length > 0
      ? cellIds(suppressed.columns.map(({ values }) => values))
      : new Uint32Array(coded.rows);
  const isOpen = (row: number) =>
    suppressed.columns.every(({ values, withheld }) => values[row] !== withheld);
  const { weights } = coded;
  const blurred = weights && blurWeights(weights, { cells, isOpen, minimum });
  const joined = weights && blurred && joinedWeights(weights, blurred);
  return {
    rows: coded.rows,
    columns: coded.columns.map((column) => {
      const filter = open.get(column.name);
      return filter ? { name: column.name, kind: "code", values: filter.values } : column;
    }),
    ...(blurred ? { weights: blurred } : {}),
    dictionaries: dictionariesOf(coded, suppressed),
    withheld: {
      rows: suppressed.rows,
      places: byDimension(suppressed.cells),
      ...(joined ? { weights: joined } : {}),
    },
    told: tellsRows(survey, coded),
    vanished: byDimension(
      Object.fromEntries(
        suppressed.columns.map(({ name, ids = [] }) => [
          name,
          (suppressed.vanished[name] ?? []).flatMap((place) => ids[place] ?? []),
        ]),
      ),
    ),
  };
}

/** A wave of fewer than the minimum goes out without a row. */
function nobody({ rows, columns, weights }: CodedRows): ProtectedRows {
  return {
    rows: 0,
    columns: columns.map(
      (column): CodedColumn =>
        column.kind === "code"
          ? { ...column, values: new Uint16Array() }
          : { ...column, values: new Float64Array() },
    ),
    ...(weights ? { weights: new Float64Array() } : {}),
    dictionaries: {},
    withheld: { rows, places: {} },
    told: false,
    vanished: {},
  };
}

/** Finest first: the dimension with most values; of the hierarchy the lowest level before those above it. */
function filterColumns({ hierarchy }: Survey, { columns, dictionaries }: CodedRows): readonly FilterColumn[] {
  const levels = hierarchy
    .map(dimensionName)
    .filter((name) => columns.some((column) => column.name === name));
  const filters = columns.flatMap((column): readonly FilterColumn[] => {
    if (column.kind !== "code" || !column.name.startsWith(dimensionName(""))) return [];
    const ids = dictionaries[column.name] ?? [];
    const wider = levels[levels.indexOf(column.name) - 1];
    const within = levels.includes(column.name) && wider !== undefined ? { within: wider } : {};
    return [{ name: column.name, values: column.values, withheld: ids.length, ids, ...within }];
  });
  const sorted = filters.toSorted((a, b) => b.withheld - a.withheld || (a.name < b.name ? -1 : 1));
  const deepestFirst = levels.toReversed();
  return sorted.map((filter) => {
    if (!levels.includes(filter.name)) return filter;
    const next = deepestFirst.shift();
    return filters.find(({ name }) => name === next) ?? filter;
  });
}

/** "withheld" stands last in the dictionary of every dimension of which a place is withheld. */
function dictionariesOf(
  { dictionaries, columns }: CodedRows,
  { cells }: Suppression,
): CodedRows["dictionaries"] {
  const names = columns.map(({ name }) => name).filter((name) => dictionaries[name]);
  return Object.fromEntries(
    names.map((name) => [
      name,
      [...(dictionaries[name] ?? []), ...((cells[name] ?? 0) > 0 ? [withheldValue] : [])],
    ]),
  );
}

function placesOf(values: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<number> {
  return new Set(ids.flatMap((id, place) => (values.has(id) ? [place] : [])));
}

function byDimension<Value>(byName: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(byName).map(([name, value]) => [idOf(name), value]));
}

function idOf(name: string): string {
  return name.slice(dimensionName("").length);
}
