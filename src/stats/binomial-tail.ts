import { incompleteBeta } from "./incomplete-beta.ts";

/**
 * How probable at least so many successes are in independent trials of equal chance: P(X ≥ k), X ~ Bin(n, p).
 *
 * In words: the incomplete beta function I_p(k, n − k + 1), which is the sum of the upper terms.
 *
 * Source: DLMF 8.17.5. Method id: M31.
 *
 * @param successes whole, from 0 to the number of trials
 * @param trials whole
 * @param chance between 0 and 1
 * @throws RangeError when there are more successes than trials, or fewer than none
 * @example binomialTail(3, { trials: 6, chance: 0.05 }) // 0.00223
 */
export function binomialTail(
  successes: number,
  { trials, chance }: { readonly trials: number; readonly chance: number },
): number {
  if (!(successes >= 0 && successes <= trials))
    throw new RangeError(`Of ${trials} trials ${successes} can't succeed.`);
  return successes === 0 ? 1 : incompleteBeta(chance, successes, trials - successes + 1);
}
