import { incompleteBeta } from "./incomplete-beta.ts";

/** Halvings that take an interval of 1 below the spacing of doubles near 1. */
const halvings = 60;

/**
 * The value below which a beta variable with shapes a and b falls with probability p; found by halving.
 *
 * @throws RangeError when p is outside [0, 1] or a shape is not positive and finite
 * @example betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability is between 0 and 1, unlike ${p}.`);
  let [low, high] = [0, 1];
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The quantile of Fisher's F with degrees of freedom above and below the line.
 *
 * In words: with B the beta quantile of shapes df1/2 and df2/2, F = df2·B / (df1·(1 − B)).
 *
 * @example fQuantile(0.95, 4, 10) // 3.4780
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  const b = betaQuantile(p, df1 / 2, df2 / 2);
  return (df2 * b) / (df1 * (1 - b));
}
