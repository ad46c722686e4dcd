import { type Break, type BreakCause, breaksBetween } from "../survey/breaks.ts";
import { endsText, isSameScale } from "../survey/scale.ts";
import { questionOf, waveIds } from "../survey/survey.ts";
import { answerLabel, askedText, type Told } from "./answer-label.ts";
import { type ReportContext, waveTitle } from "./context.ts";

/** All breaks of a question that stand at one wave. */
export interface WaveBreaks {
  readonly wave: string;
  readonly breaks: readonly Break[];
}

/** The breaks of a question of the survey over which no figures are compared (M33), after one wave and up to another. */
export function barriers(
  { survey }: Pick<ReportContext, "survey">,
  id: string,
  { after, until }: { readonly after: string; readonly until: string },
): readonly Break[] {
  const between = breaksBetween(questionOf(survey, id), waveIds(survey), after, until);
  return between.filter(({ allowed }) => !allowed);
}

/** Breaks by the wave that they stand at. */
export function byWave(breaks: readonly Break[]): readonly WaveBreaks[] {
  return [...Map.groupBy(breaks, ({ wave }) => wave)].map(([wave, all]) => ({ wave, breaks: all }));
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
