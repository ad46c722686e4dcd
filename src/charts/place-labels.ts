import { dotCounter } from "./dot-index.ts";
import {
  type Box,
  type Candidate,
  candidatesAround,
  candidatesFor,
  covers,
  cross,
  crosses,
  type Dot,
  type LabelledPoint,
  overlaps,
  type Segment,
} from "./label-candidates.ts";

export interface PlaceOptions {
  /** Labels stay within. */
  readonly frame: Box;
  /** What no label may cover besides the labelled points: other dots, other texts. */
  readonly dots?: readonly Dot[];
  readonly texts?: readonly Box[];
  /** What labels avoid where they can: lines, and dots of which there may be thousands. */
  readonly lines?: readonly Segment[];
  readonly quiet?: readonly Dot[];
  /**
   * Labels may be left out, rather than put far away: those without room around their points, and those that cost more
   * than this, the costliest first. The first `kept` points keep theirs at any cost.
   */
  readonly droppable?: { readonly dearest: number; readonly kept: number };
}

const rounds = 80;
/** Labels keep so far apart, in pixels. */
const apart = { across: 5, down: 1 };
const overlapCost = 1000;
const throughCost = 300;
const crossingCost = 60;

/**
 * Finds a place for the label of every point, so that no two labels overlap, and none a point, a text or the frame:
 * directly beside its point where it can be, else further out at the end of a line. Every label in turn takes the
 * cheapest of its places, given where the others are, until none changes; an overlap that stays is made dearer, so
 * that the search gets out of where it is stuck. No chance is involved: the same points give the same places.
 *
 * @returns a place for every point in order; none where there is no room for its label. Of two labels that can't be
 * parted the earlier one stays.
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  options: PlaceOptions,
): readonly (Candidate | undefined)[] {
  const quiet = dotCounter(options.quiet ?? []);
  const near = points.map((point) => freePlaces(candidatesFor(point), { points, point, options, quiet }));
  if (options.droppable) return searchCheap(near, options.droppable);
  const first = search(near);
  if (first.every((place) => place)) return first;
  const anywhere = points.map((point, at) =>
    first[at]
      ? (near[at] ?? [])
      : [
          ...(near[at] ?? []),
          ...freePlaces(candidatesAround(point, options.frame), { points, point, options, quiet }),
        ].sort((one, other) => one.cost - other.cost),
  );
  return search(anywhere);
}

interface Surroundings {
  readonly points: readonly LabelledPoint[];
  readonly point: LabelledPoint;
  readonly options: PlaceOptions;
  readonly quiet: (box: Box) => number;
}

/** The candidates that cover nothing they must not cover, with the cost of what they come near to, cheapest first. */
function freePlaces(
  candidates: readonly Candidate[],
  { points, point, options, quiet }: Surroundings,
): readonly Candidate[] {
  const { frame, dots = [], texts = [], lines = [] } = options;
  const others = [...points.filter((other) => other !== point), ...dots];
  // A line can't keep off dots that lie where it starts.
  const inTheWay = others.filter(
    ({ x, y, radius }) => Math.hypot(x - point.x, y - point.y) > radius + point.radius,
  );
  return candidates
    .filter(
      ({ box }) =>
        isWithin(box, frame) &&
        ![point, ...others].some((dot) => covers(box, dot)) &&
        !texts.some((text) => overlaps(text, box)),
    )
    .map((candidate) => {
      const { box, leader } = candidate;
      const close = others.filter((dot) => covers(box, { ...dot, radius: dot.radius + 5 })).length;
      const crossed = Math.min(3, lines.filter((line) => crosses(line, box)).length);
      const covered = Math.min(25, quiet(box));
      const onTheWay = leader ? costOnTheWay(leader, { dots: inTheWay, texts, lines }) : 0;
      return { ...candidate, cost: candidate.cost + 2 * close + 6 * crossed + 4 * covered + onTheWay };
    })
    .sort((one, other) => one.cost - other.cost);
}

/** What a leader costs for the dots, texts and lines that it runs over. */
function costOnTheWay(
  leader: Segment,
  {
    dots,
    texts,
    lines,
  }: { readonly dots: readonly Dot[]; readonly texts: readonly Box[]; readonly lines: readonly Segment[] },
): number {
  const over =
    dots.filter((dot) => crosses(leader, boxOf(dot))).length +
    texts.filter((text) => crosses(leader, text)).length;
  return 30 * over + 10 * lines.filter((line) => cross(leader, line)).length;
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}

function boxOf({ x, y, radius }: Dot): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** Of every label the place that is best given the others; none where it has none, or an earlier label has it. */
function search(places: readonly (readonly Candidate[])[]): readonly (Candidate | undefined)[] {
  const dearer = new Map<string, number>();
  const chosen: (Candidate | undefined)[] = places.map((choices) => cheapest(choices, ({ cost }) => cost));
  let best: { readonly kept: readonly (Candidate | undefined)[]; readonly worth: number } | undefined;
  for (let round = 0; round < rounds; round++) {
    if (improve(chosen, places, dearer) && round < rounds - 1) continue;
    const kept = withoutOverlaps(chosen);
    const stuck = stuckPairs(chosen);
    const worth = kept.filter((place) => place).length - stuck.length / 1000;
    if (!best || worth > best.worth) best = { kept, worth };
    if (stuck.length === 0) break;
    for (const pair of stuck) dearer.set(pair, (dearer.get(pair) ?? 1) + 1);
  }
  return best?.kept ?? [];
}

/** The same with fewer labels, until none that may be left out is too dear. */
function searchCheap(
  places: readonly (readonly Candidate[])[],
  { dearest, kept }: NonNullable<PlaceOptions["droppable"]>,
): readonly (Candidate | undefined)[] {
  const left = [...places];
  for (;;) {
    const found = search(left);
    const costs = found.map((place, at) => (at < kept ? 0 : (place?.cost ?? 0)));
    const worst = Math.max(0, ...costs);
    if (worst <= dearest) return found;
    left[costs.indexOf(worst)] = [];
  }
}

/** Moves every label in turn to its best place given the others; false where none moves. */
function improve(
  chosen: (Candidate | undefined)[],
  places: readonly (readonly Candidate[])[],
  dearer: ReadonlyMap<string, number>,
): boolean {
  let moved = false;
  for (const [at, choices] of places.entries()) {
    const others = chosen.flatMap((place, other) =>
      place && other !== at ? [{ place, weight: dearer.get(pairOf(at, other)) ?? 1 }] : [],
    );
    const place = cheapest(choices, (choice) =>
      others.reduce((sum, other) => sum + other.weight * costTogether(choice, other.place), choice.cost),
    );
    moved ||= place !== chosen[at];
    chosen[at] = place;
  }
  return moved;
}

/** The choice that costs least; choices stand in the order of what they cost alone, which is the least they cost. */
function cheapest(
  choices: readonly Candidate[],
  costOf: (choice: Candidate) => number,
): Candidate | undefined {
  let found: Candidate | undefined;
  let least = Infinity;
  for (const choice of choices) {
    if (choice.cost >= least) break;
    const cost = costOf(choice);
    if (cost < least) [found, least] = [choice, cost];
  }
  return found;
}

/** What two places cost beyond what each costs alone. */
function costTogether(one: Candidate, other: Candidate): number {
  if (areTooClose(one, other)) return overlapCost;
  const through =
    Number(one.leader !== undefined && crosses(one.leader, other.box)) +
    Number(other.leader !== undefined && crosses(other.leader, one.box));
  const crossing = one.leader && other.leader && cross(one.leader, other.leader);
  return throughCost * through + (crossing ? crossingCost : 0);
}

function areTooClose({ box }: Candidate, other: Candidate): boolean {
  const { left, top, right, bottom } = other.box;
  const wide = {
    left: left - apart.across,
    top: top - apart.down,
    right: right + apart.across,
    bottom: bottom + apart.down,
  };
  return overlaps(box, wide);
}

function pairOf(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Pairs of which one covers the other or the line that leads to it. */
function stuckPairs(chosen: readonly (Candidate | undefined)[]): readonly string[] {
  return chosen.flatMap((one, at) =>
    chosen
      .slice(0, at)
      .flatMap((other, before) =>
        one && other && costTogether(one, other) >= throughCost ? [pairOf(before, at)] : [],
      ),
  );
}

function withoutOverlaps(chosen: readonly (Candidate | undefined)[]): readonly (Candidate | undefined)[] {
  const kept: (Candidate | undefined)[] = [];
  for (const place of chosen)
    kept.push(place && kept.every((before) => !before || !areTooClose(place, before)) ? place : undefined);
  return kept;
}
