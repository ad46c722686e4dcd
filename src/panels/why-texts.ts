import type { Difference, Verdict } from "../measures/difference.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import type { ClearCell } from "../models/moves/clear-walk.ts";
import type { Effect } from "../models/moves/effect.ts";
import type { MoveLine } from "../models/moves/level.ts";
import { allBranches, type Branch } from "../survey/branches.ts";
import { dimensionOf, questionOf } from "../survey/survey.ts";
import { changeUnit, formatChange, formatChangeRange, formatNumber } from "../words/numbers.ts";
import type { Went } from "../words/why-en.ts";
import type { ReportContext } from "./context.ts";
import { solePath } from "./sole-branch.ts";
import { indexSubjects, type Subject } from "./subject.ts";

/** Unit in which parts of a change are written: points of 1000 have a decimal, as many parts are under one. */
export function partUnit({ unit }: Subject): string {
  return unit === "index1000" ? "index100" : unit;
}

export function wentOf(verdict: Verdict): Went {
  return verdict === "unclear" ? "flat" : verdict;
}

/** A change with its sign and what it is counted in. */
export function signed(value: number, unit: string, { language }: ReportContext): string {
  return `${formatChange(value, unit, language)}${changeUnit(unit, language)}`;
}

/** How large a change is, without its direction. */
export function sizeText(value: number, unit: string, context: ReportContext): string {
  return signed(Math.abs(value), unit, context).replace("+", "");
}

/** The 95 % interval of a difference; empty where it was not tested. */
export function intervalOf(difference: Difference, unit: string, { language }: ReportContext): string {
  return difference.status === "tested"
    ? formatChangeRange(difference.low, difference.high, unit, language)
    : "";
}

export function effectText(
  { value, test }: Effect,
  unit: string,
  context: ReportContext,
): readonly [string, string] {
  return [signed(value, unit, context), intervalOf(test, unit, context)];
}

/** How many answered in both waves. */
export function basesText(places: readonly (Estimate | undefined)[], { language }: ReportContext): string {
  return places
    .map((estimate) => (estimate && isShown(estimate) ? formatNumber(estimate.n, language) : "–"))
    .join(" → ");
}

/** What a line of a split is called. */
export function lineName({ kind, id, groups }: MoveLine, dimension: string, context: ReportContext): string {
  const { survey, language, words } = context;
  if (kind === "small") return words.why.small(groups);
  if (kind === "unknown") return words.why.unplaced;
  const { title, options } = dimensionOf(survey, dimension);
  if (kind === "withheld") return words.why.notPublic(title[language]);
  return options.find((option) => option.id === id)?.label[language] ?? id;
}

/** The branch that a line of the hierarchy, under the page's own branch or the one that a filter leaves, is. */
export function branchOf({ kind, id, under }: MoveLine, context: ReportContext): Branch | undefined {
  if (kind !== "group") return undefined;
  const key = JSON.stringify([...pathOf(context), ...under, id]);
  return allBranches(context.tree).find(({ path }) => JSON.stringify(path) === key);
}

function levelOfLine({ under }: MoveLine, context: ReportContext): string {
  return context.survey.hierarchy[pathOf(context).length + under.length] ?? "";
}

function pathOf(context: ReportContext): readonly string[] {
  return context.branch?.path ?? solePath(context);
}

/** What a branch of the hierarchy is called. */
export function branchName(line: MoveLine, context: ReportContext): string {
  return (
    branchOf(line, context)?.label[context.language] ?? lineName(line, levelOfLine(line, context), context)
  );
}

/** What a factor or an item is called, and where its page is. */
export function memberOf(
  id: string,
  { survey, language, links }: ReportContext,
): { readonly name: string; readonly href: string } {
  const factor = indexSubjects(survey).find((subject) => subject.id === id);
  return factor
    ? { name: factor.name[language], href: links.factor(id) }
    : { name: questionOf(survey, id).short[language], href: links.question(id) };
}

/** Which way a factor went in a branch. */
export function wentIn({ move }: ClearCell): Went {
  return (move.change.value ?? 0) > 0 ? "rise" : "fall";
}

export function wentBy(value: number): Went {
  return value > 0 ? "rise" : "fall";
}

/** The page of what moved the headline of the page's wave. */
export function whyLink({ links, survey, wave }: ReportContext): string {
  return links.why(wave === survey.waves.at(-1)?.id ? undefined : wave);
}
