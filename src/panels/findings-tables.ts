import type { Difference } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import { waveIds } from "../survey/survey.ts";
import type { Text } from "../survey/text.ts";
import { english } from "../words/en.ts";
import { chinese } from "../words/zh.ts";
import { breakdown } from "./breakdown.tsx";
import { questionAt, type ReportContext } from "./context.ts";
import { cascadeRequests, type Sums, sumsOf } from "./figures.ts";
import type { FindingsPage } from "./findings-model.ts";
import { type Asks, modelOf } from "./panel.ts";
import { type QuestionSubject, type Subject, subjectOf } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";

interface Of {
  readonly subject: Subject;
  readonly page: FindingsPage;
  readonly asks: Asks;
}

/** What a group outside the hierarchy says of the page's figure, and how that changed. */
export interface GroupChange {
  readonly name: Text;
  readonly dimension: string;
  readonly option: string;
  readonly estimate: Estimate | undefined;
  readonly earlier: Estimate | undefined;
  readonly change: Difference;
}

/** The questions of the page's table with their counts, from which it tells how they changed; on the page of a factor its own. */
export async function questionsShown(
  context: ReportContext,
  { subject, page, asks }: Of,
): Promise<{ readonly questions: readonly QuestionSubject[]; readonly sums: Sums }> {
  const { survey } = context;
  const only = page === "factor" ? questionsUnder(survey, subject).map(({ id }) => id) : undefined;
  const questions = survey.questions
    .filter(({ id }) => id !== subject.id && (only === undefined || only.includes(id)))
    .flatMap(({ id }) => subjectOf(survey, questionAt(context, id)) ?? []);
  const ids = questions.map(({ id }) => id);
  const requests = cascadeRequests(context, { questions: ids, waves: waveIds(survey) });
  return { questions, sums: sumsOf(await Promise.all(requests.map(asks.ask)), []) };
}

/** How groups outside the hierarchy changed, on the pages of factors and questions, whose breakdown shows it. */
export async function groupChanges(
  context: ReportContext,
  { subject, page, asks }: Of,
): Promise<readonly GroupChange[]> {
  if (page !== "factor" && page !== "question") return [];
  const parts = await modelOf(breakdown(subject), context, asks);
  return parts.flatMap(({ dimension, rows }) =>
    rows.flatMap(({ id, estimate, earlier, change }): readonly GroupChange[] => {
      const label = dimension.options.find((option) => option.id === id)?.label;
      if (!label) return [];
      const name = {
        en: english.findings.group(label.en, dimension.title.en),
        zh: chinese.findings.group(label.zh, dimension.title.zh),
      };
      return [{ name, dimension: dimension.id, option: id, estimate, earlier, change }];
    }),
  );
}
