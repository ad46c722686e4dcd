import type { Estimate } from "../measures/estimate.ts";
import type { ItemBreak } from "../survey/breaks.ts";
import type { Question } from "../survey/question.ts";
import type { Scale } from "../survey/scale.ts";
import { waveIds } from "../survey/survey.ts";
import { questionAt, type ReportContext } from "./context.ts";
import { figureAt, parentFigure, type Sums } from "./figures.ts";
import { itemsAt } from "./made-of.ts";
import { otherScalesOf, scaleAt } from "./other-scales.tsx";
import { spanOfPage } from "./pooled-note.tsx";
import type { Subject } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";
import { trendBreaks } from "./trend-breaks.ts";

/** A figure in one wave, beside the parent branch's. */
export interface TrendRow {
  readonly wave: string;
  readonly estimate: Estimate | undefined;
  readonly compared: Estimate | undefined;
  /** What changed in the questions of the figure, or which it is made of, from this wave on: the line breaks here. */
  readonly breaks: readonly ItemBreak[];
  /** What else breaks the parent branch's line here. */
  readonly comparedBreaks: readonly ItemBreak[];
  /** Questions that the codebook makes the figure of and that it does without in this wave. */
  readonly without: readonly Question[];
  /** The same of the parent branch's figure. */
  readonly comparedWithout: readonly Question[];
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
  const question = subject.kind === "question" ? subject.question : undefined;
  const others = question ? otherScalesOf(context, question, waves) : [];
  // A pool that is not full yet has no figure.
  const shown = waves.filter((wave, at) => at + 1 >= spanOfPage(context) || wave === waves.at(-1));
  const estimates = shown.map((wave) => figure(wave, path));
  // Before the first figure there is no line that could break.
  const first = estimates.findIndex((estimate) => estimate !== undefined);
  const compared = shown.map((wave) => parentFigure(context, subject, sums, wave));
  const { breaks, without } = lineOf(context, subject, sums, { waves: shown, path, figures: estimates });
  const parent = lineOf(context, subject, sums, {
    waves: shown,
    path: path.slice(0, -1),
    figures: compared,
  });
  return shown.map((wave, at) => ({
    wave,
    estimate: estimates[at],
    compared: compared[at],
    breaks: (at > first && breaks[at]) || [],
    comparedBreaks: compared[at] ? othersThan(breaks[at] ?? [], parent.breaks[at] ?? []) : [],
    without: without[at] ?? [],
    comparedWithout: parent.without[at] ?? [],
    scale: question && scaleAt(context, question.id, wave),
    sameScale: !others.some((other) => other.wave === wave),
    fits: subject.kind === "index" || subject.measure.appliesTo(questionAt(context, subject.id, wave)),
  }));
}

interface Line {
  readonly waves: readonly string[];
  readonly path: readonly string[];
  readonly figures: readonly (Estimate | undefined)[];
}

/** Wave by wave, where a branch's line breaks and which of the codebook's questions its figure does without. */
function lineOf(context: ReportContext, subject: Subject, sums: Sums, { waves, path, figures }: Line) {
  const questions = questionsUnder(context.survey, subject);
  const made = waves.map((wave, at) => ({
    wave,
    items: figures[at] && itemsAt(context, subject, sums, { wave, path }),
  }));
  return {
    breaks: trendBreaks(context.survey, made, {
      ids: questions.map(({ id }) => id),
      span: spanOfPage(context),
    }),
    without: made.map(({ items }) => questions.filter(({ id }) => items && !items.includes(id))),
  };
}

function othersThan(known: readonly ItemBreak[], breaks: readonly ItemBreak[]): readonly ItemBreak[] {
  const same = new Set(known.map((one) => JSON.stringify(one)));
  return breaks.filter((one) => !same.has(JSON.stringify(one)));
}
