import type { Cascade } from "../measures/cascade.ts";
import type { Estimate } from "../measures/estimate.ts";
import { comparable } from "../survey/question.ts";
import { waveIds } from "../survey/survey.ts";
import type { ReportContext } from "./context.ts";
import { figureOf } from "./figures.ts";
import type { Subject } from "./subject.ts";

/** A figure in one wave, beside the parent branch's. */
export interface TrendRow {
  readonly wave: string;
  readonly estimate: Estimate | undefined;
  readonly compared: Estimate | undefined;
  /** True where the question changed from this wave on. */
  readonly breaks: boolean;
}

/** The rows of a trend. It states no changes: each is stated on the page of its own wave. */
export function trendRows(
  context: ReportContext,
  { question, measure }: Subject,
  cascade: Cascade,
): readonly TrendRow[] {
  const waves = waveIds(context.survey);
  const path = context.branch?.path ?? [];
  const figure = (wave: string, of: readonly string[]) =>
    figureOf(context, cascade, { question, measure, wave, path: of });
  return waves.map((wave, at) => ({
    wave,
    estimate: figure(wave, path),
    compared: path.length > 0 ? figure(wave, path.slice(0, -1)) : undefined,
    breaks: at > 0 && !comparable(question, waves, waves[at - 1] ?? wave, wave),
  }));
}
