/**
 * Ranks from 1 for the largest, ties sharing the better rank and the next rank left out: 1, 2, 2, 4.
 *
 * In words: one more than the number of values that are larger. Method ids: M10, M31.
 *
 * @throws RangeError when a value is not a number
 * @example competitionRanks([905, 887, 887, 885]) // [1, 2, 2, 4]
 */
export function competitionRanks(values: readonly number[]): number[] {
  if (values.some(Number.isNaN)) throw new RangeError("A value that is not a number has no rank.");
  const descending = values.toSorted((a, b) => b - a);
  const ranks = new Map<number, number>();
  descending.forEach((value, at) => {
    if (!ranks.has(value)) ranks.set(value, at + 1);
  });
  return values.map((value) => ranks.get(value) ?? 0);
}
