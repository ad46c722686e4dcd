import { isChoiceQuestion, isScaleQuestion, type Question } from "../../survey/question.ts";
import type { Dimension } from "../../survey/survey.ts";

/** The options that a table may name: their ids, and words that stand for them. */
export interface Names {
  /** Undefined: values are taken as found. */
  readonly ids: readonly string[] | undefined;
  readonly words: Readonly<Record<string, string>>;
}

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What options of a question can be called in a table. */
export function optionNames(question: Question, words: Words): Names {
  const ids = isScaleQuestion(question)
    ? question.scale.codes.map(String)
    : isChoiceQuestion(question)
      ? question.options.map(({ id }) => id)
      : [];
  return {
    ids: isChoiceQuestion(question) && ids.length === 0 ? undefined : ids,
    words: own(words, question.id),
  };
}

/** What values of a dimension can be called in a table. */
export function valueNames({ id, options }: Dimension, words: Words): Names {
  return {
    ids: options.length === 0 ? undefined : options.map((option) => option.id),
    words: own(words, id),
  };
}

/** The id that a cell stands for: an id itself, a number written another way (5.0), or a label. */
export function idOf(written: string, { ids, words }: Names): string | undefined {
  if (ids === undefined) return written === "" ? undefined : written;
  if (ids.includes(written)) return written;
  const plain = /^\d+(\.0+)?$/.test(written) ? String(Number(written)) : undefined;
  if (plain !== undefined && ids.includes(plain)) return plain;
  return Object.hasOwn(words, written) ? words[written] : undefined;
}

function own(words: Words, id: string): Names["words"] {
  return (Object.hasOwn(words, id) ? words[id] : undefined) ?? {};
}
