import type { Cell } from "../../counts/tally.ts";
import { rareValues } from "../../survey/reading.ts";
import type { MovingFigure } from "./figure.ts";
import { foldGroups } from "./fold-groups.ts";

export const times = ["earlier", "later"] as const;
export type Time = (typeof times)[number];

/** A group in one of the two waves. */
export interface WaveGroup<Answers> {
  readonly time: Time;
  readonly key: readonly (string | null)[];
  readonly answers: Answers;
}

/** The finest groups of a level by the line that they stand in. */
export interface FoldedLevel<Answers> {
  readonly own: ReadonlyMap<string, readonly WaveGroup<Answers>[]>;
  readonly small: readonly WaveGroup<Answers>[];
  readonly unknown: readonly WaveGroup<Answers>[];
  /** How many groups are wholly in `small`. */
  readonly folded: number;
}

/**
 * M34, one level of the tree: small groups are folded into one line (`foldGroups`), and so are the answers to items and
 * factors that too few of a group gave, or that would give such ones away. As on other pages, a group's figure then rests
 * on the items that may be shown of it by themselves; so does every figure that can be found by subtraction.
 */
export function foldLevel<Answers>(
  groups: readonly WaveGroup<Answers>[],
  figure: MovingFigure<Answers>,
  { minimum, level }: { readonly minimum: number; readonly level: number },
): FoldedLevel<Answers> {
  const byKey = Map.groupBy(groups, ({ key }) => key[level] ?? null);
  const merged = new Map([...byKey].map(([key, members]) => [key, mergedIn(members, figure)]));
  /** Groups that are folded as far as their answers that `base` counts are concerned. */
  const foldedBy = (base: (answers: Answers) => Cell | undefined) => {
    const sizes = [...merged].map(([key, { earlier, later }]) => ({
      key,
      earlier: earlier && base(earlier)?.m,
      later: later && base(later)?.m,
    }));
    const { folded, unknown } = foldGroups(sizes, minimum);
    return (key: string | null) => (key === null || key === rareValues ? unknown : folded.has(key));
  };
  const isFolded = foldedBy(figure.respondents);
  const units = (figure.byItem?.units ?? []).map(({ items, base }) => ({ items, isFolded: foldedBy(base) }));
  const lines = [...byKey].map(([key, members]) => {
    const few = units.flatMap((unit) => (unit.isFolded(key) ? unit.items : []));
    const parts = isFolded(key) ? { rest: [], taken: members } : partedBy(members, figure, few);
    return { key, named: key !== null && key !== rareValues, ...parts };
  });
  return {
    own: new Map(
      lines.flatMap(({ key, named, rest }) => (named && rest.length > 0 ? [[key ?? "", rest]] : [])),
    ),
    small: lines.flatMap(({ taken }) => taken),
    unknown: lines.flatMap(({ named, rest }) => (named ? [] : rest)),
    folded: lines.filter(({ named, rest }) => named && rest.length === 0).length,
  };
}

/** Answers of each group to some items, and to all others. */
function partedBy<Answers>(
  members: readonly WaveGroup<Answers>[],
  { byItem }: MovingFigure<Answers>,
  items: readonly string[],
): { readonly rest: readonly WaveGroup<Answers>[]; readonly taken: readonly WaveGroup<Answers>[] } {
  if (!byItem || items.length === 0) return { rest: members, taken: [] };
  const chosen = new Set(items);
  const parts = members.map((member) => ({ member, ...byItem.part(member.answers, chosen) }));
  return {
    rest: parts.flatMap(({ member, rest }) => (rest === undefined ? [] : [{ ...member, answers: rest }])),
    taken: parts.flatMap(({ member, taken }) => (taken === undefined ? [] : [{ ...member, answers: taken }])),
  };
}

/** Groups without a common respondent as one, in each wave. */
export function mergedIn<Answers>(
  members: readonly WaveGroup<Answers>[],
  { merge }: MovingFigure<Answers>,
): { readonly earlier?: Answers; readonly later?: Answers } {
  const at = (time: Time) => members.filter((one) => one.time === time).map(({ answers }) => answers);
  const [[firstBefore, ...before], [firstAfter, ...after]] = [at("earlier"), at("later")];
  return {
    ...(firstBefore === undefined ? {} : { earlier: before.reduce(merge, firstBefore) }),
    ...(firstAfter === undefined ? {} : { later: after.reduce(merge, firstAfter) }),
  };
}
