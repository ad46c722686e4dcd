import { differenceOf } from "../measures/difference.ts";
import type { RankedSibling } from "../models/fair-ranking.ts";
import { holmThreshold } from "../stats/corrections.ts";

/** A branch at an end of the fair order that stands apart from all others, and the one next to it. */
export interface OrderEnd {
  readonly one: RankedSibling;
  readonly beside: RankedSibling;
}

/** The ends of a fair order at which one branch stands by itself. */
export interface OrderEnds {
  readonly better?: OrderEnd;
  readonly worse?: OrderEnd;
}

/**
 * The first and the last branch in fair order (M31), where they make up a group of their own and differ from each other
 * one, all pairs judged together (Holm), with the error of their own answers.
 *
 * @param level of fair rankings
 */
export function orderEnds(siblings: readonly RankedSibling[], level: number): OrderEnds {
  const [first, second] = siblings;
  const [last, before] = [siblings.at(-1), siblings.at(-2)];
  const isAlone = aloneIn(siblings, level);
  return {
    ...(first && second && isAlone(first) ? { better: { one: first, beside: second } } : {}),
    ...(last && before && isAlone(last) ? { worse: { one: last, beside: before } } : {}),
  };
}

function aloneIn(siblings: readonly RankedSibling[], level: number): (one: RankedSibling) => boolean {
  const pOf = (one: RankedSibling, other: RankedSibling) => {
    const test = differenceOf(one.estimate, other.estimate, { claim: "end", families: [] });
    return test.status === "tested" ? test.p : 1;
  };
  const pairs = siblings.flatMap((one, at) => siblings.slice(at + 1).map((other) => pOf(one, other)));
  const threshold = holmThreshold(Float64Array.from(pairs), level);
  return (one) =>
    threshold !== undefined &&
    siblings.every((other) => other === one || (other.group !== one.group && pOf(one, other) <= threshold));
}
