import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import {
  barHeight,
  type GradePart,
  type GradesLayout,
  type GradesLayoutOptions,
  type GradesRow,
  layOutGrades,
} from "./diverging-grades-layout.ts";
import { type PixelText, textMarks } from "./pixel-text.ts";
import { labelled } from "./svg-text.ts";
import { lineHeight, lineWidth } from "./text-lines.ts";

export type { GradesRow, Side } from "./diverging-grades-layout.ts";

export interface DivergingGradesOptions extends GradesLayoutOptions {
  readonly document: Document;
  /** Colour of a grade by its place. */
  readonly colour: (place: number) => string;
  /** Writes a share in percent, without the sign, which stands at the sums. */
  readonly format: (share: number) => string;
  /** What the chart shows, in words, for those who can't see it. */
  readonly alternative: string;
}

/**
 * Grades of some rows as stacked bars that part at the middle of the neutral grades: worse ones to the left, better ones
 * to the right. The sums of both sides stand at their ends, without the neutral grades; parts that have no room for their share carry none.
 */
export function divergingGradesChart(
  rows: readonly GradesRow[],
  options: DivergingGradesOptions,
): SVGSVGElement {
  const { document, width, colour, alternative } = options;
  const layout = layOutGrades(rows, options);
  const { left, right, domain, height } = layout;
  const across = (share: number) =>
    left + ((share - domain[0]) / (domain[1] - domain[0] || 1)) * (right - left);
  const chart = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    className: "diverging",
    style: { fontSize: "12px", background: "transparent", color: colours.ink },
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.rect(
        layout.parts.filter(({ share }) => share > 0),
        {
          x1: ({ from }: GradePart) => across(from),
          x2: ({ to }: GradePart) => across(to),
          y1: ({ row }: GradePart) => layout.rows[row]?.barTop ?? 0,
          y2: ({ row }: GradePart) => (layout.rows[row]?.barTop ?? 0) + barHeight,
          fill: { value: ({ place }: GradePart) => colour(place), scale: null },
          stroke: colours.paper,
          strokeWidth: 0.75,
        },
      ),
      keyMarks(layout, colour),
      middleMark(layout, across(0)),
      textMarks(textsOf(layout, across, options)),
    ],
  });
  const bars = layout.parts.filter(({ share }) => share > 0);
  for (const [at, bar] of [...(chart.querySelector("g[aria-label=rect]")?.children ?? [])].entries()) {
    const slice = rows[bars[at]?.row ?? -1]?.slice;
    if (slice !== undefined) bar.setAttribute("data-slice", slice);
  }
  return labelled(chart, alternative);
}

function keyMarks({ key }: GradesLayout, colour: (place: number) => string): Plot.Markish {
  return Plot.rect(key, {
    x1: "x",
    x2: ({ x }: (typeof key)[number]) => x + 11,
    y1: ({ y }: (typeof key)[number]) => y - 5.5,
    y2: ({ y }: (typeof key)[number]) => y + 5.5,
    fill: { value: ({ place }: (typeof key)[number]) => colour(place), scale: null },
  });
}

/** A line through each bar at the middle. */
function middleMark({ rows }: GradesLayout, x: number): Plot.Markish {
  const bars = rows.filter(({ sums }) => sums);
  const lines = bars.map(({ barTop }) => ({ from: barTop - 3, to: barTop + barHeight + 3 }));
  return Plot.link(lines, {
    x1: () => x,
    x2: () => x,
    y1: "from",
    y2: "to",
    stroke: colours.ink,
    strokeWidth: 1,
  });
}

function textsOf(
  layout: GradesLayout,
  across: (share: number) => number,
  { words, format }: DivergingGradesOptions,
): readonly PixelText[] {
  const { rows, parts, key, sidesAt, left, right } = layout;
  const names = key.map(({ lines, x, y }) =>
    text({ x: x + 17, y: y + ((lines.length - 1) * 12 * lineHeight) / 2, lines }),
  );
  const headings = rows.flatMap(({ headingLines, headingMiddle: y }) =>
    headingLines.length > 0 ? [text({ x: 0, y, lines: headingLines, bold: true })] : [],
  );
  const hasBars = rows.some(({ sums }) => sums);
  const sides = hasBars
    ? sideNames(words, { middle: across(0), left: left - 44, right: right + 44, y: sidesAt })
    : [];
  const labels = rows.map(({ row: { slice }, labelLines, labelMiddle }) =>
    text({ x: 0, y: labelMiddle, lines: labelLines, ...(slice === undefined ? {} : { slice }) }),
  );
  const shares = parts.flatMap((part) => {
    const line = format(part.share);
    const room = across(part.to) - across(part.from);
    if (room < lineWidth(line, { size: 11 }) + 4) return [];
    const y = (rows[part.row]?.barTop ?? 0) + barHeight / 2;
    return [text({ x: across((part.from + part.to) / 2), y, lines: [line], anchor: "middle", size: 11 })];
  });
  const ends = rows.flatMap(({ row, sums, barTop }, at) => {
    const y = barTop + barHeight / 2;
    if (!sums)
      return row.missing === undefined
        ? []
        : [text({ x: left, y, lines: [row.missing], colour: colours.muted })];
    const own = parts.filter((part) => part.row === at);
    const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0];
    return [
      text({ x: across(from) - 5, y, lines: [`${format(sums.worse)}%`], anchor: "end", bold: true }),
      text({ x: across(to) + 5, y, lines: [`${format(sums.better)}%`], bold: true }),
    ];
  });
  return [...names, ...headings, ...sides, ...labels, ...shares, ...ends];
}

/** What both sides are, on either side of the middle, moved as far as the chart's edges ask. */
function sideNames(
  { worse, better }: DivergingGradesOptions["words"],
  { middle, left, right, y }: { readonly [Edge in "middle" | "left" | "right" | "y"]: number },
): readonly PixelText[] {
  const size = 11;
  const [first, second] = [lineWidth(worse, { size }), lineWidth(better, { size })];
  const gap = 16;
  const meet = Math.min(Math.max(middle, left + first + gap / 2), right - second - gap / 2);
  return [
    text({ x: meet - gap / 2, y, lines: [worse], anchor: "end", size, colour: colours.muted }),
    text({ x: meet + gap / 2, y, lines: [better], size, colour: colours.muted }),
  ];
}

function text(one: Pick<PixelText, "x" | "y" | "lines"> & Partial<PixelText>): PixelText {
  return { anchor: "start", size: 12, ...one };
}
