import { type DetailOf, type Finding, type FindingDetail, type FindingKind, isClaim } from "./finding.ts";

/** So many sentences a reader takes in within a minute. */
export const mostFindings = 6;

const noveltyWeights: Readonly<Record<Finding["novelty"], number>> = { new: 4, followed: 3, standing: 1 };

/** Findings that are equally heavy stand in this order. */
const order: readonly FindingKind[] = [
  "few",
  "mix",
  "moved",
  "followed",
  "weakest",
  "target",
  "luck",
  "rest",
  "apart",
  "end",
  "behind",
  "steady",
];

/**
 * How much a finding matters: its effect in standard deviations of single answers, times the root of the share of
 * respondents whom it concerns, times 4 where it is new in this wave and 3 where it follows one of the wave before. A
 * warning of a small base stands before everything; that nothing changed, behind.
 */
export function weightOf({ detail, effect, scope, novelty }: Finding): number {
  if (detail.kind === "few") return Number.POSITIVE_INFINITY;
  if (detail.kind === "steady") return 0;
  return effect * Math.sqrt(scope) * noveltyWeights[novelty];
}

/**
 * The findings that a page says, most important first: at most so many, and no two of them the same thing. One place is
 * kept for a branch that stands apart from those beside it. That nothing clear happened stands behind all claims and takes
 * no place of theirs.
 */
export function rankFindings(findings: readonly Finding[], { most = mostFindings } = {}): readonly Finding[] {
  const byWeight = findings.toSorted(
    (a, b) =>
      weightOf(b) - weightOf(a) ||
      order.indexOf(a.detail.kind) - order.indexOf(b.detail.kind) ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const own = byWeight.filter((one) => !byWeight.some((other) => isCausedBy(one, other)));
  const kept: Finding[] = [];
  for (const one of own) if (!kept.some((other) => isSaidBy(one, other))) kept.push(one);
  const isRemark = (one: Finding) => one.detail.kind !== "few" && !isClaim(one);
  return [
    ...withReserved(
      kept.filter((one) => !isRemark(one)),
      most,
    ),
    ...kept.filter(isRemark),
  ].slice(0, most);
}

/** The first so many; where none of them says which branch stands apart, the last gives way to the first that does. */
function withReserved(findings: readonly Finding[], most: number): readonly Finding[] {
  const first = findings.slice(0, most);
  const reserved = findings.find(({ detail }) => detail.kind === "end" || detail.kind === "behind");
  return reserved === undefined || first.includes(reserved) ? first : [...first.slice(0, most - 1), reserved];
}

/**
 * The findings of the figure that heads a page, in their own order, before those of another, which are ranked. A claim of
 * the other keeps a place; of a small base the first alone tells.
 */
export function ledBy(
  own: readonly Finding[],
  others: readonly Finding[],
  { most = mostFindings } = {},
): readonly Finding[] {
  if (own.length === 0) return others;
  const rest = others.filter(({ detail }) => detail.kind !== "few");
  const room = rest.some(isClaim) ? most - 1 : most;
  const told = own.filter((one) => isClaim(one) || one.detail.kind === "few");
  const remarks = own.filter((one) => !told.includes(one));
  return [...told.slice(0, room - remarks.length), ...remarks, ...rest].slice(0, most);
}

function keyOf({ figure, detail }: Finding): string {
  return [figure.id, ...("place" in detail ? detail.place.path : [])].join(" ");
}

/**
 * True where another finding is what is behind a finding, whichever is heavier. A change of mix is behind all changes that
 * go its way and hardly beyond it; what became of last wave's finding tells of the same change where it comes
 * from.
 */
export function isCausedBy({ detail, ...one }: Finding, other: Finding): boolean {
  const cause = other.detail;
  if (!isMove(detail)) return false;
  if (cause.kind === "mix")
    return (
      !cause.around &&
      (one.figure.unit === other.figure.unit
        ? isOfMix(detail, cause)
        : isOfMixElsewhere({ detail, ...one }, detail, { finding: other, cause }))
    );
  return (
    detail.kind === "moved" &&
    cause.kind === "followed" &&
    cause.change.verdict !== "unclear" &&
    isSame({ detail, ...one }, other)
  );
}

/**
 * True where a finding only says once more what a heavier one says: of changes of a figure and its parts, in a branch and
 * what is under it, that go the same way, the heaviest says the others, but for a place in which the figure moved clearly
 * further; one change of mix is said; where a branch is far from its like, one sentence says so.
 */
export function isSaidBy(one: Finding, other: Finding): boolean {
  const [a, b] = [one.detail, other.detail];
  if (a.kind === "mix" && b.kind === "mix") return true;
  if (isMove(a) && isMove(b))
    return (
      Math.sign(a.change.value) === Math.sign(b.change.value) &&
      isNested(a.place.path, b.place.path) &&
      isNested(one.figure.within, other.figure.within) &&
      !(one.figure.id === other.figure.id && isBeyond(a, b))
    );
  if (a.kind === "steady") return isMove(b) && isSame(one, other);
  if (a.kind === "rest" || a.kind === "luck") return b.kind === "rest" || b.kind === "luck";
  return false;
}

type Move = DetailOf<"moved" | "followed">;

function isMove(detail: FindingDetail): detail is Move {
  return detail.kind === "moved" || detail.kind === "followed";
}

/** True of two findings of one figure of one place. */
function isSame(one: Finding, other: Finding): boolean {
  return keyOf(one) === keyOf(other);
}

/**
 * So many halves of its interval beyond the mix, or beyond the whole, a change must go to be a finding of its own: p is
 * about 0.001. Of a group outside the hierarchy, whose change its own table marks beside those of its like, 0.05.
 */
const beyond = 1.7;
const marginOf = ({ change: { low, high }, place }: Move) => ((place.group ? 1 : beyond) * (high - low)) / 2;

/** In a place within another's, clearly further than there. */
function isBeyond(one: Move, other: Move): boolean {
  return (
    one.place.path.length > other.place.path.length &&
    Math.abs(one.change.value) - Math.abs(other.change.value) > marginOf(one)
  );
}

/** A figure in another unit than that of which the mix is known: judged in standard deviations. */
function isOfMixElsewhere(
  { effect, figure }: Finding,
  move: Move,
  { finding, cause }: { readonly finding: Finding; readonly cause: DetailOf<"mix"> },
): boolean {
  if (figure.better === "neither") return false;
  const { value } = move.change;
  const isSameWay = (value > 0 === (figure.better === "higher")) === cause.effect.value > 0;
  const margin = (marginOf(move) * effect) / Math.abs(value);
  return isSameWay && effect - finding.effect <= margin && (cause.only || move.place.path.length > 0);
}

/** Where scores fell too, the change of the whole itself is said beside the mix. */
function isOfMix(move: Move, { effect, only }: DetailOf<"mix">): boolean {
  const { value } = move.change;
  const isWhole = move.place.path.length === 0;
  const isWithin = Math.abs(value - effect.value) <= marginOf(move);
  return Math.sign(value) === Math.sign(effect.value) && isWithin && (only || !isWhole);
}

/** True where one of two paths leads to the other. */
function isNested(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.every((id, at) => long[at] === id);
}
