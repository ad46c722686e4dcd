/** A wave of a picture's trend; one without a value leaves a gap. */
export interface CardPoint {
  readonly value?: number;
  /** Ends of the 95 % interval, where there is one. */
  readonly low?: number;
  readonly high?: number;
  /** True where the line starts anew, because questions changed. */
  readonly starts: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Placed = CardPoint & { readonly x: number; readonly value: number };

/** A small trend with its interval as a band, as SVG; the vertical axis is cut to the data. */
export function trendLines(
  points: readonly CardPoint[],
  { left, right, top, bottom }: Box,
  colours: { readonly accent: string; readonly rule: string; readonly paper: string },
): string {
  const ends = points.flatMap(({ value, low, high }) =>
    [value, low, high].filter((end) => end !== undefined),
  );
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const y = (value: number) =>
    (most > least
      ? bottom - ((value - least) / (most - least)) * (bottom - top)
      : (top + bottom) / 2
    ).toFixed(1);
  const step = (right - left) / Math.max(1, points.length - 1);
  const runs = runsOf(points.map((point, at) => ({ ...point, x: left + step * at })));
  const drawn = runs.flatMap((run) => [band(run, y, colours.accent), path(run, y, colours.accent)]);
  const dots = runs.flat().map(({ x, value }, at, { length }) => {
    const isLast = at === length - 1;
    return `<circle cx="${x.toFixed(1)}" cy="${y(value)}" r="${isLast ? 9 : 5}" fill="${colours.accent}" stroke="${colours.paper}" stroke-width="${isLast ? 3 : 0}"/>`;
  });
  return [
    `<path d="M${left} ${bottom + 8}H${right}" stroke="${colours.rule}" stroke-width="1.5"/>`,
    ...drawn,
    ...dots,
  ].join("");
}

/** Waves that a line may join: none across a gap or a change of the questions. */
function runsOf(points: readonly (CardPoint & { readonly x: number })[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  let open = false;
  for (const point of points) {
    const { value } = point;
    if (value === undefined) {
      open = false;
      continue;
    }
    if (!open || point.starts) runs.push([]);
    runs.at(-1)?.push({ ...point, value });
    open = true;
  }
  return runs;
}

function band(run: readonly Placed[], y: (value: number) => string, fill: string): string {
  const upper = run.map(({ x, value, high = value }) => `${x.toFixed(1)} ${y(high)}`);
  const lower = run.map(({ x, value, low = value }) => `${x.toFixed(1)} ${y(low)}`).reverse();
  const [first] = run;
  if (run.length === 1 && first)
    return `<path d="M${upper[0]}L${lower[0]}" stroke="${fill}" stroke-opacity="0.16" stroke-width="12"/>`;
  return `<path d="M${[...upper, ...lower].join("L")}Z" fill="${fill}" fill-opacity="0.16"/>`;
}

function path(run: readonly Placed[], y: (value: number) => string, stroke: string): string {
  const places = run.map(({ x, value }) => `${x.toFixed(1)} ${y(value)}`);
  return `<path d="M${places.join("L")}" fill="none" stroke="${stroke}" stroke-width="4.5" stroke-linejoin="round" stroke-linecap="round"/>`;
}
