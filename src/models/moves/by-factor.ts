import { type Difference, differenceOf } from "../../measures/difference.ts";
import { type Estimate, hasValue } from "../../measures/estimate.ts";
import type { IndexPart } from "../../measures/index/estimate.ts";
import { type ChangeLine, changeSplit, noChange, type PartThen, totalOf } from "../../stats/change-split.ts";
import { changeError, type Effect, effectOf, inMoves, type MoveClaim, noEffect } from "./effect.ts";

/** A factor or an item in one wave. */
export interface FactorInWave {
  /** Weight among the members of the same factor. */
  readonly weight: number;
  readonly estimate: Estimate;
}

/** What a factor or an item did to the change of the index, in the index's points. */
export interface FactorLine {
  /** withheld: all members together of whom too few answered (M34). */
  readonly kind: IndexPart["kind"] | "withheld";
  readonly id: string;
  /** Absent: nobody answered it in that wave, or it was not asked; of withheld members both are. */
  readonly earlier?: FactorInWave;
  readonly later?: FactorInWave;
  /** It scored differently: its mean weight times the change of its score. */
  readonly scored: Effect;
  /** Change of its own score. */
  readonly change: Difference;
  /** Its weight changed, or it was asked in one wave only. */
  readonly shared: number;
  readonly arrived: number;
  readonly left: number;
  readonly total: number;
  /** What of `scored` its members did; their totals add up to it. */
  readonly of: readonly FactorLine[];
}

/**
 * M32 by factor and item: what each did to the change of an index, exactly. A factor that both waves asked scored
 * differently by its mean weight times the change of its score, with the error of its own estimates (Welch's t), and
 * that is split over its members in the same way. The totals of the first level add up to the change of the index.
 * Members that are withheld in either wave stand in one line together, without a test. Undefined where the index itself
 * has no figure in one of the waves.
 *
 * @param claim names the index, whose it is and the waves; what is said of them is judged together
 */
export function movesByFactor(
  earlier: IndexPart,
  later: IndexPart,
  claim: MoveClaim,
): readonly FactorLine[] | undefined {
  if (!hasValue(earlier.estimate) || !hasValue(later.estimate)) return undefined;
  return linesUnder(earlier, later, { ...claim, scale: 1 });
}

interface Place extends MoveClaim {
  /** What the whole's change counts for in that of the index. */
  readonly scale: number;
}

/** A member of a factor in both waves. */
interface Member {
  readonly id: string;
  readonly earlier: IndexPart | undefined;
  readonly later: IndexPart | undefined;
}

function linesUnder(earlier: IndexPart, later: IndexPart, place: Place): readonly FactorLine[] {
  const members = membersOf(earlier, later);
  if (members.length === 0) return [];
  const shown = members.filter(isShown);
  const parts = shown.map((member) => ({
    earlier: thenOf(member.earlier),
    later: thenOf(member.later),
  }));
  const hidden = members.length > shown.length;
  const rest = { earlier: restOf(earlier, parts, "earlier"), later: restOf(later, parts, "later") };
  const changes = [...parts, ...(hidden ? [rest] : [])].map(({ earlier: before, later: after }) => ({
    ...(before ? { earlier: before } : {}),
    ...(after ? { later: after } : {}),
  }));
  const split = changeSplit(changes);
  const lines = shown.map((member, at) => lineOf(member, split[at] ?? noChange, place));
  return hidden ? [...lines, withheldLine(split.at(-1) ?? noChange, place)] : lines;
}

function membersOf(earlier: IndexPart, later: IndexPart): readonly Member[] {
  const find = ({ of }: IndexPart, id: string) => of.find((part) => part.id === id);
  const ids = [...new Set([...earlier.of, ...later.of].map(({ id }) => id))];
  return ids.map((id) => ({ id, earlier: find(earlier, id), later: find(later, id) }));
}

/** False where it may not be shown in a wave; of what was not asked in one there is nothing to hide. */
function isShown({ earlier, later }: Member): boolean {
  return [earlier, later].every((part) => !part || hasValue(part.estimate));
}

function thenOf(part: IndexPart | undefined): PartThen | undefined {
  return part && hasValue(part.estimate) ? { share: part.weight, score: part.estimate.value } : undefined;
}

/** What the whole has beyond the members that are shown. */
function restOf(
  { estimate }: IndexPart,
  parts: readonly Partial<Readonly<Record<"earlier" | "later", PartThen | undefined>>>[],
  time: "earlier" | "later",
): PartThen | undefined {
  const known = parts.flatMap((part) => part[time] ?? []);
  const share = 1 - known.reduce((sum, part) => sum + part.share, 0);
  const score = known.reduce((sum, part) => sum + part.share * part.score, 0);
  if (!hasValue(estimate) || share < rounding) return undefined;
  return { share, score: (estimate.value - score) / share };
}

const rounding = 1e-12;

function lineOf({ id, earlier, later }: Member, split: ChangeLine, { claim, of, scale }: Place): FactorLine {
  const part = later ?? earlier;
  const line = scaledLine(split, scale);
  const own = `${claim} ${id}`;
  const weight = scale * (((earlier?.weight ?? 0) + (later?.weight ?? 0)) / 2);
  const error = earlier && later ? changeError(earlier.estimate, later.estimate, weight) : undefined;
  const inWave = ({ weight, estimate }: IndexPart): FactorInWave => ({ weight, estimate });
  return {
    kind: part?.kind ?? "item",
    id,
    ...(earlier ? { earlier: inWave(earlier) } : {}),
    ...(later ? { later: inWave(later) } : {}),
    ...line,
    scored: earlier && later ? effectOf(line.scored, error, { claim: `${own} scored`, of }) : noEffect(),
    change:
      earlier && later
        ? differenceOf(later.estimate, earlier.estimate, inMoves({ claim: `${own} change`, of }))
        : { status: "untested", reason: "base" },
    total: totalOf(line),
    of: earlier && later ? linesUnder(earlier, later, { claim: own, of, scale: weight }) : [],
  };
}

function withheldLine(split: ChangeLine, { claim, of, scale }: Place): FactorLine {
  const line = scaledLine(split, scale);
  return {
    kind: "withheld",
    id: "withheld",
    ...line,
    scored: effectOf(line.scored, undefined, { claim: `${claim} withheld scored`, of }),
    change: { status: "untested", reason: "base" },
    total: totalOf(line),
    of: [],
  };
}

function scaledLine({ scored, shared, arrived, left }: ChangeLine, scale: number): ChangeLine {
  return { scored: scale * scored, shared: scale * shared, arrived: scale * arrived, left: scale * left };
}
