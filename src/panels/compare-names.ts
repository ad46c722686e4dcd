import { dimensionIn, type Slice, sliceText } from "../views/slice.ts";
import { formatNumber } from "../words/numbers.ts";
import type { CompareModel } from "./compare-model.ts";
import { beyond } from "./compare-rest.ts";
import type { Side, Sides } from "./compare-sides.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { sliceNames, sliceParts } from "./slice-text.ts";
import { whom } from "./whom.ts";

/** What a comparison asks, which names both sides; of one group in two waves the group as well. */
export function titleOf(context: ReportContext, { sides, names }: Titled): string {
  const { title, titleOf: titleFor, titleOfMany } = context.words.view.compare;
  const of = sides.kind === "wave" ? whom(context) : undefined;
  if (of !== undefined) return titleFor(of, ...names);
  const isMany = sides.kind !== "wave" && [sides.own, sides.other].some(({ slice }) => namesMany(slice));
  return isMany ? titleOfMany(...names) : title(...names);
}

/** Whether a name has an "and" of its own, or is of all but some. */
function namesMany(slice: Slice): boolean {
  return Object.entries(slice).some(([name, values]) => values.length > 1 || dimensionIn(name).isOut);
}

interface Titled {
  readonly sides: Sides;
  readonly names: readonly [own: string, other: string];
}

/** Both sides in words; of a whole that holds the other, what is left of it. */
export function namesOf(
  context: ReportContext,
  { sides, overlap }: Pick<CompareModel, "sides" | "overlap">,
): readonly [string, string] {
  const { words } = context;
  const said = words.view.compare;
  const { own, other, kind } = sides;
  if (kind === "wave") return [waveTitle(context, own.wave), waveTitle(context, other.wave)];
  const [mine, theirs] = namesApart(own, other, context);
  if (kind === "rest") return [mine, theirs === said.everybody ? said.rest : said.restOf(theirs)];
  const left = (whole: Side, part: Side, name: string, without: string) => {
    const rest = beyond(whole.slice, part.slice);
    return rest ? nameOf({ ...whole, slice: rest }, context) : said.without(name, without);
  };
  if (overlap === "own-in-other") return [mine, left(other, own, theirs, mine)];
  return overlap === "other-in-own" ? [left(own, other, mine, theirs), theirs] : [mine, theirs];
}

/** Two groups by name; where both are called alike, such as a city and its province, with what they are. */
function namesApart(own: Side, other: Side, context: ReportContext): readonly [string, string] {
  const [mine, theirs] = [nameOf(own, context), nameOf(other, context)];
  const isAlike = mine === theirs && sliceText(own.slice) !== sliceText(other.slice);
  return isAlike ? [nameOf(own, context, true), nameOf(other, context, true)] : [mine, theirs];
}

/** Of two groups of the same respondents, why nothing is compared. */
export function sameText(context: ReportContext, { own, other }: Sides): string {
  const { same, sameTwo, everybody } = context.words.view.compare;
  const [mine, theirs] = namesApart(own, other, context);
  return mine === theirs ? same(mine === everybody ? undefined : mine) : sameTwo(mine, theirs);
}

function nameOf({ slice }: Side, { survey, language, words }: ReportContext, isTitled = false): string {
  const named = Object.fromEntries(
    Object.entries(slice).filter(([name]) =>
      survey.dimensions.some(({ id }) => id === name.replace(/!$/, "")),
    ),
  );
  const parts = sliceParts(survey, lowest(survey.hierarchy, named), language);
  if (parts.length === 0) return words.view.compare.everybody;
  const titled = (name: string) => `${name}${words.parenOpen}${parts.at(-1)?.title ?? ""}${words.parenClose}`;
  return isTitled ? titled(sliceNames(parts, words)) : sliceNames(parts, words);
}

/** A slice without the levels above the lowest branch that it names, which go without saying. */
function lowest(hierarchy: readonly string[], slice: Side["slice"]): Side["slice"] {
  const last = hierarchy.findLastIndex((level) => slice[level]?.length === 1);
  const above = new Set(hierarchy.slice(0, Math.max(last, 0)).filter((level) => slice[level]?.length === 1));
  return Object.fromEntries(Object.entries(slice).filter(([name]) => !above.has(name)));
}

/** How many respondents a side has; of fewer than the minimum only that they are. */
export function baseOf(count: number, { survey, words, language }: ReportContext): string {
  const { minimum } = survey.base;
  const said = words.view.compare;
  return count < minimum
    ? said.fewer(formatNumber(minimum, language))
    : said.respondents(formatNumber(count, language));
}
