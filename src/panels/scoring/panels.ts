import type { Question } from "../../survey/question.ts";
import type { Survey } from "../../survey/survey.ts";
import type { AnyPanel } from "../page.ts";
import { bands } from "./bands.tsx";
import { card } from "./card.tsx";
import { gaps } from "./gaps.tsx";
import { problems } from "./problems.tsx";
import { sample } from "./sample.tsx";
import { whichGroups } from "./which-groups.tsx";
import { whichGuide } from "./which-guide.tsx";
import { whichOwn } from "./which-own.tsx";

/**
 * What a page of all respondents, or of a branch, says by the scoring methods that the codebook sets: problems per 100,
 * cards, gaps, and of all respondents loyalty by band.
 */
export function scoringPanels(survey: Survey, page: "overview" | "branch"): readonly AnyPanel[] {
  const { scoring, pairs, bands: settings, questions } = survey;
  const hasProblems = scoring?.problems !== undefined || questions.some(isOfProblems);
  return [
    ...(hasProblems ? [problems()] : []),
    ...(scoring?.national ? [card("national")] : []),
    ...(scoring?.fiveToOne ? [card("fiveToOne")] : []),
    ...(pairs.length > 0 ? [gaps] : []),
    ...(settings && page === "overview" ? [bands] : []),
    ...(scoring?.sample && page === "branch" ? [sample] : []),
  ];
}

/** The same of a question whose choices are problems of several kinds. */
export function problemPanels(question: Question): readonly AnyPanel[] {
  return isOfProblems(question) ? [problems(question.id)] : [];
}

/** The page that sets scores of the same answers side by side. */
export const whichPanels: readonly AnyPanel[] = [whichGuide, whichGroups, whichOwn];

function isOfProblems(question: Question): boolean {
  return question.type === "multi" && question.problems !== undefined;
}
