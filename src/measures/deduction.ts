import type { DeductionRule } from "../survey/scoring.ts";
import { type Estimate, isShown } from "./estimate.ts";

/** Questionnaires of a group of customers. */
export interface Returns {
  readonly handedOut: number;
  readonly returned: number;
}

/** M05, what the response rate costs, in percentage points. */
export interface Deduction {
  /** Share of the questionnaires handed out that came back. */
  readonly rate: number;
  readonly steps: number;
  readonly points: number;
}

/**
 * M05, the points that come off for a response rate under the threshold: so many for every full step below it. 38 %
 * returned is 12 below 50 and two full steps of 5, so two points.
 * @throws RangeError where nothing was handed out: there is no rate
 */
export function deductionFor({ handedOut, returned }: Returns, rule: DeductionRule): Deduction {
  if (!(handedOut > 0)) throw new RangeError(`a response rate needs questionnaires, not ${handedOut}`);
  const rate = returned / handedOut;
  const below = rule.threshold - rate;
  // 45 % is a whole step of 5 under 50, whatever the rounding of 0.45.
  const steps = below > 0 ? Math.floor(below / rule.step + 1e-9) : 0;
  return { rate, steps, points: steps * rule.points };
}

/** M05, a score in points of 100 after the deduction. It shifts the interval, and ends at 0. */
export function afterDeduction(estimate: Estimate, { points }: Deduction): Estimate {
  if (!isShown(estimate) || points === 0) return estimate;
  const less = (value: number) => Math.max(0, value - points);
  return {
    ...estimate,
    value: less(estimate.value),
    low: less(estimate.low),
    high: less(estimate.high),
  };
}
