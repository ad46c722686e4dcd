import {
  type Break,
  type BreakCause,
  breaksBetween,
  breaksOfSeveral,
  type ItemBreak,
} from "../survey/breaks.ts";
import { endsText, isSameScale } from "../survey/scale.ts";
import { questionOf, waveIds } from "../survey/survey.ts";
import { answerLabel, askedText, type Told } from "./answer-label.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Memory, onceFor } from "./once-for.ts";

/** All breaks that stand at one wave, of the questions that a figure is made of. */
export interface WaveBreaks {
  readonly wave: string;
  readonly breaks: readonly ItemBreak[];
}

/**
 * The breaks over which no figures are compared (M33), after one wave and up to another, of the questions of the survey
 * that a figure is made of. That a wave did not ask one of several is a break; of one alone there is no figure then.
 */
export function barriers(
  { survey }: Pick<ReportContext, "survey">,
  ids: readonly string[],
  { after, until }: { readonly after: string; readonly until: string },
): readonly ItemBreak[] {
  return onceFor(barriersBetween, survey, [after, until, ...ids], () => {
    const questions = ids.map((id) => questionOf(survey, id));
    const order = waveIds(survey);
    const [only] = questions;
    const between =
      only && questions.length === 1
        ? breaksBetween(only, order, after, until).map((one) => ({ question: only.id, break: one }))
        : breaksOfSeveral(questions, order, after, until);
    return between.filter((one) => !one.break.allowed);
  });
}

const barriersBetween: Memory<readonly ItemBreak[]> = new WeakMap();

/** The breaks of one question, by the wave that they stand at. */
export function byWave(question: string, breaks: readonly Break[]): readonly WaveBreaks[] {
  return [...Map.groupBy(breaks, ({ wave }) => wave)].map(([wave, all]) => ({
    wave,
    breaks: all.map((one) => ({ question, break: one })),
  }));
}

/** What changed, and why, where the codebook gives reasons; `named`: in which questions, too. */
export function breakText(
  told: Told,
  breaks: readonly ItemBreak[],
  { named = false }: { readonly named?: boolean } = {},
): string {
  const { language, words } = told;
  const texts = [...Map.groupBy(breaks, ({ question }) => question)].map(([question, all]) => {
    const causes = new Set(all.map((one) => causeText(told, question, one.break)));
    const reasons = new Set(all.flatMap((one) => one.break.reason?.[language] || []));
    return { question, text: inSentences(told, [...causes, ...reasons]) };
  });
  if (!named) return inSentences(told, [...new Set(texts.map(({ text }) => text))]);
  const alike = [...Map.groupBy(texts, ({ text }) => text)].map(([text, of]) => {
    const names = of.map(({ question }) => `“${questionOf(told.survey, question).short[language]}”`);
    return `${names.join(words.listSeparator)}${words.colon}${text}`;
  });
  return inSentences(told, alike);
}

function causeText(told: Told, id: string, { cause, until, wave }: Break): string {
  const words = told.words.breaks;
  const when = [waveTitle(told, until), waveTitle(told, wave)] as const;
  switch (cause.kind) {
    case "declared":
      return words.declared;
    case "wording":
      return words.wording;
    case "scale":
      return isSameScale(cause.before, cause.after)
        ? words.scaleLabels
        : words.scale(endsText(cause.before), endsText(cause.after));
    case "options":
      return eitherWay(told, id, cause, { added: words.optionsAdded, removed: words.optionsRemoved });
    case "missing":
      return eitherWay(told, id, cause, {
        added: (codes) => words.noAnswerSince(codes, ...when),
        removed: (codes) => words.answerSince(codes, ...when),
      });
    case "mentions":
      return cause.after === "one" ? words.oneAnswer(...when) : words.severalAnswers(...when);
    case "askedOf":
      return askedOfText(told, cause, when);
    case "newlyAsked":
      return words.newlyAsked(when[1]);
    case "notAsked":
      return words.notAsked(when[0]);
    case "leftOut":
      return words.leftOut[cause.why];
    case "takenIn":
      return words.takenIn[cause.why](cause.again);
  }
}

/** Codes that came and codes that went, each with their sentence. */
function eitherWay(
  told: Told,
  id: string,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
  say: { readonly added: (codes: string) => string; readonly removed: (codes: string) => string },
): string {
  const quoted = (codes: readonly string[]) =>
    codes.map((code) => `“${answerLabel(told, id, code)}”`).join(told.words.listSeparator);
  return inSentences(told, [
    ...(added.length > 0 ? [say.added(quoted(added))] : []),
    ...(removed.length > 0 ? [say.removed(quoted(removed))] : []),
  ]);
}

function askedOfText(
  told: Told,
  { before, after }: Extract<BreakCause, { readonly kind: "askedOf" }>,
  when: readonly [until: string, wave: string],
): string {
  const words = told.words.breaks;
  if (before.length === 0) return words.askedOfFewer(...when, askedText(told, after));
  if (after.length === 0) return words.askedOfMore(...when, askedText(told, before));
  return words.askedOfOthers(...when, askedText(told, before), askedText(told, after));
}

/** Texts one after the other, with a full stop between them where one has none of its own. */
export function inSentences({ words }: Told, texts: readonly string[]): string {
  return texts.reduce((all, text) =>
    /[.!?。！？…]$/u.test(all) ? `${all}${words.sentenceGap}${text}` : `${all}${words.stop}${text}`,
  );
}
