import type { Question } from "../survey/question.ts";
import { itemsOf } from "../survey/survey.ts";
import { previousWave, type ReportContext } from "./context.ts";
import { changeOf, figureOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { bestFirst, type ScoreGroup, type ScoreRow, ScoreTable } from "./score-table.tsx";
import { endsOf, lowerIsBetter, type Subject, subjectOf } from "./subject.ts";
import { parentName, parentSlice } from "./trend.tsx";

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
        change: changeOf(context, question, { from, to: context.wave, earlier: figure(own, from), later: estimate }),
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
        <ScoreTable caption={words.questionsTitle} head={words.question} groups={groups} context={context} judge={judge} />
      </section>
    );
  },
};

function subjectsOf({ survey }: ReportContext): readonly Subject[] {
  return survey.questions.flatMap((question) => subjectOf(survey, question) ?? []);
}

/** Factors in codebook order; then what belongs to none, apart by unit and scale. Questions nobody was asked are left out. */
function groupsOf(context: ReportContext, rowOf: (subject: Subject) => ScoreRow): readonly ScoreGroup[] {
  const { survey, language, words } = context;
  const subjects = subjectsOf(context);
  const inFactor = new Set(survey.factors.flatMap(itemsOf));
  const factors = survey.factors.flatMap((factor) => {
    const items = new Set(itemsOf(factor));
    return groupsByScale(subjects.filter(({ question }) => items.has(question.id)), factor.title[language], rowOf);
  });
  const rest = subjects.filter(({ question }) => !inFactor.has(question.id));
  return [...groupsByScale(rest, survey.factors.length > 0 ? words.otherQuestions : undefined, rowOf), ...factors];
}

function groupsByScale(subjects: readonly Subject[], title: string | undefined, rowOf: (subject: Subject) => ScoreRow): readonly ScoreGroup[] {
  const scaleOf = (subject: Subject) => JSON.stringify([subject.unit, endsOf(subject)]);
  return [...new Set(subjects.map(scaleOf))].flatMap((scale, at) => {
    const alike = subjects.filter((subject) => scaleOf(subject) === scale);
    const first = alike[0];
    const rows = bestFirst(alike.map(rowOf).filter(({ estimate }) => estimate !== undefined));
    if (!first || rows.length === 0) return [];
    return [{ ...(title === undefined && at === 0 ? {} : { title: titleOf(title, first.question, first.unit) }), unit: first.unit, ends: endsOf(first), rows }];
  });
}

function titleOf(title: string | undefined, question: Question, unit: string): string {
  const measured = question.type === "number" ? ` (${unit})` : "";
  return `${title ?? ""}${measured}`;
}
