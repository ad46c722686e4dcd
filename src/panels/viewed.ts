import type { Branch } from "../survey/branches.ts";
import type { StratumCount } from "../survey/stratum.ts";
import { wavesText } from "../survey/waves-text.ts";
import { ownWaves } from "../views/pools.ts";
import { dimensionIn, inBoth, type Slice } from "../views/slice.ts";
import { minimumOf, sliceOf, type View } from "../views/view.ts";
import type { PageAddress } from "./page-address.ts";
import type { ReportFacts } from "./page-context.ts";
import type { Asks } from "./panel.ts";
import { returnsOf } from "./scoring/returns.ts";

export interface ViewedOptions {
  /** A branch that stays although the slice holds nobody of it: the page's own. */
  readonly kept?: readonly string[];
  /** Dimensions of which too little is published to tell anything of them. */
  readonly unknown?: ReadonlySet<string>;
}

/**
 * A survey as a view shows it: the respondents of its slice are everybody, its minimum base holds, and what is known of
 * the whole survey alone, such as how many were invited, is not said of a part of it. Its hierarchy ends where what is
 * published of it does.
 */
export function viewedFacts(
  facts: ReportFacts,
  view: View,
  { kept = [], unknown = new Set() }: ViewedOptions = {},
): ReportFacts {
  const { survey, tree } = facts;
  const slice = sliceOf(survey, view);
  const minimum = minimumOf(survey, view);
  const base = { ...survey.base, minimum, caution: Math.max(survey.base.caution, minimum) };
  const end = survey.hierarchy.findIndex((id) => unknown.has(id));
  const hierarchy = end < 0 ? survey.hierarchy : survey.hierarchy.slice(0, end);
  const left = new Set([...unknown, ...survey.hierarchy.slice(hierarchy.length)]);
  const known = (ids: readonly string[]) => ids.filter((id) => !left.has(id));
  const dimensions = survey.dimensions.filter(({ id }) => !left.has(id));
  // Segments are groups of the lowest branches: without these there are none.
  const segments = end < 0 ? known(survey.segments) : [];
  const viewed = { ...survey, base, hierarchy, dimensions, segments, filters: known(survey.filters) };
  const whole = {
    ...facts,
    survey: viewed,
    tree: branchesIn(tree, hierarchy, { slice, kept }),
    fromRows: true,
  };
  if (!isNarrow(slice)) return whole;
  const strata = strataIn(facts.strata ?? [], slice);
  return { ...whole, responses: responsesIn(facts, strata), strata, items: {} };
}

/** What was handed out and came back in some strata, wave by wave; nothing where that is not known of them. */
function responsesIn({ responses }: ReportFacts, strata: readonly StratumCount[]): ReportFacts["responses"] {
  return Object.fromEntries(
    Object.keys(responses).flatMap((wave) => {
      const returns = returnsOf(strata, wave, {});
      return returns ? [[wave, returns]] : [];
    }),
  );
}

/** Whoever counts, asked about respondents of a slice only. */
export function narrowedAsks(asks: Asks, slice: Slice): Asks {
  const { ask, askPairs } = asks;
  if (!isNarrow(slice)) return asks;
  const narrowed = <Request extends { readonly slice: Slice }>(request: Request): Request => ({
    ...request,
    slice: inBoth(request.slice, slice),
  });
  return {
    ...asks,
    ask: (request) => ask(narrowed(request)),
    askPairs: (request) => askPairs(narrowed(request)),
  };
}

/** The wave that a page shows under a view, as pools of waves are called; the page's own where the view names none. */
export function viewedWave({ survey }: Pick<ReportFacts, "survey">, view: View, page: PageAddress): string {
  return wavesText(ownWaves(survey, view, page.wave)) || page.wave;
}

export function isNarrow(slice: Slice): boolean {
  return Object.values(slice).some((values) => values.length > 0);
}

/** The strata that make up a slice; none where they can't be told apart by what it names. */
function strataIn(strata: readonly StratumCount[], slice: Slice): readonly StratumCount[] {
  const wanted = Object.entries(slice).filter(([, values]) => values.length > 0);
  const isTold = ({ place }: StratumCount) =>
    wanted.every(([name]) => place[dimensionIn(name).dimension] !== undefined);
  if (!strata.every(isTold)) return [];
  return strata.filter(({ place }) =>
    wanted.every(([name, values]) => {
      const { dimension, isOut } = dimensionIn(name);
      return values.includes(place[dimension] ?? "") !== isOut;
    }),
  );
}

/** The branches that a slice leaves, by what it says of the levels of the hierarchy. */
function branchesIn(
  branches: readonly Branch[],
  hierarchy: readonly string[],
  { slice, kept }: { readonly slice: Slice; readonly kept: readonly string[] },
): readonly Branch[] {
  return branches.flatMap((branch) => {
    if (branch.level >= hierarchy.length) return [];
    const id = branch.path.at(-1) ?? "";
    if (kept[branch.level] !== id && !isAllowed(slice, hierarchy[branch.level] ?? "", id)) return [];
    const under = kept[branch.level] === id ? kept : [];
    const children = branchesIn(branch.children, hierarchy, { slice, kept: under });
    // A branch of which the slice leaves out all below is left out itself.
    const isEmpty = branch.children.length > 0 && children.length === 0;
    if (isEmpty && branch.level + 1 < hierarchy.length && kept[branch.level] !== id) return [];
    return [{ ...branch, children }];
  });
}

function isAllowed(slice: Slice, level: string, id: string): boolean {
  return Object.entries(slice).every(([name, values]) => {
    const { dimension, isOut } = dimensionIn(name);
    return dimension !== level || values.length === 0 || values.includes(id) !== isOut;
  });
}
