import { weigh } from "../../measures/weighting.ts";
import { rareValues, withheldValue } from "../../survey/reading.ts";
import type { BranchThen } from "../what-moved.ts";
import type { MovingFigure } from "./figure.ts";
import { foldGroups } from "./fold-groups.ts";

/**
 * group: one option or branch; small: several that may not be shown alone; unknown: without a known place; withheld:
 * with a place that published rows don't tell (M34).
 */
export type NodeKind = "group" | "small" | "unknown" | "withheld";

export const times = ["earlier", "later"] as const;
export type Time = (typeof times)[number];

/** A part of the whole in two waves; without answers in one of which nobody of it answered. */
export interface MoveNode<Answers> {
  readonly kind: NodeKind;
  /** Option id; of the others, their kind. */
  readonly id: string;
  /** Option ids from the widest level down to this one's parent. */
  readonly under: readonly string[];
  /** How many named groups it is. */
  readonly groups: number;
  readonly earlier?: Answers;
  readonly later?: Answers;
  readonly of: readonly MoveNode<Answers>[];
}

/** Finest groups of both waves. */
export interface WaveGroup<Answers> {
  readonly time: Time;
  readonly key: readonly (string | null)[];
  readonly answers: Answers;
}

interface NodeOptions {
  readonly minimum: number;
  /** In each wave, the items that the figure of the whole is made of. */
  readonly items: Readonly<Record<Time, ReadonlySet<string>>>;
  readonly under?: readonly string[];
}

/** The tree of groups, each level folded so that no line and no subtraction shows a small group (M34). */
export function nodesOf<Answers>(
  groups: readonly WaveGroup<Answers>[],
  figure: MovingFigure<Answers>,
  { minimum, items, under = [] }: NodeOptions,
): readonly MoveNode<Answers>[] {
  const level = under.length;
  const basesOf = (answers: Answers | undefined, time: Time) =>
    new Map(answers ? [...figure.bases(answers)].filter(([item]) => items[time].has(item)) : []);
  const byKey = Map.groupBy(groups, ({ key }) => key[level] ?? null);
  const merged = new Map([...byKey].map(([key, members]) => [key, mergedIn(members, figure)]));
  // Whoever's place is withheld is out of sight like whoever's is not known, and with them.
  const placed = Map.groupBy(groups, ({ key }) => knownPlace(key[level]));
  const sizes = [...placed].map(([key, members]) => ({ key, ...mergedIn(members, figure) }));
  const { folded, unknown } = foldGroups(
    sizes.map(({ key, earlier, later }) => ({
      key,
      earlier: basesOf(earlier, "earlier"),
      later: basesOf(later, "later"),
    })),
    minimum,
  );
  const kindOf = (key: string | null): NodeKind => {
    if (key === null || key === rareValues) return unknown ? "small" : "unknown";
    if (key === withheldValue) return unknown ? "small" : "withheld";
    return folded.has(key) ? "small" : "group";
  };
  const lot = (kind: NodeKind): readonly MoveNode<Answers>[] => {
    const keys = [...byKey.keys()].filter((key) => kindOf(key) === kind);
    const answers = mergedIn(
      keys.flatMap((key) => byKey.get(key) ?? []),
      figure,
    );
    const named = keys.filter((key) => knownPlace(key) !== null && key !== rareValues).length;
    return keys.length === 0 ? [] : [{ kind, id: kind, under, groups: named, ...answers, of: [] }];
  };
  const own = [...byKey].flatMap(([key, members]): MoveNode<Answers>[] => {
    if (key === null || kindOf(key) !== "group") return [];
    const of = nodesUnder(members, figure, { minimum, items, under: [...under, key] });
    return [{ kind: "group", id: key, under, groups: 1, ...merged.get(key), of }];
  });
  return [...own.toSorted(byId), ...lot("small"), ...lot("unknown"), ...lot("withheld")].filter(
    ({ earlier, later }) => earlier || later,
  );
}

function knownPlace(place: string | null | undefined): string | null {
  return place === undefined || place === withheldValue ? null : place;
}

/** Nothing where the level has no groups that may be told apart. */
function nodesUnder<Answers>(
  members: readonly WaveGroup<Answers>[],
  figure: MovingFigure<Answers>,
  options: NodeOptions & { readonly under: readonly string[] },
): readonly MoveNode<Answers>[] {
  if (options.under.length >= figure.by.length) return [];
  const of = nodesOf(members, figure, options);
  return of.some(({ kind }) => kind === "group") ? of : [];
}

function mergedIn<Answers>(
  members: readonly WaveGroup<Answers>[],
  { merge }: MovingFigure<Answers>,
): { readonly earlier?: Answers; readonly later?: Answers } {
  const at = (time: WaveGroup<Answers>["time"]) =>
    members.filter((one) => one.time === time).map(({ answers }) => answers);
  const [[firstBefore, ...before], [firstAfter, ...after]] = [at("earlier"), at("later")];
  return {
    ...(firstBefore === undefined ? {} : { earlier: before.reduce(merge, firstBefore) }),
    ...(firstAfter === undefined ? {} : { later: after.reduce(merge, firstAfter) }),
  };
}

/** True where somebody's answer counts in the figure. */
export function hasAnswers<Answers>(answers: Answers | undefined, figure: MovingFigure<Answers>): boolean {
  return answers !== undefined && weigh(figure.respondents(answers), figure.weighting).n > 0;
}

/** Nodes of one wave as branches of which the whole's change is split. */
export function branchesThen<Answers>(
  nodes: readonly MoveNode<Answers>[],
  figure: MovingFigure<Answers>,
  { time, wave }: { readonly time: Time; readonly wave: string },
): readonly BranchThen[] {
  return nodes.flatMap((node) => {
    const answers = node[time];
    if (answers === undefined || !hasAnswers(answers, figure)) return [];
    const items = figure.sums(answers, wave);
    return [{ id: nodeName(node), items, of: branchesThen(node.of, figure, { time, wave }) }];
  });
}

/** Apart from an option that is called "small" or "unknown". */
export function nodeName({ kind, id }: Pick<MoveNode<unknown>, "kind" | "id">): string {
  return `${kind} ${id}`;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
