import type { Question } from "../survey/question.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { endsOfWaves } from "../survey/waves-text.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { spanOfLevel } from "./pooling.ts";
import { titleOfWaves } from "./waves-title.ts";

/** Over how many waves the page's own branch is shown (M35). */
export function spanOfPage({ survey, branch }: Pick<ReportContext, "survey" | "branch">): number {
  return spanOfLevel(survey, branch?.path.length ?? 0);
}

/** What a wave's figure of the page's branch is over: the wave, or the first and the last that are pooled. */
export function poolText(context: ReportContext, wave: string, span = spanOfPage(context)): string {
  return poolTitle(context, pooled(context.survey, wave, span)) ?? waveTitle(context, wave);
}

function poolTitle(context: ReportContext, waves: readonly string[]): string | undefined {
  if (waves.length <= 1) return undefined;
  return titleOfWaves(
    waves.map((id) => ({ id, title: waveTitle(context, id) })),
    context.words,
  );
}

/** What each figure of several waves is of: a wave, or those that are pooled for it. */
export function eachText(context: ReportContext): string {
  const { figure } = context.words;
  const span = spanOfPage(context);
  return span > 1 ? figure.eachPool(span) : figure.eachWave;
}

/** The title of a wave; of several in a row, as files name them, those of the first and the last. */
export function wavesTitle(context: ReportContext, waves: string): string {
  const [first, last] = endsOfWaves(waves).map((wave) => waveTitle(context, wave));
  return first === undefined || last === undefined || first === last
    ? waveTitle(context, waves)
    : context.words.index.span(first, last);
}

/** Says that branches of a level are shown over several waves, and which; nothing where they are not. */
export function PooledNote({ context, level }: { readonly context: ReportContext; readonly level: number }) {
  const { words, survey, wave } = context;
  const span = spanOfLevel(survey, level);
  if (span === 1) return null;
  const waves = pooled(survey, wave, span).map((id) => waveTitle(context, id));
  return (
    <p class="note">
      {words.index.pooled(waves.join(words.listSeparator))}
      {words.parenOpen}
      <a href={`${context.links.methods}#M35`}>M35</a>
      {words.parenClose}
      {waveBefore(survey, wave, span) !== undefined && `${words.sentenceGap}${words.index.pooledChange}`}
    </p>
  );
}

function pooled(survey: Survey, wave: string, span: number): readonly string[] {
  const order = waveIds(survey);
  const at = order.indexOf(wave);
  return order.slice(Math.max(0, at + 1 - span), at + 1);
}

/** So many questions are named before the rest is counted. */
const mostNamed = 3;

/** The names of questions; of many the first two and how many more. */
export function fewNamesOf(questions: readonly Question[], context: ReportContext): string {
  if (questions.length <= mostNamed) return namesOf(questions, context);
  const shown = questions.slice(0, mostNamed - 1);
  return `${namesOf(shown, context)}${context.words.view.more(questions.length - shown.length)}`;
}

export function namesOf(questions: readonly Question[], { words, language }: ReportContext): string {
  return questions.map(({ short }) => short[language]).join(words.listSeparator);
}
