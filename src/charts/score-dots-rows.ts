import { colours } from "../theme/tokens.ts";
import type { PixelText } from "./pixel-text.ts";
import type { ScoreDot } from "./score-dots-layout.ts";
import { type Lettering, lineHeight, lineWidth, roomFor, wrapText } from "./text-lines.ts";

const label = { size: 12.5 } as const;
export const strong = { size: 12.5, bold: true } as const;
export const small = { size: 11 } as const;
export const gap = 12;

/** From the top of a row's line to the middle of its dot: the value stands above the dot, where no mark is. */
const dotDepth = 21;
const lineDepth = dotDepth + 10;

export interface Columns {
  readonly label: number;
  readonly aside: number;
}

interface RowOptions {
  readonly top: number;
  readonly width: number;
  readonly columns: Columns;
}

interface LaidRow {
  readonly y: number;
  readonly bottom: number;
  readonly texts: readonly PixelText[];
}

export function columnsOf(
  dots: readonly ScoreDot[],
  { width, asideHead }: { readonly width: number; readonly asideHead: string },
): Columns {
  const narrow = width < 500;
  const widest = (texts: readonly string[], lettering: Lettering, share: number) => {
    const natural = Math.max(0, ...texts.map((text) => lineWidth(text, lettering)));
    const room = { ...lettering, width: width * share, most: width * (share + 0.08) };
    return Math.ceil(Math.min(natural, Math.max(0, ...texts.map((text) => roomFor(text, room)))));
  };
  const asides = dots.map(({ aside = "" }) => aside);
  const asideShare = narrow ? 0.4 : 0.18;
  return {
    label: widest([...dots.map((dot) => dot.label), ...dots.map(({ under = "" }) => under)], strong, 0.28),
    // A clear change stands in bold: the sign must not be parted from its amount for want of room.
    aside: Math.max(
      widest(asides, { ...small, bold: true }, asideShare),
      widest([asideHead], small, asideShare),
    ),
  };
}

function lettersOf({ whole = false }: ScoreDot) {
  return whole ? strong : label;
}

function asideText(
  dot: ScoreDot,
  options: { readonly y: number; readonly width: number; readonly lines: readonly string[] },
): PixelText[] {
  const { lines, width, y } = options;
  if (lines.join("") === "") return [];
  const { tone = "quiet" } = dot;
  const colour = tone === "quiet" ? colours.muted : colours[tone];
  return [{ ...small, x: width, y, lines, anchor: "end", colour, bold: tone !== "quiet" }];
}

function asideLines(dot: ScoreDot, width: number): readonly string[] {
  return wrapText(dot.aside ?? "", {
    ...small,
    bold: dot.tone !== undefined && dot.tone !== "quiet",
    width,
  });
}

/** A row whose label stands left of its line. */
export function sideRow(dot: ScoreDot, { top, width, columns }: RowOptions): LaidRow {
  const letters = lettersOf(dot);
  const lines = wrapText(dot.label, { ...letters, width: columns.label });
  const under = dot.under === undefined ? [] : wrapText(dot.under, { ...small, width: columns.label });
  const aside = asideLines(dot, columns.aside);
  const [labelHigh, underHigh] = [
    lines.length * letters.size * lineHeight,
    under.length * small.size * lineHeight,
  ];
  const high = Math.max(labelHigh + underHigh, aside.length * small.size * lineHeight, lineDepth);
  const middle = top + 4 + high / 2;
  const start = middle - (labelHigh + underHigh) / 2;
  const y = middle + dotDepth - lineDepth / 2;
  return {
    y,
    bottom: top + high + 9,
    texts: [
      { ...letters, x: 0, y: start + labelHigh / 2, lines, anchor: "start", ...linkOf(dot) },
      ...(under.length > 0
        ? [
            {
              ...small,
              x: 0,
              y: start + labelHigh + underHigh / 2,
              lines: under,
              anchor: "start" as const,
              colour: colours.muted,
            },
          ]
        : []),
      ...asideText(dot, { y: middle, width, lines: aside }),
    ],
  };
}

/** A row whose label stands above its line, its base behind it, or under it where there is no room. */
export function stackedRow(dot: ScoreDot, { top, width, columns }: RowOptions): LaidRow {
  const letters = lettersOf(dot);
  const aside = asideLines(dot, columns.aside);
  const asideWidth = Math.max(...aside.map((line) => lineWidth(line, { ...small, bold: true })));
  const room = width - (asideWidth > 0 ? asideWidth + gap : 0);
  const lines = wrapText(dot.label, { ...letters, width: room });
  const under = dot.under ?? "";
  const last = Math.max(...lines.map((line) => lineWidth(line, letters)));
  const isBehind = last + gap + lineWidth(under, small) <= room;
  const lineHigh = letters.size * lineHeight;
  const labelHigh = lines.length * lineHigh;
  const asideHigh = aside.length * small.size * lineHeight;
  const high = Math.max(labelHigh + (under === "" || isBehind ? 0 : lineHigh), asideHigh);
  const base: PixelText = {
    ...small,
    x: isBehind ? last + gap : 0,
    y: top + 6 + labelHigh + (isBehind ? -lineHigh / 2 : lineHigh / 2),
    lines: [under],
    anchor: "start",
    colour: colours.muted,
  };
  return {
    y: top + 6 + high + dotDepth,
    bottom: top + 6 + high + lineDepth + 5,
    texts: [
      { ...letters, x: 0, y: top + 6 + labelHigh / 2, lines, anchor: "start", ...linkOf(dot) },
      ...(under === "" ? [] : [base]),
      ...asideText(dot, { y: top + 6 + asideHigh / 2, width, lines: aside }),
    ],
  };
}

function linkOf({ href }: ScoreDot): Pick<PixelText, "href" | "colour"> {
  return href === undefined ? {} : { href, colour: colours.accent };
}
