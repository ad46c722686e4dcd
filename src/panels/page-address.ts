import { questionOf } from "../survey/survey.ts";
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
import { whichPanels } from "./scoring/panels.ts";
import { indexSubjects } from "./subject.ts";

/** What a page of a survey is about: enough to make its panels, at build and in the browser alike. */
export type PageAddress = { readonly wave: string } & (
  | { readonly kind: "overview" | "why" | "branches" | "best" | "luck" | "which" }
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
    case "which":
      return whichPanels;
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
