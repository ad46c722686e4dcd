import type { Branch } from "../survey/branches.ts";
import { branchSlice, everybody } from "../views/slice.ts";
import type { ReportContext } from "./context.ts";

/** The part of a page's context that is the same for all pages of a survey and both languages. */
export type ReportFacts = Pick<
  ReportContext,
  "survey" | "tree" | "weightedWaves" | "responses" | "strata" | "items" | "outside" | "fromRows"
>;

/** What the panels of a page need to know, whichever the page. */
export function pageContext(
  facts: ReportFacts,
  { wave, path = [] }: { readonly wave: string; readonly path?: readonly string[] },
  around: Pick<ReportContext, "language" | "words" | "links" | "document" | "who">,
): ReportContext {
  const { survey, tree, weightedWaves, responses, strata = [], items, outside, fromRows } = facts;
  const ancestors = branchesDownTo(tree, path);
  const branch = path.length > 0 && ancestors.length === path.length ? ancestors.at(-1) : undefined;
  return {
    ...{ survey, tree, weightedWaves, responses, strata, items },
    ...(outside ? { outside } : {}),
    ...(fromRows ? { fromRows } : {}),
    wave,
    slice: branch ? branchSlice(survey.hierarchy, branch.path) : everybody,
    ...(branch ? { branch } : {}),
    ancestors,
    ...around,
  };
}

/** Branches from the widest level down a path, as far as they are there. */
export function branchesDownTo(tree: readonly Branch[], path: readonly string[]): readonly Branch[] {
  const found = tree.find((branch) => branch.path.at(-1) === path[branch.level]);
  return found ? [found, ...branchesDownTo(found.children, path)] : [];
}
