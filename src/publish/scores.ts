import { bandEstimates } from "./band-estimates.ts";
import { cardEstimates } from "./card-estimates.ts";
import { gapEstimates } from "./gap-estimates.ts";
import { problemEstimates } from "./problem-estimates.ts";
import type { EstimatesInput } from "./published-groups.ts";
import type { PublishedScore } from "./published-score.ts";
import { sampleEstimates } from "./sample-estimates.ts";

/** Every published figure that is of no single question's answers (M03–M06, M09, M11, M18), method by method. */
export async function* publishedScores(input: EstimatesInput): AsyncGenerator<readonly PublishedScore[]> {
  yield* cardEstimates(input);
  yield await sampleEstimates(input);
  yield* gapEstimates(input);
  yield* problemEstimates(input);
  yield await bandEstimates(input);
}
