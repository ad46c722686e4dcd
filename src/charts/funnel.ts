import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { dotRadius, type LabelledDot, labelledDots, limitNames } from "./funnel-labels.ts";
import {
  type FunnelBranch,
  type FunnelDot,
  type FunnelLayout,
  type FunnelLayoutOptions,
  funnelSize,
  layOutFunnel,
} from "./funnel-layout.ts";
import { leaderMarks, type PixelText, placedText, textMarks } from "./pixel-text.ts";
import { labelled } from "./svg-text.ts";
import { sizeOf } from "./text-lines.ts";

export type { FunnelBranch } from "./funnel-layout.ts";

export interface FunnelChartOptions extends FunnelLayoutOptions {
  readonly document: Document;
  /** What a limit is called, by its coverage, such as 0.95. */
  readonly limitName: (coverage: number) => string;
  /** Which way is good; what is neither has the accent's colour. */
  readonly better: "higher" | "lower" | "neither";
  /** How many branches outside the limits are labelled at most. */
  readonly mostLabels?: number;
  /** What the chart shows, in words, for those who can't see it. */
  readonly alternative: string;
}

/**
 * M31, funnel plot: branches' scores against their effective bases, with the parent's mean and the limits within which
 * chance alone keeps a branch like its parent. Branches outside the outer limits are filled, the furthest of them
 * labelled; a marked branch is always. The axis of bases is logarithmic where the largest is more than 20 times the
 * smallest.
 */
export function funnelChart(branches: readonly FunnelBranch[], options: FunnelChartOptions): SVGSVGElement {
  const { document, width, format, formatBase, better, alternative } = options;
  const layout = layOutFunnel(branches, options);
  const { height, frame, bases, values, ticks, dots } = layout;
  const limits = limitNames(layout, options.limitName);
  const named = labelledDots(layout, {
    most: options.mostLabels ?? (width < 500 ? 8 : 12),
    texts: limits.map(({ box }) => box),
  });
  const quiet = dots.filter((dot) => !named.some((one) => one.dot === dot));
  const axis = { tickSize: 0, label: null, stroke: "none", color: colours.muted, fontSize: funnelSize };
  const chart = Plot.plot({
    document,
    width,
    height,
    marginLeft: frame.left,
    marginRight: width - frame.right,
    marginTop: frame.top,
    marginBottom: height - frame.bottom,
    className: "funnel",
    style: { fontSize: `${funnelSize}px`, background: "transparent", color: colours.ink },
    x: { type: bases.logarithmic ? "log" : "linear", domain: [...bases.domain] },
    y: { type: "linear", domain: [...values] },
    marks: [
      Plot.axisX({ ...axis, ticks: [...ticks.base], tickFormat: formatBase, tickPadding: 6 }),
      Plot.axisY({ ...axis, ticks: [...ticks.value], tickFormat: format, tickPadding: 6 }),
      Plot.ruleY([values[0]], { stroke: colours.muted }),
      dotMarks(
        quiet.filter(({ outside }) => outside === "no"),
        { radius: dotRadius.quiet, colour: colours.muted, opacity: quietOpacity(dots.length) },
      ),
      curveMarks(layout),
      Plot.ruleY([options.parent.value], { stroke: colours.ink, strokeWidth: 1.25 }),
      (["above", "below"] as const).map((side) =>
        dotMarks(
          quiet.filter(({ outside }) => outside === side),
          { radius: dotRadius.outside, colour: colourOf(side, better), opacity: 1 },
        ),
      ),
      leaderMarks(named.map(({ place }) => place)),
      namedMarks(named, better),
      textMarks([...limits.map(({ text }) => text), ...named.map(labelOf), ...around(layout)]),
    ],
  });
  return labelled(chart, alternative);
}

function colourOf(side: FunnelDot["outside"], better: FunnelChartOptions["better"]): string {
  if (side === "no" || better === "neither") return colours.accent;
  return (side === "above") === (better === "higher") ? colours.better : colours.worse;
}

function curveMarks({ curves, outer }: FunnelLayout): Plot.Markish {
  return curves.map(({ coverage, points }) =>
    Plot.line(points, {
      x: { value: "0", scale: null },
      y: { value: "1", scale: null },
      stroke: colours.muted,
      strokeWidth: 1.1,
      ...(coverage === outer ? {} : { strokeDasharray: "4 3" }),
    }),
  );
}

/** Beyond so many, dots are one path, which a browser draws at once and which takes some ten bytes a dot. */
const mostElements = 400;

/** The more dots there are, the less each stands out. */
function quietOpacity(dots: number): number {
  return dots <= 60 ? 0.8 : dots <= mostElements ? 0.55 : 0.4;
}

interface DotStyle {
  readonly radius: number;
  readonly colour: string;
  readonly opacity: number;
}

function dotMarks(dots: readonly FunnelDot[], { radius, colour, opacity }: DotStyle): Plot.Markish {
  if (dots.length === 0) return [];
  if (dots.length <= mostElements)
    return Plot.dot(dots, {
      x: { value: "x", scale: null },
      y: { value: "y", scale: null },
      r: radius,
      fill: colour,
      fillOpacity: opacity,
    });
  return (_index, _scales, _values, _dimensions, { document }) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", dotsPath(dots));
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", colour);
    path.setAttribute("stroke-opacity", `${opacity}`);
    path.setAttribute("stroke-linecap", "round");
    path.setAttribute("stroke-width", `${radius * 2 - 1}`);
    return path;
  };
}

/** Lines of no length with round ends, rounded to half pixels; dots that fall together are drawn once. */
function dotsPath(dots: readonly FunnelDot[]): string {
  const half = (pixels: number) => Math.round(pixels * 2) / 2;
  const places = new Set(dots.map(({ x, y }) => `${half(x)},${half(y)}`));
  return [...places].map((place) => `M${place}h0`).join("");
}

function namedMarks(named: readonly LabelledDot[], better: FunnelChartOptions["better"]): Plot.Markish {
  const dots = named.map(({ dot }) => dot);
  return Plot.dot(dots, {
    x: { value: "x", scale: null },
    y: { value: "y", scale: null },
    r: { value: ({ marked }: FunnelDot) => (marked ? dotRadius.marked : dotRadius.labelled), scale: null },
    fill: { value: ({ outside }: FunnelDot) => colourOf(outside, better), scale: null },
    stroke: { value: ({ marked }: FunnelDot) => (marked ? colours.ink : colours.paper), scale: null },
    strokeWidth: ({ marked }: FunnelDot) => (marked ? 2 : 1),
    title: ({ title, label }: FunnelDot) => title ?? label,
  });
}

function labelOf({ dot, lines, place }: LabelledDot): PixelText {
  return placedText(place, { lines, size: funnelSize, ...(dot.marked ? { bold: true } : {}) });
}

/** The parent's name at the end of its line, and the titles of the axes. */
function around({ frame, parent, titles }: FunnelLayout): readonly PixelText[] {
  const quiet = { size: funnelSize, colour: colours.muted };
  const heightOf = (lines: readonly string[]) => sizeOf(lines, { size: funnelSize }).height;
  const half = heightOf(parent.lines) / 2;
  const y = Math.min(frame.bottom - half, Math.max(frame.top + half, parent.y));
  const below = frame.bottom + 10 + heightOf([""]) + heightOf(titles.base) / 2;
  return [
    { size: funnelSize, x: frame.right + 6, y, lines: parent.lines, anchor: "start" },
    { ...quiet, x: 0, y: heightOf(titles.value) / 2, lines: titles.value, anchor: "start" },
    { ...quiet, x: frame.right, y: below, lines: titles.base, anchor: "end" },
  ];
}
