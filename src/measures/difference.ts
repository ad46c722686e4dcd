import { holm } from "../stats/corrections.ts";
import { twoShares, welch, zTest } from "../stats/difference-tests.ts";
import { studentCdf, studentQuantile } from "../stats/student-t.ts";
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
  readonly families: readonly Family[];
}

/**
 * What a comparison is judged together with. Families are the same wherever one of their comparisons stands, so that a
 * change that is clear on one page is clear on all: index: the index and its factors of one group of respondents;
 * questions: all its questions; groups: one figure of all branches of a parent, or of all groups of other dimensions;
 * options: shares of a question's options; moves: what moved one whole, and, of a part of it, what moved that, which is
 * only told where the part itself is clear; ranking: branches against each other.
 */
export interface Family {
  readonly kind: keyof typeof familyLevels;
  /** Whose figures they are, such as a slice. */
  readonly of: string;
}

/**
 * How often a family of nothing but chance may claim anything. What one page states is in at most two families of
 * groups and one of each other kind, so that a page of nothing but chance claims anything on fewer than 5 % (Holm
 * within a family, Bonferroni over the families of a page).
 */
export const familyLevels = {
  index: 0.01,
  questions: 0.01,
  groups: 0.01,
  options: 0.005,
  moves: 0.005,
  ranking: 0.005,
} as const;

/** What a difference compares, and with which others it is judged; it must be clear in every family. */
export interface Claim {
  readonly claim: string;
  readonly families: readonly Family[];
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
export function differenceOf(later: Estimate, earlier: Estimate, claim: Claim): Difference {
  if (!hasValue(later) || !hasValue(earlier)) return { status: "untested", reason: "base" };
  const value = later.value - earlier.value;
  // A figure published without its base has no error that it could be tested on.
  if (!isShown(later) || !isShown(earlier)) return { status: "untested", reason: "error", value };
  // A share has Wilson's error even where all agree; a mean or a net of which no error is known can't be tested.
  const unknown = later.kind !== "share" && (later.standardError === 0 || earlier.standardError === 0);
  if (unknown) return { status: "untested", reason: "error", value };
  const test = testOf(later, earlier);
  if (!test.testable) return { status: "untested", reason: "error", value };
  return { status: "tested", value, low: test.low, high: test.high, p: test.p, ...claim };
}

/** M20, an estimate less a fixed number, such as a target, which has no error: Student's t on its own degrees of freedom. */
export function differenceFrom(estimate: Estimate, fixed: number, claim: Claim): Difference {
  if (!hasValue(estimate)) return { status: "untested", reason: "base" };
  const value = estimate.value - fixed;
  if (!isShown(estimate) || estimate.standardError === 0)
    return { status: "untested", reason: "error", value };
  const { standardError } = estimate;
  const degrees = Math.max(1, varianceBase(estimate) - 1);
  const half = studentQuantile(0.975, degrees) * standardError;
  const p = 2 * studentCdf(-Math.abs(value / standardError), degrees);
  return { status: "tested", value, low: value - half, high: value + half, p, ...claim };
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
 * Verdicts on all differences that one page states: Holm's correction (Holm 1979) within each family, at the family's
 * level. A page must name whole families, what it does not draw included. A difference that is in none, or was not
 * tested, is unclear.
 */
export function verdictsOf(
  stated: readonly Difference[],
  levels: Readonly<Record<Family["kind"], number>> = familyLevels,
): (difference: Difference) => Verdict {
  const families = new Map<string, { readonly level: number; readonly tests: Map<string, number> }>();
  for (const { claim, families: of, p } of stated.filter(isTested))
    for (const family of of) {
      const key = familyKey(family);
      const known = families.get(key) ?? { level: levels[family.kind], tests: new Map() };
      families.set(key, known);
      known.tests.set(claim, p);
    }
  const clear = new Map([...families].map(([key, { level, tests }]) => [key, clearAmong(tests, level)]));
  return (difference) => {
    if (difference.status !== "tested" || difference.families.length === 0) return "unclear";
    const isClear = difference.families.every((family) =>
      clear.get(familyKey(family))?.has(difference.claim),
    );
    if (!isClear) return "unclear";
    return difference.value > 0 ? "rise" : "fall";
  };
}

function clearAmong(tests: ReadonlyMap<string, number>, level: number): ReadonlySet<string> {
  const adjusted = holm([...tests.values()]);
  return new Set([...tests.keys()].filter((_, at) => (adjusted[at] ?? 1) <= level));
}

function familyKey({ kind, of }: Family): string {
  return `${kind} ${of}`;
}

function isTested(difference: Difference): difference is TestedDifference {
  return difference.status === "tested";
}
