/** An interval of a histogram: from is in it, to is in the next one, or in it where it is the last. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Counts values in intervals of one width, a round number (1, 2 or 5 times a power of ten), that begin at multiples of
 * it; the narrowest that takes no more than `most` intervals. Empty for no values.
 * @throws RangeError for a value that is no finite number
 */
export function histogram(values: readonly number[], { most }: { readonly most: number }): readonly Bin[] {
  const strange = values.find((value) => !Number.isFinite(value));
  if (strange !== undefined) throw new RangeError(`a histogram has no place for ${strange}`);
  if (values.length === 0) return [];
  const [low, high] = values.reduce(
    ([least, largest], value) => [Math.min(least, value), Math.max(largest, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const size = widthOf(low, high, most);
  const first = Math.floor(low / size);
  const bins = Math.max(1, binsOf(low, high, size));
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const at = Math.min(bins - 1, Math.max(0, Math.floor(value / size) - first));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, at) => ({ from: (first + at) * size, to: (first + at + 1) * size, count }));
}

function widthOf(low: number, high: number, most: number): number {
  const spread = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(spread / most));
  const widths = [1, 2, 5, 10, 20].map((multiple) => multiple * power);
  return widths.find((width) => binsOf(low, high, width) <= most) ?? spread;
}

/** Intervals that hold all from low to high; a highest value at an edge ends the last of them. */
function binsOf(low: number, high: number, width: number): number {
  return Math.ceil(high / width) - Math.floor(low / width);
}
