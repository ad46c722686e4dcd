import type { Comparison } from "../findings/compare-versions.ts";
import type { AskedChange, QuestionName } from "../findings/question-changes.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import type { Panel } from "./panel.ts";

/** Questions under one heading. */
interface QuestionList {
  readonly title: string;
  readonly questions: readonly QuestionName[];
}

/** Questions that came or went: in the survey as a whole, or in one of its waves. */
export function questionChanges({ questions }: Comparison): Panel<Comparison["questions"]> {
  return {
    needs: () => [],
    read: () => questions,
    claims: () => [],
    draw: (context) => {
      const said = context.words.changes;
      const lists = [
        { title: said.questionsNew, questions: questions.appeared },
        { title: said.questionsGone, questions: questions.vanished },
        ...questions.asked.flatMap((change) => listsOf(change, context)),
      ].filter((list) => list.questions.length > 0);
      return (
        <section class="panel" id="questions">
          <h2>{said.questionsTitle}</h2>
          {lists.length === 0 && <p class="lead">{said.questionsNone}</p>}
          {lists.map(({ title, questions }) => (
            <section key={title}>
              <h3>{title}</h3>
              <ul class="branch-list leaves">
                {questions.map((question) => (
                  <li key={question.id}>
                    <QuestionLink {...{ question, context }} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      );
    },
  };
}

function listsOf(
  { wave, against, appeared, vanished }: AskedChange,
  context: ReportContext,
): readonly QuestionList[] {
  const said = context.words.changes;
  const title = waveTitle(context, wave);
  if (against === undefined)
    return [
      { title: said.askedNow(title), questions: appeared },
      { title: said.askedNoMore(title), questions: vanished },
    ];
  const previous = waveTitle(context, against);
  return [
    { title: said.askedNew(title, previous), questions: appeared },
    { title: said.askedNotAgain(title, previous), questions: vanished },
  ];
}

/** A question by its short name, which leads to its page where the survey still has it. */
function QuestionLink({
  question,
  context,
}: {
  readonly question: QuestionName;
  readonly context: ReportContext;
}) {
  const { links, survey, language } = context;
  const label = question.short[language];
  const present = survey.questions.some(({ id }) => id === question.id);
  return present ? <a href={links.question(question.id)}>{label}</a> : label;
}
