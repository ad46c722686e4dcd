import {
  type Break,
  type BreakCause,
  breaksBetween,
  breaksOfSeveral,
  type ItemBreak,
} from "../survey/breaks.ts";
import type { Question } from "../survey/question.ts";
import { endsText, isSameScale } from "../survey/scale.ts";
import { questionOf, waveIds } from "../survey/survey.ts";
import { answerLabel, askedText, type Told } from "./answer-label.ts";
import { type ReportContext, waveTitle } from "./context.ts";

/** All breaks of a figure that stand at one wave. */
export interface WaveBreaks {
  readonly wave: string;
  readonly breaks: readonly ItemBreak[];
}

/**
 * The breaks over which no figures are compared (M33), of any of the questions that a figure is made of, after one wave
 * and up to another.
 */
export function barriers(
  { survey }: Pick<ReportContext, "survey">,
  questions: readonly Question[],
  { after, until }: { readonly after: string; readonly until: string },
): readonly ItemBreak[] {
  const written = questions.map(({ id }) => questionOf(survey, id));
  const between =
    written.length === 1
      ? written.flatMap((question) =>
          breaksBetween(question, waveIds(survey), after, until).map((one) => itemBreak(question.id, one)),
        )
      : breaksOfSeveral(written, waveIds(survey), after, until);
  return between.filter((one) => !one.break.allowed);
}

export function itemBreak(question: string, one: Break): ItemBreak {
  return { question, break: one };
}

/** Breaks by the wave that they stand at. */
export function byWave(breaks: readonly ItemBreak[]): readonly WaveBreaks[] {
  return [...Map.groupBy(breaks, (one) => one.break.wave)].map(([wave, all]) => ({ wave, breaks: all }));
}

/** What changed in the questions of a figure; `named`: with the name of each question, where there are several. */
export function breaksText(told: Told, breaks: readonly ItemBreak[], named: boolean): string {
  const byQuestion = [...Map.groupBy(breaks, ({ question }) => question)];
  return inSentences(
    told,
    byQuestion.map(([id, all]) => {
      const text = breakText(
        told,
        id,
        all.map((one) => one.break),
      );
      const name = questionOf(told.survey, id).short[told.language];
      return named ? `${name}${told.words.colon}${text}` : text;
    }),
  );
}

/** What changed in a question, and why, where the codebook gives reasons. */
export function breakText(told: Told, id: string, breaks: readonly Break[]): string {
  const { language } = told;
  const causes = new Set(breaks.map((one) => causeText(told, id, one)));
  const reasons = new Set(breaks.flatMap(({ reason }) => reason?.[language] || []));
  return inSentences(told, [...causes, ...reasons]);
}

function causeText(told: Told, id: string, { cause, until, wave }: Break): string {
  const words = told.words.breaks;
  const when = { until: waveTitle(told, until), wave: waveTitle(told, wave) };
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
        added: (codes) => words.noAnswerSince({ ...when, codes }),
        removed: (codes) => words.answerSince({ ...when, codes }),
      });
    case "mentions":
      return cause.after === "one" ? words.oneAnswer(when) : words.severalAnswers(when);
    case "askedOf":
      return askedOfText(told, cause, when);
    case "newlyAsked":
      return words.newlyAsked(when.wave);
    case "notAsked":
      return words.notAsked(when.until);
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
  when: { readonly until: string; readonly wave: string },
): string {
  const words = told.words.breaks;
  if (before.length === 0) return words.askedOfFewer(when, askedText(told, after));
  if (after.length === 0) return words.askedOfMore(when, askedText(told, before));
  return words.askedOfOthers(when, askedText(told, before), askedText(told, after));
}

/** Texts one after the other, with a full stop between them where one has none of its own. */
export function inSentences({ words }: Told, texts: readonly string[]): string {
  return texts.reduce((all, text) =>
    /[.!?。！？…]$/u.test(all) ? `${all}${words.sentenceGap}${text}` : `${all}${words.stop}${text}`,
  );
}
