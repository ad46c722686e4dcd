import { type Difference, differenceOf } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import { sliceText } from "../views/slice.ts";
import { inMoves, wholeFamily } from "./moves/effect.ts";
import type { MovingFigure } from "./moves/figure.ts";
import { baseOf, type LevelContext, levelOf, type MoveLevel } from "./moves/level.ts";
import {
  branchesThen,
  hasAnswers,
  type MoveNode,
  nodesOf,
  type Time,
  times,
  type WaveGroup,
} from "./moves/nodes.ts";
import { itemWeights } from "./moves/shares.ts";
import { type WholeThen, whatMoved } from "./what-moved.ts";

/** What moved a figure between two waves, or why that can't be told. */
export type Moves =
  | SplitMoves
  /**
   * base: too few answered in one of the waves, or nobody; groups: no two parts may be told apart; counts: only shares
   * or tables of a wave survive, whose parts can't be added up.
   */
  | { readonly status: "none"; readonly reason: "base" | "groups" | "counts" };

/** In the unit of the figure. `level.sums.total` and `items` add up to `value`. */
export interface SplitMoves {
  readonly status: "split";
  readonly earlier: Estimate;
  readonly later: Estimate;
  /** Later less earlier. */
  readonly value: number;
  readonly change: Difference;
  readonly level: MoveLevel;
  /** What changed because items were asked in one wave only, or weigh differently; by item, where it is not 0. */
  readonly items: ReadonlyMap<string, number>;
}

export interface MovesOptions {
  /** Wave ids. Items between them must be comparable (M33): the caller sees to that. */
  readonly from: string;
  readonly to: string;
  /** The survey's minimum base. */
  readonly minimum: number;
  /** True where the whole itself is withheld, for its own sake or its siblings' (M34). */
  readonly hidden?: boolean;
}

/**
 * M32, what moved a figure between two waves: the exact split (`whatMoved`) over the groups of one dimension, or down
 * the levels of the hierarchy, with shares, figures, and every effect's standard error, 95 % interval and test (M20).
 *
 * Groups that are withheld in either wave are folded into one line, answers without a known place stand in another
 * (`foldGroups`), before anything is split: the lines add up to the whole, and none shows a small group.
 *
 * Errors are those of `changeSplitErrors`: scores of groups as exact as their estimates say, or as the pooled error of
 * the level where a group has none of its own; shares multinomial on the whole's effective base, and independent of the
 * scores. Where weights were made to known margins of the dimension, shares are surer than that and the error of the mix
 * is too large rather than too small. Below the widest level, what a part counts for in the total is taken as known.
 */
export function moves<Answers>(
  figure: MovingFigure<Answers>,
  { from, to, minimum, hidden = false }: MovesOptions,
): Moves {
  const waves = { earlier: from, later: to };
  const [before, after] = times.map((time) => groupsAt(figure, time, waves[time]));
  if (!before || !after) return { status: "none", reason: "counts" };
  const [earlier, later] = [wholeOf(before, figure, minimum), wholeOf(after, figure, minimum)];
  if (hidden || earlier === undefined || later === undefined) return { status: "none", reason: "base" };
  const weighing = (whole: Answers, wave: string) => new Set(itemWeights(figure.weights(whole, wave)).keys());
  const items = { earlier: weighing(earlier, from), later: weighing(later, to) };
  const nodes = nodesOf([...before, ...after], figure, { minimum, items });
  const [first, ...others] = nodes.toSorted((a, b) => b.of.length - a.of.length);
  if (!first || (others.length === 0 && first.of.length === 0)) return { status: "none", reason: "groups" };
  return splitOf(figure, { nodes, waves, minimum, wholes: { earlier, later } });
}

function splitOf<Answers>(
  figure: MovingFigure<Answers>,
  {
    nodes,
    waves,
    minimum,
    wholes,
  }: Pick<LevelContext<Answers>, "waves" | "minimum"> & {
    readonly nodes: readonly MoveNode<Answers>[];
    readonly wholes: Readonly<Record<Time, Answers>>;
  },
): SplitMoves {
  const weightsOf = (time: Time) => figure.weights(wholes[time], waves[time]);
  const weights = { earlier: weightsOf("earlier"), later: weightsOf("later") };
  const items = { earlier: itemWeights(weights.earlier), later: itemWeights(weights.later) };
  const thenOf = (time: Time): WholeThen => {
    const place = { time, wave: waves[time] };
    const sums = figure.sums(wholes[time], waves[time]);
    return {
      branch: { id: "", items: sums, of: branchesThen(nodes, figure, place) },
      weights: items[time],
    };
  };
  const split = whatMoved(thenOf("earlier"), thenOf("later"));
  const figureOf = (time: Time) =>
    figure.estimate(wholes[time], { wave: waves[time], siblings: { groups: [] } });
  const [earlier, later] = [figureOf("earlier"), figureOf("later")];
  const { id, slice, by } = figure;
  const claim = ["moved", id, sliceText(slice), by.join(">"), waves.earlier, waves.later];
  const level = levelOf(
    nodes,
    split.branches,
    { figure, waves, minimum, weights, claim },
    {
      under: [],
      scale: lastingWeight(items),
      bases: { earlier: baseOf(earlier), later: baseOf(later) },
      hidden: new Set(),
    },
  );
  const change = differenceOf(later, earlier, inMoves({ claim: claim.join(" "), of: wholeFamily(figure) }));
  return {
    status: "split",
    earlier,
    later,
    value: split.later - split.earlier,
    change,
    level,
    items: split.items,
  };
}

/** The finest groups, in an order that does not hang on who counted them: sums of weights come out the same. */
function groupsAt<Answers>(
  figure: MovingFigure<Answers>,
  time: Time,
  wave: string,
): readonly WaveGroup<Answers>[] | undefined {
  const inOrder = figure.groups(wave)?.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return inOrder?.map((group) => ({ time, ...group }));
}

function nameOf({ key }: { readonly key: readonly (string | null)[] }): string {
  return JSON.stringify(key);
}

/** Undefined where nobody's answer counts, or too few answered. */
function wholeOf<Answers>(
  groups: readonly WaveGroup<Answers>[],
  figure: MovingFigure<Answers>,
  minimum: number,
): Answers | undefined {
  const [first, ...others] = groups.map(({ answers }) => answers);
  if (first === undefined) return undefined;
  const whole = others.reduce(figure.merge, first);
  return hasAnswers(whole, figure) && figure.respondents(whole).m >= minimum ? whole : undefined;
}

/** What the items that were asked in both waves weigh, averaged over the two. */
function lastingWeight({ earlier, later }: Readonly<Record<Time, ReadonlyMap<string, number>>>): number {
  return [...earlier].reduce((sum, [item, weight]) => {
    const other = later.get(item);
    return other === undefined ? sum : sum + (weight + other) / 2;
  }, 0);
}
