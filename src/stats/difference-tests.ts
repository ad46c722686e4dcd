import { type Interval, wilson } from "./intervals.ts";
import { normalCdf, Z95 } from "./normal-distribution.ts";
import { studentCdf, studentQuantile } from "./student-t.ts";

/** A difference whose error is unknown (no spread, or too small a base): it can't be tested. */
export interface Untestable {
  readonly testable: false;
  /** First minus second. */
  readonly difference: number;
}

/** A tested difference; low and high bound it at 95 %, in its own unit. */
export interface TestedByZ extends Interval {
  readonly testable: true;
  /** First minus second. */
  readonly difference: number;
  readonly standardError: number;
  /** The difference in standard errors. */
  readonly statistic: number;
  /** Two-sided p-value. */
  readonly p: number;
}

export interface TestedByT extends TestedByZ {
  /** Degrees of freedom, real, 1 or more. */
  readonly df: number;
}

export interface MeanWithError {
  readonly mean: number;
  readonly standardError: number;
  /** Effective base. */
  readonly effective: number;
}

export interface ShareOfBase {
  /** Between 0 and 1. */
  readonly share: number;
  /** Effective base. */
  readonly effective: number;
}

export interface ValueWithError {
  readonly value: number;
  readonly standardError: number;
}

/**
 * Welch's test of two independent means whose variances may differ.
 *
 * In words: the difference over √(e₁² + e₂²), against Student's t with
 * (e₁² + e₂²)² / (e₁⁴/(n₁−1) + e₂⁴/(n₂−1)) degrees of freedom, n being effective bases.
 * Not testable when both errors are 0, an effective base is 1 or less, or the degrees
 * of freedom come out under 1.
 *
 * Source: Welch (1947), Satterthwaite (1946). Method id: M20.
 *
 * @throws RangeError when a standard error is negative or a number is not finite
 * @example
 * welch({ mean: 0.75, standardError: 0.566, effective: 10 }, { mean: 2.33, standardError: 0.633, effective: 10 })
 * // { testable: true, difference: -1.58, df: 17.78, p: 0.079, … }
 */
export function welch(a: MeanWithError, b: MeanWithError): TestedByT | Untestable {
  requireFinite(a.mean, b.mean, a.effective, b.effective);
  const difference = a.mean - b.mean;
  const standardError = jointError(a, b);
  if (standardError === 0 || a.effective <= 1 || b.effective <= 1) return { testable: false, difference };
  // As fractions of the joint error, so that tiny errors do not underflow when raised to the fourth.
  const partA = (a.standardError / standardError) ** 4 / (a.effective - 1);
  const partB = (b.standardError / standardError) ** 4 / (b.effective - 1);
  const df = 1 / (partA + partB);
  if (df < 1) return { testable: false, difference };
  const statistic = difference / standardError;
  const half = studentQuantile(0.975, df) * standardError;
  return {
    testable: true,
    difference,
    standardError,
    statistic,
    df,
    p: 2 * studentCdf(-Math.abs(statistic), df),
    low: difference - half,
    high: difference + half,
  };
}

/**
 * The z test of two independent shares, pooled, without continuity correction.
 *
 * In words: the difference over √(s(1−s)(1/n₁ + 1/n₂)), s being the two shares averaged
 * by their bases. The interval is not that z turned round: it is Newcombe's hybrid, whose
 * ends lie √(sum of squared distances from each share to the Wilson end that pulls that
 * way) from the difference, and it holds up near 0 and 1. At the margin the two can
 * disagree; the test decides. Not testable when all or none have the feature on both sides.
 *
 * Source: Pearson (1900), whose chi-squared is the square of z; Newcombe (1998), method 10, for
 * the interval.
 * Method id: M20.
 *
 * @throws RangeError when a share is outside [0, 1] or a base not positive and finite
 * @example twoShares({ share: 0.6, effective: 100 }, { share: 0.45, effective: 100 })
 * // { testable: true, statistic: 2.1239769762143, p: 0.0336721, … }
 */
export function twoShares(a: ShareOfBase, b: ShareOfBase): TestedByZ | Untestable {
  const intervalA = wilson(a.share, a.effective);
  const intervalB = wilson(b.share, b.effective);
  const difference = a.share - b.share;
  const pooled = (a.share * a.effective + b.share * b.effective) / (a.effective + b.effective);
  const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / a.effective + 1 / b.effective));
  if (standardError === 0) return { testable: false, difference };
  return {
    ...againstNormal(difference, standardError),
    low: difference - Math.hypot(a.share - intervalA.low, intervalB.high - b.share),
    high: difference + Math.hypot(intervalA.high - a.share, b.share - intervalB.low),
  };
}

/**
 * The z test of two independent figures with known standard errors.
 *
 * In words: the difference over √(e₁² + e₂²), against the standard normal; the interval
 * is the difference ± 1.96 of these. Not testable when both errors are 0.
 *
 * Source: Wald (1943). Method id: M20.
 *
 * @throws RangeError when a standard error is negative or a number is not finite
 * @example zTest({ value: 30, standardError: 3 }, { value: 20, standardError: 4 }).difference // 10
 */
export function zTest(a: ValueWithError, b: ValueWithError): TestedByZ | Untestable {
  requireFinite(a.value, b.value);
  const difference = a.value - b.value;
  const standardError = jointError(a, b);
  if (standardError === 0) return { testable: false, difference };
  return againstNormal(difference, standardError);
}

function againstNormal(difference: number, standardError: number): TestedByZ {
  const statistic = difference / standardError;
  return {
    testable: true,
    difference,
    standardError,
    statistic,
    p: 2 * normalCdf(-Math.abs(statistic)),
    low: difference - Z95 * standardError,
    high: difference + Z95 * standardError,
  };
}

function jointError(a: { readonly standardError: number }, b: { readonly standardError: number }): number {
  for (const error of [a.standardError, b.standardError]) {
    if (!(error >= 0 && error < Infinity)) {
      throw new RangeError(`A standard error is 0 or more and finite, unlike ${error}.`);
    }
  }
  return Math.hypot(a.standardError, b.standardError);
}

function requireFinite(...numbers: readonly number[]): void {
  for (const number of numbers) {
    if (!Number.isFinite(number))
      throw new RangeError(`A difference test needs finite numbers, not ${number}.`);
  }
}
