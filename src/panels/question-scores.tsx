import type { Cascade } from "../measures/cascade.ts";
import { isScaleQuestion, type ScaleQuestion } from "../survey/question.ts";
import { itemsOf, waveIds } from "../survey/survey.ts";
import { movedAt } from "./changes-of.ts";
import { questionAt, type ReportContext } from "./context.ts";
import { cascadeRequests, parentFigure, sumsOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { parentName } from "./parent.ts";
import { allPublished } from "./published.tsx";
import { satisfiedNotes } from "./satisfied-codes.ts";
import type { ScoreRow } from "./score-row.tsx";
import { bestFirst, type ScoreGroup, ScoreTable } from "./score-table.tsx";
import { sparkTrend } from "./spark-points.ts";
import { betterOf, endsOf, measureHead, type QuestionSubject, subjectOf } from "./subject.ts";

interface QuestionScoresModel {
  readonly groups: readonly ScoreGroup[];
}

/** Every question that has a score, under its factor, best first; on a branch's page beside the parent branch. */
export const questionScores = (only?: readonly string[]): Panel<QuestionScoresModel> => ({
  needs: (context) => {
    const questions = subjectsOf(context, only).map(({ question }) => question.id);
    return cascadeRequests(context, { questions, waves: waveIds(context.survey) });
  },
  read: (context, cascade) => ({
    groups: groupsOf(context, subjectsOf(context, only), (subject) => rowOf(context, subject, cascade)),
  }),
  claims: ({ groups }) => groups.flatMap(({ rows }) => rows.map(({ change }) => change)),
  draw: (context, { groups }, judge) => {
    const { words } = context;
    if (groups.length === 0) return null;
    const published = allPublished(groups.flatMap(({ rows }) => rows.map(({ estimate }) => estimate)));
    return (
      <section class="panel" id="questions">
        <h2>{words.questionsTitle}</h2>
        <p class="lead">
          {published ? words.questionsLeadPublished : words.questionsLead}
          {context.branch &&
            isCompared(groups) &&
            `${words.sentenceGap}${words.parentMark(parentName(context))}`}
        </p>
        <ScoreTable
          caption={words.questionsTitle}
          head={words.question}
          groups={groups}
          context={context}
          judge={judge}
        />
        {satisfiedNotes(satisfiedBy(context, groups), context).map((note) => (
          <p class="note" key={note}>
            {note}
          </p>
        ))}
      </section>
    );
  },
});

/** The questions of which a table gives the satisfied share. */
function satisfiedBy(context: ReportContext, groups: readonly ScoreGroup[]): readonly ScaleQuestion[] {
  const ids = groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  return subjectsOf(context, ids).flatMap(({ measure, question }) =>
    measure.name === "satisfied" && isScaleQuestion(question) ? [question] : [],
  );
}

function isCompared(groups: readonly ScoreGroup[]): boolean {
  return groups.some(({ rows }) => rows.some(({ compared }) => compared));
}

function rowOf(context: ReportContext, subject: QuestionSubject, cascade: Cascade): ScoreRow {
  const { question } = subject;
  const { wave } = context;
  const sums = sumsOf(cascade, []);
  return {
    id: question.id,
    label: question.short[context.language],
    href: context.links.question(question.id),
    ...movedAt(context, subject, sums, { wave }),
    compared: parentFigure(context, subject, sums, wave),
    trend: sparkTrend(context, subject, sums, { wave }),
    better: betterOf(subject),
  };
}

function subjectsOf(context: ReportContext, only?: readonly string[]): readonly QuestionSubject[] {
  const { survey } = context;
  return survey.questions
    .filter(({ id }) => only === undefined || only.includes(id))
    .flatMap(({ id }) => subjectOf(survey, questionAt(context, id)) ?? []);
}

/**
 * What belongs to no factor first, then factors in codebook order; within each, questions of one scale together.
 * Questions nobody was asked are left out.
 */
function groupsOf(
  context: ReportContext,
  subjects: readonly QuestionSubject[],
  rowOf: (subject: QuestionSubject) => ScoreRow,
): readonly ScoreGroup[] {
  const { survey, language } = context;
  const inFactor = new Set(survey.factors.flatMap(itemsOf));
  const rest = subjects.filter(({ question }) => !inFactor.has(question.id));
  const factors = survey.factors.flatMap((factor) => {
    const items = new Set(itemsOf(factor));
    return groupsByScale(
      context,
      subjects.filter(({ question }) => items.has(question.id)),
      rowOf,
      factor.title[language],
    );
  });
  return [...groupsByScale(context, rest, rowOf), ...factors];
}

function groupsByScale(
  context: ReportContext,
  subjects: readonly QuestionSubject[],
  rowOf: (subject: QuestionSubject) => ScoreRow,
  title?: string,
): readonly ScoreGroup[] {
  const heads = [...new Set(subjects.map((subject) => measureHead(subject, context)))];
  return heads.flatMap((head) => {
    const alike = subjects.filter((subject) => measureHead(subject, context) === head);
    const [first] = alike;
    const rows = bestFirst(alike.map(rowOf).filter(({ estimate }) => estimate !== undefined));
    if (!first || rows.length === 0) return [];
    return [
      {
        ...(title === undefined ? {} : { title }),
        measure: head,
        unit: first.unit,
        ends: endsOf(first),
        rows,
      },
    ];
  });
}
