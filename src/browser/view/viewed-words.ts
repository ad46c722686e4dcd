import type { Survey } from "../../survey/survey.ts";
import type { Language } from "../../survey/text.ts";
import type { View } from "../../views/view.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";

export interface ViewedWordsOptions {
  /** As it is, whatever the view's minimum base. */
  readonly survey: Pick<Survey, "base">;
  readonly language: Language;
  /** Whether the view is of some respondents only. */
  readonly isNarrow: boolean;
}

/** The words of a page under a view: "all" are all in the filter, and what hides a figure is named. */
export function viewedWords(
  words: Words,
  { minimum = 0 }: Pick<View, "minimum">,
  { survey, language, isNarrow }: ViewedWordsOptions,
): Words {
  const own = survey.base.minimum;
  const number = (count: number) => formatNumber(count, language);
  return {
    ...words,
    ...(isNarrow ? { all: words.view.all } : {}),
    ...(minimum > own ? { withheldWhy: () => words.view.raisedWhy(number(minimum), number(own)) } : {}),
  };
}
