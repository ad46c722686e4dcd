import type { Tally } from "../counts/tally.ts";
import type { Question } from "../survey/question.ts";
import type { BaseRules, MeasureName } from "../survey/survey.ts";
import type { Estimate, Unit } from "./estimate.ts";
import type { Siblings } from "./siblings.ts";
import type { Weighting } from "./weighting.ts";

export interface MeasureOptions {
  readonly weighting: Weighting;
  readonly base: BaseRules;
  /**
   * Answers of like groups (sibling branches, other waves) to the same question. Their pooled variance stands in where
   * a group's own is zero: everybody giving 10 is not certainty.
   */
  readonly siblings?: Siblings<Tally>;
}

/** A figure computed from counts. Registered once in `registry.ts`. */
export interface Measure {
  readonly name: MeasureName;
  /** Method id of the methods page. */
  readonly method: string;
  readonly unitOf: (question: Question) => Unit;
  readonly appliesTo: (question: Question) => boolean;
  readonly estimate: (tally: Tally, question: Question, options: MeasureOptions) => Estimate;
}
