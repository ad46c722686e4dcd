import type { Estimate } from "../measures/estimate.ts";
import type { ItemBreak } from "../survey/breaks.ts";
import type { Scale } from "../survey/scale.ts";
import { waveIds } from "../survey/survey.ts";
import { barriers } from "./break-text.ts";
import { questionAt, type ReportContext } from "./context.ts";
import { figureAt, parentFigure, type Sums } from "./figures.ts";
import { otherScalesOf, scaleAt } from "./other-scales.tsx";
import { spanOfPage } from "./pooled-note.tsx";
import type { Subject } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";

/** A figure in one wave, beside the parent branch's. */
export interface TrendRow {
  readonly wave: string;
  readonly estimate: Estimate | undefined;
  readonly compared: Estimate | undefined;
  /** What changed in the questions of the figure from this wave on, so that the line breaks here. */
  readonly breaks: readonly ItemBreak[];
  /** The wave's scale. */
  readonly scale: Scale | undefined;
  /** False where it is another one than in the page's wave: the figure has no place on the page's axis. */
  readonly sameScale: boolean;
  /** False where the measure can't be taken on the wave's scale: there is no figure, though the question was asked. */
  readonly fits: boolean;
}

/** The rows of a trend. It states no changes: each is stated on the page of its own wave. */
export function trendRows(context: ReportContext, subject: Subject, sums: Sums): readonly TrendRow[] {
  const waves = waveIds(context.survey);
  const path = context.branch?.path ?? [];
  const figure = (wave: string, of: readonly string[]) =>
    figureAt(context, subject, sums, { wave, path: of });
  const items = questionsUnder(context.survey, subject).map(({ id }) => id);
  const question = subject.kind === "question" ? subject.question : undefined;
  const others = question ? otherScalesOf(context, question, waves) : [];
  // A pool that is not full yet has no figure.
  const shown = waves.filter((wave, at) => at + 1 >= spanOfPage(context) || wave === waves.at(-1));
  const estimates = shown.map((wave) => figure(wave, path));
  // Before the first figure there is no line that could break.
  const first = estimates.findIndex((estimate) => estimate !== undefined);
  return shown.map((wave, at) => ({
    wave,
    estimate: estimates[at],
    compared: parentFigure(context, subject, sums, wave),
    breaks: at > first ? barriers(context, items, { after: shown[at - 1] ?? wave, until: wave }) : [],
    scale: question && scaleAt(context, question.id, wave),
    sameScale: !others.some((other) => other.wave === wave),
    fits: subject.kind === "index" || subject.measure.appliesTo(questionAt(context, subject.id, wave)),
  }));
}
