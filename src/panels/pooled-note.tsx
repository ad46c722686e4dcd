import type { Question } from "../survey/question.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { endsOfWaves } from "../survey/waves-text.ts";
import { waveBefore } from "./changes-of.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { spanOfLevel } from "./pooling.ts";

/** Over how many waves the page's own branch is shown (M35). */
export function spanOfPage({ survey, branch }: Pick<ReportContext, "survey" | "branch">): number {
  return spanOfLevel(survey, branch?.path.length ?? 0);
}

/** What a wave's figure of the page's branch is over: the wave, or the first and the last that are pooled. */
export function poolText(context: ReportContext, wave: string, span = spanOfPage(context)): string {
  return poolTitle(context, pooled(context.survey, wave, span)) ?? waveTitle(context, wave);
}

/** What waves in a row are called together: their year, where they are all its quarters, else the first and the last. */
function poolTitle(context: ReportContext, waves: readonly string[]): string | undefined {
  const { words } = context;
  const [first, last] = [waves[0], waves.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const titles = waves.map((wave) => waveTitle(context, wave));
  const year = yearOfQuarters(waves);
  // A financial year may be called by another number: titles tell.
  return year !== undefined && titles.every((title) => title.includes(year))
    ? words.index.year(year)
    : words.index.span(titles[0] ?? first, titles.at(-1) ?? last);
}

/** The year of which waves are all four quarters, by their ids. */
function yearOfQuarters(waves: readonly string[]): string | undefined {
  const [year] = /^\d{4}/.exec(waves[0] ?? "") ?? [];
  return waves.length === 4 && waves.every((wave, at) => wave === `${year}-Q${at + 1}`) ? year : undefined;
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

export function namesOf(questions: readonly Question[], { words, language }: ReportContext): string {
  return questions.map(({ short }) => short[language]).join(words.listSeparator);
}
