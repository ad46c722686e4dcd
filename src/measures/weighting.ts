import type { Cell } from "../counts/tally.ts";

/** Which respondents' weights count. unweighted: everybody counts 1. */
export type Weighting = "weighted" | "unweighted";

/** A cell under one weighting: n answers, their Σw and Σw². */
export interface WeightedCell {
  readonly n: number;
  readonly w: number;
  readonly w2: number;
}

/** Unweighted, every answer counts 1; weighted, only respondents with a weight count. */
export function weigh(cell: Cell, weighting: Weighting): WeightedCell {
  return weighting === "weighted"
    ? { n: cell.m, w: cell.w, w2: cell.w2 }
    : { n: cell.n, w: cell.n, w2: cell.n };
}

/** Kish's effective base (Σw)²/Σw²; 0 where nobody is there. */
export function effectiveBase({ w, w2 }: WeightedCell): number {
  return w2 > 0 ? (w * w) / w2 : 0;
}

/**
 * Share of a base that a part of it is. All of it is exactly 1, however their weights were added up: a rounding less
 * would pass for a known error in a net where all agree.
 */
export function shareOfBase(part: WeightedCell, base: WeightedCell): number {
  return part.n === base.n ? 1 : Math.min(1, part.w / base.w);
}
