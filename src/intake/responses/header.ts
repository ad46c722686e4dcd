/** Headers of a file, trimmed; a repeated one is addressed as `name#2`, `name#3` and so on. */
export class Header {
  readonly names: readonly string[];
  /** Names that two columns would be addressed by: `A`, `A` and `A#2`. */
  readonly clashes: readonly string[];
  readonly #places = new Map<string, number>();

  constructor(cells: readonly string[]) {
    const seen = new Map<string, number>();
    this.names = cells.map((cell) => {
      const name = cell.trim();
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return times === 1 ? name : `${name}#${times}`;
    });
    this.clashes = this.names.filter((name, place) => this.names.indexOf(name) !== place);
    this.names.forEach((name, place) => {
      if (!this.#places.has(name)) this.#places.set(name, place);
    });
  }

  /** Place of a column, or undefined where the file has none of that name. */
  placeOf(column: string): number | undefined {
    return this.#places.get(column.trim());
  }
}
