import { addCells, type Cell, emptyCell, subtractCells } from "../tally.ts";
import type { PairGroup } from "./request.ts";
import { addTables, subtractTables } from "./table.ts";

/** Two groups without a common respondent, as one; wave and key are the first's. */
export function mergePairGroups(a: PairGroup, b: PairGroup): PairGroup {
  return {
    ...a,
    answered: merged(a.answered, b.answered, (one, other) => addCells(one ?? emptyCell, other)),
    pairs: addTables(a.pairs, b.pairs),
  };
}

/** A group without a part of it; wave and key are the whole's. */
export function subtractPairGroups(whole: PairGroup, part: PairGroup): PairGroup {
  const cells = merged(whole.answered, part.answered, (one, other) => subtractCells(one ?? emptyCell, other));
  return {
    ...whole,
    answered: new Map([...cells].filter(([, { n }]) => n > 0)),
    pairs: subtractTables(whole.pairs, part.pairs),
  };
}

function merged(
  a: ReadonlyMap<string, Cell>,
  b: ReadonlyMap<string, Cell>,
  join: (one: Cell | undefined, other: Cell) => Cell,
): ReadonlyMap<string, Cell> {
  const result = new Map(a);
  for (const [key, cell] of b) result.set(key, join(a.get(key), cell));
  return result;
}
