import type { Population } from "../intake/population/read-population.ts";

/** One way to divide people: by one dimension, or by several at once. */
export interface Division {
  /** Dimension ids. */
  readonly by: readonly string[];
  /** By {@link cellKey}: how many people, in the order of the file; nobody lives in cells that are absent. */
  readonly people: ReadonlyMap<string, number>;
  /** By {@link cellKey}: the first line that speaks of the cell. */
  readonly lines: ReadonlyMap<string, number>;
}

/** People by each of the dimensions alone: what raking is to meet. */
export function marginsOf(population: Population, by: readonly string[]): readonly Division[] {
  return by.map((dimension) => division(population, [dimension]));
}

/** People by all of the dimensions at once: what cell weights are to meet. Rows that leave one blank are of no use. */
export function division({ cells }: Population, by: readonly string[]): Division {
  const people = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const cell of cells) {
    const options = by.flatMap((dimension) => cell.place[dimension] ?? []);
    if (options.length < by.length) continue;
    const key = cellKey(options);
    people.set(key, (people.get(key) ?? 0) + cell.people);
    if (!lines.has(key)) lines.set(key, cell.line);
  }
  return { by, people: new Map([...people].filter(([, count]) => count > 0)), lines };
}

export function cellKey(options: readonly string[]): string {
  return JSON.stringify(options);
}

/** The options of a cell, in the order of its division's dimensions. */
export function optionsOfCell(key: string): readonly string[] {
  return JSON.parse(key) as readonly string[];
}

/** What a cell is called in messages. */
export function cellName(key: string): string {
  return optionsOfCell(key).join(" / ");
}
