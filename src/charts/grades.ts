import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import { labelled, textWidth } from "./svg-text.ts";

/** Share of one grade in one row (a wave, a group). */
export interface GradeShare {
  readonly row: string;
  /** Place of the grade on its scale, worst first. */
  readonly place: number;
  readonly share: number;
}

export interface GradesChartOptions {
  readonly document: Document;
  readonly width: number;
  /** Colour of a grade by its place. */
  readonly colour: (place: number) => string;
  readonly rows: readonly string[];
  readonly format: (share: number) => string;
  readonly alternative: string;
}

/** Stacked bars of all grades, a row each, worst to best from left to right. Parts under 7 % carry no figure. */
export function gradesChart(shares: readonly GradeShare[], options: GradesChartOptions): SVGSVGElement {
  const { document, width, colour: colourOf, rows, format, alternative } = options;
  const colour = ({ place }: GradeShare) => colourOf(place);
  const least = width < 500 ? 0.12 : 0.07;
  const figure = ({ share }: GradeShare) => (share >= least ? format(share) : "");
  const chart = Plot.plot({
    document,
    width,
    height: rows.length * 26 + 12,
    marginLeft: Math.min(width * 0.3, Math.max(...rows.map(textWidth)) + 12),
    marginRight: 4,
    marginTop: 4,
    marginBottom: 8,
    className: "grades",
    style: { fontSize: "12px", background: "transparent", color: colours.ink },
    x: { axis: null },
    y: { domain: [...rows], label: null, tickSize: 0, padding: 0.18 },
    marks: [
      Plot.barX(shares, Plot.stackX({ y: "row", x: "share", z: "place", order: "place", fill: colour })),
      Plot.text(
        shares,
        Plot.stackX({
          y: "row",
          x: "share",
          z: "place",
          order: "place",
          text: figure,
          fill: colours.ink,
          stroke: colours.paper,
          strokeWidth: 3,
          fontSize: 11,
        }),
      ),
    ],
  });
  return labelled(chart, alternative);
}
