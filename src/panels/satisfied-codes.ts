import type { ScaleQuestion } from "../survey/question.ts";
import { codeLabel, endsText, type Scale } from "../survey/scale.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";

/** True where some answers, but not all, count as satisfied (M07). */
export function namesSatisfied({ satisfied, codes }: Scale): boolean {
  return satisfied.length > 0 && satisfied.length < codes.length;
}

/** The codes that count as satisfied among all, as "4–5 of 1–5"; codes that do not follow each other one by one. */
export function satisfiedOf(scale: Scale, { words }: Pick<ReportContext, "words">): string {
  const codes = scale.satisfied.toSorted((a, b) => a - b);
  const [first, last] = [codes[0], codes.at(-1)];
  const places = codes.map((code) => scale.codes.indexOf(code));
  const isRun = places.every((place, at) => at === 0 || place === (places[at - 1] ?? place) + 1);
  const text = isRun && codes.length > 1 ? `${first}–${last}` : codes.join(words.listSeparator);
  return words.scoring.satisfiedOf(text, endsText(scale));
}

/** What counts as satisfied, by the answers' own labels, and how many of the answers these are. */
export function countedSatisfied(
  scale: Scale,
  { words, language }: Pick<ReportContext, "words" | "language">,
): { readonly list: string; readonly sentence: string } {
  const labels = scale.satisfied.map((code) => `“${codeLabel(scale, code, language)}”`);
  const list = labels.join(words.listSeparator);
  const [count, all] = [labels, scale.codes].map(({ length }) => formatNumber(length, language));
  return { list, sentence: words.scoring.countsAsSatisfied(list, count ?? "", all ?? "") };
}

/** What counts as satisfied on each of the scales of some questions, once. */
export function satisfiedNotes(
  questions: readonly ScaleQuestion[],
  context: Pick<ReportContext, "words" | "language">,
): readonly string[] {
  return [
    ...new Set(
      questions
        .filter(({ scale }) => namesSatisfied(scale))
        .map(({ scale }) => countedSatisfied(scale, context).sentence),
    ),
  ];
}
