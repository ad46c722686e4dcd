import type { Group } from "./request.ts";
import { addCells, type Cell, type CountedTally, emptyCell, type Tally } from "./tally.ts";

/**
 * What a whole has beyond the groups that were printed of it, as a group of unknown place; nothing where the groups
 * make up the whole.
 */
export function remainderOf(whole: Group, parts: readonly Group[]): readonly Group[] {
  const tallies = [...whole.tallies].flatMap(([question, tally]): [string, Tally][] => {
    if (tally.kind !== "codes") return [];
    const rest = beyond(
      tally,
      parts.flatMap((part) => part.tallies.get(question) ?? []),
    );
    return rest.base.n > 0 ? [[question, rest]] : [];
  });
  return tallies.length > 0 ? [{ wave: whole.wave, key: [null], tallies: new Map(tallies) }] : [];
}

function beyond(whole: CountedTally & { readonly kind: "codes" }, parts: readonly Tally[]): CountedTally {
  const counted = parts.filter((part) => part.kind === "codes");
  const sum = (pick: (part: (typeof counted)[number]) => Cell | undefined) =>
    counted.reduce((total, part) => addCells(total, pick(part) ?? emptyCell), emptyCell);
  return {
    kind: "codes",
    base: less(
      whole.base,
      sum(({ base }) => base),
    ),
    cells: new Map(
      [...whole.cells].map(([code, cell]) => [
        code,
        less(
          cell,
          sum(({ cells }) => cells.get(code)),
        ),
      ]),
    ),
  };
}

/** Rounded shares can add up to a little more than their whole: never below nobody. */
function less(whole: Cell, part: Cell): Cell {
  const rest = (key: keyof Cell) => Math.max(0, whole[key] - part[key]);
  return { n: rest("n"), m: rest("m"), w: rest("w"), w2: rest("w2") };
}
