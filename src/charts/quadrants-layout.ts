import * as Plot from "@observablehq/plot";
import { axisTicks } from "./axis-ticks.ts";
import type { Box, Candidate, Dot, Segment } from "./label-candidates.ts";
import { placeLabels } from "./place-labels.ts";
import { type CrossHairs, type QuadrantAxes, type QuadrantPoint, quadrantAxes } from "./quadrants-axes.ts";
import { labelShapes, lineWidth, sizeOf, wrapText } from "./text-lines.ts";

/** Names of the four quadrants. */
export interface QuadrantNames {
  /** Important and low. */
  readonly fix: string;
  /** Important and high. */
  readonly keep: string;
  /** Neither. */
  readonly low: string;
  /** High and not important. */
  readonly overkill: string;
}

/** A quadrant's name with its place in pixels. */
export interface CornerName {
  readonly name: keyof QuadrantNames;
  readonly lines: readonly string[];
  readonly box: Box;
  readonly anchor: "start" | "end";
}

/** The label of a point; without a place only where 300 pixels more of height give it no room either. */
export interface PointLabel {
  readonly lines: readonly string[];
  readonly place: Candidate | undefined;
}

export interface QuadrantLayout {
  readonly height: number;
  readonly frame: Box;
  /** What of the frame holds points; above and below are the quadrants' names. */
  readonly inset: number;
  readonly axes: QuadrantAxes;
  readonly ticks: { readonly importance: readonly number[]; readonly performance: readonly number[] };
  readonly dots: readonly Dot[];
  readonly whiskers: readonly Segment[];
  readonly cross: { readonly x: number; readonly y: number };
  readonly crossLines: { readonly importance: readonly string[]; readonly performance: readonly string[] };
  readonly titles: { readonly importance: readonly string[]; readonly performance: readonly string[] };
  readonly note: readonly string[];
  readonly names: readonly CornerName[];
  /** Letters of the points' labels: smaller on a phone. */
  readonly labelSize: number;
  readonly labels: readonly PointLabel[];
}

export interface QuadrantLayoutOptions {
  readonly width: number;
  readonly cross: CrossHairs;
  readonly names: QuadrantNames;
  readonly titles: { readonly importance: string; readonly performance: string };
  readonly formatImportance: (value: number) => string;
  readonly formatPerformance: (value: number) => string;
  readonly axisNote?: string;
}

export const quadrantSizes = { text: 12, note: 11, radius: 4.5 } as const;
const text = { size: quadrantSizes.text };
const bold = { size: quadrantSizes.text, bold: true };
const note = { size: quadrantSizes.note };
const edge = 8;

/** Everything of the map with its place in pixels; where labels find no room beside their points, it is taller. */
export function layOutQuadrants(
  points: readonly QuadrantPoint[],
  options: QuadrantLayoutOptions,
): QuadrantLayout {
  const least = options.width < 500 ? 380 : 460;
  let best = layOutAt(points, { ...options, height: least });
  for (let step = 1; step <= 6 && crowding(best) > (step > 3 ? points.length : 0); step++) {
    const taller = layOutAt(points, { ...options, height: least + 50 * step });
    if (crowding(taller) < crowding(best)) best = taller;
  }
  return best;
}

/** How many labels stand away from their points; of those without a place each counts more than all the others. */
function crowding({ labels }: QuadrantLayout): number {
  return labels.reduce((sum, { place }) => sum + (place ? Number(place.leader !== undefined) : 1000), 0);
}

function layOutAt(
  points: readonly QuadrantPoint[],
  options: QuadrantLayoutOptions & { readonly height: number },
): QuadrantLayout {
  const { width, height, cross, formatImportance, formatPerformance } = options;
  const axes = quadrantAxes(points, cross);
  const labelSize = width < 500 ? quadrantSizes.note : quadrantSizes.text;
  const said = saidAround(options);
  const performanceTicks = axisTicks(...axes.performance, { most: 6, format: formatPerformance });
  const frame = frameFor(said, { width, height, ticks: performanceTicks.map(formatPerformance) });
  const across = Plot.scale({
    x: { type: "linear", domain: [...axes.importance], range: [frame.left + 12, frame.right - 12] },
  });
  const crossX = across.apply(cross.importance.value);
  const names = cornerNames(options.names, frame, crossX);
  const inset = Math.max(...names.map(({ box }) => box.bottom - box.top)) + edge + 4;
  const down = Plot.scale({
    y: { type: "linear", domain: [...axes.performance], range: [frame.bottom - inset, frame.top + inset] },
  });
  const crossY = down.apply(cross.performance.value);
  const dots = points.map(({ importance, performance }) => ({
    x: across.apply(importance),
    y: down.apply(performance),
    radius: quadrantSizes.radius,
  }));
  const whiskers = points.flatMap(({ low, high }, at): readonly Segment[] => {
    const x = dots[at]?.x ?? 0;
    return low === undefined || high === undefined ? [] : [[x, down.apply(low), x, down.apply(high)]];
  });
  const lines: readonly Segment[] = [
    ...whiskers,
    [crossX, frame.top, crossX, frame.bottom],
    [frame.left, crossY, frame.right, crossY],
  ];
  const fits = (labels: readonly string[], apart: number) =>
    apart * (frame.right - frame.left) > Math.max(...labels.map((label) => lineWidth(label, text))) + 14;
  return {
    height,
    frame,
    inset,
    axes,
    ...said,
    ticks: {
      importance: axisTicks(...axes.importance, { most: 8, format: formatImportance, fits }),
      performance: performanceTicks,
    },
    dots,
    whiskers,
    cross: { x: crossX, y: crossY },
    names,
    labelSize,
    labels: pointLabels(points, { labelSize, dots, frame, lines, texts: names.map(({ box }) => box) }),
  };
}

/** The texts around the frame, on as many lines as they need. */
function saidAround({
  width,
  cross,
  titles,
  axisNote,
}: QuadrantLayoutOptions): Pick<QuadrantLayout, "titles" | "note" | "crossLines"> {
  const whole = { ...text, width: width - 2 };
  return {
    titles: {
      importance: wrapText(titles.importance, whole),
      performance: wrapText(titles.performance, whole),
    },
    note: axisNote === undefined ? [] : wrapText(axisNote, { ...note, width: width - 2 }),
    crossLines: {
      importance: wrapText(cross.importance.label, { ...text, width: width * 0.6 }),
      performance: wrapText(cross.performance.label, { ...text, width: 60, most: width * 0.3 }),
    },
  };
}

function frameFor(
  { titles, note: noteLines, crossLines }: ReturnType<typeof saidAround>,
  {
    width,
    height,
    ticks,
  }: { readonly width: number; readonly height: number; readonly ticks: readonly string[] },
): Box {
  const high = (lines: readonly string[]) => sizeOf(lines, text).height;
  const noteHeight = noteLines.length > 0 ? sizeOf(noteLines, note).height + 6 : 0;
  return {
    left: Math.ceil(Math.max(...ticks.map((tick) => lineWidth(tick, text)))) + 8,
    right: width - Math.ceil(sizeOf(crossLines.performance, text).width) - 8,
    top: Math.ceil(high(titles.performance) + high(crossLines.importance)) + 10,
    bottom: height - Math.ceil(high([""]) + high(titles.importance) + noteHeight) - 12,
  };
}

/** A quadrant's name stands in its outer corner. */
function cornerNames(names: QuadrantNames, frame: Box, crossX: number): readonly CornerName[] {
  const half = (frame.right - frame.left) / 2 - edge - 4;
  const corner = (name: keyof QuadrantNames, right: boolean, bottom: boolean): CornerName => {
    const room = right ? frame.right - crossX : crossX - frame.left;
    const narrow = Math.min(half, Math.max(64, room - 2 * edge));
    const lines = wrapText(names[name], { ...bold, width: narrow, most: half });
    const { width, height } = sizeOf(lines, bold);
    const left = right ? frame.right - edge - width : frame.left + edge;
    const top = bottom ? frame.bottom - edge - height + 2 : frame.top + edge - 2;
    const box = { left, top, right: left + width, bottom: top + height };
    return { name, lines, box, anchor: right ? "end" : "start" };
  };
  return [
    corner("overkill", false, false),
    corner("keep", true, false),
    corner("low", false, true),
    corner("fix", true, true),
  ];
}

function pointLabels(
  points: readonly QuadrantPoint[],
  {
    labelSize: size,
    dots,
    frame,
    ...around
  }: {
    readonly labelSize: number;
    readonly dots: readonly Dot[];
    readonly frame: Box;
    readonly lines: readonly Segment[];
    readonly texts: readonly Box[];
  },
): readonly PointLabel[] {
  const width = Math.min(170, (frame.right - frame.left) * 0.55);
  const shapes = points.map(({ label }) => labelShapes(label, { size, width }));
  const labelledDots = dots.map((dot, at) => ({
    ...dot,
    sizes: (shapes[at] ?? []).map((lines) => sizeOf(lines, { size })),
  }));
  return placeLabels(labelledDots, { frame, ...around }).map((place, at) => ({
    lines: shapes[at]?.[place?.size ?? 0] ?? [],
    place,
  }));
}
