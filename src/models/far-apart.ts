import type { Difference } from "../measures/difference.ts";
import { normalCdf, Z95 } from "../stats/normal-distribution.ts";
import type { RankedSibling, Sibling } from "./fair-ranking.ts";
import { type ErrorOptions, errorVariances } from "./pooled-within.ts";

/** From so many standard deviations between branches on, a fair score is far from the average. */
export const farDeviations = 2;

/** A branch that is far from the others of its table. */
export interface FarBranch {
  readonly sibling: RankedSibling;
  /** Its fair score less the table's average. */
  readonly distance: number;
  /** Its own figure less the mean of the others', tested. */
  readonly difference: Difference;
}

export interface AgainstOthersOptions extends ErrorOptions {
  /** Names the table: all comparisons of it are judged together. */
  readonly of: string;
}

/**
 * M20, each branch of a table against the mean of the others, each by its effective base: a z test with the errors of
 * fair ranking (M31). The two have no respondent in common.
 */
export function againstOthers(
  siblings: readonly Sibling[],
  { of, ...options }: AgainstOthersOptions,
): ReadonlyMap<string, Difference> {
  const variances = errorVariances(
    siblings.map(({ estimate }) => estimate),
    options,
  );
  const sums = { base: 0, value: 0, variance: 0 };
  siblings.forEach(({ estimate: { effective, value } }, at) => {
    sums.base += effective;
    sums.value += effective * value;
    sums.variance += effective ** 2 * (variances[at] ?? 0);
  });
  return new Map(
    siblings.map(({ id, estimate: { effective, value } }, at): readonly [string, Difference] => {
      const own = variances[at] ?? 0;
      const base = sums.base - effective;
      const others = (sums.value - effective * value) / base;
      const error = Math.sqrt(own + Math.max(0, sums.variance - effective ** 2 * own) / base ** 2);
      const difference = value - others;
      if (!(base > 0) || !(error > 0)) return [id, { status: "untested", reason: "error" }];
      return [
        id,
        {
          status: "tested",
          value: difference,
          low: difference - Z95 * error,
          high: difference + Z95 * error,
          p: 2 * normalCdf(-Math.abs(difference / error)),
          claim: `${of} ${id} others`,
          families: [{ kind: "ranking", of }],
        },
      ];
    }),
  );
}

export interface Spread {
  readonly average: number;
  /** Variance of the branches' true scores. */
  readonly between: number;
}

/**
 * Whether a branch's fair score is further from the average than twice the standard deviation between branches: ordinary
 * differences hardly go so far.
 */
export function isFar({ shrunken }: RankedSibling, { average, between }: Spread): boolean {
  return Math.abs(shrunken - average) >= farDeviations * Math.sqrt(between);
}

/** Branches that are far from the average. Whether they are clearly apart from the others, their test tells. */
export function farFrom(
  siblings: readonly RankedSibling[],
  { tests, ...spread }: Spread & { readonly tests: ReadonlyMap<string, Difference> },
): readonly FarBranch[] {
  return siblings.flatMap((sibling): readonly FarBranch[] => {
    const difference = tests.get(sibling.id);
    if (!difference || !isFar(sibling, spread)) return [];
    return [{ sibling, distance: sibling.shrunken - spread.average, difference }];
  });
}
