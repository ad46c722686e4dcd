import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { type PixelText, textMarks } from "./pixel-text.ts";
import {
  axisMarks,
  pixelLinks,
  pixelPlot,
  placeOf,
  type ScoreAxis,
  scoreAxis,
  tickTexts,
} from "./score-axis.ts";
import { labelled } from "./svg-text.ts";
import { lineHeight, lineWidth, wrapText } from "./text-lines.ts";

/** A value on the scale and what it is called. */
export interface ScaleMark {
  readonly kind: "previous" | "target" | "compared";
  readonly value: number;
  /** Printed beside the mark, its value in it. */
  readonly label: string;
}

/** The headline figure with what it is held against. */
export interface HeadlineScale {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly marks: readonly ScaleMark[];
}

export interface HeadlineScaleOptions {
  readonly document: Document;
  readonly width: number;
  readonly ends: { readonly min: number; readonly max: number };
  readonly format: (value: number) => string;
  /** What the chart shows, in words, for those who can't see it. */
  readonly alternative: string;
}

const strong = { size: 12.5, bold: true } as const;
const small = { size: 11.5 } as const;
const lineY = 27;
const rowHigh = 14;

/**
 * The headline figure on a marked axis: its dot and interval, named above; below, each by its own label, the wave
 * before as a hollow dot, what it is set against as a diamond, and the target as an upright mark. About 80 pixels high;
 * where labels would cover each other they stand under each other.
 */
export function headlineScaleChart(scale: HeadlineScale, options: HeadlineScaleOptions): SVGSVGElement {
  const { document, width, ends, format, alternative } = options;
  const values = [scale.low, scale.high, scale.value, ...scale.marks.map(({ value }) => value)];
  const axis = scoreAxis(values, { ends, left: 8, right: width - 8, format });
  const named = placeLabels(scale.marks, { axis, width });
  const rows = Math.max(0, ...named.map(({ row, lines }) => row + lines.length));
  const axisY = lineY + 12 + rows * rowHigh + 4;
  const height = axisY + 18;
  const chart = pixelPlot(
    [
      axisMarks(axis, { at: axisY, top: axisY, bottom: axisY + 4 }),
      leaders(named),
      markMarks(scale, axis),
      textMarks([
        headText(scale, { axis, width }),
        ...named.map(textOf),
        ...tickTexts(axis, { y: axisY + 11, format, width }),
      ]),
    ],
    { document, width, height, className: "headline-scale" },
  );
  return labelled(chart, alternative);
}

interface NamedMark extends ScaleMark {
  /** Place of the mark, and of the label's left edge. */
  readonly x: number;
  readonly left: number;
  readonly lines: readonly string[];
  readonly row: number;
  readonly labelWidth: number;
}

/** Labels under their marks, from left to right, each on the first rows where it has room. */
function placeLabels(
  marks: readonly ScaleMark[],
  { axis, width }: { readonly axis: ScoreAxis; readonly width: number },
): readonly NamedMark[] {
  const placed: NamedMark[] = [];
  for (const mark of marks.toSorted((a, b) => a.value - b.value)) {
    const lines = wrapText(mark.label, { ...small, width: Math.min(width, 300) });
    const labelWidth = Math.max(...lines.map((line) => lineWidth(line, small)));
    const x = placeOf(axis, mark.value);
    const left = Math.min(width - labelWidth, Math.max(0, x - labelWidth / 2));
    const isFree = (row: number) =>
      placed.every(
        (other) =>
          other.row >= row + lines.length ||
          other.row + other.lines.length <= row ||
          other.left + other.labelWidth + 10 < left ||
          left + labelWidth + 10 < other.left,
      );
    let row = 0;
    while (!isFree(row)) row++;
    placed.push({ ...mark, x, left, lines, row, labelWidth });
  }
  return placed;
}

/** Lead down to labels that do not stand right under their marks. */
function leaders(named: readonly NamedMark[]): Plot.Markish {
  const links = named
    .filter(({ row }) => row > 0)
    .map(({ x, row }) => ({ x1: x, x2: x, y1: lineY + 6, y2: lineY + 13 + row * rowHigh }));
  return pixelLinks(links, { stroke: colours.muted, strokeOpacity: 0.6 });
}

function textOf({ left, row, lines, labelWidth, kind }: NamedMark): PixelText {
  return {
    ...small,
    x: left + labelWidth / 2,
    y: lineY + 12 + row * rowHigh + (lines.length * small.size * lineHeight) / 2,
    lines,
    anchor: "middle",
    colour: kind === "target" ? colours.ink : colours.muted,
  };
}

function headText(
  { value, label }: HeadlineScale,
  { axis, width }: { readonly axis: ScoreAxis; readonly width: number },
): PixelText {
  const half = lineWidth(label, strong) / 2;
  const x = Math.min(width - half, Math.max(half, placeOf(axis, value)));
  return { ...strong, x, y: 9, lines: [label], anchor: "middle", colour: colours.accent };
}

function markMarks({ value, low, high, marks }: HeadlineScale, axis: ScoreAxis): Plot.Markish {
  const at = (kind: ScaleMark["kind"]) =>
    marks.filter((mark) => mark.kind === kind).map((mark) => ({ x: placeOf(axis, mark.value), y: lineY }));
  const hollow = { x: "x", y: "y", fill: colours.paper, strokeWidth: 1.75 };
  return [
    pixelLinks([{ x1: placeOf(axis, low), x2: placeOf(axis, high), y1: lineY, y2: lineY }], {
      stroke: colours.accent,
      strokeOpacity: 0.4,
      strokeWidth: 7,
    }),
    pixelLinks(
      at("target").map(({ x }) => ({ x1: x, x2: x, y1: lineY - 9, y2: lineY + 9 })),
      { stroke: colours.ink, strokeWidth: 2.5 },
    ),
    Plot.dot(at("compared"), { ...hollow, symbol: "diamond", r: 5.5, stroke: colours.ink }),
    Plot.dot(at("previous"), { ...hollow, r: 4.5, stroke: colours.muted }),
    Plot.dot([{ x: placeOf(axis, value), y: lineY }], {
      x: "x",
      y: "y",
      r: 6,
      fill: colours.accent,
      stroke: colours.paper,
      strokeWidth: 1,
    }),
  ];
}
