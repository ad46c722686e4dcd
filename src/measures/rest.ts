import type { PairGroup } from "../counts/pairs/request.ts";
import { subtractPairGroups } from "../counts/pairs/sums.ts";
import { type CountedTally, subtractTallies } from "../counts/tally.ts";
import type { Question } from "../survey/question.ts";
import { type Claim, type Difference, differenceOf } from "./difference.ts";
import type { Estimate } from "./estimate.ts";
import { answersFromPairs } from "./index/answers.ts";
import type { IndexDefinition } from "./index/definition.ts";
import { estimateIndex, type IndexOptions, type IndexPart } from "./index/estimate.ts";
import type { Measure, MeasureOptions } from "./measure.ts";
import type { Weighting } from "./weighting.ts";

/** A part of a whole and everybody else in it. */
export interface PartAndRest {
  readonly part: Estimate;
  readonly rest: Estimate;
  /** Part less rest. */
  readonly difference: Difference;
}

export interface AgainstRestOptions extends MeasureOptions {
  readonly claim: Claim;
}

/**
 * M20, a part of a whole against the rest of it, for any measure: the rest's counts are the whole's less the part's,
 * which is exact, and the two have no respondent in common. The rest of a multiple choice or of codes that nobody else
 * gave has empty cells.
 * @throws Error where the part has more answers than the whole
 */
export function againstRest(
  measure: Measure,
  { whole, part }: { readonly whole: CountedTally; readonly part: CountedTally },
  question: Question,
  { claim, ...options }: AgainstRestOptions,
): PartAndRest {
  const figures = [part, subtractTallies(whole, part)].map((tally) =>
    measure.estimate(tally, question, options),
  );
  return compared(figures[0], figures[1], claim);
}

/** M20, the index of a part of a whole against that of the rest, from counts of pairs. */
export function indexAgainstRest(
  definition: IndexDefinition,
  { whole, part }: { readonly whole: PairGroup; readonly part: PairGroup },
  { claim, weighting, ...options }: IndexOptions & { readonly claim: Claim; readonly weighting: Weighting },
): PartAndRest {
  const [one, other] = [part, subtractPairGroups(whole, part)].map((group): IndexPart | undefined =>
    estimateIndex(definition, answersFromPairs(group, weighting), options),
  );
  return compared(one?.estimate, other?.estimate, claim);
}

function compared(
  part: Estimate = { status: "none" },
  rest: Estimate = { status: "none" },
  claim: Claim,
): PartAndRest {
  return { part, rest, difference: differenceOf(part, rest, claim) };
}
