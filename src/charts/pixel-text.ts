import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import type { Candidate } from "./label-candidates.ts";
import { lineHeight } from "./text-lines.ts";

/** A text whose place is known in pixels; y is the middle of its lines. */
export interface PixelText {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly anchor: "start" | "middle" | "end";
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  /** Width of the paper around the letters; wider where a line is to be broken by the text. */
  readonly halo?: number;
  /** Told on hovering. */
  readonly title?: string;
  readonly href?: string;
}

/** Texts at their places in pixels, with a halo of paper where they stand on lines. */
export function textMarks(texts: readonly PixelText[]): Plot.Markish[] {
  const groups = Map.groupBy(texts, ({ anchor, bold, href }) => `${anchor} ${bold} ${href !== undefined}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      Plot.text(group, {
        x: { value: "x", scale: null },
        y: { value: "y", scale: null },
        text: ({ lines }: PixelText) => lines.join("\n"),
        fill: { value: ({ colour = colours.ink }: PixelText) => colour, scale: null },
        fontSize: "size",
        title: "title",
        ...(first.href === undefined ? {} : { href: "href" }),
        textAnchor: first.anchor,
        fontWeight: first.bold ? 600 : 400,
        lineHeight,
        stroke: colours.paper,
        strokeWidth: ({ halo = 3 }: PixelText) => halo,
      }),
    ];
  });
}

/** The text of a placed label. */
export function placedText(place: Candidate, text: Omit<PixelText, "x" | "y" | "anchor">): PixelText {
  const { left, right, top, bottom } = place.box;
  const x = place.anchor === "start" ? left : place.anchor === "end" ? right : (left + right) / 2;
  return { ...text, x, y: (top + bottom) / 2, anchor: place.anchor };
}

/** The lines that lead to labels which do not stand beside their points. */
export function leaderMarks(places: readonly Candidate[]): Plot.Markish {
  const leaders = places.flatMap(({ leader }) => (leader ? [leader] : []));
  const end = (at: number) => ({ value: (leader: (typeof leaders)[number]) => leader[at], scale: null });
  return Plot.link(leaders, {
    x1: end(0),
    y1: end(1),
    x2: end(2),
    y2: end(3),
    stroke: colours.muted,
    strokeWidth: 1,
  });
}
