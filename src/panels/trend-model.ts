import type { Cascade } from "../measures/cascade.ts";
import type { Estimate } from "../measures/estimate.ts";
import type { Break } from "../survey/breaks.ts";
import type { Scale } from "../survey/scale.ts";
import { waveIds } from "../survey/survey.ts";
import { barriers } from "./break-text.ts";
import { questionAt, type ReportContext } from "./context.ts";
import { figureOf } from "./figures.ts";
import { otherScalesOf, scaleAt } from "./other-scales.tsx";
import type { Subject } from "./subject.ts";

/** A figure in one wave, beside the parent branch's. */
export interface TrendRow {
  readonly wave: string;
  readonly estimate: Estimate | undefined;
  readonly compared: Estimate | undefined;
  /** What changed in the question from this wave on, so that the line breaks here. */
  readonly breaks: readonly Break[];
  /** The wave's scale. */
  readonly scale: Scale | undefined;
  /** False where it is another one than in the page's wave: the figure has no place on the page's axis. */
  readonly sameScale: boolean;
  /** False where the measure can't be taken on the wave's scale: there is no figure, though the question was asked. */
  readonly fits: boolean;
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
  const others = otherScalesOf(context, question, waves);
  return waves.map((wave, at) => ({
    wave,
    estimate: figure(wave, path),
    compared: path.length > 0 ? figure(wave, path.slice(0, -1)) : undefined,
    breaks: barriers(context, question.id, { after: waves[at - 1] ?? wave, until: wave }),
    scale: scaleAt(context, question.id, wave),
    sameScale: !others.some((other) => other.wave === wave),
    fits: measure.appliesTo(questionAt(context, question.id, wave)),
  }));
}
