import { lineHeight, lineWidth, sizeOf, wrapText } from "./text-lines.ts";

/** One row of bars: a wave, a group. */
export interface GradesRow {
  /** Stands over the row, where a group of rows begins. */
  readonly heading?: string;
  readonly label: string;
  /** The group that it is of, in permalink form, where readers can narrow the page to it. */
  readonly slice?: string;
  /** Quieter beside the label, such as the base. */
  readonly aside?: string;
  /** Share of each grade, worst first; undefined where they may not be shown. */
  readonly shares?: readonly number[];
  /** Stands in place of bars. */
  readonly missing?: string;
}

/** Where a grade stands: worse than the middle, in it, or better. */
export type Side = -1 | 0 | 1;

export interface GradesLayoutOptions {
  readonly width: number;
  /** Names of the grades, worst first. */
  readonly grades: readonly string[];
  readonly sides: readonly Side[];
  readonly words: { readonly worse: string; readonly better: string };
}

/** A grade of a row, as ends on the axis of shares, on which 0 is the middle. */
export interface GradePart {
  readonly row: number;
  readonly place: number;
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/** A row in pixels: its label's lines from the top, then or beside them its bar. */
export interface PlacedRow {
  readonly row: GradesRow;
  readonly headingLines: readonly string[];
  readonly headingMiddle: number;
  readonly bottom: number;
  readonly labelLines: readonly string[];
  readonly labelMiddle: number;
  readonly barTop: number;
  /** Sums of the shares on both sides, the middle left out; undefined where there are no bars. */
  readonly sums?: { readonly worse: number; readonly better: number };
}

interface KeyPlace {
  readonly place: number;
  readonly lines: readonly string[];
  readonly x: number;
  /** Middle of the first line. */
  readonly y: number;
  readonly bottom: number;
}

export interface GradesLayout {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Least and most of the axis. */
  readonly domain: readonly [number, number];
  readonly rows: readonly PlacedRow[];
  readonly parts: readonly GradePart[];
  readonly key: readonly KeyPlace[];
  /** Middle of the line that names the sides. */
  readonly sidesAt: number;
}

export const barHeight = 18;
/** Room beside the bars for the sum of a side. */
const sumWidth = 44;
const labelSize = 12;
const keySize = 12;
const swatch = 11;
const narrowBelow = 500;

/** Rows of stacked bars about the middle of a scale. On a phone labels stand over their bars. */
export function layOutGrades(
  rows: readonly GradesRow[],
  { width, grades, sides }: GradesLayoutOptions,
): GradesLayout {
  const narrow = width < narrowBelow;
  const longest = Math.max(0, ...rows.map(({ label, aside }) => lineWidth(labelOf(label, aside), lettering)));
  const labels = narrow ? width : Math.min(width * 0.32, longest + 12);
  const key = keyOf(grades, width);
  const sidesAt = (key.at(-1)?.bottom ?? 0) + 14;
  const placed = rowsOf(rows, { labels, width, top: sidesAt + 12, narrow, sides });
  const parts = rows.flatMap((row, at) => partsOf(row, at, sides));
  const reach = (end: number) =>
    parts.reduce((most, { from, to }) => Math.max(most, end * from, end * to), 0);
  return {
    left: (narrow ? 0 : labels) + sumWidth,
    right: width - sumWidth,
    height: (placed.at(-1)?.bottom ?? sidesAt) + 4,
    domain: parts.length > 0 ? [-reach(-1), reach(1)] : [-1, 1],
    rows: placed,
    parts,
    key,
    sidesAt,
  };
}

const lettering = { size: labelSize };
const headLettering = { size: labelSize, bold: true };

function labelOf(label: string, aside: string | undefined): string {
  return aside === undefined ? label : `${label} ${aside}`;
}

function rowsOf(
  rows: readonly GradesRow[],
  {
    labels,
    width,
    top: start,
    narrow,
    sides,
  }: {
    readonly labels: number;
    readonly width: number;
    readonly top: number;
    readonly narrow: boolean;
    readonly sides: readonly Side[];
  },
): readonly PlacedRow[] {
  let top = start;
  return rows.map((row) => {
    const headingLines = row.heading === undefined ? [] : wrapText(row.heading, { ...headLettering, width });
    const headingMiddle = top + 8 + sizeOf(headingLines, headLettering).height / 2;
    if (headingLines.length > 0) top += sizeOf(headingLines, headLettering).height + 14;
    const labelLines = wrapText(labelOf(row.label, row.aside), { ...lettering, width: labels - 12 });
    const { height } = sizeOf(labelLines, lettering);
    const content = narrow ? height + 4 + barHeight : Math.max(height, barHeight);
    const bottom = top + content + (narrow ? 10 : 8);
    const barTop = narrow ? top + height + 4 : top + (content - barHeight) / 2;
    const labelMiddle = narrow ? top + height / 2 : top + content / 2;
    top = bottom;
    return {
      ...{ row, headingLines, headingMiddle, bottom, labelLines, labelMiddle, barTop },
      ...sumsOf(row, sides),
    };
  });
}

function sumsOf({ shares }: GradesRow, sides: readonly Side[]): Pick<PlacedRow, "sums"> {
  if (!shares) return {};
  const sum = (side: Side) => shares.reduce((all, share, at) => (sides[at] === side ? all + share : all), 0);
  return { sums: { worse: sum(-1), better: sum(1) } };
}

/** The grades of a row end to end, the middle of the middle ones at 0. */
function partsOf({ shares = [] }: GradesRow, row: number, sides: readonly Side[]): readonly GradePart[] {
  const sum = (side: Side) => shares.reduce((all, share, at) => (sides[at] === side ? all + share : all), 0);
  let from = -sum(-1) - sum(0) / 2;
  return shares.map((share, place) => {
    const part = { row, place, share, from, to: from + share };
    from += share;
    return part;
  });
}

/** Names of the grades side by side, on as many rows as it takes. */
function keyOf(grades: readonly string[], width: number): readonly KeyPlace[] {
  let [x, top, bottom] = [0, 0, 0];
  return grades.map((name, place) => {
    const lines = wrapText(name, { size: keySize, width: width - swatch - 8 });
    const size = sizeOf(lines, { size: keySize });
    const wide = swatch + 6 + size.width;
    if (x > 0 && x + wide > width) [x, top] = [0, bottom + 4];
    bottom = Math.max(bottom, top + size.height);
    const found = { place, lines, x, y: top + (keySize * lineHeight) / 2, bottom };
    x += wide + 14;
    return found;
  });
}
