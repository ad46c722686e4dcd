import { wrapText } from "../../charts/text-lines.ts";
import { type OutlineOptions, outlineOf } from "./outlines.ts";
import { type CardPoint, trendLines } from "./trend-lines.ts";

/** What a picture for sharing shows, in words and figures. */
export interface ShareCard {
  /** The survey and the wave. */
  readonly kicker: string;
  /** The page's answer in a sentence. */
  readonly title: string;
  /** The main figure, with what it takes to judge it; none where it is withheld or there is none. */
  readonly figure?: { readonly value: string; readonly details: readonly string[] };
  /** The figure wave by wave. */
  readonly trend: readonly CardPoint[];
  /** Titles of the first and the last wave of the trend. */
  readonly ends: readonly [string, string];
  /** Where it is from. */
  readonly source: string;
}

/** Width and height in pixels that sites show such pictures in. */
export const cardSize = { width: 1200, height: 630 } as const;

const margin = 64;
const ink = {
  paper: "#fdfcfa",
  text: "#1c2230",
  muted: "#566074",
  rule: "#d9dce3",
  accent: "#14508c",
} as const;
const trendBox = { left: 640, right: cardSize.width - margin, top: 372, bottom: 506 } as const;

/** A picture for sharing as SVG without any text element: letters are outlines, so that it is the same on every machine. */
export async function shareCard(card: ShareCard): Promise<string> {
  const parts = [
    `<rect width="${cardSize.width}" height="${cardSize.height}" fill="${ink.paper}"/>`,
    `<rect width="${cardSize.width}" height="12" fill="${ink.accent}"/>`,
    await line(card.kicker, { x: margin, y: 86, size: 26, weight: 500, fill: ink.muted, most: contentWidth }),
    await titleLines(card.title),
    ...(card.figure ? [await figureLines(card.figure)] : []),
    ...(card.trend.filter(({ value }) => value !== undefined).length > 1 ? [await trendPart(card)] : []),
    `<path d="M${margin} 566H${cardSize.width - margin}" stroke="${ink.rule}" stroke-width="1.5"/>`,
    await line(card.source, {
      x: margin,
      y: 600,
      size: 20,
      weight: 400,
      fill: ink.muted,
      most: contentWidth,
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">${parts.join("")}</svg>`;
}

const contentWidth = cardSize.width - 2 * margin;
/** Sizes to try a title in, and on how many lines each. */
const titleSizes = [
  { size: 58, lines: 2 },
  { size: 50, lines: 3 },
  { size: 42, lines: 4 },
  { size: 34, lines: 5 },
] as const;

/** A title's lines: broken where its clauses end, if each of them fits, as Chinese would otherwise break inside a word. */
function titleIn(title: string, size: number): readonly string[] {
  // Widths are about right here; a little room keeps lines within the picture.
  const room = { size, bold: true, width: contentWidth * 0.94 };
  const wrapped = wrapText(title, room);
  const clauses = title.match(/[^，：；]+[，：；]?/gu) ?? [];
  const byClause: string[] = [];
  for (const clause of clauses) {
    const joined = `${byClause.at(-1) ?? ""}${clause}`;
    if (byClause.length > 0 && wrapText(joined, room).length === 1) byClause[byClause.length - 1] = joined;
    else byClause.push(clause);
  }
  const whole = byClause.every((line) => wrapText(line, room).length === 1);
  return whole && byClause.length <= wrapped.length ? byClause : wrapped;
}

async function titleLines(title: string): Promise<string> {
  const set = titleSizes.map(({ size, lines }) => ({
    size,
    most: lines,
    lines: titleIn(title, size),
  }));
  const fitting = set.find(({ lines, most }) => lines.length <= most) ?? set.at(-1);
  const { lines, size } = fitting ?? { lines: [title], size: 34 };
  const drawn = lines.map((text, at) =>
    line(text, {
      x: margin,
      y: 110 + size * (at * 1.24 + 1),
      size,
      weight: 700,
      fill: ink.text,
      most: contentWidth,
    }),
  );
  return (await Promise.all(drawn)).join("");
}

async function figureLines({ value, details }: NonNullable<ShareCard["figure"]>): Promise<string> {
  const most = trendBox.left - margin - 40;
  const top = 480 - 34 * (details.length - 1);
  const drawn = [
    line(value, { x: margin - 4, y: top, size: 112, weight: 700, fill: ink.accent, most }),
    ...details.map((text, at) =>
      line(text, { x: margin, y: top + 46 + 34 * at, size: 25, weight: 500, fill: ink.muted, most }),
    ),
  ];
  return (await Promise.all(drawn)).join("");
}

async function trendPart({ trend, ends: [first, last] }: ShareCard): Promise<string> {
  const { left, right, bottom } = trendBox;
  const label = { y: bottom + 34, size: 20, weight: 400, fill: ink.muted, most: (right - left) / 2 - 8 };
  return [
    trendLines(trend, trendBox, { accent: ink.accent, rule: ink.rule, paper: ink.paper }),
    await line(first, { ...label, x: left }),
    await line(last, { ...label, x: right, end: true }),
  ].join("");
}

interface LineOptions extends OutlineOptions {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  /** A longer line is drawn smaller. */
  readonly most: number;
  /** True where `x` is where the line ends. */
  readonly end?: boolean;
}

async function line(
  text: string,
  { x, y, size, weight, fill, most, end = false }: LineOptions,
): Promise<string> {
  const { path, width } = await outlineOf(text, { size, weight });
  const scale = Math.min(1, most / width);
  const start = end ? x - width * scale : x;
  const place = `translate(${start.toFixed(1)} ${y.toFixed(1)})${scale < 1 ? ` scale(${scale.toFixed(4)})` : ""}`;
  return `<path transform="${place}" fill="${fill}" d="${path}"/>`;
}
