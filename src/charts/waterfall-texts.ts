import { colours } from "../theme/tokens.ts";
import type { PixelText } from "./pixel-text.ts";
import { lineWidth } from "./text-lines.ts";
import type { WaterfallChartOptions } from "./waterfall.ts";
import {
  axisAt,
  middleOf,
  noteSize,
  textGap,
  type Waterfall,
  type WaterfallLayout,
  type WaterfallRow,
  waterfallLettering,
} from "./waterfall-layout.ts";

const { size } = waterfallLettering;

/** The colour of a step by its direction, quiet where the change is not clear; ink for start and end. */
export function colourOf({ step }: WaterfallRow, better: WaterfallChartOptions["better"]): string {
  if (!step) return colours.ink;
  if (!step.clear || step.value === 0) return colours.muted;
  if (better === "neither") return colours.accent;
  return step.value > 0 === (better === "higher") ? colours.better : colours.worse;
}

/** Labels on the left, values beside the bars, ticks, and the word for the cut. */
export function waterfallTexts(
  layout: WaterfallLayout,
  { format, better, words, width }: WaterfallChartOptions,
): readonly PixelText[] {
  const { rows, ticks, cut } = layout;
  const quiet = { colour: colours.muted };
  const tickTexts = ticks.map((tick): PixelText => {
    const text = format(tick);
    const x = Math.min(width - lineWidth(text, { size }) / 2, placeOf(tick, layout));
    return { x, y: 11, lines: [text], anchor: "middle", size, ...quiet };
  });
  const x = layout.left - textGap;
  const note: PixelText = { x, y: axisAt, lines: [words.cut], anchor: "end", size: noteSize, ...quiet };
  return [
    ...rows.map(labelText),
    ...rows.map((row) => valueText(row, { layout, better })),
    ...tickTexts,
    ...(cut.low || cut.high ? [note] : []),
  ];
}

function placeOf(value: number, { domain, left, right }: WaterfallLayout): number {
  return left + ((value - domain[0]) / (domain[1] - domain[0])) * (right - left);
}

function labelText(row: WaterfallRow): PixelText {
  const { lines, step } = row;
  const linked = step?.href === undefined ? {} : { href: step.href, colour: colours.accent };
  return { x: 0, y: middleOf(row), lines, anchor: "start", size, bold: !step, ...linked };
}

function valueText(
  row: WaterfallRow,
  { layout, better }: { readonly layout: WaterfallLayout } & Pick<WaterfallChartOptions, "better">,
): PixelText {
  const { before, after, side, step, text } = row;
  const place =
    side === "left"
      ? { x: placeOf(Math.min(before, after), layout) - textGap, anchor: "end" as const }
      : { x: placeOf(Math.max(before, after), layout) + textGap, anchor: "start" as const };
  const colour = colourOf(row, better);
  return { ...place, y: middleOf(row), lines: [text], size, bold: step?.clear ?? true, colour };
}

/** A square of the key; x is its left side, y its middle. */
export interface KeyBox {
  readonly x: number;
  readonly y: number;
  readonly filled: boolean;
  /** Of filled ones: that of the bars they stand for. */
  readonly colour: string;
}

interface Key {
  readonly height: number;
  readonly boxes: readonly KeyBox[];
  readonly texts: readonly PixelText[];
}

const keyRow = 20;

/** What filled and hollow bars mean, below the rows; under each other where there is no room beside. */
export function waterfallKey(
  { steps }: Waterfall,
  {
    layout,
    width,
    words,
    better,
  }: { readonly layout: WaterfallLayout } & Pick<WaterfallChartOptions, "width" | "words" | "better">,
): Key {
  const filledColours = [
    ...new Set(layout.rows.filter(({ step }) => step?.clear).map((row) => colourOf(row, better))),
  ];
  const kinds = [
    ...filledColours.map((colour, at) => ({
      filled: true,
      colour,
      text: at === filledColours.length - 1 ? words.clear : "",
    })),
    ...(steps.some(({ clear }) => !clear) ? [{ filled: false, colour: "none", text: words.unclear }] : []),
  ];
  let [x, y] = [0, layout.bottom + 16];
  const placed = kinds.map(({ filled, colour, text }) => {
    const reach = 15 + lineWidth(text, { size });
    if (x > 0 && x + reach > width) [x, y] = [0, y + keyRow];
    const box: KeyBox = { x, y, filled, colour };
    // Colours of one meaning stand side by side before it.
    x += text === "" ? 13 : reach + 18;
    return { box, text };
  });
  return {
    height: placed.length === 0 ? 4 : y + keyRow / 2 + 2 - layout.bottom,
    boxes: placed.map(({ box }) => box),
    texts: placed
      .filter(({ text }) => text !== "")
      .map(({ box, text }) => ({
        x: box.x + 15,
        y: box.y,
        lines: [text],
        anchor: "start",
        size,
        colour: colours.muted,
      })),
  };
}
