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
 * What a page of all respondents, or of a branch, says by the scoring methods that the codebook sets: cards, gaps, of
 * all respondents loyalty by band, of a branch its sample.
 */
export function scoringPanels(survey: Survey, page: "overview" | "branch"): readonly AnyPanel[] {
  const { scoring, pairs, bands: settings } = survey;
  return [
    ...(scoring?.national ? [card("national")] : []),
    ...(scoring?.fiveToOne ? [card("fiveToOne")] : []),
    ...(pairs.length > 0 ? [gaps] : []),
    ...(settings && page === "overview" ? [bands] : []),
    ...(scoring?.sample && page === "branch" ? [sample] : []),
  ];
}

/** Problems per 100, which a survey that counts them is about: in the overview they stand before how its figures moved. */
export function problemsFirst({ scoring, questions }: Survey): readonly AnyPanel[] {
  return scoring?.problems !== undefined || questions.some(isOfProblems) ? [problems()] : [];
}

/** The same of a question whose choices are problems of several kinds, judged as in the overview. */
export function problemPanels(question: Question, survey: Survey): readonly AnyPanel[] {
  if (!isOfProblems(question)) return [];
  return [problems(question.id), ...scoringPanels(survey, "overview").map(claimsOnly)];
}

/** A panel that is judged with the others of a page and not drawn. */
function claimsOnly(panel: AnyPanel): AnyPanel {
  return { ...panel, draw: () => null };
}

/** The page that sets scores of the same answers side by side. */
export const whichPanels: readonly AnyPanel[] = [whichGuide, whichGroups, whichOwn];

function isOfProblems(question: Question): boolean {
  return question.type === "multi" && question.problems !== undefined;
}
