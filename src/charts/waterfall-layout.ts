import { axisTicks } from "./axis-ticks.ts";
import { lineHeight, lineWidth, roomFor, wrapText } from "./text-lines.ts";

/** What the figure was, or is. */
export interface WaterfallEnd {
  readonly label: string;
  readonly value: number;
}

/** What one part did to the figure, in its unit. */
export interface WaterfallStep {
  readonly label: string;
  readonly value: number;
  /** Whether a test holds it to be more than chance. */
  readonly clear: boolean;
  /** Where the part's own page is. */
  readonly href?: string;
}

/** A change with its parts, which add up to it. */
export interface Waterfall {
  readonly start: WaterfallEnd;
  readonly steps: readonly WaterfallStep[];
  readonly end: WaterfallEnd;
}

/** One row of the chart, in pixels. */
export interface WaterfallRow {
  readonly lines: readonly string[];
  readonly top: number;
  readonly bottom: number;
  /** What the figure was before and is after the step; equal for start and end. */
  readonly before: number;
  readonly after: number;
  readonly text: string;
  /** On which side of the bar the text stands. */
  readonly side: "left" | "right";
  /** None for start and end. */
  readonly step?: WaterfallStep;
}

export interface WaterfallLayout {
  readonly rows: readonly WaterfallRow[];
  /** Where the labels' column ends and where the chart does. */
  readonly left: number;
  readonly right: number;
  /** The values at these two. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** Whether the scale goes on beyond the left and the right end of the axis. */
  readonly cut: { readonly low: boolean; readonly high: boolean };
  readonly bottom: number;
}

export interface WaterfallLayoutOptions {
  readonly width: number;
  readonly format: (value: number) => string;
  readonly formatStep: (value: number) => string;
  /** Ends of the figure's scale, infinite where it has none. */
  readonly ends: { readonly min: number; readonly max: number };
  /** Stands in the labels' column where the axis is cut. */
  readonly note: string;
}

export const noteSize = 11;
export const waterfallLettering = { size: 12 } as const;
const strong = { size: 12, bold: true };
/** Between a bar and its text. */
export const textGap = 6;
/** Where the axis runs, and where the first row begins. */
export const axisAt = 24;
const headHeight = 30;
const leastRow = 26;

/**
 * Rows of a waterfall from top to bottom, labels wrapped on the left; the axis spans what the figure passes through,
 * with room for the texts beside the bars.
 * @throws RangeError where the steps do not add up to the change
 */
export function layOutWaterfall(waterfall: Waterfall, options: WaterfallLayoutOptions): WaterfallLayout {
  const { width, format, ends, note } = options;
  const labels = [waterfall.start, ...waterfall.steps, waterfall.end].map(({ label }) => label);
  const widest = Math.max(...labels.map((label) => lineWidth(label, strong)));
  const room = { ...strong, width: width * 0.36, most: width * 0.45 };
  const wrapped = Math.min(widest, Math.max(...labels.map((label) => roomFor(label, room))));
  const column = Math.ceil(Math.max(wrapped, lineWidth(note, { size: noteSize })));
  const [left, right] = [column + 12, width - 1];
  const passed = passedValues(waterfall);
  const [low, high] = [Math.min(...passed), Math.max(...passed)];
  const rows = stackRows(rowsOf(waterfall, { ...options, low, high }), column);
  const domain = domainFor(rows, { low, high, left, right });
  const [from, to] = [Math.max(domain[0], ends.min), Math.min(domain[1], ends.max)];
  const widestTick = (ticks: readonly string[]) =>
    Math.max(...ticks.map((tick) => lineWidth(tick, waterfallLettering)));
  const length = ((to - from) / (domain[1] - domain[0])) * (right - left);
  const fits = (ticks: readonly string[], apart: number) => apart * length > widestTick(ticks) + 14;
  return {
    rows,
    left,
    right,
    domain,
    ticks: axisTicks(from, to, { most: width < 500 ? 4 : 6, format, fits }),
    cut: { low: domain[0] > ends.min, high: domain[1] < ends.max },
    bottom: rows.at(-1)?.bottom ?? headHeight,
  };
}

/** What the figure passes through from start to end. */
function passedValues({ start, steps, end }: Waterfall): readonly number[] {
  let value = start.value;
  const passed = [value];
  for (const step of steps) {
    value += step.value;
    passed.push(value);
  }
  const size = Math.max(...passed.map(Math.abs), Math.abs(end.value), 1);
  if (!(Math.abs(value - end.value) <= 1e-6 * size))
    throw new RangeError(`The steps lead from ${start.value} to ${value}, and not to ${end.value}.`);
  return [...passed, end.value];
}

type UnplacedRow = Omit<WaterfallRow, "top" | "bottom" | "lines"> & { readonly label: string };

function rowsOf(
  { start, steps, end }: Waterfall,
  { format, formatStep, low, high }: WaterfallLayoutOptions & { readonly low: number; readonly high: number },
): readonly UnplacedRow[] {
  const endRow = ({ label, value }: WaterfallEnd): UnplacedRow => ({
    label,
    before: value,
    after: value,
    text: format(value),
    side: value > (low + high) / 2 ? "left" : "right",
  });
  let before = start.value;
  const stepRows = steps.map((step): UnplacedRow => {
    const from = before;
    before += step.value;
    return {
      label: step.label,
      before: from,
      after: before,
      text: formatStep(step.value),
      side: step.value < 0 ? "left" : "right",
      step,
    };
  });
  return [endRow(start), ...stepRows, endRow(end)];
}

function stackRows(rows: readonly UnplacedRow[], column: number): readonly WaterfallRow[] {
  let bottom = headHeight;
  return rows.map(({ label, ...row }) => {
    const lettering = row.step ? waterfallLettering : strong;
    const lines = wrapText(label, { ...lettering, width: column });
    const top = bottom;
    bottom += Math.max(leastRow, Math.ceil(lines.length * lettering.size * lineHeight) + 9);
    return { ...row, lines, top, bottom };
  });
}

interface Span {
  readonly low: number;
  readonly high: number;
  readonly left: number;
  readonly right: number;
}

/**
 * The values at both ends of the axis, so that the span is drawn as long as the texts beside the bars allow: its ends
 * give way in turn until every text has its room.
 */
function domainFor(rows: readonly WaterfallRow[], { low, high, left, right }: Span): [number, number] {
  const size = high - low || Math.abs(high) * 0.1 || 1;
  const middle = (low + high) / 2;
  const texts = rows.map((row) => ({
    at: (end(row) - (middle - size / 2)) / size,
    room: lineWidth(row.text, strong) + textGap + 2,
    side: row.side,
  }));
  let [from, to] = [left + 4, right - 4];
  for (let round = 0; round < 20; round++) {
    for (const { at, room, side } of texts) {
      const place = from + at * (to - from);
      if (side === "right" && at > 0) to = Math.min(to, to - (place + room - right) / at);
      if (side === "left" && at < 1) from = Math.max(from, from + (left + room - place) / (1 - at));
    }
  }
  const perPixel = size / Math.max(1, to - from);
  return [middle - size / 2 - (from - left) * perPixel, middle + size / 2 + (right - to) * perPixel];
}

/** The side of a bar where its text stands. */
function end({ before, after, side }: WaterfallRow): number {
  return side === "left" ? Math.min(before, after) : Math.max(before, after);
}

/** Where a row's bar lies. */
export function middleOf({ top, bottom }: WaterfallRow): number {
  return (top + bottom) / 2;
}
