import type { PairCounts } from "../counts/pairs/request.ts";
import { subtractPairGroups } from "../counts/pairs/sums.ts";
import type { Counts } from "../counts/request.ts";
import { subtractTallies, type Tally } from "../counts/tally.ts";
import { type Difference, differenceOf, type Family } from "../measures/difference.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import { withheldValue } from "../survey/reading.ts";
import { allBut, dimensionIn, inBoth, sliceText } from "../views/slice.ts";
import { movedBetween } from "./changes-of.ts";
import type { Side, Sides } from "./compare-sides.ts";
import type { ReportContext } from "./context.ts";
import { type FigureScope, figureAt, indexRequest, type Sums } from "./figures.ts";
import { itemsAt } from "./made-of.ts";
import type { Asks } from "./panel.ts";
import type { Subject } from "./subject.ts";

/** How many respondents two groups have in common. */
export type Overlap =
  /** None: they are compared as they are. */
  | "apart"
  /** One holds the other: what it has beyond it is compared (M20). */
  | "own-in-other"
  | "other-in-own"
  /** Some: shown, and not tested. */
  | "crossing"
  | "same";

export interface ComparedRow {
  readonly subject: Subject;
  readonly own: Estimate | undefined;
  readonly other: Estimate | undefined;
  /** Own less other. */
  readonly difference: Difference;
  /** Of the index and its factors: the questions that both figures are made of. */
  readonly items?: readonly string[];
}

export interface CompareModel {
  readonly sides: Sides;
  readonly overlap: Overlap;
  readonly rows: readonly ComparedRow[];
  /** Respondents of each, of the other without those of the first where it holds them. */
  readonly respondents: { readonly own: number; readonly other: number };
}

export interface Counted extends Sums {
  readonly respondents: number;
}

/** Counts both sides and sets every subject of one against the other's (M20), as one family of tests. */
export async function compareModel(
  { survey }: Pick<ReportContext, "survey">,
  asks: Asks,
  sides: Sides,
  subjects: readonly Subject[],
): Promise<CompareModel> {
  const { own, other } = sides;
  const count = (side: Side) => countedOf(survey, asks, side, subjects);
  const both: Side = { wave: own.wave, slice: inBoth(own.slice, other.slice) };
  const [mine, theirs, common] = await Promise.all([count(own), count(other), asks.ask(everyone(both))]);
  const shared = common.groups.reduce((sum, { rows }) => sum + (rows?.n ?? 0), 0);
  const overlap = own.wave === other.wave ? overlapOf(mine.respondents, theirs.respondents, shared) : "apart";
  const [one, two] =
    overlap === "own-in-other"
      ? [mine, without(await count(placed(other, own)), mine)]
      : overlap === "other-in-own"
        ? [without(await count(placed(own, other)), theirs), theirs]
        : [mine, theirs];
  // The survey is handed on, as what is known of its index is remembered by it.
  const scope: FigureScope = { survey, slice: {} };
  const family: Family = { kind: "rest", of: ["compared", nameOf(own), nameOf(other)].join(" ") };
  const rows = subjects.map((subject): ComparedRow => {
    const row = sides.kind === "wave" ? byWave : bySlice;
    return row(scope, subject, { sides, one, two, overlap, family });
  });
  const kept = rows.filter(({ own: a, other: b }) => a !== undefined || b !== undefined);
  return {
    ...{ sides, overlap, rows: kept.map((row) => unseen(row, overlap)) },
    respondents: { own: one.respondents, other: two.respondents },
  };
}

function everyone({ wave, slice }: Side) {
  return { questions: [], waves: [wave], by: [], slice };
}

/** What to score a side by. */
export async function countedOf(
  survey: ReportContext["survey"],
  { ask, askPairs }: Asks,
  side: Side,
  subjects: readonly Subject[],
): Promise<Counted> {
  const questions = subjects.flatMap(({ kind, id }) => (kind === "question" ? [id] : []));
  const groups = { waves: [side.wave], by: [], slice: side.slice };
  const hasIndex = subjects.some(({ kind }) => kind === "index");
  const [counts, pairs] = await Promise.all([
    ask({ questions, ...groups }),
    Promise.all(hasIndex ? indexRequest(survey, groups).map(askPairs) : []),
  ]);
  return { counts: [counts], pairs, respondents: counts.groups[0]?.rows?.n ?? 0 };
}

function overlapOf(own: number, other: number, shared: number): Overlap {
  if (shared === 0) return "apart";
  if (shared === own && shared === other) return "same";
  if (shared === own) return "own-in-other";
  return shared === other ? "other-in-own" : "crossing";
}

/**
 * A whole without those of whom it is withheld (M34) whether they are in a part of it: what it has beyond the part is
 * nobody of the part.
 */
function placed(whole: Side, part: Side): Side {
  const named = Object.keys(part.slice).filter((name) => (part.slice[name] ?? []).length > 0);
  const known = named.map((name) => [allBut(dimensionIn(name).dimension), [withheldValue]] as const);
  return { ...whole, slice: inBoth(whole.slice, Object.fromEntries(known)) };
}

/** What a whole has beyond a part of it: sums less sums. */
function without(whole: Counted, part: Counted): Counted {
  return {
    respondents: whole.respondents - part.respondents,
    counts: whole.counts.map((counts, at) => lessCounts(counts, part.counts[at])),
    pairs: whole.pairs.map((pairs, at) => lessPairs(pairs, part.pairs[at])),
  };
}

function lessCounts(whole: Counts, part: Counts | undefined): Counts {
  const groups = whole.groups.map((group) => {
    const own = part?.groups.find(({ wave }) => wave === group.wave);
    const tallies = [...group.tallies].map(([id, tally]): [string, Tally] => [
      id,
      less(tally, own?.tallies.get(id)),
    ]);
    return { ...group, tallies: new Map(tallies) };
  });
  return { ...whole, groups };
}

function less(whole: Tally, part: Tally | undefined): Tally {
  if (!part || whole.kind === "shares" || part.kind === "shares") return whole;
  return subtractTallies(whole, part);
}

function lessPairs(whole: PairCounts, part: PairCounts | undefined): PairCounts {
  const groups = whole.groups.map((group) => {
    const own = part?.groups.find(({ wave }) => wave === group.wave);
    return own ? subtractPairGroups(group, own) : group;
  });
  return { ...whole, groups };
}

interface Comparing {
  readonly sides: Sides;
  readonly one: Counted;
  readonly two: Counted;
  readonly overlap: Overlap;
  readonly family: Family;
}

/** Two groups of one wave, an index on the items that both have: like with like. */
function bySlice(scope: FigureScope, subject: Subject, options: Comparing): ComparedRow {
  const { sides, one, two, overlap, family } = options;
  const { wave } = sides.own;
  const figure = (sums: Sums, left: readonly string[] = []) =>
    figureAt(scope, subject, sums, { wave, path: [], without: left });
  const [mine, theirs] = [one, two].map((sums) => itemsAt(scope, subject, sums, { wave, path: [] }));
  const uneven =
    mine && theirs ? [...mine, ...theirs].filter((id) => !mine.includes(id) || !theirs.includes(id)) : [];
  const [own, other] = [figure(one, uneven), figure(two, uneven)];
  const claim = [subject.id, family.of].join(" ");
  const isTested = overlap === "apart" || overlap === "own-in-other" || overlap === "other-in-own";
  const difference: Difference =
    !own || !other || !isTested
      ? { status: "untested", reason: own && other ? "error" : "base" }
      : differenceOf(own, other, { claim, families: [family] });
  const items = mine?.filter((id) => !uneven.includes(id));
  return { subject, own, other, difference, ...(items ? { items } : {}) };
}

/** One group in two waves: what changed in between is not compared (M33). */
function byWave(scope: FigureScope, subject: Subject, { sides, one, two, family }: Comparing): ComparedRow {
  const { survey } = scope;
  const order = survey.waves.map(({ id }) => id);
  const { own, other } = sides;
  const isLater = order.indexOf(own.wave) > order.indexOf(other.wave);
  const [from, to] = isLater ? [other.wave, own.wave] : [own.wave, other.wave];
  const sumsOf = (wave: string): Sums => (wave === own.wave ? one : two);
  const figure = (wave: string, left: readonly string[] = []) =>
    figureAt(scope, subject, sumsOf(wave), { wave, path: [], without: left });
  const { change } = movedBetween(survey, subject, {
    ...{ from, to, figure, slice: own.slice, families: [family] },
    itemsOf: (wave) => itemsAt(scope, subject, sumsOf(wave), { wave, path: [] }),
  });
  return {
    subject,
    own: figure(own.wave),
    other: figure(other.wave),
    difference: isLater ? change : reversed(change),
  };
}

function reversed(difference: Difference): Difference {
  if (difference.status === "untested")
    return { ...difference, ...(difference.value === undefined ? {} : { value: -difference.value }) };
  const { value, low, high } = difference;
  return { ...difference, value: -value, low: -high, high: -low };
}

/** Where one side is what the other leaves of a whole whose size is known, both are withheld together (M34). */
function unseen(row: ComparedRow, overlap: Overlap): ComparedRow {
  const isRest = overlap === "own-in-other" || overlap === "other-in-own";
  const isHidden = [row.own, row.other].some((estimate) => estimate !== undefined && !isShown(estimate));
  if (!isRest || !isHidden) return row;
  const withheld: Estimate = { status: "withheld" };
  return { ...row, own: withheld, other: withheld, difference: { status: "untested", reason: "base" } };
}

function nameOf({ slice, wave }: Side): string {
  return `${sliceText(slice)} ${wave}`;
}
