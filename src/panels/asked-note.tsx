import type { AskedOf, Question } from "../survey/question.ts";
import { askedValues } from "./answer-label.ts";
import type { ReportContext } from "./context.ts";

/** Who a question was put to, in the words of the codebook; nothing where everybody was asked. */
export function AskedNote({
  context,
  question,
}: {
  readonly context: ReportContext;
  readonly question: Question;
}) {
  const { words } = context;
  if (!question.asked?.length) return null;
  return (
    <p class="note">
      {words.askedOnly}
      {question.asked.map((asked, at) => (
        <span key={asked.id}>
          {at > 0 && words.askedAnd}
          <Condition context={context} asked={asked} />
        </span>
      ))}
      {words.askedEnd}
    </p>
  );
}

/** Stands in a sentence where the name of what the condition is about goes, which may be a link. */
const slot = "\u0000";

function Condition({ context, asked }: { readonly context: ReportContext; readonly asked: AskedOf }) {
  const { words, survey } = context;
  const values = askedValues(context, asked);
  const isAnswer = survey.questions.some(({ id }) => id === asked.id);
  const [before, after] = (isAnswer ? words.askedAnswer : words.askedGroup)(slot, values).split(slot);
  return (
    <>
      {before}
      <Source context={context} id={asked.id} />
      {after}
    </>
  );
}

/** What the condition stands on: a question, with its page, or a dimension. */
function Source({ context, id }: { readonly context: ReportContext; readonly id: string }) {
  const { survey, language, links } = context;
  const question = survey.questions.find((one) => one.id === id);
  if (question) return <a href={links.question(id)}>{question.short[language]}</a>;
  return <>{survey.dimensions.find((one) => one.id === id)?.title[language] ?? id}</>;
}
