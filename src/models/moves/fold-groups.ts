import { hiddenGroups } from "../../measures/disclosure.ts";
import { rareValues } from "../../survey/reading.ts";

/** One group of a breakdown in two waves. */
export interface GroupInWaves {
  /** Null: the place is not known. */
  readonly key: string | null;
  /** Answers that the group is judged by; undefined in a wave in which nobody of it answered. */
  readonly earlier: number | undefined;
  readonly later: number | undefined;
}

export interface Folding {
  /** Groups that stand together in one line. */
  readonly folded: ReadonlySet<string>;
  /** True where those without a known place, and joined rare values, stand there as well and have no line of their own. */
  readonly unknown: boolean;
}

/**
 * M34 for a change: which groups of a breakdown are folded into one line. A group that is withheld in either wave
 * (`hiddenGroups`) is, so that the line holds at least two groups and the minimum of answers in each wave, and still does
 * when all figures that pages show elsewhere are subtracted. Answers without a known place count on pages as out of
 * sight: they have a line of their own only where no group relies on them to be hidden.
 */
export function foldGroups(groups: readonly GroupInWaves[], minimum: number): Folding {
  const waves = (["earlier", "later"] as const).map((wave) => {
    const present = groups.flatMap(({ key, [wave]: n }) => (n === undefined ? [] : [{ key, n }]));
    return { present, hidden: hiddenGroups(present, { minimum, wholeHidden: false }) };
  });
  const hidden = new Set(waves.flatMap((wave) => [...wave.hidden]));
  const unknown =
    hidden.has(rareValues) ||
    waves.some((wave) => {
      const unplaced = wave.present.filter(({ key }) => key === null || key === rareValues);
      const named = wave.present.filter(({ key }) => key !== null && wave.hidden.has(key));
      const unseen = named.reduce((sum, { n }) => sum + n, 0);
      return unplaced.some(({ n }) => n < minimum) || (named.length > 0 && unseen < minimum);
    });
  hidden.delete(rareValues);
  return { folded: hidden, unknown };
}
