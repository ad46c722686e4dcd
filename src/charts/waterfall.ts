import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { textMarks } from "./pixel-text.ts";
import { labelled } from "./svg-text.ts";
import {
  axisAt,
  layOutWaterfall,
  middleOf,
  type Waterfall,
  type WaterfallLayout,
  type WaterfallRow,
} from "./waterfall-layout.ts";
import { colourOf, type KeyBox, waterfallKey, waterfallTexts } from "./waterfall-texts.ts";

export type { Waterfall, WaterfallEnd, WaterfallStep } from "./waterfall-layout.ts";

export interface WaterfallChartOptions {
  readonly document: Document;
  readonly width: number;
  /** Writes start, end and ticks. */
  readonly format: (value: number) => string;
  /** Writes steps, with their sign. */
  readonly formatStep: (value: number) => string;
  /** Which way is good; what is neither has the accent's colour. */
  readonly better: "higher" | "lower" | "neither";
  /** Ends of the figure's scale, where it has any; an axis that holds both is not cut. */
  readonly ends?: { readonly min: number; readonly max: number };
  readonly words: {
    /** Stands beside the mark of an axis that is cut. */
    readonly cut: string;
    /** What filled and hollow bars are. */
    readonly clear: string;
    readonly unclear: string;
  };
  /** What the chart shows, in words, for those who can't see it. */
  readonly alternative: string;
}

const barHeight = 13;

/**
 * M32, what moved a figure: from what it was at the top down to what it is, a bar for every part that moved it. Bars
 * of parts that changed clearly are filled, others hollow. The axis is cut to what the figure passes through; start and
 * end are strokes, so that no length is read from where the axis begins.
 * @throws RangeError where the steps do not add up to the change
 */
export function waterfallChart(waterfall: Waterfall, options: WaterfallChartOptions): SVGSVGElement {
  const { document, width, words, alternative } = options;
  const layout = layOutWaterfall(waterfall, {
    ...options,
    ends: options.ends ?? { min: -Infinity, max: Infinity },
    note: words.cut,
  });
  const key = waterfallKey(waterfall, { layout, width, words, better: options.better });
  const chart = Plot.plot({
    document,
    width,
    height: layout.bottom + key.height,
    marginLeft: layout.left,
    marginRight: width - layout.right,
    marginTop: 0,
    marginBottom: 0,
    className: "waterfall",
    style: { fontSize: "12px", background: "transparent", color: colours.ink },
    x: { type: "linear", domain: [...layout.domain], axis: null },
    y: { type: "identity", axis: null },
    marks: [
      axisMarks(layout),
      separators(layout, width),
      connectors(layout),
      barMarks(layout, options.better),
      keyMarks(key.boxes),
      textMarks([...waterfallTexts(layout, options), ...key.texts]),
    ],
  });
  labelled(chart, alternative);
  // Links inside an image are out of reach for a screen reader.
  if (waterfall.steps.some(({ href }) => href !== undefined)) chart.setAttribute("role", "group");
  return chart as SVGSVGElement;
}

const cutShape = [
  [0, 0],
  [3, -4],
  [6, 4],
  [9, -4],
  [12, 0],
] as const;

/** Thin lines at the ticks, the axis above them, and a zigzag at every end that is cut. */
function axisMarks({ ticks, bottom, left, right, cut }: WaterfallLayout): Plot.Markish {
  const zigzag = (x: number, way: 1 | -1) =>
    cutShape.map(([across, down]) => ({ x: x + way * across, y: axisAt + down }));
  const ends = [...(cut.low ? [zigzag(left, 1)] : []), ...(cut.high ? [zigzag(right, -1)] : [])];
  return [
    Plot.ruleX(ticks, { y1: axisAt, y2: bottom, stroke: colours.rule }),
    Plot.link([[left + (cut.low ? 12 : 0), right - (cut.high ? 12 : 0)]], {
      x1: { value: "0", scale: null },
      x2: { value: "1", scale: null },
      y1: axisAt,
      y2: axisAt,
      stroke: colours.muted,
    }),
    ends.map((points) =>
      Plot.line(points, { x: { value: "x", scale: null }, y: "y", stroke: colours.muted, strokeWidth: 1.2 }),
    ),
  ];
}

/** Set start and end apart from the steps between them. */
function separators({ rows }: WaterfallLayout, width: number): Plot.Markish {
  const edges = rows.length > 2 ? [rows[0]?.bottom, rows.at(-1)?.top] : [rows.at(-1)?.top];
  return Plot.link(edges, {
    x1: { value: () => 0, scale: null },
    x2: { value: () => width, scale: null },
    y1: (edge: number) => edge,
    y2: (edge: number) => edge,
    stroke: colours.rule,
  });
}

/** From the end of each bar down to where the next one starts. */
function connectors({ rows }: WaterfallLayout): Plot.Markish {
  const pairs = rows.slice(1).map((row, at) => ({ row, above: rows[at] ?? row }));
  return Plot.link(pairs, {
    x1: ({ row }: (typeof pairs)[number]) => row.before,
    x2: ({ row }: (typeof pairs)[number]) => row.before,
    y1: ({ above }: (typeof pairs)[number]) => middleOf(above) + barHeight / 2,
    y2: ({ row }: (typeof pairs)[number]) => middleOf(row) - barHeight / 2,
    stroke: colours.muted,
    strokeWidth: 1,
  });
}

function barMarks({ rows }: WaterfallLayout, better: WaterfallChartOptions["better"]): Plot.Markish {
  const steps = rows.filter(({ step }) => step);
  const bar = (inset: number) => ({
    x1: "before",
    x2: "after",
    y1: (row: WaterfallRow) => middleOf(row) - barHeight / 2 + inset,
    y2: (row: WaterfallRow) => middleOf(row) + barHeight / 2 - inset,
  });
  const ends = rows.filter(({ step }) => !step);
  return [
    Plot.rect(
      steps.filter(({ step }) => step?.clear),
      {
        ...bar(0),
        fill: { value: (row: WaterfallRow) => colourOf(row, better), scale: null },
      },
    ),
    Plot.rect(
      steps.filter(({ step }) => !step?.clear),
      { ...bar(0.75), fill: colours.paper, stroke: colours.muted, strokeWidth: 1.5 },
    ),
    // A step of nothing still has its place.
    Plot.ruleX(
      steps.filter(({ before, after }) => before === after),
      { x: "after", y1: bar(0).y1, y2: bar(0).y2, stroke: colours.muted, strokeWidth: 1.5 },
    ),
    Plot.ruleX(ends, {
      x: "after",
      y1: (row: WaterfallRow) => middleOf(row) - 9,
      y2: (row: WaterfallRow) => middleOf(row) + 9,
      stroke: colours.ink,
      strokeWidth: 3,
    }),
  ];
}

function keyMarks(boxes: readonly KeyBox[]): Plot.Markish {
  const [side, inset] = [10, 0.75];
  const square = (filled: boolean) => {
    const margin = filled ? 0 : inset;
    return {
      x1: { value: ({ x }: KeyBox) => x + margin, scale: null },
      x2: { value: ({ x }: KeyBox) => x + side - margin, scale: null },
      y1: ({ y }: KeyBox) => y - side / 2 + margin,
      y2: ({ y }: KeyBox) => y + side / 2 - margin,
    };
  };
  return [
    Plot.rect(
      boxes.filter(({ filled }) => filled),
      { ...square(true), fill: { value: ({ colour }: KeyBox) => colour, scale: null } },
    ),
    Plot.rect(
      boxes.filter(({ filled }) => !filled),
      { ...square(false), fill: colours.paper, stroke: colours.muted, strokeWidth: 1.5 },
    ),
  ];
}
