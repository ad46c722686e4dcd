import type { TextSize } from "./text-lines.ts";

/** A rectangle in pixels; y grows downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Start and end of a line in pixels. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** A place for a label beside a point. */
export interface Candidate {
  /** Which of the label's sizes. */
  readonly size: number;
  readonly box: Box;
  /** Where its text is held: at the side that looks to the point. */
  readonly anchor: "start" | "middle" | "end";
  /** From the point to the label, where it does not stand directly beside it. */
  readonly leader?: Segment;
  /** How little it is liked: 0 for directly to the right. */
  readonly cost: number;
}

/** A dot in pixels. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A dot that is to be labelled, with the sizes that its label can have, best first. */
export interface LabelledPoint extends Dot {
  readonly sizes: readonly TextSize[];
}

const gap = 4;
const shortLabel = 90;
const distances = [14, 24, 36, 50, 66, 84, 104, 128, 156, 190, 230];
/** Directions in the order in which a reader looks for a label. */
const near: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];
const nearCosts = [0, 2, 3, 3, 4, 4, 6, 6];
const far = Array.from({ length: 16 }, (_, step) => [
  Math.cos((step * Math.PI) / 8),
  Math.sin((step * Math.PI) / 8),
]);

/** Places for a point's label: directly around it, then further out with a line that leads to it. */
export function candidatesFor(point: LabelledPoint): readonly Candidate[] {
  return point.sizes.flatMap((size, at) => {
    const wanted = reluctance(point, at);
    const beside = near.map(([right, down], direction) => {
      const diagonal = right !== 0 && down !== 0;
      const away = diagonal ? 0.7 * point.radius + 1 : point.radius + gap;
      const cost = (nearCosts[direction] ?? 0) + wanted;
      return { ...boxAt(point, size, [right * away, down * away]), size: at, cost };
    });
    const out = distances.flatMap((distance, ring) =>
      far.map(([right = 0, down = 0]) => {
        const place = boxAt(point, size, [right * distance, down * distance]);
        return { ...place, size: at, cost: 12 + 4 * ring + wanted, leader: leaderTo(point, place.box) };
      }),
    );
    return [...beside, ...out];
  });
}

/** A short label stays on one line where it can. */
function reluctance({ sizes }: LabelledPoint, at: number): number {
  return at * ((sizes[0]?.width ?? 0) <= shortLabel ? 8 : 3);
}

/** The label's box when the side that looks to the point is moved away from it. */
function boxAt(
  { x, y }: LabelledPoint,
  { width, height }: TextSize,
  [right, down]: readonly [number, number],
): Pick<Candidate, "box" | "anchor"> {
  const [beside, above] = [sideOf(right, down), sideOf(down, right)];
  const left = x + right + ((beside - 1) / 2) * width;
  const top = y + down + ((above - 1) / 2) * height;
  const anchor = beside > 0 ? "start" : beside < 0 ? "end" : "middle";
  return { box: { left, top, right: left + width, bottom: top + height }, anchor };
}

function sideOf(along: number, across: number): -1 | 0 | 1 {
  if (Math.abs(along) < Math.abs(across) * 0.45) return 0;
  return along > 0 ? 1 : -1;
}

/** Places all over a frame, each with a line that leads to it, for where nothing nearer is free. */
export function candidatesAround(point: LabelledPoint, frame: Box): readonly Candidate[] {
  return point.sizes.flatMap((size, at) => {
    const lefts = steps(frame.left, frame.right - size.width, 14);
    const tops = steps(frame.top, frame.bottom - size.height, 8);
    return lefts.flatMap((left) =>
      tops.map((top): Candidate => {
        const box = { left, top, right: left + size.width, bottom: top + size.height };
        const leader = leaderTo(point, box);
        const anchor = box.left >= point.x ? "start" : box.right <= point.x ? "end" : "middle";
        const length = Math.hypot(leader[2] - leader[0], leader[3] - leader[1]);
        return { size: at, box, anchor, leader, cost: 40 + length / 4 + reluctance(point, at) };
      }),
    );
  });
}

function steps(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, at) => from + at * step);
}

/** The shortest line from the point's edge to a little before its label. */
function leaderTo({ x, y, radius }: LabelledPoint, box: Box): Segment {
  const toX = Math.min(box.right, Math.max(box.left, x));
  const toY = Math.min(box.bottom - 3, Math.max(box.top + 3, y));
  const length = Math.hypot(toX - x, toY - y) || 1;
  const [right, down] = [(toX - x) / length, (toY - y) / length];
  return [x + right * radius, y + down * radius, toX - 2 * right, toY - 2 * down];
}

/** Whether two rectangles share more than their edges. */
export function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Whether a dot lies on a rectangle, edges aside. */
export function covers({ left, top, right, bottom }: Box, { x, y, radius }: Dot): boolean {
  if (x + radius <= left || x - radius >= right || y + radius <= top || y - radius >= bottom) return false;
  const across = x - Math.min(right, Math.max(left, x));
  const down = y - Math.min(bottom, Math.max(top, y));
  return Math.hypot(across, down) < radius;
}

/** Whether a line runs through a rectangle. */
export function crosses([x1, y1, x2, y2]: Segment, { left, top, right, bottom }: Box): boolean {
  if (Math.max(x1, x2) < left || Math.min(x1, x2) > right) return false;
  if (Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) return false;
  let [from, to] = [0, 1];
  const sides = [
    [x1 - x2, x1 - left],
    [x2 - x1, right - x1],
    [y1 - y2, y1 - top],
    [y2 - y1, bottom - y1],
  ];
  for (const [step = 0, room = 0] of sides) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from < to;
}

/** Whether two lines cross. */
export function cross(one: Segment, other: Segment): boolean {
  for (const axis of [0, 1] as const) {
    if (Math.max(one[axis], one[axis + 2] ?? 0) < Math.min(other[axis], other[axis + 2] ?? 0)) return false;
    if (Math.max(other[axis], other[axis + 2] ?? 0) < Math.min(one[axis], one[axis + 2] ?? 0)) return false;
  }
  const side = ([x1, y1, x2, y2]: Segment, x: number, y: number) =>
    Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  return (
    side(one, other[0], other[1]) * side(one, other[2], other[3]) < 0 &&
    side(other, one[0], one[1]) * side(other, one[2], one[3]) < 0
  );
}
