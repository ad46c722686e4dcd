import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { axisTicks } from "./axis-ticks.ts";
import type { PixelText } from "./pixel-text.ts";
import { lineWidth } from "./text-lines.ts";

/** An axis of scores across a chart, in pixels from left to right. */
export interface ScoreAxis {
  readonly left: number;
  readonly right: number;
  /** The values at these two. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** Whether the scale goes on beyond the left and the right end. */
  readonly cut: { readonly low: boolean; readonly high: boolean };
}

export interface ScoreAxisOptions {
  /** Ends of the figure's scale, infinite where it has none. */
  readonly ends: { readonly min: number; readonly max: number };
  readonly left: number;
  readonly right: number;
  readonly format: (value: number) => string;
  /** A value that the axis starts at, such as 0 where lengths are read. */
  readonly from?: number;
}

export const axisLettering = { size: 11 } as const;

/** An axis that holds some values with a little air, cut to them within the ends of the scale. */
export function scoreAxis(
  values: readonly number[],
  { ends, left, right, format, from }: ScoreAxisOptions,
): ScoreAxis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const size = most - least || Math.abs(most) * 0.1 || 1;
  const low = from ?? Math.max(ends.min, least - size * air);
  const high = Math.min(ends.max, most + size * air);
  const domain: readonly [number, number] = low < high ? [low, high] : [low - size, high + size];
  const fits = (labels: readonly string[], apart: number) =>
    apart * (right - left) > Math.max(...labels.map((label) => lineWidth(label, axisLettering))) + 14;
  return {
    left,
    right,
    domain,
    ticks: axisTicks(domain[0], domain[1], { most: right - left < 400 ? 4 : 6, format, fits }),
    cut: {
      low: domain[0] > ends.min && from === undefined,
      high: domain[1] < ends.max && from === undefined,
    },
  };
}

const air = 0.06;

/** Where a value stands, in pixels. */
export function placeOf({ left, right, domain: [low, high] }: ScoreAxis, value: number): number {
  return left + ((value - low) / (high - low)) * (right - left);
}

const cutShape = [
  [0, 0],
  [3, -4],
  [6, 4],
  [9, -4],
  [12, 0],
] as const;

/** The line of the axis at a height, with a zigzag at every end that is cut, and thin lines at its ticks. */
export function axisMarks(
  axis: ScoreAxis,
  { at, top, bottom }: { readonly at: number; readonly top: number; readonly bottom: number },
): Plot.Markish {
  const { left, right, cut, ticks } = axis;
  const zigzag = (x: number, way: 1 | -1) =>
    cutShape.map(([across, down]) => [x + way * across, at + down] as const);
  const ends = [...(cut.low ? [zigzag(left, 1)] : []), ...(cut.high ? [zigzag(right, -1)] : [])];
  const line = [[left + (cut.low ? 12 : 0), right - (cut.high ? 12 : 0)]];
  return [
    pixelLinks(
      ticks.map((tick) => ({ x1: placeOf(axis, tick), x2: placeOf(axis, tick), y1: top, y2: bottom })),
      { stroke: colours.rule },
    ),
    pixelLinks(
      line.map(([x1 = left, x2 = right]) => ({ x1, x2, y1: at, y2: at })),
      { stroke: colours.muted },
    ),
    ends.map((points) =>
      Plot.line(points, {
        x: { value: "0", scale: null },
        y: { value: "1", scale: null },
        stroke: colours.muted,
        strokeWidth: 1.2,
      }),
    ),
  ];
}

/** What stands at the ticks; labels at the ends are moved in as far as they would be cut. */
export function tickTexts(
  axis: ScoreAxis,
  {
    y,
    format,
    width,
  }: { readonly y: number; readonly format: (value: number) => string; readonly width: number },
): readonly PixelText[] {
  return axis.ticks.map((tick) => {
    const text = format(tick);
    const half = lineWidth(text, axisLettering) / 2;
    const x = Math.min(width - half, Math.max(half, placeOf(axis, tick)));
    return { x, y, lines: [text], anchor: "middle", size: axisLettering.size, colour: colours.muted };
  });
}

export interface PixelLink {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Straight lines whose ends are known in pixels. */
export function pixelLinks(links: readonly PixelLink[], style: Plot.LinkOptions): Plot.Markish {
  const end = (name: keyof PixelLink) => ({ value: name, scale: null });
  return Plot.link(links, { x1: end("x1"), x2: end("x2"), y1: end("y1"), y2: end("y2"), ...style });
}

/** The frame in which everything is placed in pixels. */
export function pixelPlot(
  marks: Plot.Markish[],
  options: {
    readonly document: Document;
    readonly width: number;
    readonly height: number;
    readonly className: string;
  },
): Element {
  return Plot.plot({
    ...options,
    marginLeft: 0,
    marginRight: 0,
    marginTop: 0,
    marginBottom: 0,
    style: { fontSize: "12px", background: "transparent", color: colours.ink },
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks,
  });
}
