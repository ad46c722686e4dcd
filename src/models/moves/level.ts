import { type Estimate, isShown } from "../../measures/estimate.ts";
import type { IndexPart } from "../../measures/index/estimate.ts";
import { addLines, type ChangeLine, noChange } from "../../stats/change-split.ts";
import { changeSplitErrors } from "../../stats/change-split-errors.ts";
import type { UncertainChange, UncertainThen } from "../../stats/slope-errors.ts";
import { pooledWithin } from "../pooled-within.ts";
import type { BranchLine } from "../what-moved.ts";
import { degreesOf, type Effects, effectsOf, scaled, wholeFamily } from "./effect.ts";
import type { MovingFigure } from "./figure.ts";
import { type MemberMove, membersOf } from "./members.ts";
import { hasAnswers, type MoveNode, nodeName, type Time } from "./nodes.ts";
import { sharesOf } from "./shares.ts";

/** A part of the whole in one wave. */
export interface PartInWave {
  /** Of the customers of the level's whole, 0–1; over several items the mean by their weights. */
  readonly share: number;
  readonly estimate: Estimate;
}

/** One part of the whole and what it did to the change, in the unit of the figure. */
export interface MoveLine extends Pick<MoveNode<unknown>, "kind" | "id" | "under" | "groups"> {
  /** Absent: nobody of it answered in that wave; it is new, or closed. */
  readonly earlier?: PartInWave;
  readonly later?: PartInWave;
  readonly effects: Effects;
  /** Of an index: what of `scored` each factor did; empty where the part is new or closed. */
  readonly members: readonly MemberMove[];
  /** What of `scored` the groups under it did; absent where there are none that may be told apart. */
  readonly level?: MoveLevel;
}

/** A whole split by one dimension. */
export interface MoveLevel {
  readonly by: string;
  /** Option ids from the widest level down to the whole; none: everybody. */
  readonly under: readonly string[];
  /** Largest effect first, those that are no single group last. */
  readonly lines: readonly MoveLine[];
  /** All lines together. */
  readonly sums: Effects;
  /** Of an index: what of `sums.scored` each factor did. */
  readonly members: ReadonlyMap<string, number>;
}

export interface LevelContext<Answers> {
  readonly figure: MovingFigure<Answers>;
  readonly waves: Readonly<Record<Time, string>>;
  readonly minimum: number;
  /** By member and item, in each wave: what it weighs in the whole. */
  readonly weights: Readonly<Record<Time, ReadonlyMap<string, ReadonlyMap<string, number>>>>;
  /** Names the figure, whose it is, and the waves. */
  readonly claim: readonly string[];
}

/** A whole above: what it is of the total, and how many effective answers it has. */
export interface LevelWhole {
  readonly under: readonly string[];
  /** What its change counts for in that of the total. */
  readonly scale: number;
  readonly bases: Readonly<Record<Time, number>>;
  /** Members whose figures of the whole are hidden, so that its parts' are too. */
  readonly hidden: ReadonlySet<string>;
}

/** A node with its figures in both waves. */
export interface Placed<Answers> {
  readonly node: MoveNode<Answers>;
  readonly split: BranchLine | undefined;
  readonly earlier?: PartInWave & { readonly part: IndexPart | undefined };
  readonly later?: PartInWave & { readonly part: IndexPart | undefined };
}

/** M32, one level of the tree: the exact split with shares, figures, errors and tests, and the levels under it. */
export function levelOf<Answers>(
  nodes: readonly MoveNode<Answers>[],
  split: readonly BranchLine[],
  context: LevelContext<Answers>,
  whole: LevelWhole,
): MoveLevel {
  const placed = placedIn(nodes, split, context);
  const errors = changeSplitErrors(uncertainParts(placed), whole.bases);
  const { moves, totals } = membersOf(placed, context, whole);
  const lines = placed.map((one, at): MoveLine => {
    const { kind, id, under, groups } = one.node;
    const claim = [...context.claim, ...under, nodeName(one.node)];
    return {
      ...{ kind, id, under, groups },
      ...placesOf(one),
      effects: effectsOf(one.split ?? noChange, scaled(errors.lines[at], whole.scale), {
        claim: claim.join(" "),
        of: familyOf(context, whole),
      }),
      members: moves[at] ?? [],
      ...levelUnder(one, context, { ...whole, hidden: hiddenMembers(moves[at]) }),
    };
  });
  return {
    by: context.figure.by[whole.under.length] ?? "",
    under: whole.under,
    lines: lines.toSorted(byEffect),
    sums: effectsOf(sumOf(placed), scaled(errors.sums, whole.scale), {
      claim: [...context.claim, ...whole.under].join(" "),
      of: familyOf(context, whole),
    }),
    members: totals,
  };
}

/** What parts of one whole are judged together in. */
export function familyOf(
  { figure }: { readonly figure: Pick<MovingFigure<unknown>, "id" | "slice"> },
  { under }: Pick<LevelWhole, "under">,
): string {
  return [wholeFamily(figure), ...under].join(" ");
}

function placedIn<Answers>(
  nodes: readonly MoveNode<Answers>[],
  split: readonly BranchLine[],
  context: LevelContext<Answers>,
): readonly Placed<Answers>[] {
  const { figure, waves } = context;
  const lines = new Map(split.map((line) => [line.id, line]));
  const shares = { earlier: sharesOf(nodes, context, "earlier"), later: sharesOf(nodes, context, "later") };
  const answersIn = (time: Time) => nodes.flatMap((node) => node[time] ?? []);
  const groups = { earlier: answersIn("earlier"), later: answersIn("later") };
  const placeOf = (node: MoveNode<Answers>, time: Time) => {
    const answers = node[time];
    if (answers === undefined || !hasAnswers(answers, figure)) return undefined;
    const options = { wave: waves[time], siblings: { groups: groups[time], own: answers } };
    const part = figure.parts?.estimate(answers, options);
    const estimate = part?.estimate ?? figure.estimate(answers, options);
    return { share: shares[time].get(nodeName(node)) ?? 0, estimate, part };
  };
  return nodes.map((node) => {
    const [earlier, later] = [placeOf(node, "earlier"), placeOf(node, "later")];
    return {
      node,
      split: lines.get(nodeName(node)),
      ...(earlier ? { earlier } : {}),
      ...(later ? { later } : {}),
    };
  });
}

/** Where a part has no error of its own it has the pooled one of the level. */
function uncertainParts<Answers>(placed: readonly Placed<Answers>[]): readonly UncertainChange[] {
  const shown = placed.flatMap(({ earlier, later }) =>
    [earlier, later].flatMap((place) => (place && isShown(place.estimate) ? [place.estimate] : [])),
  );
  const within = pooledWithin(shown);
  const uncertain = ({ share, estimate }: PartInWave): UncertainThen => {
    if (!isShown(estimate)) return { share, score: 0, variance: undefined, degrees: 1 };
    const own = estimate.standardError ** 2;
    const variance = own > 0 ? own : within > 0 ? within / estimate.effective : undefined;
    return { share, score: estimate.value, variance, degrees: degreesOf(estimate) };
  };
  return placed.map(({ earlier, later }) => ({
    ...(earlier ? { earlier: uncertain(earlier) } : {}),
    ...(later ? { later: uncertain(later) } : {}),
  }));
}

function placesOf({ earlier, later }: Placed<unknown>): Pick<MoveLine, "earlier" | "later"> {
  const place = ({ share, estimate }: PartInWave) => ({ share, estimate });
  return { ...(earlier ? { earlier: place(earlier) } : {}), ...(later ? { later: place(later) } : {}) };
}

function levelUnder<Answers>(
  { node, split, earlier, later }: Placed<Answers>,
  context: LevelContext<Answers>,
  above: LevelWhole,
): Pick<MoveLine, "level"> {
  if (!earlier || !later || !split || split.of.length === 0) return {};
  const whole: LevelWhole = {
    under: [...node.under, node.id],
    scale: (above.scale * (earlier.share + later.share)) / 2,
    bases: { earlier: baseOf(earlier.estimate), later: baseOf(later.estimate) },
    hidden: above.hidden,
  };
  return { level: levelOf(node.of, split.of, context, whole) };
}

/** Effective base of a figure that may be shown. */
export function baseOf(estimate: Estimate): number {
  return isShown(estimate) ? estimate.effective : 1;
}

function hiddenMembers(moves: readonly MemberMove[] = []): ReadonlySet<string> {
  return new Set(moves.flatMap(({ status, member }) => (status === "withheld" ? [member] : [])));
}

function sumOf(placed: readonly Placed<unknown>[]): ChangeLine {
  return placed.reduce((sum, { split }) => (split ? addLines(sum, split) : sum), noChange);
}

/** Largest effect first; what is no single group stands last. */
function byEffect(a: MoveLine, b: MoveLine): number {
  const named = ({ kind }: MoveLine) => Number(kind !== "group");
  const size = ({ effects }: MoveLine) => Math.abs(effects.total.value);
  return named(a) - named(b) || size(b) - size(a) || (a.id < b.id ? -1 : 1);
}
