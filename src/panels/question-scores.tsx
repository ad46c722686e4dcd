import { itemsOf } from "../survey/survey.ts";
import { previousWave, type ReportContext } from "./context.ts";
import { changeOf, figureOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { parentName, parentSlice } from "./parent.ts";
import { bestFirst, type ScoreGroup, type ScoreRow, ScoreTable } from "./score-table.tsx";
import { endsOf, lowerIsBetter, measureHead, type Subject, subjectOf } from "./subject.ts";

interface QuestionScoresModel {
  readonly groups: readonly ScoreGroup[];
}

/** Every question that has a score, under its factor, best first; on a branch's page beside the parent branch. */
export const questionScores: Panel<QuestionScoresModel> = {
  needs: (context) => {
    const questions = subjectsOf(context).map(({ question }) => question.id);
    const waves = [previousWave(context), context.wave].filter((wave) => wave !== undefined);
    const own = { questions, waves, by: [], slice: context.slice };
    return context.branch ? [own, { ...own, slice: parentSlice(context) }] : [own];
  },
  read: (context, [own, parent]) => {
    const from = previousWave(context);
    const rowOf = (subject: Subject): ScoreRow => {
      const { question, measure } = subject;
      const figure = (counts: typeof own, wave: string | undefined) =>
        counts && wave !== undefined ? figureOf(context, counts, { question, measure, wave }) : undefined;
      const estimate = figure(own, context.wave);
      return {
        id: question.id,
        label: question.short[context.language],
        href: context.links.question(question.id),
        estimate,
        compared: figure(parent, context.wave),
        change: changeOf(context, question, {
          from,
          to: context.wave,
          earlier: figure(own, from),
          later: estimate,
        }),
        lowerIsBetter: lowerIsBetter(question),
      };
    };
    return { groups: groupsOf(context, rowOf) };
  },
  claims: ({ groups }) => groups.flatMap(({ rows }) => rows.map(({ change }) => change)),
  draw: (context, { groups }, judge) => {
    const { words } = context;
    return (
      <section class="panel" id="questions">
        <h2>{words.questionsTitle}</h2>
        <p class="lead">
          {words.questionsLead}
          {context.branch && `${words.sentenceGap}${words.parentMark(parentName(context))}`}
        </p>
        <ScoreTable
          caption={words.questionsTitle}
          head={words.question}
          groups={groups}
          context={context}
          judge={judge}
        />
      </section>
    );
  },
};

function subjectsOf({ survey }: ReportContext): readonly Subject[] {
  return survey.questions.flatMap((question) => subjectOf(survey, question) ?? []);
}

/**
 * What belongs to no factor first, then factors in codebook order; within each, questions of one scale together.
 * Questions nobody was asked are left out.
 */
function groupsOf(context: ReportContext, rowOf: (subject: Subject) => ScoreRow): readonly ScoreGroup[] {
  const { survey, language } = context;
  const subjects = subjectsOf(context);
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
  subjects: readonly Subject[],
  rowOf: (subject: Subject) => ScoreRow,
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
