/** Something that is measured, never asserted: `run` prints what it found. */
export interface Benchmark {
  /** What it measures, in a line. */
  readonly about: string;
  run(): Promise<void>;
}

/** The middle one of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error("no median of nothing");
  return (lower + upper) / 2;
}
