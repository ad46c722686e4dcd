import { type Difference, differenceOf } from "../../measures/difference.ts";
import { type Estimate, isShown } from "../../measures/estimate.ts";
import { changeError, type Effect, effectOf, inMoves } from "./effect.ts";
import { times } from "./fold-level.ts";
import type { LevelContext, Placed } from "./level.ts";
import { nodeName } from "./nodes.ts";
import { itemWeights } from "./shares.ts";

/**
 * What a factor did in one part of the whole. withheld: nobody of the part answered it in one of the waves, or too few to
 * tell, or it would give such ones away (M34); what they did is in the line of the small groups.
 */
export type MemberMove =
  | {
      readonly status: "shown";
      /** Factor id; of a factor split by itself, the id of what is under it. */
      readonly member: string;
      readonly earlier: Estimate;
      readonly later: Estimate;
      /** Change of the factor's own score in the part. */
      readonly change: Difference;
      /** What that did to the figure of the whole. */
      readonly effect: Effect;
    }
  | { readonly status: "withheld"; readonly member: string };

/** What each factor did in each part of a level, in the order of the parts, and in all of them together. */
export function membersOf<Answers>(
  placed: readonly Placed<Answers>[],
  context: LevelContext<Answers>,
  scale: number,
): {
  readonly moves: readonly (readonly MemberMove[])[];
  readonly totals: ReadonlyMap<string, number>;
} {
  const members = [...new Set(times.flatMap((time) => [...context.weights[time].keys()]))];
  if (!context.figure.partsOf || members.length < 2)
    return { moves: placed.map(() => []), totals: new Map() };
  const weights = new Map(members.map((member) => [member, weightsOf(member, context)]));
  const all = itemWeights(weights);
  const scoredBy = ({ split }: Placed<Answers>, member: string) =>
    [...(weights.get(member) ?? [])].reduce(
      (sum, [item, weight]) => sum + ((split?.byItem.get(item) ?? 0) * weight) / (all.get(item) ?? 1),
      0,
    );
  const moveOf = (part: Placed<Answers>, member: string): MemberMove => {
    const counts = scale * sum(weights.get(member)?.values() ?? []);
    const claim = [...context.claim, ...part.node.under, nodeName(part.node), member];
    return memberMove(part, member, { value: scoredBy(part, member), counts, claim });
  };
  return {
    moves: placed.map((part) =>
      part.earlier && part.later ? members.map((member) => moveOf(part, member)) : [],
    ),
    totals: new Map(members.map((member) => [member, sum(placed.map((part) => scoredBy(part, member)))])),
  };
}

/** What the items of a member weigh, averaged over both waves. */
function weightsOf(
  member: string,
  { weights }: Pick<LevelContext<unknown>, "weights">,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const time of times)
    for (const [item, weight] of weights[time].get(member) ?? [])
      found.set(item, (found.get(item) ?? 0) + weight / 2);
  return found;
}

function memberMove(
  { earlier, later }: Placed<unknown>,
  member: string,
  {
    value,
    counts,
    claim,
  }: {
    readonly value: number;
    /** What the member's change in all parts counts for in that of the figure. */
    readonly counts: number;
    readonly claim: readonly string[];
  },
): MemberMove {
  const [before, after] = [earlier, later].map(
    (place) => place?.part?.of.find(({ id }) => id === member)?.estimate,
  );
  if (!before || !after || !isShown(before) || !isShown(after)) return { status: "withheld", member };
  const share = ((earlier?.share ?? 0) + (later?.share ?? 0)) / 2;
  return {
    status: "shown",
    member,
    earlier: before,
    later: after,
    change: differenceOf(after, before, inMoves([...claim, "change"].join(" "))),
    effect: effectOf(value, changeError(before, after, counts * share), [...claim, "scored"].join(" ")),
  };
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
