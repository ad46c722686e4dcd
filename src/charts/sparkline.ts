/** A value in one wave of a tiny trend. */
export interface SparkPoint {
  /** None where there is no figure, or it is withheld: the line has a gap. */
  readonly value: number | undefined;
  /** True where the figure can't be compared with the one before: the line breaks in front of it. */
  readonly breaks: boolean;
}

export interface Sparkline {
  /** Drawing instructions of the line, pieces apart; a single point is a line of no length with round ends. */
  readonly path: string;
  /** The last figure of all, none where the last wave has none. */
  readonly last: { readonly x: number; readonly y: number } | undefined;
}

export const sparkSize = { width: 64, height: 18 } as const;
const inset = 3;

/**
 * A tiny trend without axis, on a range of its own, waves at even distances. Not drawn with Plot: a site has some
 * hundred thousand of them, and this one is two short attributes in the page.
 */
export function sparkline(points: readonly SparkPoint[]): Sparkline | undefined {
  const values = points.flatMap(({ value }) => value ?? []);
  if (values.length < 2) return undefined;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const across = (sparkSize.width - 2 * inset) / Math.max(1, points.length - 1);
  const place = (value: number, at: number) => {
    const share = high > low ? (value - low) / (high - low) : 0.5;
    const y = sparkSize.height - inset - share * (sparkSize.height - 2 * inset);
    return { x: Math.round(inset + at * across), y: Math.round(y) };
  };
  let path = "";
  let joined = false;
  points.forEach(({ value, breaks }, at) => {
    if (value === undefined) {
      joined = false;
      return;
    }
    const { x, y } = place(value, at);
    const next = points[at + 1];
    const alone = !(joined && !breaks) && (next === undefined || next.value === undefined || next.breaks);
    path += joined && !breaks ? `L${x} ${y}` : `M${x} ${y}${alone ? "h0" : ""}`;
    joined = true;
  });
  const end = points.at(-1)?.value;
  return { path, last: end === undefined ? undefined : place(end, points.length - 1) };
}
