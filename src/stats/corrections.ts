/**
 * Holm's step-down adjustment: p-values that keep the chance of even one false alarm in
 * the family under the level they are compared with.
 *
 * In words: the smallest p times m, the next times m − 1, and so on; each at least as
 * large as the one before, none above 1.
 *
 * Source: Holm (1979). Method id: M20.
 *
 * @param pValues one family, in any order
 * @returns adjusted p-values, in the order given
 * @throws RangeError when a p-value is outside [0, 1]
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const ascending = orderOf(pValues);
  const adjusted = pValues.slice();
  let floor = 0;
  ascending.forEach(({ p, index }, rank) => {
    floor = Math.max(floor, Math.min(1, p * (pValues.length - rank)));
    adjusted[index] = floor;
  });
  return adjusted;
}

/**
 * The largest p-value that Holm's step-down correction still rejects at a level, for families of millions: all that are
 * no larger are rejected too.
 *
 * In words: up the p-values from the smallest, as long as the smallest times m, the next times m − 1 and so on stay
 * within the level.
 *
 * Source: Holm (1979). Method ids: M20, M31.
 *
 * @param pValues one family, in any order, each in [0, 1]; those that can't be rejected may be left out
 * @param size how many the family has with those
 * @returns undefined where none is rejected
 * @example holmThreshold(Float64Array.of(0.01, 0.04, 0.03), 0.05) // 0.01
 */
export function holmThreshold(
  pValues: Float64Array,
  level: number,
  size = pValues.length,
): number | undefined {
  const ascending = pValues.toSorted();
  const kept = ascending.findIndex((p, rank) => p * (size - rank) > level);
  return ascending[(kept < 0 ? ascending.length : kept) - 1];
}

/**
 * Benjamini and Hochberg's step-up adjustment: p-values that keep the expected share of
 * false alarms among all alarms under the level they are compared with.
 *
 * In words: the p of rank i times m/i, working down from the largest; each at most as
 * large as the one above it.
 *
 * Source: Benjamini & Hochberg (1995). Method ids: M20, M22.
 *
 * @param pValues one family, in any order
 * @returns adjusted p-values, in the order given
 * @throws RangeError when a p-value is outside [0, 1]
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const descending = orderOf(pValues).reverse();
  const adjusted = pValues.slice();
  let ceiling = 1;
  descending.forEach(({ p, index }, fromTop) => {
    const rank = pValues.length - fromTop;
    ceiling = Math.min(ceiling, (p * pValues.length) / rank);
    adjusted[index] = ceiling;
  });
  return adjusted;
}

function orderOf(pValues: readonly number[]): { p: number; index: number }[] {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`A p-value is between 0 and 1, unlike ${p}.`);
  }
  return pValues.map((p, index) => ({ p, index })).sort((left, right) => left.p - right.p);
}
