import { sizeOf, wrapText } from "./text-lines.ts";

/** What is to stand beside the line at which a series breaks. */
export interface BreakLabel {
  /** Place of the line, in pixels. */
  readonly x: number;
  readonly text: string;
}

/** A label on its lines; its own vertical line begins at its first. */
export interface PlacedLabel {
  readonly x: number;
  readonly lines: readonly string[];
  /** Whether the text stands right or left of the line. */
  readonly side: "right" | "left";
  /** Pixels from the top of all labels to the label's own. */
  readonly top: number;
}

export interface LabelRoom {
  /** The ends of what labels may take up, in pixels. */
  readonly left: number;
  readonly right: number;
  /** Lines that may stand over each other at most. */
  readonly mostLines: number;
}

/** Distance of two lines of a label, and of a label from its line, in pixels. */
export const labelLine = 15;
export const labelGap = 5;

const lettering = { size: 12 };

/** Widths that labels are wrapped to, widest first. */
const widths = [420, 300, 240, 190, 150, 120];

/**
 * Places labels above a chart so that none touches another or another's line. Long ones wrap, and stand on steps where
 * they would meet: earlier ones above later ones where there is room for it, and as few lines over each other as can be.
 * Undefined where there is no room for all of them whole. Every label has a place of its own.
 */
export function placeBreakLabels(
  labels: readonly BreakLabel[],
  room: LabelRoom,
): readonly PlacedLabel[] | undefined {
  const found = widths
    .flatMap((width) =>
      orders.flatMap((fromRight) =>
        sides.map((prefer) => stepsOf(labels, room, { width, fromRight, prefer })),
      ),
    )
    .filter((steps) => steps !== undefined)
    .filter((steps) => linesOf(steps) <= room.mostLines && steps.flat().every(isInside(room)));
  const [best] = found.toSorted(
    (a, b) => Number(isReversed(a)) - Number(isReversed(b)) || linesOf(a) - linesOf(b),
  );
  if (!best) return undefined;
  const all = placed(best);
  return labels.flatMap(({ x }) => all.find((label) => label.x === x) ?? []);
}

/** Whether labels take their steps from the right, and on which side of its line one stands where it can. */
const orders = [false, true];
const sides = ["roomier", "right"] as const;

interface Wrapping {
  readonly width: number;
  readonly prefer: (typeof sides)[number];
}

/** Whether an earlier label stands below a later one. */
function isReversed(steps: readonly Step[]): boolean {
  return steps.some((step, at) =>
    step.some(({ x }) => steps.slice(0, at).some((above) => above.some((one) => one.x > x))),
  );
}

interface Wrapped extends Omit<PlacedLabel, "top"> {
  readonly from: number;
  readonly to: number;
}

type Step = readonly Wrapped[];

/** Labels on steps, the first on top: each on the first step where it meets nothing. Undefined where one meets all. */
function stepsOf(
  labels: readonly BreakLabel[],
  room: LabelRoom,
  { fromRight, ...wrapping }: Wrapping & { readonly fromRight: boolean },
): readonly Step[] | undefined {
  let steps: readonly Step[] = [];
  for (const label of labels.toSorted((a, b) => (fromRight ? b.x - a.x : a.x - b.x))) {
    const one = wrapped(label, room, wrapping);
    const isFree = (at: number) =>
      steps.every((step, other) => step.every((two) => !meets(one, two, Math.sign(at - other))));
    const at = [...steps.keys(), steps.length, -1].find(isFree);
    if (at === undefined) return undefined;
    steps = at < 0 ? [[one], ...steps] : steps.toSpliced(at, 1, [...(steps[at] ?? []), one]);
  }
  return steps;
}

/** `below`: 1 where the first label stands on a lower step than the second, −1 on a higher one, 0 on the same. */
function meets(one: Wrapped, two: Wrapped, below: number): boolean {
  if (below > 0) return isIn(two.x, one);
  if (below < 0) return isIn(one.x, two);
  return one.from < two.to + labelGap && two.from < one.to + labelGap;
}

function isIn(x: number, { from, to }: Wrapped): boolean {
  return x > from - labelGap && x < to + labelGap;
}

function isInside({ left, right }: LabelRoom): (label: Wrapped) => boolean {
  return ({ from, to }) => from >= left && to <= right;
}

/** Least room for a label on its right side, where it would have more on its left. */
const leastRight = 80;

/** A label on the side of its line that has more room, or on its right. */
function wrapped({ x, text }: BreakLabel, { left, right }: LabelRoom, { width, prefer }: Wrapping): Wrapped {
  const enough = prefer === "right" ? leastRight : Math.min(width, x - left);
  const side = right - x >= enough ? "right" : "left";
  const most = (side === "right" ? right - x : x - left) - labelGap;
  const lines = wrapText(text, { ...lettering, width: Math.min(width, most) });
  const widest = sizeOf(lines, lettering).width;
  const [from, to] = side === "right" ? [x, x + labelGap + widest] : [x - labelGap - widest, x];
  return { x, lines, side, from, to };
}

function placed(steps: readonly Step[]): readonly PlacedLabel[] {
  return steps.flatMap((step, at) => {
    const top = linesOf(steps.slice(0, at)) * labelLine;
    return step.map(({ x, lines, side }) => ({ x, lines, side, top }));
  });
}

function linesOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + Math.max(...step.map(({ lines }) => lines.length)), 0);
}
