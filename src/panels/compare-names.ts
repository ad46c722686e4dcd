import { formatNumber } from "../words/numbers.ts";
import type { CompareModel } from "./compare-model.ts";
import type { Side, Sides } from "./compare-sides.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { sliceNames, sliceParts } from "./slice-text.ts";
import { whom } from "./whom.ts";

/** What a comparison asks, which names both sides; of one group in two waves the group as well. */
export function titleOf(context: ReportContext, { sides, names }: Titled): string {
  const { title, titleOf: titleFor } = context.words.view.compare;
  const of = sides.kind === "wave" ? whom(context) : undefined;
  return of === undefined ? title(...names) : titleFor(of, ...names);
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
  const [mine, theirs] = [nameOf(own, context), nameOf(other, context)];
  if (kind === "rest") return [mine, said.rest];
  if (overlap === "own-in-other") return [mine, said.without(theirs, mine)];
  return overlap === "other-in-own" ? [said.without(mine, theirs), theirs] : [mine, theirs];
}

function nameOf({ slice }: Side, { survey, language, words }: ReportContext): string {
  const named = Object.fromEntries(
    Object.entries(slice).filter(([name]) =>
      survey.dimensions.some(({ id }) => id === name.replace(/!$/, "")),
    ),
  );
  const parts = sliceParts(survey, lowest(survey.hierarchy, named), language);
  return parts.length > 0 ? sliceNames(parts, words) : words.view.compare.everybody;
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
