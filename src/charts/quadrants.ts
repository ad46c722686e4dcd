import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { leaderMarks, type PixelText, placedText, textMarks } from "./pixel-text.ts";
import type { QuadrantPoint } from "./quadrants-axes.ts";
import {
  layOutQuadrants,
  type QuadrantLayout,
  type QuadrantLayoutOptions,
  quadrantSizes,
} from "./quadrants-layout.ts";
import { labelled } from "./svg-text.ts";
import { sizeOf } from "./text-lines.ts";

export { type QuadrantPoint, quadrantAxes } from "./quadrants-axes.ts";

export interface QuadrantsChartOptions extends QuadrantLayoutOptions {
  readonly document: Document;
  /** What the chart shows, in words, for those who can't see it. */
  readonly alternative: string;
}

const { text: size, note: noteSize } = quadrantSizes;

/**
 * M15, importance–performance map: how much an item matters against how well it does, with its 95 % interval as a
 * thin line, divided at two values into four named quadrants. Every point has its label beside it or at the end of a
 * line. The axes are cut to the points (`quadrantAxes`).
 */
export function quadrantsChart(
  points: readonly QuadrantPoint[],
  options: QuadrantsChartOptions,
): SVGSVGElement {
  const { document, width, cross, formatImportance, formatPerformance, alternative } = options;
  const layout = layOutQuadrants(points, options);
  const { height, frame, inset, axes, ticks, labels } = layout;
  const places = labels.flatMap(({ place }) => (place ? [place] : []));
  const axis = { tickSize: 0, label: null, stroke: "none", color: colours.muted, fontSize: size };
  const chart = Plot.plot({
    document,
    width,
    height,
    marginLeft: frame.left,
    marginRight: width - frame.right,
    marginTop: frame.top,
    marginBottom: height - frame.bottom,
    className: "quadrants",
    style: { fontSize: `${size}px`, background: "transparent", color: colours.ink },
    x: { type: "linear", domain: [...axes.importance], inset: 12 },
    y: { type: "linear", domain: [...axes.performance], inset },
    marks: [
      Plot.axisX({ ...axis, ticks: [...ticks.importance], tickFormat: formatImportance, tickPadding: 6 }),
      Plot.axisY({ ...axis, ticks: [...ticks.performance], tickFormat: formatPerformance, tickPadding: 6 }),
      Plot.frame({ stroke: colours.rule }),
      Plot.ruleX([cross.importance.value], { stroke: colours.muted, strokeOpacity: 0.6 }),
      Plot.ruleY([cross.performance.value], { stroke: colours.muted, strokeOpacity: 0.6 }),
      Plot.ruleX(points, {
        filter: ({ low, high }: QuadrantPoint) => low !== undefined && high !== undefined,
        x: "importance",
        y1: "low",
        y2: "high",
        stroke: colours.accent,
        strokeOpacity: 0.45,
        strokeWidth: 1.5,
      }),
      leaderMarks(places),
      Plot.dot(points, {
        x: "importance",
        y: "performance",
        r: quadrantSizes.radius,
        fill: colours.accent,
        stroke: colours.paper,
        strokeWidth: 1,
      }),
      textMarks(textsOf(layout, width)),
    ],
  });
  return labelled(chart, alternative);
}

/** Names of the quadrants, labels of points and cross-hairs, titles of the axes, and the note. */
function textsOf(layout: QuadrantLayout, width: number): readonly PixelText[] {
  const { height, frame, cross, crossLines, titles, note, names, labels, labelSize } = layout;
  const quiet = { size, colour: colours.muted };
  const heightOf = (lines: readonly string[]) => sizeOf(lines, { size }).height;
  const [topTitle, crossTop, crossRight] = [
    titles.performance,
    crossLines.importance,
    crossLines.performance,
  ];
  const halfCross = sizeOf(crossTop, { size }).width / 2;
  const noteSpace = note.length > 0 ? sizeOf(note, { size: noteSize }).height : 0;
  return [
    ...names.map(
      ({ name, lines, box, anchor }): PixelText => ({
        ...quiet,
        x: anchor === "start" ? box.left : box.right,
        y: (box.top + box.bottom) / 2,
        lines,
        anchor,
        bold: true,
        ...(name === "fix" ? { colour: colours.ink } : {}),
      }),
    ),
    { ...quiet, x: 0, y: heightOf(topTitle) / 2, lines: topTitle, anchor: "start" },
    {
      ...quiet,
      x: Math.min(width - halfCross, Math.max(halfCross, cross.x)),
      y: frame.top - 4 - heightOf(crossTop) / 2,
      lines: crossTop,
      anchor: "middle",
    },
    {
      ...quiet,
      x: frame.right + 6,
      y: Math.min(
        frame.bottom - heightOf(crossRight) / 2,
        Math.max(frame.top + heightOf(crossRight) / 2, cross.y),
      ),
      lines: crossRight,
      anchor: "start",
    },
    {
      ...quiet,
      x: frame.right,
      y: frame.bottom + 6 + heightOf([""]) + 4 + heightOf(titles.importance) / 2,
      lines: titles.importance,
      anchor: "end",
    },
    ...(note.length === 0
      ? []
      : [
          {
            ...quiet,
            size: noteSize,
            x: 0,
            y: height - noteSpace / 2 - 1,
            lines: note,
            anchor: "start" as const,
          },
        ]),
    ...labels.flatMap(({ lines, place }) => (place ? [placedText(place, { lines, size: labelSize })] : [])),
  ];
}
