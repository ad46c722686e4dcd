import type { Counts } from "../counts/request.ts";
import type { Difference } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import { comparable } from "../survey/question.ts";
import { waveIds } from "../survey/survey.ts";
import type { ReportContext } from "./context.ts";
import { changeOf, figureOf } from "./figures.ts";
import type { Subject } from "./subject.ts";

/** A figure in one wave, and how it changed since the wave before. */
export interface TrendRow {
  readonly wave: string;
  readonly estimate: Estimate | undefined;
  readonly compared: Estimate | undefined;
  readonly change: Difference;
}

export interface TrendModel {
  readonly rows: readonly TrendRow[];
  readonly breaks: readonly string[];
}

/** The rows of a trend and the waves at which its question changed. */
export function trendModel(
  context: ReportContext,
  subject: Subject,
  own: Counts | undefined,
  parent: Counts | undefined,
): TrendModel {
  return { rows: rowsOf(context, subject, own, parent), breaks: breaksOf(context, subject) };
}

function rowsOf(
  context: ReportContext,
  { question, measure }: Subject,
  own: Counts | undefined,
  parent: Counts | undefined,
): readonly TrendRow[] {
  const waves = waveIds(context.survey);
  const figure = (counts: Counts | undefined, wave: string) =>
    counts && figureOf(context, counts, { question, measure, wave });
  // A change is counted from the last wave in which the question was asked.
  let previous: { readonly wave: string; readonly estimate: Estimate } | undefined;
  return waves.map((wave) => {
    const estimate = figure(own, wave);
    const change = changeOf(context, question, {
      from: previous?.wave,
      to: wave,
      earlier: previous?.estimate,
      later: estimate,
    });
    if (estimate) previous = { wave, estimate };
    return { wave, estimate, compared: figure(parent, wave), change };
  });
}

/** Waves at which figures stop being comparable. */
function breaksOf({ survey }: ReportContext, { question }: Subject): readonly string[] {
  const waves = waveIds(survey);
  return waves.filter((wave, at) => at > 0 && !comparable(question, waves, waves[at - 1] ?? wave, wave));
}
