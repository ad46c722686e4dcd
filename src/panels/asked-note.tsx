import {
  type AskedOf,
  isChoiceQuestion,
  isScaleQuestion,
  type Option,
  type Question,
} from "../survey/question.ts";
import { codeLabel, type Scale } from "../survey/scale.ts";
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
  const values = asked.values.map((value) => `“${labelOf(context, asked, value)}”`).join(words.askedOr);
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

function labelOf({ survey, language }: ReportContext, { id }: AskedOf, value: string): string {
  const question = survey.questions.find((one) => one.id === id);
  if (question && isScaleQuestion(question))
    return codeLabel(scaleWith(question, Number(value)), Number(value), language);
  const options: readonly Option[] =
    question && isChoiceQuestion(question)
      ? question.options
      : (survey.dimensions.find((one) => one.id === id)?.options ?? []);
  return options.find((option) => option.id === value)?.label[language] ?? value;
}

/** Of all scales that a question has had, the first with a code. */
function scaleWith({ scale, versions }: Extract<Question, { readonly scale: Scale }>, code: number): Scale {
  const scales = [scale, ...versions.flatMap((version) => version.scale ?? [])];
  return scales.find(({ codes }) => codes.includes(code)) ?? scale;
}
