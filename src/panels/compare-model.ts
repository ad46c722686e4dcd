import { type Difference, differenceOf, type Family } from "../measures/difference.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import type { Question } from "../survey/question.ts";
import { withheldValue } from "../survey/reading.ts";
import { questionOf, type Survey } from "../survey/survey.ts";
import { allBut, dimensionIn, inBoth, sliceText, tellingApart } from "../views/slice.ts";
import { changeOf, movedOf } from "./changes-of.ts";
import { type Counted, countedOf, type Figured, figured } from "./compare-figures.ts";
import { without } from "./compare-rest.ts";
import type { Side, Sides } from "./compare-sides.ts";
import type { ComparedSubject } from "./compare-subjects.ts";
import type { ReportContext } from "./context.ts";
import type { FigureScope } from "./figures.ts";
import type { Asks } from "./panel.ts";
import { changedBetween } from "./subject-questions.ts";

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
  readonly subject: ComparedSubject;
  /** Both figures and their difference are made of the same questions: like with like. */
  readonly own: Estimate | undefined;
  readonly other: Estimate | undefined;
  /** Own less other. */
  readonly difference: Difference;
  /** Of what is made of several questions: those that both figures are made of. */
  readonly items?: readonly string[];
  /** Those that both do without, as they were not asked alike in both waves (M33). */
  readonly changed?: readonly Question[];
  /** Those that both do without, as too few answered them in one of the two (M34). */
  readonly uneven?: readonly Question[];
}

export interface CompareModel {
  readonly sides: Sides;
  readonly overlap: Overlap;
  readonly rows: readonly ComparedRow[];
  /** Respondents of each, of the other without those of the first where it holds them. */
  readonly respondents: { readonly own: number; readonly other: number };
  /** Respondents of the whole of whom it is withheld (M34) whether they are in the part: on neither side. */
  readonly neither?: { readonly count: number; readonly dimensions: readonly string[] };
}

/** Counts both sides and sets every subject of one against the other's (M20), as one family of tests. */
export async function compareModel(
  { survey }: Pick<ReportContext, "survey">,
  asks: Asks,
  sides: Sides,
  subjects: readonly ComparedSubject[],
): Promise<CompareModel> {
  const { own, other } = sides;
  const count = (side: Side) => countedOf(survey, asks, side, subjects);
  const both: Side = { wave: own.wave, slice: inBoth(own.slice, other.slice) };
  const [mine, theirs, common] = await Promise.all([count(own), count(other), asks.ask(everyone(both))]);
  const shared = common.groups.reduce((sum, { rows }) => sum + (rows?.n ?? 0), 0);
  const overlap = own.wave === other.wave ? overlapOf(mine.respondents, theirs.respondents, shared) : "apart";
  const [whole, part] = overlap === "other-in-own" ? [own, other] : [other, own];
  const isRest = overlap === "own-in-other" || overlap === "other-in-own";
  const told = isRest ? await count(placed(whole, part)) : undefined;
  const [one, two] = !told
    ? [mine, theirs]
    : part === own
      ? [mine, without(told, mine)]
      : [without(told, theirs), theirs];
  // The survey is handed on, as what is known of its index is remembered by it.
  const scope: FigureScope = { survey, slice: {} };
  const named = ["compared", nameOf(own), nameOf(other)].join(" ");
  const rows = subjects.map((subject): ComparedRow => {
    const row = sides.kind === "wave" ? byWave : bySlice;
    // Answers to one question are judged together, scores with scores.
    const kind: Family["kind"] = subject.kind === "option" ? "options" : "rest";
    return row(scope, subject, { sides, one, two, overlap, family: { kind, of: named } });
  });
  const kept = rows.filter(({ own: a, other: b }) => a !== undefined || b !== undefined);
  return {
    ...{ sides, overlap, rows: kept.map((row) => unseen(row, overlap)) },
    respondents: { own: one.respondents, other: two.respondents },
    ...(told
      ? neitherOf(survey, { whole, part }, (whole === own ? mine : theirs).respondents - told.respondents)
      : {}),
  };
}

function neitherOf(
  { hierarchy }: Survey,
  { whole, part }: { readonly whole: Side; readonly part: Side },
  count: number,
): Pick<CompareModel, "neither"> {
  const beyond = Object.entries(namedIn(part)).filter(
    ([name, values]) => values.join() !== whole.slice[name]?.join(),
  );
  const dimensions = tellingApart(
    hierarchy,
    beyond.map(([name]) => name),
  );
  return count > 0 && dimensions.length > 0 ? { neither: { count, dimensions } } : {};
}

/** What a slice says anything of. */
function namedIn({ slice }: Side): Side["slice"] {
  return Object.fromEntries(Object.entries(slice).filter(([, values]) => values.length > 0));
}

function everyone({ wave, slice }: Side) {
  return { questions: [], waves: [wave], by: [], slice };
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
  const known = Object.keys(namedIn(part)).map(
    (name) => [allBut(dimensionIn(name).dimension), [withheldValue]] as const,
  );
  return { ...whole, slice: inBoth(whole.slice, Object.fromEntries(known)) };
}

interface Comparing {
  readonly sides: Sides;
  readonly one: Counted;
  readonly two: Counted;
  readonly overlap: Overlap;
  readonly family: Family;
}

/** Two groups of one wave, what is made of several questions on those that both have: like with like. */
function bySlice(scope: FigureScope, subject: ComparedSubject, options: Comparing): ComparedRow {
  const { sides, one, two, overlap, family } = options;
  const { wave } = sides.own;
  const { figure, items } = figured(scope, subject);
  const [mine, theirs] = [one, two].map((sums) => items?.(sums, wave));
  const uneven = mine && theirs ? notInBoth(mine, theirs) : [];
  const [own, other] = [figure(one, wave, uneven), figure(two, wave, uneven)];
  const claim = [subject.id, family.of].join(" ");
  const isTested = overlap === "apart" || overlap === "own-in-other" || overlap === "other-in-own";
  const difference: Difference =
    !own || !other || !isTested
      ? { status: "untested", reason: own && other ? "error" : "base" }
      : differenceOf(own, other, { claim, families: [family] });
  const kept = mine?.filter((id) => !uneven.includes(id));
  return {
    ...{ subject, own, other, difference },
    ...(kept ? { items: kept } : {}),
    ...(uneven.length > 0 ? { uneven: uneven.map((id) => questionOf(scope.survey, id)) } : {}),
  };
}

function notInBoth(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].filter((id) => !one.includes(id) || !other.includes(id));
}

/** One group in two waves, what changed in between left out of both figures (M33): like with like. */
function byWave(
  scope: FigureScope,
  subject: ComparedSubject,
  { sides, one, two, family }: Comparing,
): ComparedRow {
  const { survey } = scope;
  const order = survey.waves.map(({ id }) => id);
  const { own, other } = sides;
  const isLater = order.indexOf(own.wave) > order.indexOf(other.wave);
  const [from, to] = isLater ? [other.wave, own.wave] : [own.wave, other.wave];
  const sumsOf = (wave: string): Counted => (wave === own.wave ? one : two);
  const by = figured(scope, subject);
  const figure = (wave: string, left: readonly string[] = []) => by.figure(sumsOf(wave), wave, left);
  const moving = { from, to, slice: own.slice, families: [family] };
  const { change, without } = movedBy(scope, subject, { by, figure, moving, sumsOf });
  const left = without.map(({ id }) => id);
  const changed = new Set(changedBetween(survey, left, from, to).map(({ id }) => id));
  const [asked, few] = [true, false].map((is) => without.filter(({ id }) => changed.has(id) === is));
  return {
    subject,
    own: figure(own.wave, left),
    other: figure(other.wave, left),
    difference: isLater ? change : reversed(change),
    ...(asked && asked.length > 0 ? { changed: asked } : {}),
    ...(few && few.length > 0 ? { uneven: few } : {}),
  };
}

interface Moving {
  readonly by: Figured;
  readonly figure: (wave: string, without?: readonly string[]) => Estimate | undefined;
  readonly moving: Pick<Parameters<typeof movedOf>[2], "slice" | "families"> & {
    readonly from: string;
    readonly to: string;
  };
  readonly sumsOf: (wave: string) => Counted;
}

function movedBy({ survey }: FigureScope, subject: ComparedSubject, { by, figure, moving, sumsOf }: Moving) {
  const { questions, items } = by;
  if (items)
    return movedOf(
      survey,
      { id: subject.id, questions },
      { ...moving, figure, itemsOf: (wave) => items(sumsOf(wave), wave) },
    );
  const change = changeOf(
    survey,
    { id: subject.id, questions },
    {
      ...moving,
      ...{ earlier: figure(moving.from), later: figure(moving.to) },
      ...(subject.kind === "option" ? { option: subject.option } : {}),
    },
  );
  return { change, without: [] };
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
