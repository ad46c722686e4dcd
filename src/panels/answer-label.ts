import {
  type AskedOf,
  isChoiceQuestion,
  isScaleQuestion,
  type Option,
  type Question,
} from "../survey/question.ts";
import { codeLabel, type Scale } from "../survey/scale.ts";
import type { ReportContext } from "./context.ts";

/** All that it takes to say something of a survey in a language. */
export type Told = Pick<ReportContext, "survey" | "language" | "words">;

/** What a code of a question or an option of a dimension is called; the id itself, where it has no name. */
export function answerLabel({ survey, language }: Told, id: string, value: string): string {
  const question = survey.questions.find((one) => one.id === id);
  if (question && isScaleQuestion(question))
    return codeLabel(scaleWith(question, Number(value)), Number(value), language);
  const options: readonly Option[] =
    question && isChoiceQuestion(question)
      ? question.options
      : (survey.dimensions.find((one) => one.id === id)?.options ?? []);
  return options.find((option) => option.id === value)?.label[language] ?? value;
}

/** Answers or groups in quotes, all of which meet a condition. */
export function askedValues(told: Told, { id, values }: AskedOf): string {
  return values.map((value) => `“${answerLabel(told, id, value)}”`).join(told.words.askedOr);
}

/** Who a question was put to, as the end of a sentence: “whose answer to … was …”. */
export function askedText(told: Told, asked: readonly AskedOf[]): string {
  const { survey, language, words } = told;
  const condition = (one: AskedOf) => {
    const question = survey.questions.find(({ id }) => id === one.id);
    const values = askedValues(told, one);
    if (question) return words.askedAnswer(question.short[language], values);
    const dimension = survey.dimensions.find(({ id }) => id === one.id);
    return words.askedGroup(dimension?.title[language] ?? one.id, values);
  };
  return asked.map(condition).join(words.askedAnd);
}

/** Of all scales that a question has had, the first with a code. */
function scaleWith({ scale, versions }: Extract<Question, { readonly scale: Scale }>, code: number): Scale {
  const scales = [scale, ...versions.flatMap((version) => version.scale ?? [])];
  return scales.find(({ codes }) => codes.includes(code)) ?? scale;
}
