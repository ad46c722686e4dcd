import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { labelGap, labelLine, type PlacedLabel, placeBreakLabels } from "./break-labels.ts";
import { labelled, textWidth } from "./svg-text.ts";
import { wrapText } from "./text-lines.ts";

/** One wave of a line; a wave without a value (withheld, not asked) leaves a gap. */
export interface TrendPoint {
  readonly wave: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  /** What its figure lacks, said on hovering; such a point is a ring. */
  readonly lacks?: string;
}

export interface TrendLine {
  readonly label: string;
  readonly points: readonly TrendPoint[];
  /** Waves at which this line alone starts anew. */
  readonly restarts?: readonly string[];
}

export interface TrendBreak {
  readonly wave: string;
  /** What changed, beside the break. */
  readonly text: string;
  /** What stands there where the chart has no room for all texts. */
  readonly mark: string;
}

export interface TrendChartOptions {
  readonly document: Document;
  readonly width: number;
  readonly format: (value: number) => string;
  /** A second, quieter line to compare with, such as the parent branch. */
  readonly reference?: TrendLine;
  /** The wave whose value is written beside its point. */
  readonly marked: string;
  /** Waves at which the question changed: the lines stop before and start anew. */
  readonly breaks: readonly TrendBreak[];
  /** What the chart shows, in words, for those who can't see it. */
  readonly alternative: string;
}

const narrowBelow = 500;
const margins = { left: 44, right: 52, top: 28 };
/** So many lines of text may stand over each other above the chart, on a phone and on a page. */
const mostLines = { narrow: 6, wide: 8 };

interface Mark extends TrendPoint {
  /** Counts the breaks up to the wave, so that no line runs across one. */
  readonly run: number;
}

/** Waves in their order against a figure, with its 95 % interval as a band. The vertical axis is cut to the data. */
export function trendChart(line: TrendLine, options: TrendChartOptions): SVGSVGElement {
  const { document, width, format, marked, reference, breaks, alternative } = options;
  const waves = line.points.map((point) => point.wave);
  const starts = new Set(breaks.map(({ wave }) => wave));
  const main = withRuns(line, starts);
  const other = reference ? withRuns(reference, starts) : [];
  const step = (width - margins.left - margins.right) / waves.length;
  const labels = labelsOf(breaks, waves, { width, step });
  const marginTop = Math.max(margins.top, linesOver(labels) * labelLine + 12);
  const names = namesOf(waves, step);
  const marginBottom = 34 + (Math.max(...names.map((lines) => lines.length)) - 1) * labelLine;
  const height = (width < narrowBelow ? 220 : 280) + marginTop - margins.top + marginBottom - 34;
  const chart = Plot.plot({
    document,
    width,
    height,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop,
    marginBottom,
    className: "trend",
    style: { fontSize: "12px", background: "transparent", color: colours.ink },
    x: {
      type: "point",
      domain: waves,
      label: null,
      tickSize: 0,
      tickFormat: thinned(waves, names, width - margins.left - margins.right),
    },
    y: {
      label: null,
      nice: true,
      ticks: 5,
      tickSize: 0,
      tickFormat: format,
      zero: false,
      domain: extent([...main, ...other]),
    },
    marks: [
      Plot.gridY({ stroke: colours.rule, strokeOpacity: 1, ticks: 5 }),
      ...breakMarks(breaks, labels, { step, height: marginTop - 8 }),
      Plot.areaY(main, { x: "wave", y1: "low", y2: "high", z: "run", fill: colours.band }),
      Plot.ruleX(alone(main), { x: "wave", y1: "low", y2: "high", stroke: colours.band, strokeWidth: 8 }),
      Plot.line(other, {
        x: "wave",
        y: "value",
        z: "run",
        stroke: colours.muted,
        strokeWidth: 1.5,
        strokeDasharray: "4 3",
      }),
      Plot.line(main, { x: "wave", y: "value", z: "run", stroke: colours.accent, strokeWidth: 2.5 }),
      Plot.dot(main.filter(isWhole), { x: "wave", y: "value", fill: colours.accent, r: 3.5 }),
      Plot.dot(
        main.filter((point) => !isWhole(point)),
        {
          x: "wave",
          y: "value",
          fill: colours.paper,
          stroke: colours.accent,
          strokeWidth: 1.5,
          r: 3.5,
          title: "lacks",
        },
      ),
      Plot.text(markedPoint(main, marked), {
        x: "wave",
        y: "value",
        text: (point: Mark) => format(point.value ?? 0),
        // Beside the last point, above any other, where the line goes on.
        ...(marked === waves.at(-1) ? { dx: 9, textAnchor: "start" as const } : { dy: -14 }),
        fontWeight: 600,
        fill: colours.ink,
        stroke: colours.paper,
        strokeWidth: 4,
      }),
    ],
  });
  return labelled(chart, alternative);
}

function isWhole({ lacks }: Mark): boolean {
  return lacks === undefined;
}

/** What stands beside the breaks: their texts where they have room, else their marks. */
function labelsOf(
  breaks: readonly TrendBreak[],
  waves: readonly string[],
  { width, step }: { readonly width: number; readonly step: number },
): readonly PlacedLabel[] {
  const most = width < narrowBelow ? mostLines.narrow : mostLines.wide;
  const room = { left: 2, right: width - 2, mostLines: most };
  const place = (textOf: (one: TrendBreak) => string) =>
    placeBreakLabels(
      breaks.map((one) => ({ x: margins.left + step * waves.indexOf(one.wave), text: textOf(one) })),
      room,
    );
  return place(({ text }) => text) ?? place(({ mark }) => mark) ?? [];
}

function linesOver(labels: readonly PlacedLabel[]): number {
  return Math.max(0, ...labels.map(({ top, lines }) => top / labelLine + lines.length));
}

/** Between two waves a dashed line, and beside its upper end what changed. `height`: of all labels. */
function breakMarks(
  breaks: readonly TrendBreak[],
  labels: readonly PlacedLabel[],
  { step, height }: { readonly step: number; readonly height: number },
): readonly Plot.Markish[] {
  const half = -step / 2;
  return breaks.flatMap((one, at) => {
    const label = labels[at];
    const insetTop = label ? label.top - height : 0;
    const line = {
      x: "wave",
      title: "text",
      stroke: colours.muted,
      strokeDasharray: "3 3",
      dx: half,
      insetTop,
    };
    if (!label) return [Plot.ruleX([one], line)];
    const text = {
      x: "wave",
      text: () => label.lines.join("\n"),
      title: "text",
      frameAnchor: "top",
      lineAnchor: "top",
      textAnchor: label.side === "right" ? "start" : "end",
      lineHeight: labelLine / 12,
      dx: half + (label.side === "right" ? labelGap : -labelGap),
      dy: insetTop,
      fill: colours.muted,
    } as const;
    return [Plot.ruleX([one], line), Plot.text([one], text)];
  });
}

function withRuns({ points, restarts = [] }: TrendLine, starts: ReadonlySet<string>): readonly Mark[] {
  let run = 0;
  return points.map((point) => {
    if (starts.has(point.wave) || restarts.includes(point.wave)) run += 1;
    return { ...point, run };
  });
}

/** Points with no neighbour in their run: a band over one wave has no width. */
function alone(marks: readonly Mark[]): readonly Mark[] {
  const joins = (mark: Mark, other: Mark | undefined) =>
    other !== undefined && other.run === mark.run && other.low !== undefined;
  return marks.filter(
    (mark, at) => mark.low !== undefined && !joins(mark, marks[at - 1]) && !joins(mark, marks[at + 1]),
  );
}

function extent(marks: readonly Mark[]): [number, number] {
  const ends = marks.flatMap(({ value, low, high }) => [value, low, high]).filter((end) => end !== undefined);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const padding = (most - least || 1) * 0.15;
  return [least - padding, most + padding];
}

function markedPoint(marks: readonly Mark[], marked: string): Mark[] {
  return marks.filter((mark) => mark.wave === marked && mark.value !== undefined);
}

/** Names of waves in lines: of one, unless that would reach beyond the chart at the last. */
function namesOf(waves: readonly string[], step: number): readonly (readonly string[])[] {
  const most = 2 * margins.right + Math.min(step, margins.right) - 8;
  const isLong = waves.some((wave) => textWidth(wave) > most);
  return waves.map((wave) => (isLong ? wrapText(wave, { size: 12, width: most }) : [wave]));
}

/** As many waves carry their name as fit side by side, counted back from the last. */
function thinned(
  waves: readonly string[],
  names: readonly (readonly string[])[],
  width: number,
): (wave: string) => string {
  const widest = Math.max(...names.flat().map(textWidth)) + 14;
  const every = Math.max(1, Math.ceil((waves.length * widest) / width));
  return (wave) => {
    const at = waves.indexOf(wave);
    return (waves.length - 1 - at) % every === 0 ? (names[at] ?? []).join("\n") : "";
  };
}
