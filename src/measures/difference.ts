import { holm } from "../stats/corrections.ts";
import { twoShares, welch, zTest } from "../stats/difference-tests.ts";
import { type Estimate, hasValue, isShown, type Shown } from "./estimate.ts";

/** A difference that was tested. `value` is later less earlier, `low` and `high` bound it at 95 %, p is two-sided. */
export interface TestedDifference {
  readonly status: "tested";
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  /** What is compared with what. The same comparison stated twice on a page is one test. */
  readonly claim: string;
}

/** A difference of two estimates from different respondents, tested or not. */
export type Difference =
  | TestedDifference
  | {
      readonly status: "untested";
      /** break: the question changed in between (M33); base: one side is withheld or nobody answered; error: no error is known. */
      readonly reason: "break" | "base" | "error" | "first";
      readonly value?: number;
    };

/** What may be said of a difference. Only rise and fall carry an arrow. */
export type Verdict = "rise" | "fall" | "unclear";

/**
 * M20, the difference between two independent estimates of the same kind: Welch's t for means and indices, the pooled
 * two-proportion z without continuity correction for shares, z on the standard errors for NPS and nets.
 *
 * An index is a mean of linearised scores, and on bases of fifty a z test claims half as many again too much at the
 * small levels that Holm asks for; on large ones the two are the same.
 */
export function differenceOf(later: Estimate, earlier: Estimate, claim: string): Difference {
  if (!hasValue(later) || !hasValue(earlier)) return { status: "untested", reason: "base" };
  const value = later.value - earlier.value;
  // A figure published without its base has no error that it could be tested on.
  if (!isShown(later) || !isShown(earlier)) return { status: "untested", reason: "error", value };
  // A share has Wilson's error even where all agree; a mean or a net of which no error is known can't be tested.
  const unknown = later.kind !== "share" && (later.standardError === 0 || earlier.standardError === 0);
  if (unknown) return { status: "untested", reason: "error", value };
  const test = testOf(later, earlier);
  if (!test.testable) return { status: "untested", reason: "error", value };
  return { status: "tested", value, low: test.low, high: test.high, p: test.p, claim };
}

function testOf(a: Shown, b: Shown) {
  if (a.kind === "share")
    return twoShares({ share: a.value, effective: a.effective }, { share: b.value, effective: b.effective });
  if (a.kind === "net") return zTest(a, b);
  return welch(
    { mean: a.value, standardError: a.standardError, effective: varianceBase(a) },
    { mean: b.value, standardError: b.standardError, effective: varianceBase(b) },
  );
}

/**
 * How many equally weighted answers would tell the *variance* as exactly, for Welch's degrees of freedom: (Σw²)²/Σw⁴,
 * which falls much faster than the effective base. Σw⁴ is not counted; for log-normal weights, which most sets of
 * weights resemble, the figure is n over the fourth power of the design effect. Equal weights leave n.
 *
 * Source: Satterthwaite (1946), for a sum of squares with unequal weights.
 */
export function varianceBase({ n, effective }: Shown): number {
  return Math.min(effective, Math.max(fewest, n * (effective / n) ** 4));
}

const fewest = 2;

/**
 * Verdicts on all differences that one page states, as one family: Holm's correction (Holm 1979) at 5 %. A difference
 * that is not in the family, or was not tested, is unclear.
 */
export function verdictsOf(family: readonly Difference[], level = 0.05): (difference: Difference) => Verdict {
  const tests = new Map(family.filter(isTested).map(({ claim, p }) => [claim, p]));
  const adjusted = holm([...tests.values()]);
  const clear = new Set([...tests.keys()].filter((_, at) => (adjusted[at] ?? 1) <= level));
  return (difference) => {
    if (difference.status !== "tested" || !clear.has(difference.claim)) return "unclear";
    return difference.value > 0 ? "rise" : "fall";
  };
}

function isTested(difference: Difference): difference is TestedDifference {
  return difference.status === "tested";
}
