import type { LinearTerm } from "../counts/linear/request.ts";
import type { PairGroup } from "../counts/pairs/request.ts";
import { isTurned, type Products, productsAt, startOf, startsIn } from "../counts/pairs/table.ts";
import type { Weighting } from "./weighting.ts";

/** Sums over respondents who answered both questions, under one weighting. */
export interface JointSums {
  readonly n: number;
  /** With u = w; size is Σw. */
  readonly products: Products;
  /** With u = w². */
  readonly squared: Products;
}

/** A pair's sums, x being the first question's answers; undefined where nobody answered both. */
export function jointSums(
  { pairs }: PairGroup,
  first: string,
  second: string,
  weighting: Weighting,
): JointSums | undefined {
  const start = startOf(pairs, first, second);
  const n = start === undefined ? 0 : (pairs.sums[start] ?? 0);
  if (start === undefined || n === 0) return undefined;
  const { m: countAt, w, w2 } = startsIn(pairs);
  const turned = isTurned(pairs, first, second);
  if (weighting === "unweighted") {
    const plain = productsAt(pairs, start, turned);
    return { n, products: plain, squared: plain };
  }
  const m = pairs.sums[start + countAt] ?? 0;
  if (m === 0) return undefined;
  return {
    n: m,
    products: productsAt(pairs, start + w, turned),
    squared: productsAt(pairs, start + w2, turned),
  };
}

/**
 * Σw²z² of a linear score z = Σ factor·(x − centre), from sums over pairs: for each pair of questions the product of
 * their factors times Σw²(x − centre)(y − centre) over those who answered both. What a pass over the rows would give,
 * without one, and for any groups that pair counts add up to (M10).
 */
export function squaredScores(group: PairGroup, terms: readonly LinearTerm[], weighting: Weighting): number {
  let sum = 0;
  terms.forEach((one, at) => {
    for (const other of terms.slice(at)) {
      const squared = jointSums(group, one.question, other.question, weighting)?.squared;
      if (!squared) continue;
      const { size, x, y, xy } = squared;
      const product = xy - other.centre * x - one.centre * y + one.centre * other.centre * size;
      sum += (one === other ? 1 : 2) * one.factor * other.factor * beyondRounding(product, xy);
    }
  });
  return Math.max(0, sum);
}

/**
 * Covariance of two questions over those who answered both: Σw(x − x̄)(y − ȳ)/Σw · n_eff/(n_eff − 1); of a question
 * with itself, its variance (M14, M21). Undefined where fewer than two did.
 */
export function pairCovariance(
  group: PairGroup,
  first: string,
  second: string,
  weighting: Weighting,
): number | undefined {
  const sums = jointSums(group, first, second, weighting);
  if (!sums || sums.n < 2) return undefined;
  const { size, x, y, xy } = sums.products;
  const effective = (size * size) / sums.squared.size;
  const spread = beyondRounding(xy - (x * y) / size, xy);
  return effective > 1 ? ((spread / size) * effective) / (effective - 1) : undefined;
}

/**
 * M09, the difference of two questions put to the same respondents, second less first, over those who answered both:
 * its mean and the standard error of paired answers, √(Σw²(d − d̄)²/(Σw)² · n/(n−1)).
 */
export function pairedDifference(
  group: PairGroup,
  first: string,
  second: string,
  weighting: Weighting,
):
  | { readonly n: number; readonly effective: number; readonly value: number; readonly standardError: number }
  | undefined {
  const sums = jointSums(group, first, second, weighting);
  if (!sums) return undefined;
  const { n, products, squared } = sums;
  const value = (products.y - products.x) / products.size;
  const [own, cross] = [squared.xx + squared.yy - 2 * squared.xy, squared.y - squared.x];
  const spread = own - 2 * value * cross + value * value * squared.size;
  const squares = Math.max(0, beyondRounding(spread, squared.xx + squared.yy));
  const variance = n > 1 ? ((squares / products.size ** 2) * n) / (n - 1) : 0;
  return { n, effective: products.size ** 2 / squared.size, value, standardError: Math.sqrt(variance) };
}

/** A difference of large sums that is within rounding of 0 is 0: all gave one answer. */
function beyondRounding(difference: number, size: number): number {
  return Math.abs(difference) > Math.abs(size) * rounding ? difference : 0;
}

const rounding = 1e-12;
