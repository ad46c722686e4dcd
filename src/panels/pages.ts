import { isChoiceQuestion, type Question } from "../survey/question.ts";
import { questionOf, type Survey } from "../survey/survey.ts";
import { branchScores } from "./branch-scores.tsx";
import { breakdown } from "./breakdown.tsx";
import { choicesOverview } from "./choices-overview.tsx";
import { distribution } from "./distribution.tsx";
import { headline } from "./headline.tsx";
import { measuresTable } from "./measures-table.tsx";
import type { AnyPanel } from "./page.ts";
import { questionFacts } from "./question-facts.tsx";
import { questionScores } from "./question-scores.tsx";
import { headlineSubject, subjectOf } from "./subject.ts";
import { trend } from "./trend.tsx";

/** Panels of a page by name, in reading order. */
export type PagePanels = Readonly<Record<string, AnyPanel>>;

/** An overview of a wave: the headline, its trend, questions, branches. */
export function overviewPanels(survey: Survey): PagePanels {
  const subject = headlineSubject(survey);
  if (!subject) {
    const question = questionOf(survey, survey.headline);
    return {
      facts: questionFacts(question, { titled: true }),
      distribution: distribution(question),
      questions: questionScores,
      choices: choicesOverview,
    };
  }
  return {
    headline: headline(subject),
    trend: trend(subject),
    questions: questionScores,
    choices: choicesOverview,
    branches: branchScores(subject),
  };
}

/** A branch's page: its headline, its trend beside its parent's, its branches or siblings, its questions. */
export function branchPanels(survey: Survey): PagePanels {
  const subject = headlineSubject(survey);
  if (!subject) return { questions: questionScores };
  return {
    headline: headline(subject),
    trend: trend(subject),
    questions: questionScores,
    branches: branchScores(subject),
  };
}

/** A question's page: its figure, wording, trend, answers, measures, and who says what. */
export function questionPanels(survey: Survey, question: Question): PagePanels {
  const subject = subjectOf(survey, question);
  const facts = questionFacts(question, { titled: subject === undefined });
  const answers: PagePanels =
    question.type === "number" || question.type === "text" ? {} : { distribution: distribution(question) };
  if (!subject) return isChoiceQuestion(question) ? { facts, ...answers } : { facts };
  return {
    headline: headline(subject),
    facts,
    trend: trend(subject),
    ...answers,
    measures: measuresTable(question),
    breakdown: breakdown(subject),
  };
}
