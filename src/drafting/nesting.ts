const mostValues = 20_000;

/** Finds out which columns stand within which others: every dealer in one city, every city in one region. */
export class Nesting {
  readonly #places: readonly number[];
  /** Child's place → parent's place → the child's values, each with its parent. Undefined once two parents were met. */
  readonly #pairs: {
    readonly child: number;
    readonly parent: number;
    parents: Map<string, string> | undefined;
  }[];

  constructor(places: readonly number[]) {
    this.#places = places;
    this.#pairs = places.flatMap((child) =>
      places.filter((parent) => parent !== child).map((parent) => ({ child, parent, parents: new Map() })),
    );
  }

  push(cells: readonly string[]): void {
    if (this.#places.length < 2) return;
    for (const pair of this.#pairs) {
      if (!pair.parents) continue;
      const child = cells[pair.child]?.trim();
      const parent = cells[pair.parent]?.trim();
      if (!child || !parent) continue;
      const known = pair.parents.get(child);
      if (known === undefined) pair.parents.set(child, parent);
      if ((known !== undefined && known !== parent) || pair.parents.size > mostValues)
        pair.parents = undefined;
    }
  }

  /** Pairs of columns, by place, in which no value of the child has two parents, and a parent has several children. */
  finish(): readonly (readonly [child: number, parent: number])[] {
    return this.#pairs.flatMap(({ child, parent, parents }) => {
      if (!parents) return [];
      const wide = new Set(parents.values()).size;
      return wide >= 2 && parents.size > wide ? [[child, parent] as const] : [];
    });
  }
}
