import { fQuantile } from "./beta-quantile.ts";
import type { Interval } from "./intervals.ts";
import { Z95 } from "./normal-distribution.ts";

/**
 * The 95 % interval of Cronbach's α of k items answered by n respondents.
 *
 * In words: (1 − α)/(1 − α̂) follows an F distribution with n − 1 and (n − 1)(k − 1) degrees of freedom; its quantiles
 * at 2.5 and 97.5 % give the ends.
 *
 * Source: Feldt (1965). Method id: M21.
 *
 * @param n respondents, or the effective base of weighted ones
 * @throws RangeError with fewer than two respondents or items
 */
export function alphaInterval(alpha: number, n: number, k: number): Interval {
  if (!(n > 1 && k >= 2)) throw new RangeError(`α needs two respondents and two items, not ${n} and ${k}.`);
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
  return {
    low: 1 - (1 - alpha) * fQuantile(0.975, df1, df2),
    high: 1 - (1 - alpha) * fQuantile(0.025, df1, df2),
  };
}

/**
 * The 95 % interval of a correlation: atanh r ± 1.96/√(n − 3), turned back.
 *
 * Source: Fisher (1921). Method id: M21.
 *
 * @throws RangeError with three respondents or fewer, or a correlation beyond −1 and 1
 */
export function correlationInterval(r: number, n: number): Interval {
  if (!(n > 3 && Math.abs(r) <= 1)) throw new RangeError(`No interval of r = ${r} on ${n} respondents.`);
  const half = Z95 / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}
