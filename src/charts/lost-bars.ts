import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { leadOn } from "./lead-on.ts";
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
import { lineHeight, lineWidth, roomFor, wrapText } from "./text-lines.ts";

/** Points of an index that a part of it costs. */
export interface LostPart {
  readonly label: string;
  readonly href?: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How the loss changed, where that is clear. */
  readonly change?: { readonly text: string; readonly tone: "better" | "worse" };
}

export interface LostBarsOptions {
  readonly document: Document;
  readonly width: number;
  readonly format: (value: number) => string;
  readonly formatRange: (low: number, high: number) => string;
  /** What the chart shows, in words, for those who can't see it. */
  readonly alternative: string;
}

interface Row {
  readonly part: LostPart;
  readonly top: number;
  readonly bottom: number;
  /** Middle of the bar. */
  readonly y: number;
  readonly texts: readonly PixelText[];
}

const label = { size: 12.5 } as const;
const value = { size: 12.5, bold: true } as const;
const small = { size: 11 } as const;
const barHeight = 14;
const axisY = 18;

/**
 * M10, the points that each part of an index costs, from 0: bars with the ends of their intervals, each with its value,
 * its interval and a change where one is clear. On a phone labels stand above their bars.
 */
export function lostBarsChart(parts: readonly LostPart[], options: LostBarsOptions): SVGSVGElement {
  const { document, width, format, alternative } = options;
  const narrow = width < 500;
  const column = narrow ? 0 : labelColumn(parts, width) + 12;
  const figures = Math.max(...parts.map((part) => figureWidth(part, options)));
  const ends = { min: 0, max: Number.POSITIVE_INFINITY };
  const axis = scoreAxis(
    parts.flatMap(({ value: points, high }) => [points, high]),
    { ends, left: column, right: width - figures - 14, format, from: 0 },
  );
  const rows = rowsOf(parts, { ...options, axis, column });
  const bottom = rows.at(-1)?.bottom ?? axisY;
  const chart = pixelPlot(
    [
      axisMarks(axis, { at: axisY, top: axisY, bottom }),
      Plot.rect(rows, {
        x1: axis.left,
        x2: ({ part }: Row) => placeOf(axis, part.value),
        y1: ({ y }: Row) => y - barHeight / 2,
        y2: ({ y }: Row) => y + barHeight / 2,
        fill: colours.accent,
        fillOpacity: 0.75,
      }),
      pixelLinks(
        rows.map(({ part, y }) => ({
          x1: placeOf(axis, part.low),
          x2: placeOf(axis, part.high),
          y1: y,
          y2: y,
        })),
        { stroke: colours.ink, strokeWidth: 1.5 },
      ),
      textMarks([
        ...tickTexts(axis, { y: axisY - 10, format, width }),
        ...rows.flatMap(({ texts }) => texts),
      ]),
    ],
    { document, width, height: Math.ceil(bottom) + 4, className: "lost-bars" },
  );
  leadOn(
    chart.querySelector("g[aria-label=rect]")?.children ?? [],
    parts.map(({ href }) => ({ href, isMarked: true })),
  );
  labelled(chart, alternative);
  if (parts.some(({ href }) => href !== undefined)) chart.setAttribute("role", "group");
  return chart as SVGSVGElement;
}

function labelColumn(parts: readonly LostPart[], width: number): number {
  const natural = Math.max(...parts.map((part) => lineWidth(part.label, label)));
  const room = { ...label, width: width * 0.28, most: width * 0.36 };
  return Math.ceil(Math.min(natural, Math.max(...parts.map((part) => roomFor(part.label, room)))));
}

/** What the texts behind a bar take up: value and interval in a line, the change under them. */
function figureWidth(
  { value: points, low, high, change }: LostPart,
  { format, formatRange }: LostBarsOptions,
): number {
  const first = lineWidth(format(points), value) + 6 + lineWidth(formatRange(low, high), small);
  return Math.max(first, change ? lineWidth(change.text, { ...small, bold: true }) : 0);
}

interface RowsOptions extends LostBarsOptions {
  readonly axis: ScoreAxis;
  /** Width of the labels' column; 0 where labels stand above their bars. */
  readonly column: number;
}

function rowsOf(parts: readonly LostPart[], options: RowsOptions): readonly Row[] {
  const { width, column, axis } = options;
  let bottom = axisY + 6;
  return parts.map((part) => {
    const lines = wrapText(part.label, { ...label, width: column === 0 ? width : column - 12 });
    const labelHigh = lines.length * label.size * lineHeight;
    const figureHigh = part.change ? 30 : 20;
    const top = bottom;
    const high = column === 0 ? labelHigh + figureHigh + 6 : Math.max(labelHigh, figureHigh) + 8;
    const y = column === 0 ? top + labelHigh + 4 + figureHigh / 2 : top + high / 2;
    bottom = top + high;
    const link = part.href === undefined ? {} : { href: part.href, colour: colours.accent };
    const labelY = column === 0 ? top + 2 + labelHigh / 2 : y;
    const texts: PixelText[] = [
      { ...label, x: 0, y: labelY, lines, anchor: "start", ...link },
      ...figureTexts(part, { ...options, x: placeOf(axis, Math.max(part.value, part.high)) + 7, y }),
    ];
    return { part, top, bottom, y, texts };
  });
}

function figureTexts(
  part: LostPart,
  { x, y, format, formatRange }: LostBarsOptions & { readonly x: number; readonly y: number },
): readonly PixelText[] {
  const { value: points, low, high, change } = part;
  const text = format(points);
  const line = change ? y - 7 : y;
  const behind = x + lineWidth(text, value) + 6;
  return [
    { ...value, x, y: line, lines: [text], anchor: "start" },
    { ...small, x: behind, y: line, lines: [formatRange(low, high)], anchor: "start", colour: colours.muted },
    ...(change
      ? [
          {
            ...small,
            bold: true,
            x,
            y: y + 8,
            lines: [change.text],
            anchor: "start" as const,
            colour: colours[change.tone],
          },
        ]
      : []),
  ];
}
