import * as Plot from "@observablehq/plot";
import type { FunnelLimits } from "../models/funnel.ts";
import { axisTicks, logarithmicTicks } from "./axis-ticks.ts";
import type { Box, Segment } from "./label-candidates.ts";
import { lineWidth, sizeOf, wrapText } from "./text-lines.ts";

/** A branch with its score and how many answers it rests on. */
export interface FunnelBranch {
  readonly label: string;
  /** Effective base, above 0. */
  readonly effective: number;
  readonly value: number;
  /** The branch that the page is about. */
  readonly marked?: boolean;
  /** True where all of the branch gave one answer, so that its own limits are wider than those at its base and hold it. */
  readonly held?: boolean;
  /** Told on hovering where the branch is labelled; its label by default. */
  readonly title?: string;
}

/** A branch with its place in pixels. */
export interface FunnelDot extends FunnelBranch {
  readonly x: number;
  readonly y: number;
  /** Outside the outer limits. */
  readonly outside: "above" | "below" | "no";
  /** Distance from the parent, in distances of the outer limit. */
  readonly distance: number;
}

/** One side of a limit, cut to the frame; in pixels. */
export interface FunnelCurve {
  readonly coverage: number;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface FunnelLayoutOptions {
  readonly width: number;
  /** The branches' parent: what its line is called, and its mean. */
  readonly parent: { readonly label: string; readonly value: number };
  /** The limits at effective bases in order (`funnelLimits`). */
  readonly limits: (bases: readonly number[]) => readonly FunnelLimits[];
  readonly format: (value: number) => string;
  readonly formatBase: (base: number) => string;
  readonly titles: { readonly base: string; readonly value: string };
}

export interface FunnelLayout {
  readonly height: number;
  readonly frame: Box;
  readonly bases: { readonly logarithmic: boolean; readonly domain: readonly [number, number] };
  readonly values: readonly [number, number];
  readonly ticks: { readonly base: readonly number[]; readonly value: readonly number[] };
  readonly titles: { readonly base: readonly string[]; readonly value: readonly string[] };
  /** The parent's line: its place and its label. */
  readonly parent: { readonly y: number; readonly lines: readonly string[] };
  readonly dots: readonly FunnelDot[];
  /** The highest coverage of the limits: who is outside it stands out. */
  readonly outer: number;
  readonly curves: readonly FunnelCurve[];
}

export const funnelSize = 12;
const text = { size: funnelSize };
/** From this ratio of the largest base to the smallest on, the axis is logarithmic. */
const mostOnLinear = 20;
const curvePoints = 60;

/** Scales, limits and dots of a funnel, with their places in pixels. */
export function layOutFunnel(branches: readonly FunnelBranch[], options: FunnelLayoutOptions): FunnelLayout {
  const { width, parent, limits, format, formatBase } = options;
  const height = width < 500 ? 380 : 460;
  const bases = baseAxis(branches);
  const samples = between(bases, curvePoints);
  const sampled = limits(samples);
  const values = valueAxis(branches, parent.value, sampled);
  const valueTicks = axisTicks(...values, { most: 6, format });
  const titles = {
    base: wrapText(options.titles.base, { ...text, width: width - 2 }),
    value: wrapText(options.titles.value, { ...text, width: width - 2 }),
  };
  const lines = wrapText(parent.label, { ...text, width: width < 500 ? 58 : 110, most: width * 0.3 });
  const frame = {
    left: Math.ceil(Math.max(0, ...valueTicks.map((tick) => lineWidth(format(tick), text)))) + 8,
    right: width - Math.ceil(sizeOf(lines, text).width) - 8,
    top: Math.ceil(sizeOf(titles.value, text).height) + 8,
    bottom: height - Math.ceil(sizeOf([""], text).height + sizeOf(titles.base, text).height) - 12,
  };
  const { across, down } = scalesOf({ bases, values, frame });
  const fits = (labels: readonly string[], apart: number) =>
    apart * (frame.right - frame.left) > Math.max(...labels.map((label) => lineWidth(label, text))) + 12;
  const baseTicks = bases.logarithmic
    ? logarithmicTicks(...bases.domain, { format: formatBase, fits })
    : axisTicks(...bases.domain, { most: 6, format: formatBase, fits });
  return {
    height,
    frame,
    bases,
    values,
    ticks: { base: baseTicks, value: valueTicks },
    titles,
    parent: { y: down(parent.value), lines },
    dots: dotsOf(branches, { options, across, down }),
    outer: outermost(sampled)?.coverage ?? 0,
    curves: sampled.flatMap(({ coverage, points }) =>
      (["high", "low"] as const).map((side) => ({
        coverage,
        points: cutTo(
          frame,
          points.map((point) => [across(point.effective), down(point[side])]),
        ),
      })),
    ),
  };
}

/** The pieces of all curves, roughly, and of the parent's line, for labels to keep off. */
export function linesOf({ curves, parent, frame }: FunnelLayout): readonly Segment[] {
  const pieces = curves.flatMap(({ points }) => {
    const some = points.filter((_, at) => at % 5 === 0 || at === points.length - 1);
    return some.slice(1).map((point, at): Segment => [...(some[at] ?? point), ...point]);
  });
  return [...pieces, [frame.left, parent.y, frame.right, parent.y]];
}

function baseAxis(branches: readonly FunnelBranch[]): FunnelLayout["bases"] {
  const bases = branches.map(({ effective }) => effective);
  const [least, most] = bases.length > 0 ? [Math.min(...bases), Math.max(...bases)] : [1, 100];
  if (most / least > mostOnLinear) return { logarithmic: true, domain: [least / 1.25, most * 1.2] };
  const padding = (most - least) * 0.07 || most / 2;
  return { logarithmic: false, domain: [Math.max(least / 2, least - padding), most + padding] };
}

/** Bases from one end of the axis to the other, evenly spread over its length. */
function between(
  { logarithmic, domain: [low, high] }: FunnelLayout["bases"],
  count: number,
): readonly number[] {
  return Array.from({ length: count }, (_, at) => {
    const share = at / (count - 1);
    return logarithmic ? low * (high / low) ** share : low + (high - low) * share;
  });
}

/** Holds all scores, and the limits as far as they do not push the scores together. */
function valueAxis(
  branches: readonly FunnelBranch[],
  parent: number,
  limits: readonly FunnelLimits[],
): readonly [number, number] {
  const values = [parent, ...branches.map(({ value }) => value)];
  const outer = outermost(limits)?.points ?? [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const ends = outer.flatMap(({ low, high }) => [low, high]);
  const typical = outer[Math.floor(outer.length / 2)] ?? { low: parent, high: parent };
  const spare = (most - least) * 0.4;
  const [from, to] = [
    Math.max(Math.min(least, ...ends), Math.min(typical.low, least - spare)),
    Math.min(Math.max(most, ...ends), Math.max(typical.high, most + spare)),
  ];
  const padding = (to - from) * 0.05 || 1;
  return [from - padding, to + padding];
}

function outermost(limits: readonly FunnelLimits[]): FunnelLimits | undefined {
  return limits.toSorted((one, other) => other.coverage - one.coverage)[0];
}

type Place = (value: number) => number;

function scalesOf({ bases, values, frame }: Pick<FunnelLayout, "bases" | "values" | "frame">): {
  readonly across: Place;
  readonly down: Place;
} {
  const type = bases.logarithmic ? ("log" as const) : ("linear" as const);
  const x = Plot.scale({ x: { type, domain: [...bases.domain], range: [frame.left, frame.right] } });
  const y = Plot.scale({ y: { type: "linear", domain: [...values], range: [frame.bottom, frame.top] } });
  return { across: (value) => x.apply(value), down: (value) => y.apply(value) };
}

function dotsOf(
  branches: readonly FunnelBranch[],
  {
    options: { limits, parent },
    across,
    down,
  }: { readonly options: FunnelLayoutOptions; readonly across: Place; readonly down: Place },
): readonly FunnelDot[] {
  const outer = outermost(limits(branches.map(({ effective }) => effective)))?.points ?? [];
  return branches.map((branch, at) => {
    const { low, high } = outer[at] ?? { low: -Infinity, high: Infinity };
    const { effective, value, held = false } = branch;
    const outside = held ? "no" : value > high ? "above" : value < low ? "below" : "no";
    const reach = value > parent.value ? high - parent.value : parent.value - low;
    const distance = Math.abs(value - parent.value) / (reach || 1);
    return { ...branch, x: across(effective), y: down(value), outside, distance };
  });
}

/** The part of a curve that lies in the frame, with the points where it enters and leaves. */
function cutTo({ top, bottom }: Box, points: FunnelCurve["points"]): FunnelCurve["points"] {
  const inside = ([, y]: readonly [number, number]) => y >= top && y <= bottom;
  return points.flatMap((point, at) => {
    const before = points[at - 1];
    const crossing =
      before && inside(before) !== inside(point) ? [edgeBetween(before, point, { top, bottom })] : [];
    return inside(point) ? [...crossing, point] : crossing;
  });
}

function edgeBetween(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  { top, bottom }: Pick<Box, "top" | "bottom">,
): readonly [number, number] {
  const edge = Math.min(y1, y2) < top ? top : bottom;
  return [x1 + ((edge - y1) / (y2 - y1)) * (x2 - x1), edge];
}
