import { tickStep, ticks } from "d3-array";

export interface TickOptions {
  readonly most: number;
  readonly format: (value: number) => string;
  /** Whether labels fit that stand so far apart, as a share of the axis. */
  readonly fits?: (labels: readonly string[], apart: number) => boolean;
}

/** Round values within an axis: as many as have exact and different labels that fit beside each other. */
export function axisTicks(
  low: number,
  high: number,
  { most, format, fits = () => true }: TickOptions,
): readonly number[] {
  for (let count = most; count > 0; count--) {
    const values = ticks(low, high, count);
    const step = tickStep(low, high, count);
    const labels = values.map(format);
    // A label that still reads the same towards the next tick is rounded, and would be false where it stands.
    const exact = values.every((value, at) => format(value + 0.6 * step) !== labels[at]);
    if (values.length <= most && exact && fits(labels, step / (high - low))) return values;
  }
  return [];
}

/** The same for an axis of logarithms: powers of ten, with 2 and 5 in between as far as they fit. */
export function logarithmicTicks(
  low: number,
  high: number,
  { format, fits = () => true }: Omit<TickOptions, "most">,
): readonly number[] {
  const powers = Array.from({ length: 16 }, (_, power) => 10 ** power);
  const within = (steps: readonly number[]) =>
    powers
      .flatMap((power) => steps.map((step) => step * power))
      .filter((value) => value >= low && value <= high);
  const length = Math.log(high / low);
  const apart = (values: readonly number[]) =>
    Math.min(...values.slice(1).map((value, at) => Math.log(value / (values[at] ?? value)) / length));
  const choices = [[1, 2, 5], [1, 3], [1]].map(within);
  return choices.find((values) => fits(values.map(format), apart(values))) ?? within([1]).slice(0, 1);
}
