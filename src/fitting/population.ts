/** How many people there are, by the dimensions that a sample is weighted to. */
export interface Population {
  /** File as the analyst names it, for messages. */
  readonly file: string;
  readonly cells: readonly PopulationCell[];
}

export interface PopulationCell {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Dimension id → option id. */
  readonly place: Readonly<Record<string, string>>;
  readonly people: number;
}

/** One way to divide people: by one dimension, or by several at once. */
export interface Division {
  /** Dimension ids. */
  readonly by: readonly string[];
  /** By {@link cellKey}: how many people, in the order of the file; nobody lives in cells that are absent. */
  readonly people: ReadonlyMap<string, number>;
}

/** People by each of the dimensions alone: what raking is to meet. */
export function marginsOf(population: Population, by: readonly string[]): readonly Division[] {
  return by.map((dimension) => division(population, [dimension]));
}

/** People by all of the dimensions at once: what cell weights are to meet. */
export function division({ cells }: Population, by: readonly string[]): Division {
  const people = new Map<string, number>();
  for (const cell of cells) {
    const key = cellKey(by.map((dimension) => cell.place[dimension] ?? ""));
    people.set(key, (people.get(key) ?? 0) + cell.people);
  }
  return { by, people: new Map([...people].filter(([, count]) => count > 0)) };
}

export function cellKey(options: readonly string[]): string {
  return JSON.stringify(options);
}

/** What a cell is called in messages and tables. */
export function cellName(key: string): string {
  return (JSON.parse(key) as readonly string[]).join(" / ");
}
