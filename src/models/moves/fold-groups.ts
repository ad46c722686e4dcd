import { hiddenGroups } from "../../measures/disclosure.ts";
import { rareValues } from "../../survey/reading.ts";

/** One group of a breakdown in two waves. */
export interface GroupInWaves {
  /** Null: the place is not known. */
  readonly key: string | null;
  /** By item of the figure, the answers that the group is judged by; without items that nobody of it answered. */
  readonly earlier: ReadonlyMap<string, number>;
  readonly later: ReadonlyMap<string, number>;
}

export interface Folding {
  /** Groups that stand together in one line. */
  readonly folded: ReadonlySet<string>;
  /** True where those without a known place, and joined rare values, stand there as well and have no line of their own. */
  readonly unknown: boolean;
}

/**
 * M34 for a change: which groups of a breakdown are folded into one line. A group that is withheld in either wave
 * (`hiddenGroups`) by any of the items is, so that the line holds at least two groups and the minimum of answers to each
 * item in each wave, and still does when all figures that pages show elsewhere are subtracted. All others have a figure
 * of every item that anybody of them answered. Answers without a known place count on pages as out of
 * sight: they have a line of their own only where no group relies on them to be hidden.
 */
export function foldGroups(groups: readonly GroupInWaves[], minimum: number): Folding {
  const tables = (["earlier", "later"] as const).flatMap((wave) => {
    const items = new Set(groups.flatMap((group) => [...group[wave].keys()]));
    return [...items].map((item) => {
      const present = groups.flatMap(({ key, [wave]: sizes }) => {
        const n = sizes.get(item);
        return n === undefined ? [] : [{ key, n }];
      });
      return { present, hidden: hiddenGroups(present, { minimum, wholeHidden: false }) };
    });
  });
  const hidden = new Set(tables.flatMap((table) => [...table.hidden]));
  const unknown =
    hidden.has(rareValues) ||
    tables.some((table) => {
      const unplaced = table.present.filter(({ key }) => key === null || key === rareValues);
      const named = table.present.filter(({ key }) => key !== null && table.hidden.has(key));
      const unseen = named.reduce((sum, { n }) => sum + n, 0);
      return unplaced.some(({ n }) => n < minimum) || (named.length > 0 && unseen < minimum);
    });
  hidden.delete(rareValues);
  return { folded: hidden, unknown };
}
