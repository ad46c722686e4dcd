import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { axisTicks } from "./axis-ticks.ts";
import { labelled, textWidth } from "./svg-text.ts";
import { lineHeight, sizeOf, wrapText } from "./text-lines.ts";

/** How many branches score within a range; the ranges follow each other. */
export interface HistogramBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The one that is marked. */
export interface HistogramMark {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface HistogramOptions {
  readonly document: Document;
  readonly width: number;
  readonly format: (value: number) => string;
  readonly formatCount: (count: number) => string;
  /** What stands across and up. */
  readonly titles: { readonly value: string; readonly count: string };
  readonly alternative: string;
}

interface Layout {
  readonly top: number;
  readonly labelLines: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
  readonly domain: readonly [number, number];
  readonly titleLines: readonly string[];
}

const narrowBelow = 500;
const size = 12;
/** Room above the bars for the axis's name, and under the mark's label for its interval. */
const room = { title: 20, interval: 30 };

/**
 * How many branches score what, as bars; one of them marked by a line with its interval across its upper end. The bars
 * of one histogram are drawn once, as many pages mark another branch in the same.
 */
export function histogramChart(
  bars: readonly HistogramBar[],
  mark: HistogramMark,
  options: HistogramOptions,
): SVGSVGElement {
  const layout = layOut(bars, mark, options);
  const chart = barsChart(bars, layout, options).cloneNode(true) as SVGSVGElement;
  chart.append(markOf(mark, layout, options));
  return labelled(chart, options.alternative);
}

function layOut(
  bars: readonly HistogramBar[],
  mark: HistogramMark,
  { width, titles, formatCount }: HistogramOptions,
): Layout {
  const most = Math.max(0, ...bars.map(({ count }) => count));
  const [left, right] = [textWidth(formatCount(most)) + 10, width - 10];
  const titleLines = wrapText(titles.value, { size, width: right - left });
  const labelLines = wrapText(mark.label, { size, bold: true, width: width - 8 });
  const top = room.title + sizeOf(labelLines, { size }).height + room.interval;
  const bottom = (width < narrowBelow ? 130 : 170) + top;
  return {
    top,
    labelLines,
    left,
    right,
    bottom,
    height: bottom + 24 + sizeOf(titleLines, { size }).height,
    domain: [bars[0]?.from ?? 0, bars.at(-1)?.to ?? 1],
    titleLines,
  };
}

const drawn = new WeakMap<readonly HistogramBar[], Map<string, SVGSVGElement>>();

function barsChart(bars: readonly HistogramBar[], layout: Layout, options: HistogramOptions): SVGSVGElement {
  const known = drawn.get(bars) ?? new Map<string, SVGSVGElement>();
  drawn.set(bars, known);
  const key = JSON.stringify([options.width, options.titles, layout.top]);
  const chart = known.get(key) ?? drawBars(bars, layout, options);
  known.set(key, chart);
  return chart;
}

function drawBars(
  bars: readonly HistogramBar[],
  { top, left, right, bottom, height, domain, titleLines }: Layout,
  { document, width, format, formatCount, titles }: HistogramOptions,
): SVGSVGElement {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const counts = axisTicks(0, most, { most: 5, format: formatCount }).filter(Number.isInteger);
  const fits = (labels: readonly string[], apart: number) =>
    Math.max(...labels.map(textWidth)) + 10 < apart * (right - left);
  const values = axisTicks(domain[0], domain[1], { most: 8, format, fits });
  return Plot.plot({
    document,
    width,
    height,
    marginLeft: left,
    marginRight: width - right,
    marginTop: top,
    marginBottom: height - bottom,
    className: "histogram",
    style: { fontSize: `${size}px`, background: "transparent", color: colours.ink },
    x: { type: "linear", domain: [...domain], axis: null },
    y: { type: "linear", domain: [0, most], axis: null },
    marks: [
      Plot.gridY(counts, { stroke: colours.rule, strokeOpacity: 1 }),
      Plot.rectY(bars, {
        x1: "from",
        x2: "to",
        y: "count",
        fill: colours.muted,
        fillOpacity: 0.45,
        inset: 0.5,
      }),
      Plot.ruleY([0], { stroke: colours.muted }),
      Plot.text(
        counts.filter((count) => count > 0),
        {
          x: () => domain[0],
          y: (count: number) => count,
          dx: -6,
          textAnchor: "end",
          text: formatCount,
        },
      ),
      Plot.text(values, { x: (value: number) => value, y: () => 0, dy: 12, text: format }),
      Plot.text([titles.count], {
        frameAnchor: "top-left",
        dx: -left + 2,
        dy: -top + 2,
        lineAnchor: "top",
        text: (title: string) => title,
        fill: colours.muted,
      }),
      Plot.text([titleLines.join("\n")], {
        frameAnchor: "bottom",
        dy: 24,
        lineAnchor: "top",
        lineHeight,
        text: (title: string) => title,
        fill: colours.muted,
      }),
    ],
  }) as unknown as SVGSVGElement;
}

/** A line at the value, its interval across the upper end, its label over it, held within the chart. */
function markOf(mark: HistogramMark, layout: Layout, options: HistogramOptions): SVGElement {
  const { document, width } = options;
  const { left, right, bottom, domain, labelLines: lines } = layout;
  const place = (value: number) =>
    left + Math.min(1, Math.max(0, (value - domain[0]) / (domain[1] - domain[0]))) * (right - left);
  const make = (name: string, values: Readonly<Record<string, string | number>>) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(values)) element.setAttribute(key, `${value}`);
    return element;
  };
  const x = place(mark.value);
  const wide = sizeOf(lines, { size, bold: true }).width;
  const middle = Math.min(Math.max(x, 2 + wide / 2), width - 2 - wide / 2);
  const group = make("g", { class: "mark" });
  const top = layout.top - 12;
  group.append(
    make("line", {
      x1: place(mark.low),
      x2: place(mark.high),
      y1: top,
      y2: top,
      stroke: colours.accent,
      "stroke-width": 4,
      "stroke-opacity": 0.45,
    }),
    make("line", { x1: x, x2: x, y1: top, y2: bottom, stroke: colours.accent, "stroke-width": 2 }),
    make("circle", { cx: x, cy: top, r: 5, fill: colours.accent }),
  );
  lines.forEach((line, at) => {
    const y = top - 10 - (lines.length - 1 - at) * size * lineHeight;
    const text = make("text", {
      transform: `translate(${middle.toFixed(1)},${y.toFixed(1)})`,
      "text-anchor": "middle",
      "font-weight": 600,
      "font-size": size,
      fill: colours.ink,
    });
    text.textContent = line;
    group.append(text);
  });
  return group as SVGElement;
}
