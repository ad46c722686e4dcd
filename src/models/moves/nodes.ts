import { weigh } from "../../measures/weighting.ts";
import type { BranchThen } from "../what-moved.ts";
import type { MovingFigure } from "./figure.ts";
import { foldLevel, mergedIn, type Time, type WaveGroup } from "./fold-level.ts";

/**
 * group: one option or branch; small: several that may not be shown alone, and of others the answers to items that too
 * few of them gave; unknown: without a known place.
 */
export type NodeKind = "group" | "small" | "unknown";

/** A part of the whole in two waves; without answers in one of which nobody of it answered. */
export interface MoveNode<Answers> {
  readonly kind: NodeKind;
  /** Option id; of the others, their kind. */
  readonly id: string;
  /** Option ids from the widest level down to this one's parent. */
  readonly under: readonly string[];
  /** How many named groups it is; 0 where it holds only answers to single items of some. */
  readonly groups: number;
  readonly earlier?: Answers;
  readonly later?: Answers;
  readonly of: readonly MoveNode<Answers>[];
}

/** The tree of groups, each level folded so that no line and no subtraction shows a small group (M34). */
export function nodesOf<Answers>(
  groups: readonly WaveGroup<Answers>[],
  figure: MovingFigure<Answers>,
  { minimum, under = [] }: { readonly minimum: number; readonly under?: readonly string[] },
): readonly MoveNode<Answers>[] {
  const { own, small, unknown, folded } = foldLevel(groups, figure, { minimum, level: under.length });
  const lot = (kind: NodeKind, members: readonly WaveGroup<Answers>[], named: number): MoveNode<Answers> => ({
    ...{ kind, id: kind, under, groups: named },
    ...mergedIn(members, figure),
    of: [],
  });
  const nodes = [...own].map(([id, members]): MoveNode<Answers> => {
    const of = nodesUnder(members, figure, { minimum, under: [...under, id] });
    return { kind: "group", id, under, groups: 1, ...mergedIn(members, figure), of };
  });
  return [...nodes.toSorted(byId), lot("small", small, folded), lot("unknown", unknown, 0)].filter(
    ({ earlier, later }) => hasAnswers(earlier, figure) || hasAnswers(later, figure),
  );
}

/** Nothing where the level has no groups that may be told apart. */
function nodesUnder<Answers>(
  members: readonly WaveGroup<Answers>[],
  figure: MovingFigure<Answers>,
  options: { readonly minimum: number; readonly under: readonly string[] },
): readonly MoveNode<Answers>[] {
  if (options.under.length >= figure.by.length) return [];
  const of = nodesOf(members, figure, options);
  return of.some(({ kind }) => kind === "group") ? of : [];
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
