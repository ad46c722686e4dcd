import { colours } from "../theme/tokens.ts";
import type { FunnelCurve, FunnelDot, FunnelLayout } from "./funnel-layout.ts";
import { funnelSize, linesOf } from "./funnel-layout.ts";
import { type Box, type Candidate, covers, overlaps } from "./label-candidates.ts";
import type { PixelText } from "./pixel-text.ts";
import { placeLabels } from "./place-labels.ts";
import { labelShapes, sizeOf } from "./text-lines.ts";

/** A branch with its label, and the label's place. */
export interface LabelledDot {
  readonly dot: FunnelDot;
  readonly lines: readonly string[];
  readonly place: Candidate;
}

export const dotRadius = { quiet: 3, outside: 3.75, labelled: 4.5, marked: 6 } as const;
/** A label that would cover a crowd of dots is left out. */
const dearest = 70;
const text = { size: funnelSize };
const bold = { size: funnelSize, bold: true };

/** The marked branch and those furthest outside, as many as are allowed and find room. */
export function labelledDots(
  layout: FunnelLayout,
  { most, texts }: { readonly most: number; readonly texts: readonly Box[] },
): readonly LabelledDot[] {
  const { dots, frame } = layout;
  const marked = dots.filter((dot) => dot.marked);
  const furthest = dots
    .filter((dot) => dot.outside !== "no" && !dot.marked)
    .toSorted((one, other) => other.distance - one.distance)
    .slice(0, most);
  const width = Math.min(150, (frame.right - frame.left) * 0.5);
  const chosen = [...marked, ...furthest];
  const points = chosen.map((dot) => {
    const lettering = dot.marked ? bold : text;
    const shapes = labelShapes(dot.label, { ...lettering, width });
    const sizes = shapes.map((lines) => sizeOf(lines, lettering));
    return { dot, shapes, x: dot.x, y: dot.y, radius: radiusOf(dot), sizes };
  });
  const places = placeLabels(points, {
    frame,
    texts,
    lines: linesOf(layout),
    quiet: dots.filter((dot) => !chosen.includes(dot)).map(({ x, y }) => ({ x, y, radius: dotRadius.quiet })),
    droppable: { dearest, kept: marked.length },
  });
  return points.flatMap(({ dot, shapes }, at) => {
    const place = places[at];
    return place ? [{ dot, lines: shapes[place.size] ?? [], place }] : [];
  });
}

function radiusOf({ marked }: FunnelDot): number {
  return marked ? dotRadius.marked + 1 : dotRadius.labelled;
}

/** Paper around the name of a limit, which breaks its curve. */
const halo = 9;

/** The name of a limit on its curve. */
export interface LimitName {
  readonly text: PixelText;
  readonly box: Box;
}

/** Every limit has its name on one of its sides, where other curves and dots leave room; rather right than left. */
export function limitNames(layout: FunnelLayout, nameOf: (coverage: number) => string): readonly LimitName[] {
  const placed: LimitName[] = [];
  for (const coverage of new Set(layout.curves.map((curve) => curve.coverage))) {
    const lines = [nameOf(coverage)];
    const choices = layout.curves
      .filter((curve) => curve.coverage === coverage)
      .flatMap((curve) => boxesOn(curve, { layout, lines }));
    const costs = choices.map((box) => costOf(box, { layout, coverage, placed }));
    const best = choices[costs.indexOf(Math.min(...costs))];
    if (!best) continue;
    const [x, y] = [(best.left + best.right) / 2, (best.top + best.bottom) / 2];
    const quiet = { size: funnelSize, colour: colours.muted, halo };
    placed.push({ text: { ...quiet, x, y, lines, anchor: "middle" }, box: best });
  }
  return placed;
}

/** Boxes around the points of a curve, from right to left, that lie in the frame. */
function boxesOn(
  { points }: FunnelCurve,
  { layout, lines }: { readonly layout: FunnelLayout; readonly lines: readonly string[] },
): readonly Box[] {
  const { width, height } = sizeOf(lines, text);
  const { frame } = layout;
  return points
    .toReversed()
    .map(([x, y]) => ({
      left: x - width / 2,
      right: x + width / 2,
      top: y - height / 2,
      bottom: y + height / 2,
    }))
    .filter(
      ({ left, right, top, bottom }) =>
        left > frame.left && right < frame.right && top > frame.top && bottom < frame.bottom,
    );
}

function costOf(
  box: Box,
  {
    layout,
    coverage,
    placed,
  }: { readonly layout: FunnelLayout; readonly coverage: number; readonly placed: readonly LimitName[] },
): number {
  const { curves, dots, frame, parent } = layout;
  const { left, right, top, bottom } = box;
  const wide = { left: left - halo / 2, right: right + halo / 2, top: top - 2, bottom: bottom + 2 };
  const onOther = curves.some(
    (curve) =>
      curve.coverage !== coverage && curve.points.some(([x, y]) => covers(wide, { x, y, radius: 1 })),
  );
  const onParent = parent.y > wide.top && parent.y < wide.bottom;
  const onName = placed.some((name) => overlaps(name.box, wide));
  const covered = dots.filter(({ x, y, outside, marked }) =>
    covers(wide, { x, y, radius: marked || outside !== "no" ? dotRadius.marked : dotRadius.quiet }),
  );
  const loud = covered.filter(({ marked, outside }) => marked || outside !== "no").length;
  const fromRight = (frame.right - box.right) / (frame.right - frame.left);
  return (
    1000 * Number(onName) +
    300 * loud +
    100 * Number(onOther || onParent) +
    8 * covered.length +
    10 * fromRight
  );
}
