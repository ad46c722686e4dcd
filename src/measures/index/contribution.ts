import { type Estimate, isShown } from "../estimate.ts";
import type { IndexPart } from "./estimate.ts";

/**
 * M10, the points that an index lacks to its maximum because of a part: its share of the index times what its score
 * lacks. The interval follows from the score's, the share being fixed. Of a score that is not shown there is none.
 */
export function contributionOf(
  { estimate, share }: Pick<IndexPart, "estimate" | "share">,
  max: number,
): Estimate {
  if (!isShown(estimate)) return estimate;
  const { deviation, ...score } = estimate;
  const points = (value: number) => share * (max - value);
  return {
    ...score,
    value: points(score.value),
    low: points(score.high),
    high: points(score.low),
    standardError: share * score.standardError,
    ...(deviation === undefined ? {} : { deviation: share * deviation }),
  };
}
