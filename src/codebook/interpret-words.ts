import type { Option } from "../survey/question.ts";
import type { Scale } from "../survey/scale.ts";
import { languages } from "../survey/text.ts";

/**
 * Words that may stand in a cell in place of a code: the labels, in every language. A label that is a code itself, or
 * that two options share, stands for nothing but what it is. Undefined where there are no such words.
 */
export function wordsOf(options: readonly Option[]): Readonly<Record<string, string>> | undefined {
  const ids = new Set(options.map(({ id }) => id));
  const found = new Map<string, string | undefined>();
  for (const { id, label } of options) {
    for (const word of new Set(languages.map((language) => label[language].trim()))) {
      const clash = ids.has(word) || (found.has(word) && found.get(word) !== id);
      found.set(word, clash ? undefined : id);
    }
  }
  const words = [...found].flatMap(([word, id]) => (id === undefined ? [] : [[word, id] as const]));
  return words.length === 0 ? undefined : Object.fromEntries(words);
}

/** Words that may stand for the codes of a scale. */
export function scaleWords(scale: Scale): Readonly<Record<string, number>> | undefined {
  const options = scale.codes.flatMap((code) => {
    const label = scale.labels[code];
    return label ? [{ id: String(code), label }] : [];
  });
  const words = wordsOf(options);
  return words && Object.fromEntries(Object.entries(words).map(([word, code]) => [word, Number(code)]));
}
