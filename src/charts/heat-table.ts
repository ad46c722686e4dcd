import { colours, heatGround } from "../theme/tokens.ts";
import { labelled } from "./svg-text.ts";
import { element, type PixelText, textGroup } from "./text-group.ts";
import { lineHeight, lineWidth, roomFor, wrapText } from "./text-lines.ts";

/** A table of figures of which each is shaded by how far it is from what its column is held against. */
export interface HeatGrid {
  /** Heading of the rows' names. */
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatGridRow[];
}

export interface HeatGridRow {
  readonly label: string;
  /** Under the label, such as the base. */
  readonly aside: string;
  /** True for what the others are held against, which has no shade. */
  readonly whole: boolean;
  readonly cells: readonly HeatGridCell[];
}

export interface HeatGridCell {
  /** The figure as it is shown, or the word for why there is none. */
  readonly text: string;
  /** Steps from −4, far below, to 4, far above. */
  readonly shade: number;
  /** True for a word in place of a figure. */
  readonly missing: boolean;
}

export interface HeatTableOptions {
  readonly document: Document;
  /** In pixels; the drawing is wider where words of headings or figures need it. */
  readonly width: number;
  /** What the chart shows, in words, for those who can't see it. */
  readonly alternative: string;
}

const heading = { size: 11 } as const;
const label = { size: 12.5 } as const;
const aside = { size: 11 } as const;
const figure = { size: 12.5 } as const;
/** Between cells, and between text and the edge of its cell. */
const gap = 2;
const padding = 5;
/** No heading makes its column wider than this. */
const widestWord = 110;

/**
 * A shaded table as a drawing, every row and every word of it. Made without Plot, so that a page can draw it when a
 * reader asks for a picture.
 */
export function heatTableChart(grid: HeatGrid, options: HeatTableOptions): SVGSVGElement {
  const { document, alternative } = options;
  const layout = layoutOf(grid, options);
  const { width, height, rows, texts } = layout;
  const chart = element(document, "svg", { class: "heat-table", width, height });
  const grounds = element(document, "g", { stroke: "none" });
  grounds.append(
    ...rows.flatMap(({ row, top, bottom }) =>
      row.whole
        ? []
        : row.cells.map(({ shade }, at) => {
            const place = { x: layout.left(at), y: top, width: layout.cell, height: bottom - top };
            return element(document, "rect", { ...place, ...fillOf(shade) });
          }),
    ),
  );
  chart.append(grounds, textGroup(document, texts));
  return labelled(chart, alternative);
}

function fillOf(shade: number): Readonly<Record<string, string>> {
  const { colour, share } = heatGround(shade);
  return { fill: colour, ...(share === undefined ? {} : { "fill-opacity": share }) };
}

interface PlacedRow {
  readonly row: HeatGridRow;
  readonly top: number;
  readonly bottom: number;
}

interface Layout {
  readonly width: number;
  readonly height: number;
  /** Width of a cell. */
  readonly cell: number;
  readonly left: (column: number) => number;
  readonly rows: readonly PlacedRow[];
  readonly texts: readonly PixelText[];
}

function layoutOf(grid: HeatGrid, { width }: HeatTableOptions): Layout {
  const { head, columns } = grid;
  const names = nameWidth(grid, width);
  const cell = cellWidth(grid, (width - names) / columns.length - gap);
  const left = (column: number) => names + gap + column * (cell + gap);
  const centre = (column: number) => left(column) + cell / 2;
  const headings = columns.map((title) => wrapText(title, { ...heading, width: cell - padding }));
  const corner = wrapText(head, { ...heading, width: names - padding });
  const headHeight = Math.max(...[corner, ...headings].map((lines) => heightOf(lines, heading))) + padding;
  const headText = (lines: readonly string[], x: number, anchor: PixelText["anchor"]) =>
    ({
      ...{ lines, x, anchor, size: heading.size, colour: colours.muted, halo: 0 },
      y: headHeight - padding - heightOf(lines, heading) / 2,
    }) as const;
  const rows: PlacedRow[] = [];
  const texts: PixelText[] = [
    headText(corner, 0, "start"),
    ...headings.map((lines, at) => headText(lines, centre(at), "middle")),
  ];
  let top = headHeight;
  for (const row of grid.rows) {
    const written = rowTexts(row, { names, cell, centre, top });
    rows.push({ row, top, bottom: written.bottom });
    texts.push(...written.texts);
    top = written.bottom + gap;
  }
  return {
    width: Math.ceil(left(columns.length) - gap - 0.01),
    height: Math.ceil(top),
    cell,
    left,
    rows,
    texts,
  };
}

/** Width of the rows' names: a quarter of the drawing, less where all are shorter, more where a word needs it. */
function nameWidth({ rows, head }: HeatGrid, width: number): number {
  const written = rows.flatMap((row) => [
    { text: row.label, ...label, bold: row.whole },
    { text: row.aside, ...aside },
  ]);
  const natural = Math.max(...written.map(({ text, ...lettering }) => lineWidth(text, lettering)));
  const room = { width: width * 0.24, most: width * 0.34 };
  const needed = Math.max(
    roomFor(head, { ...heading, ...room }),
    ...written.map(({ text, ...lettering }) => roomFor(text, { ...lettering, ...room })),
  );
  return Math.ceil(Math.min(Math.max(natural, lineWidth(head, heading)), needed)) + 2 * padding;
}

/** Width of every cell: an equal part of the drawing, more where the longest word or figure needs it. */
function cellWidth({ columns, rows }: HeatGrid, part: number): number {
  const words = columns.map((title) => roomFor(title, { ...heading, width: 0, most: widestWord }));
  const figures = rows.flatMap(({ cells, whole }) =>
    cells.map(({ text }) => roomFor(text, { ...figure, bold: whole, width: 0, most: widestWord })),
  );
  return Math.max(part, ...[...words, ...figures].map((needed) => Math.ceil(needed) + 2 * padding));
}

interface RowPlace {
  readonly names: number;
  readonly cell: number;
  readonly centre: (column: number) => number;
  readonly top: number;
}

/** The texts of a row, its name with what stands under it, and where the row ends. */
function rowTexts(
  { label: name, aside: under, whole, cells }: HeatGridRow,
  { names, cell, centre, top }: RowPlace,
): { readonly texts: readonly PixelText[]; readonly bottom: number } {
  const bold = whole ? { bold: true } : {};
  const nameLines = wrapText(name, { ...label, ...bold, width: names - 2 * padding });
  const underLines = under === "" ? [] : wrapText(under, { ...aside, width: names - 2 * padding });
  const written = cells.map(({ text }) => wrapText(text, { ...figure, ...bold, width: cell - padding }));
  const [first, second] = [heightOf(nameLines, label), heightOf(underLines, aside)];
  const height = 2 * padding + Math.max(first + second, ...written.map((lines) => heightOf(lines, figure)));
  const middle = top + height / 2;
  const start = middle - (first + second) / 2;
  const common = { anchor: "start", x: 0, halo: 0 } as const;
  return {
    bottom: top + height,
    texts: [
      { ...common, ...bold, lines: nameLines, y: start + first / 2, size: label.size },
      ...(underLines.length > 0
        ? [{ ...common, lines: underLines, y: start + first + second / 2, ...aside, colour: colours.muted }]
        : []),
      ...written.map((lines, at): PixelText => {
        const colour = cells[at]?.missing ? { colour: colours.muted } : {};
        return {
          ...{ lines, x: centre(at), y: middle, anchor: "middle", halo: 0 },
          ...figure,
          ...bold,
          ...colour,
        };
      }),
    ],
  };
}

function heightOf(lines: readonly string[], { size }: { readonly size: number }): number {
  return lines.length * size * lineHeight;
}
