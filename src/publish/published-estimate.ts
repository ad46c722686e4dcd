import type { Path } from "../measures/cascade.ts";
import type { Estimate } from "../measures/estimate.ts";
import type { IndexGroup } from "../measures/index/definition.ts";
import { measures } from "../measures/registry.ts";
import { type ScoreMeasureName, scoreMeasures } from "../measures/score-registry.ts";
import type { Weighting } from "../measures/weighting.ts";
import type { Question } from "../survey/question.ts";
import type { MeasureName } from "../survey/survey.ts";
import type { Slice } from "../views/slice.ts";

/** One published figure and what it is of. */
export interface PublishedEstimate {
  /** What the figure is over, oldest first: one wave, or those that are pooled (M35). It counts as of the last. */
  readonly waves: readonly string[];
  readonly slice: Slice;
  /** The branch, from the widest level down; of a value of another dimension that value; [] for everybody. */
  readonly path: Path;
  /** Id of the question, the index or the factor. */
  readonly subject: string;
  /** As it was put in the last wave; none of the index and its factors. */
  readonly question?: Question;
  /** Where the figure is the share of one option: its id. */
  readonly option: string;
  readonly measure: {
    readonly name: MeasureName | IndexGroup["kind"] | "contribution";
    readonly method: string;
  };
  readonly weighting: Weighting;
  readonly unit: string;
  readonly estimate: Estimate;
  /**
   * Of the index, a factor or its contribution: ids of the questions that the codebook makes it of and that the figure was
   * worked out without.
   */
  readonly without?: readonly string[];
}

/** Names of all measures that the open results can have. */
export const publishedMeasures: readonly (PublishedEstimate["measure"]["name"] | ScoreMeasureName)[] = [
  ...Object.values(measures).map(({ name }) => name),
  "index",
  "factor",
  "contribution",
  ...Object.values(scoreMeasures).map(({ name }) => name),
];

/** The wave that a figure counts as of: the last that it is over. */
export function waveOf({ waves }: Pick<PublishedEstimate, "waves">): string {
  return waves.at(-1) ?? "";
}
