import { type Difference, differenceOf } from "../../measures/difference.ts";
import type { Estimate } from "../../measures/estimate.ts";
import { changeError, type Effect, effectOf, inMoves } from "./effect.ts";
import { hiddenCells, type SizedCell } from "./hidden-cells.ts";
import { familyOf, type LevelContext, type LevelWhole, type Placed } from "./level.ts";
import { nodeName, times } from "./nodes.ts";
import { itemWeights } from "./shares.ts";

/**
 * What a factor did in one part of the whole. withheld: too few of the part answered it in one of the waves, or it would
 * give such a one away (M34); none: nobody of the part answered it in one of them.
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
  | { readonly status: "withheld" | "none"; readonly member: string };

/** What each factor did in each part of a level, in the order of the parts, and in all of them together. */
export function membersOf<Answers>(
  placed: readonly Placed<Answers>[],
  context: LevelContext<Answers>,
  whole: LevelWhole,
): {
  readonly moves: readonly (readonly MemberMove[])[];
  readonly totals: ReadonlyMap<string, number>;
} {
  const members = [...new Set(times.flatMap((time) => [...context.weights[time].keys()]))];
  if (!context.figure.parts || members.length < 2) return { moves: placed.map(() => []), totals: new Map() };
  const hidden = hiddenCells(
    placed.map((part) => members.map((member) => cellOf(part, member, context, whole))),
    context.minimum,
  );
  const weights = new Map(members.map((member) => [member, weightsOf(member, context)]));
  const all = itemWeights(weights);
  const scoredBy = ({ split }: Placed<Answers>, member: string) =>
    [...(weights.get(member) ?? [])].reduce(
      (sum, [item, weight]) => sum + ((split?.byItem.get(item) ?? 0) * weight) / (all.get(item) ?? 1),
      0,
    );
  const moveOf = (part: Placed<Answers>, member: string, isHidden = false): MemberMove =>
    isHidden
      ? { status: "withheld", member }
      : memberMove(part, member, {
          value: scoredBy(part, member),
          weight: sum(weights.get(member)?.values() ?? []),
          context,
          whole,
        });
  return {
    moves: placed.map((part, row) =>
      isLasting(part) ? members.map((member, column) => moveOf(part, member, hidden[row]?.[column])) : [],
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

function isLasting({ earlier, later }: Placed<unknown>): boolean {
  return earlier !== undefined && later !== undefined;
}

function cellOf<Answers>(
  part: Placed<Answers>,
  member: string,
  { figure, minimum }: LevelContext<Answers>,
  { hidden }: LevelWhole,
): SizedCell {
  if (!isLasting(part)) return { n: undefined, hidden: false };
  const sizes = times.map((time) => {
    const answers = part.node[time];
    return answers === undefined ? 0 : (figure.parts?.respondents(answers, member).m ?? 0);
  });
  const withheld = times.some((time) => estimateOf(part, member, time)?.status === "withheld");
  const small = sizes.some((n) => n > 0 && n < minimum);
  return {
    n: sizes.includes(0) ? undefined : Math.min(...sizes),
    hidden: hidden.has(member) || withheld || small,
  };
}

function estimateOf(
  part: Placed<unknown>,
  member: string,
  time: (typeof times)[number],
): Estimate | undefined {
  return part[time]?.part?.of.find(({ id }) => id === member)?.estimate;
}

function memberMove<Answers>(
  part: Placed<Answers>,
  member: string,
  {
    value,
    weight,
    context,
    whole,
  }: {
    readonly value: number;
    readonly weight: number;
    readonly context: LevelContext<Answers>;
    readonly whole: LevelWhole;
  },
): MemberMove {
  const [earlier, later] = times.map((time) => estimateOf(part, member, time));
  if (!earlier || !later) return { status: "none", member };
  const claim = [...context.claim, ...part.node.under, nodeName(part.node), member].join(" ");
  const of = familyOf(context, whole);
  const share = ((part.earlier?.share ?? 0) + (part.later?.share ?? 0)) / 2;
  const error = changeError(earlier, later, whole.scale * share * weight);
  return {
    status: "shown",
    member,
    earlier,
    later,
    change: differenceOf(later, earlier, inMoves({ claim: `${claim} change`, of })),
    effect: effectOf(value, error, { claim: `${claim} scored`, of }),
  };
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
