import type { Branch } from "../survey/branches.ts";
import { dimensionIn, inBoth, type Slice } from "../views/slice.ts";
import { minimumOf, sliceOf, type View, wavesOf } from "../views/view.ts";
import type { PageAddress, ReportFacts } from "./page-address.ts";
import type { Asks } from "./panel.ts";

/**
 * A survey as a view shows it: the respondents of its slice are everybody, its minimum base holds, and what is known of
 * the whole survey alone, such as how many were invited, is not said of a part of it.
 *
 * @param kept a branch that stays although the slice holds nobody of it: the page's own
 */
export function viewedFacts(facts: ReportFacts, view: View, kept: readonly string[] = []): ReportFacts {
  const { survey, tree } = facts;
  const slice = sliceOf(survey, view);
  const minimum = minimumOf(survey, view);
  const base = { ...survey.base, minimum, caution: Math.max(survey.base.caution, minimum) };
  const whole = { ...facts, survey: { ...survey, base } };
  if (!isNarrow(slice)) return whole;
  return { ...whole, tree: branchesIn(tree, survey.hierarchy, { slice, kept }), responses: {}, items: {} };
}

/** Whoever counts, asked about respondents of a slice only. */
export function narrowedAsks({ ask, askPairs }: Asks, slice: Slice): Asks {
  if (!isNarrow(slice)) return { ask, askPairs };
  const narrowed = <Request extends { readonly slice: Slice }>(request: Request): Request => ({
    ...request,
    slice: inBoth(request.slice, slice),
  });
  return { ask: (request) => ask(narrowed(request)), askPairs: (request) => askPairs(narrowed(request)) };
}

/** The wave that a page shows under a view: the view's last, or where it names none the page's own. */
export function viewedWave({ survey }: Pick<ReportFacts, "survey">, view: View, page: PageAddress): string {
  return view.waves ? (wavesOf(survey, view).at(-1) ?? page.wave) : page.wave;
}

export function isNarrow(slice: Slice): boolean {
  return Object.values(slice).some((values) => values.length > 0);
}

/** The branches that a slice leaves, by what it says of the levels of the hierarchy. */
function branchesIn(
  branches: readonly Branch[],
  hierarchy: readonly string[],
  { slice, kept }: { readonly slice: Slice; readonly kept: readonly string[] },
): readonly Branch[] {
  return branches.flatMap((branch) => {
    const id = branch.path.at(-1) ?? "";
    if (kept[branch.level] !== id && !isAllowed(slice, hierarchy[branch.level] ?? "", id)) return [];
    const under = kept[branch.level] === id ? kept : [];
    const children = branchesIn(branch.children, hierarchy, { slice, kept: under });
    // A branch of which all below is left out is left out itself.
    if (branch.children.length > 0 && children.length === 0 && kept[branch.level] !== id) return [];
    return [{ ...branch, children }];
  });
}

function isAllowed(slice: Slice, level: string, id: string): boolean {
  return Object.entries(slice).every(([name, values]) => {
    const { dimension, isOut } = dimensionIn(name);
    return dimension !== level || values.length === 0 || values.includes(id) !== isOut;
  });
}
