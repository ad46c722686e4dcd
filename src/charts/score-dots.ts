import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { leadOn } from "./lead-on.ts";
import { textMarks } from "./pixel-text.ts";
import { axisMarks, pixelLinks, pixelPlot, placeOf } from "./score-axis.ts";
import {
  layOutScoreDots,
  type PlacedDot,
  type ScoreDot,
  type ScoreDotGroup,
  type ScoreDotsLayout,
  type ScoreDotsLayoutOptions,
} from "./score-dots-layout.ts";
import { labelled } from "./svg-text.ts";

export type { ScoreDot, ScoreDotGroup } from "./score-dots-layout.ts";

export interface ScoreDotsOptions extends ScoreDotsLayoutOptions {
  readonly document: Document;
  /** What the chart shows, in words, for those who can't see it. */
  readonly alternative: string;
}

/**
 * Scores down a page, in the order given: a dot with the line of its interval and its value above it, the wave before
 * as a hollow dot, what it is set against as a diamond, its target as a long and its fair score (M31) as a short
 * upright mark. A ring is a score that is not made as the filled ones are. Labels wrap and lead to their pages.
 */
export function scoreDotsChart(groups: readonly ScoreDotGroup[], options: ScoreDotsOptions): SVGSVGElement {
  const { document, width, alternative } = options;
  const layout = layOutScoreDots(groups, options);
  const { axis, axisY, height, texts, dots } = layout;
  const chart = pixelPlot(
    [
      axisMarks(axis, { at: axisY, top: axisY, bottom: height - 4 }),
      separators(dots, width),
      intervals(layout),
      comparedIntervals(layout),
      uprights(layout, { name: "target", reach: 10, width: 2 }),
      uprights(layout, { name: "fair", reach: 6, width: 2.5 }),
      hollows(layout),
      filled(layout),
      textMarks([...texts]),
    ],
    { document, width, height, className: "score-dots" },
  );
  const drawn = [...chart.querySelectorAll("g[aria-label=dot]")].at(-1)?.children ?? [];
  leadOn(
    drawn,
    dots.map(({ dot }) => ({ href: dot.href, isMarked: dot.score !== undefined })),
  );
  labelled(chart, alternative);
  // Links inside an image are out of reach for a screen reader.
  if (dots.some(({ dot }) => dot.href !== undefined)) chart.setAttribute("role", "group");
  return chart as SVGSVGElement;
}

function separators(dots: readonly PlacedDot[], width: number): Plot.Markish {
  return pixelLinks(
    dots.slice(0, -1).map(({ bottom }) => ({ x1: 0, x2: width, y1: bottom, y2: bottom })),
    { stroke: colours.rule, strokeOpacity: 0.7 },
  );
}

function intervals({ axis, dots }: ScoreDotsLayout): Plot.Markish {
  return pixelLinks(
    dots.flatMap(({ dot: { score }, y }) =>
      score ? [{ x1: placeOf(axis, score.low), x2: placeOf(axis, score.high), y1: y, y2: y }] : [],
    ),
    { stroke: colours.accent, strokeOpacity: 0.45, strokeWidth: 4 },
  );
}

/** Thinner than the dot's own and over it, so that both are seen. */
function comparedIntervals({ axis, dots }: ScoreDotsLayout): Plot.Markish {
  return pixelLinks(
    dots.flatMap(({ dot: { score, comparedSpan: span }, y }) =>
      score && span ? [{ x1: placeOf(axis, span.low), x2: placeOf(axis, span.high), y1: y, y2: y }] : [],
    ),
    { stroke: colours.ink, strokeOpacity: 0.75, strokeWidth: 1 },
  );
}

function uprights(
  { axis, dots }: ScoreDotsLayout,
  {
    name,
    reach,
    width,
  }: { readonly name: "target" | "fair"; readonly reach: number; readonly width: number },
): Plot.Markish {
  return pixelLinks(
    dots.flatMap(({ dot, y }) => {
      const value = dot[name];
      if (value === undefined || !dot.score) return [];
      const x = placeOf(axis, value);
      // It does not reach into the value above the dot.
      return [{ x1: x, x2: x, y1: y - Math.min(reach, 6), y2: y + reach }];
    }),
    { stroke: colours.ink, strokeWidth: width },
  );
}

/** Hollow marks lie under the dots, so that where two scores are the same the newer is seen. */
function hollows({ axis, dots }: ScoreDotsLayout): Plot.Markish {
  const at = (name: "previous" | "compared") =>
    dots.flatMap(({ dot, y }) => {
      const value = dot[name];
      return value === undefined || !dot.score ? [] : [{ x: placeOf(axis, value), y }];
    });
  const style = { x: "x", y: "y", fill: colours.paper, strokeWidth: 1.5 };
  return [
    Plot.dot(at("compared"), { ...style, symbol: "diamond", r: 5, stroke: colours.ink }),
    Plot.dot(at("previous"), { ...style, r: 4, stroke: colours.muted }),
  ];
}

function filled({ axis, dots }: ScoreDotsLayout): Plot.Markish {
  const shown = dots.flatMap(({ dot, y }) =>
    dot.score
      ? [{ x: placeOf(axis, dot.score.value), y, colour: colourOf(dot), isRing: dot.hollow === true }]
      : [],
  );
  type Filled = (typeof shown)[number];
  const filling = {
    fill: { value: ({ colour }: Filled) => colour, scale: null },
    stroke: colours.paper,
    strokeWidth: 1,
  };
  const ringed = {
    fill: { value: ({ colour, isRing }: Filled) => (isRing ? colours.paper : colour), scale: null },
    stroke: { value: ({ colour, isRing }: Filled) => (isRing ? colour : colours.paper), scale: null },
    strokeWidth: ({ isRing }: Filled) => (isRing ? 2 : 1),
  };
  return Plot.dot(shown, {
    ...{ x: "x", y: "y", r: 4.5 },
    ...(shown.some(({ isRing }) => isRing) ? ringed : filling),
  });
}

function colourOf({ small = false }: ScoreDot): string {
  return small ? colours.muted : colours.accent;
}
