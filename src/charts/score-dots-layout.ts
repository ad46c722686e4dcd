import { colours } from "../theme/tokens.ts";
import type { PixelText } from "./pixel-text.ts";
import { axisLettering, placeOf, type ScoreAxis, scoreAxis, tickTexts } from "./score-axis.ts";
import { columnsOf, gap, sideRow, small, stackedRow, strong } from "./score-dots-rows.ts";
import { lineHeight, lineWidth, wrapText } from "./text-lines.ts";

/** A score with its interval. */
export interface ScoreDot {
  readonly label: string;
  readonly href?: string;
  /** Small, under the label, such as its base. */
  readonly under?: string;
  /** None where it is not shown. */
  readonly score?: { readonly value: number; readonly low: number; readonly high: number };
  /** The value as it is printed, or the word for why there is none. */
  readonly text: string;
  /** The wave before, where the two can be compared. */
  readonly previous?: number;
  /** What it is set against, such as the score of the branch above. */
  readonly compared?: number;
  /** Its interval, drawn thinner. */
  readonly comparedSpan?: { readonly low: number; readonly high: number };
  /** What it is meant to reach. */
  readonly target?: number;
  /** The fair score (M31). */
  readonly fair?: number;
  /** At the end of the row, such as a clear change or a range of ranks. */
  readonly aside?: string;
  /** What the aside says is good or bad; quiet where it is neither. */
  readonly tone?: "better" | "worse" | "quiet";
  /** What its marks and its aside tell, in words, for the chart's alternative. */
  readonly said?: string;
  /** What the others are parts of. */
  readonly whole?: boolean;
  /** On few answers: drawn quieter. */
  readonly small?: boolean;
  /** Made otherwise than the filled dots, so that it is not to be held against them: drawn as a ring. */
  readonly hollow?: boolean;
}

/** Scores under one heading. */
export interface ScoreDotGroup {
  readonly title?: string;
  readonly dots: readonly ScoreDot[];
}

export interface ScoreDotsLayoutOptions {
  readonly width: number;
  readonly ends: { readonly min: number; readonly max: number };
  readonly format: (value: number) => string;
  /** Heads the end of the rows. */
  readonly asideHead?: string;
}

/** A score at its place; x is known from the axis. */
export interface PlacedDot {
  readonly dot: ScoreDot;
  readonly top: number;
  readonly bottom: number;
  /** Where its dot stands. */
  readonly y: number;
}

export interface ScoreDotsLayout {
  readonly axis: ScoreAxis;
  readonly axisY: number;
  readonly height: number;
  readonly dots: readonly PlacedDot[];
  readonly texts: readonly PixelText[];
}

/**
 * Rows of scores down a chart. On a page labels stand in a column on the left and asides in one on the right; on a phone
 * both stand above the line of the dot, which then has the whole width.
 */
export function layOutScoreDots(
  groups: readonly ScoreDotGroup[],
  { width, ends, format, asideHead = "" }: ScoreDotsLayoutOptions,
): ScoreDotsLayout {
  const narrow = width < 500;
  const all = groups.flatMap(({ dots }) => dots);
  const columns = columnsOf(all, { width, asideHead });
  const [left, right] = narrow ? [8, width - 8] : [columns.label + gap, width - columns.aside - gap];
  const axis = scoreAxis(all.flatMap(valuesOf), { ends, left, right, format });
  const head = wrapText(asideHead, { ...small, width: columns.aside });
  const headHeight = asideHead === "" ? 0 : head.length * small.size * lineHeight + 4;
  const axisY = narrow ? headHeight + 18 : Math.max(18, headHeight + 2);
  const texts: PixelText[] = [...tickTexts(axis, { y: axisY - 10, format, width })];
  if (asideHead !== "")
    texts.push({
      ...small,
      x: width,
      y: (head.length * small.size * lineHeight) / 2,
      lines: head,
      anchor: "end",
      colour: colours.muted,
    });
  let bottom = axisY + 4;
  const placed: PlacedDot[] = [];
  for (const group of groups) {
    if (group.title !== undefined) {
      const lines = wrapText(group.title, { ...strong, width });
      const high = lines.length * strong.size * lineHeight;
      texts.push({ ...strong, x: 0, y: bottom + 8 + high / 2, lines, anchor: "start" });
      bottom += high + 12;
    }
    for (const dot of group.dots) {
      const row = narrow
        ? stackedRow(dot, { top: bottom, width, columns })
        : sideRow(dot, { top: bottom, width, columns });
      placed.push({ dot, top: bottom, bottom: row.bottom, y: row.y });
      texts.push(...row.texts, valueText(dot, { axis, y: row.y }));
      bottom = row.bottom;
    }
  }
  return { axis, axisY, height: Math.ceil(bottom) + 4, dots: placed, texts };
}

function valuesOf({ score, previous, compared, comparedSpan, target, fair }: ScoreDot): readonly number[] {
  const { low, high } = comparedSpan ?? {};
  const marks = [previous, compared, low, high, target, fair].filter((value) => value !== undefined);
  return score ? [score.low, score.high, score.value, ...marks] : [];
}

/** The value above its dot, moved in at the ends of the axis; where there is none, its word at the start of the line. */
function valueText(dot: ScoreDot, { axis, y }: { readonly axis: ScoreAxis; readonly y: number }): PixelText {
  const { score, small: few = false } = dot;
  const lettering = { size: score ? strong.size : axisLettering.size, bold: score !== undefined && !few };
  const half = lineWidth(dot.text, lettering) / 2;
  const wanted = score ? placeOf(axis, score.value) : axis.left + half;
  const x = Math.min(axis.right - half, Math.max(axis.left + half, wanted));
  const colour = few || !score ? colours.muted : colours.ink;
  return { ...lettering, x, y: y - 13, lines: [dot.text], anchor: "middle", colour };
}
