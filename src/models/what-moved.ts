import {
  addLines,
  type ChangeLine,
  changeSplit,
  noChange,
  type PartChange,
  totalOf,
} from "../stats/change-split.ts";

/** One item's answers of a branch in one wave: Σw and Σw·score, the score being on the index's own scale. */
export interface ItemSums {
  readonly w: number;
  readonly ws: number;
}

/** A branch in one wave: its items' sums and the branches under it, whose sums add up to its own. */
export interface BranchThen {
  readonly id: string;
  readonly items: ReadonlyMap<string, ItemSums>;
  readonly of: readonly BranchThen[];
}

/** A wave's whole: the top of the tree, and each item's weight in the index, which sum to 1. */
export interface WholeThen {
  readonly branch: BranchThen;
  readonly weights: ReadonlyMap<string, number>;
}

/** What a branch did to the change of the whole, and what of its own scoring its sub-branches did. */
export interface BranchLine extends ChangeLine {
  readonly id: string;
  /** What of `scored` each item did; they add up to it. */
  readonly byItem: ReadonlyMap<string, number>;
  /** Their lines add up to this branch's `scored`. */
  readonly of: readonly BranchLine[];
}

export interface ChangeOfWhole {
  readonly earlier: number;
  readonly later: number;
  /** Branch by branch; with `items` they add up to later − earlier. */
  readonly branches: readonly BranchLine[];
  /** What changed because items were asked in one wave only, or weigh differently; by item, where it is not 0. */
  readonly items: ReadonlyMap<string, number>;
}

/**
 * M32, what moved the total between two waves. Item by item the change of the mean is split over the branches into
 * scored differently and share changed, new and closed branches on lines of their own (`changeSplit`); items are added
 * up with the mean of their index weights; down the hierarchy, what a branch scored differently is split again over
 * the branches under it. A single question is an index of one item.
 * @throws RangeError where an item that weighs has no answers, or weights do not sum to 1
 */
export function whatMoved(earlier: WholeThen, later: WholeThen): ChangeOfWhole {
  const items = [...new Set([...earlier.weights.keys(), ...later.weights.keys()])];
  const changes = items.map((item) => partOf(itemThen(earlier, item), itemThen(later, item)));
  const lines = changeSplit(changes);
  const moved = items.flatMap((item, at): [string, number][] => {
    const line = lines[at] ?? noChange;
    const other = totalOf(line) - line.scored;
    return other === 0 ? [] : [[item, other]];
  });
  const both = items.flatMap((item, at): [string, number][] => {
    const weight = sharedWeight(changes[at]);
    return weight > 0 ? [[item, weight]] : [];
  });
  return {
    earlier: wholeOf(changes.map((change) => change.earlier)),
    later: wholeOf(changes.map((change) => change.later)),
    branches: branchLines(earlier.branch, later.branch, new Map(both)),
    items: new Map(moved),
  };
}

/** Lines of the branches under one, for what its items' means changed by, times a factor for each item. */
function branchLines(
  earlier: BranchThen,
  later: BranchThen,
  factors: ReadonlyMap<string, number>,
): readonly BranchLine[] {
  const ids = [...new Set([...earlier.of, ...later.of].map(({ id }) => id))];
  const [before, after] = [childrenOf(earlier), childrenOf(later)];
  const totals = new Map(ids.map((id) => [id, noChange]));
  const below = new Map(ids.map((id) => [id, new Map<string, number>()]));
  const byItem = new Map(ids.map((id) => [id, new Map<string, number>()]));
  for (const [item, factor] of factors) {
    const parts = ids.map((id) =>
      partOf(shareThen(before.get(id), earlier, item), shareThen(after.get(id), later, item)),
    );
    changeSplit(parts).forEach((line, at) => {
      const id = ids[at] ?? "";
      totals.set(id, addLines(totals.get(id) ?? noChange, line, factor));
      byItem.get(id)?.set(item, factor * line.scored);
      // What the branch scored differently is its change times this; the branches under it share that out.
      const scale = factor * sharedWeight(parts[at]);
      if (scale > 0) below.get(id)?.set(item, scale);
    });
  }
  return ids.map((id) => {
    const [one, other] = [before.get(id), after.get(id)];
    const deeper = one && other && one.of.length > 0 && other.of.length > 0;
    const of = deeper ? branchLines(one, other, below.get(id) ?? new Map()) : [];
    return { id, ...(totals.get(id) ?? noChange), byItem: byItem.get(id) ?? new Map(), of };
  });
}

function childrenOf({ of }: BranchThen): ReadonlyMap<string, BranchThen> {
  return new Map(of.map((branch) => [branch.id, branch]));
}

/** The mean share of a part that was there both times; 0 for one that was not, whose score changed by nothing. */
function sharedWeight({ earlier, later }: PartChange = {}): number {
  return earlier && later ? (earlier.share + later.share) / 2 : 0;
}

function itemThen({ branch, weights }: WholeThen, item: string): PartChange["earlier"] {
  const share = weights.get(item);
  if (share === undefined) return undefined;
  const sums = branch.items.get(item);
  if (!sums || !(sums.w > 0)) throw new RangeError(`"${item}" weighs ${share}, but nobody answered it.`);
  return { share, score: sums.ws / sums.w };
}

function shareThen(branch: BranchThen | undefined, parent: BranchThen, item: string): PartChange["earlier"] {
  const [own, all] = [branch?.items.get(item), parent.items.get(item)];
  return own && all && own.w > 0 ? { share: own.w / all.w, score: own.ws / own.w } : undefined;
}

function partOf(earlier: PartChange["earlier"], later: PartChange["later"]): PartChange {
  return { ...(earlier ? { earlier } : {}), ...(later ? { later } : {}) };
}

function wholeOf(parts: readonly PartChange["earlier"][]): number {
  return parts.reduce((sum, part) => sum + (part ? part.share * part.score : 0), 0);
}
