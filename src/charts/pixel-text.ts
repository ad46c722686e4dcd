import * as Plot from "@observablehq/plot";
import { colours } from "../theme/tokens.ts";
import type { Candidate } from "./label-candidates.ts";
import { type PixelText, textGroup } from "./text-group.ts";

export type { PixelText } from "./text-group.ts";

/**
 * Texts at their places in pixels as a mark of Plot. Written as elements straight away: Plot's own mark for texts takes
 * ten times as long, and there are hundreds of thousands of texts.
 */
export function textMarks(texts: readonly PixelText[]): Plot.Markish[] {
  if (texts.length === 0) return [];
  return [(_index, _scales, _values, _dimensions, { document }) => textGroup(document, texts)];
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
