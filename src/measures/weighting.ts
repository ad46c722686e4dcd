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
