import type { Branch } from "../survey/branches.ts";
import { questionOf } from "../survey/survey.ts";
import { branchSlice, everybody } from "../views/slice.ts";
import { branchList } from "./branch-list.tsx";
import type { ReportContext } from "./context.ts";
import { endedBefore } from "./ended.ts";
import {
  bestPanels,
  branchPanels,
  factorPanels,
  luckPanels,
  overviewPanels,
  type PagePanels,
  questionPanels,
  whyPanels,
} from "./pages.ts";
import { rankedSubject } from "./ranking.ts";
import { indexSubjects } from "./subject.ts";

/** What a page of a survey is about: enough to make its panels, at build and in the browser alike. */
export type PageAddress = { readonly wave: string } & (
  | { readonly kind: "overview" | "why" | "branches" | "best" | "luck" }
  | { readonly kind: "question" | "factor"; readonly id: string }
  /** Option ids from the widest level down. */
  | { readonly kind: "branch"; readonly path: readonly string[] }
);

/**
 * The panels of a page, in reading order. None where the survey has no such page, as for a factor that it doesn't have.
 * @throws Error where it has no such question
 */
export function panelsAt(
  { survey, tree, branch }: Pick<ReportContext, "survey" | "tree" | "branch">,
  page: PageAddress,
): PagePanels {
  const ranked = rankedSubject({ survey, tree });
  switch (page.kind) {
    case "overview":
      return overviewPanels(survey);
    case "why":
      return whyPanels(survey);
    case "branches":
      return [branchList(ranked)];
    case "best":
      return ranked ? bestPanels(ranked) : [];
    case "luck":
      return ranked ? luckPanels(ranked) : [];
    case "question":
      return questionPanels(survey, questionOf(survey, page.id));
    case "factor": {
      const subject = indexSubjects(survey).find(({ id }) => id === page.id);
      return subject ? factorPanels(survey, subject) : [];
    }
    case "branch":
      return branchPanels(survey, { ended: branch !== undefined && endedBefore(survey, branch, page.wave) });
  }
}

/** The part of a page's context that is the same for all pages of a survey and both languages. */
export type ReportFacts = Pick<ReportContext, "survey" | "tree" | "weightedWaves" | "responses" | "items">;

/** What the panels of a page need to know, whichever the page. */
export function pageContext(
  facts: ReportFacts,
  { wave, path = [] }: { readonly wave: string; readonly path?: readonly string[] },
  around: Pick<ReportContext, "language" | "words" | "links" | "document" | "who">,
): ReportContext {
  const { survey, tree, weightedWaves, responses, items } = facts;
  const ancestors = branchesDownTo(tree, path);
  const branch = path.length > 0 && ancestors.length === path.length ? ancestors.at(-1) : undefined;
  return {
    ...{ survey, tree, weightedWaves, responses, items },
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
