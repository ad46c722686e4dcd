import type { Estimate } from "../measures/estimate.ts";
import type { ExactFigure } from "../measures/exact.ts";
import type { ScoreMeasure } from "../measures/score-registry.ts";
import type { Weighting } from "../measures/weighting.ts";
import type { Slice } from "../views/slice.ts";

/** A published figure that is of no single question's answers, and what it is of. */
export interface PublishedScore {
  readonly wave: string;
  readonly slice: Slice;
  /** Id of a card, a question, the index, or "sample". */
  readonly subject: string;
  /** A band or a kind of problem; blank for all. */
  readonly option: string;
  readonly measure: ScoreMeasure;
  readonly weighting: Weighting;
  readonly estimate: Estimate | ExactFigure;
  /** Ids of the questions that the figure was worked out without; of problems `question:choice`, which was not offered. */
  readonly without?: readonly string[];
}
