import type { ExportColumn } from "../exports/layout.ts";

/** What a column is called. */
export type ColumnNames = Pick<ExportColumn, "name" | "aliases">;

/**
 * How a file's columns are addressed: by name, and by alias where that is nobody's name and one column's alone. A
 * repeated name is addressed as `name#2`, `name#3` and so on.
 */
export class Header {
  readonly names: readonly string[];
  /** Names and aliases: all that finds a column. */
  readonly addresses: readonly string[];
  /** Names that two columns would be addressed by: `A`, `A` and `A#2`. */
  readonly clashes: readonly string[];
  readonly #places = new Map<string, number>();

  constructor(columns: readonly ColumnNames[]) {
    this.names = numbered(columns.map(({ name }) => name));
    this.clashes = this.names.filter((name, place) => this.names.indexOf(name) !== place);
    this.names.forEach((name, place) => {
      if (!this.#places.has(name)) this.#places.set(name, place);
    });
    for (const [alias, place] of uniqueAliases(columns))
      if (!this.#places.has(alias)) this.#places.set(alias, place);
    this.addresses = [...this.names, ...[...this.#places.keys()].slice(new Set(this.names).size)];
  }

  /** Place of a column, or undefined where the file has none of that name. */
  placeOf(column: string): number | undefined {
    return this.#places.get(column.trim());
  }
}

function numbered(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const name = cell.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  });
}

function uniqueAliases(columns: readonly ColumnNames[]): ReadonlyMap<string, number> {
  const places = new Map<string, Set<number>>();
  columns.forEach(({ aliases }, place) => {
    for (const alias of aliases) places.set(alias, (places.get(alias) ?? new Set()).add(place));
  });
  return new Map(
    [...places].flatMap(([alias, [place, ...others]]) =>
      alias !== "" && place !== undefined && others.length === 0 ? [[alias, place] as const] : [],
    ),
  );
}
