import type { SparkPoint } from "../charts/sparkline.ts";
import { partOfIndex } from "../measures/index/cascade.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { itemsIn } from "../measures/index/items-in.ts";
import { isScaleQuestion } from "../survey/question.ts";
import { waveIds } from "../survey/survey.ts";
import { questionPut } from "./context.ts";
import { valueIn } from "./figure-before.ts";
import { type FigureScope, figureAt, indexPartsAt, type Sums } from "./figures.ts";
import { type Memory, onceFor } from "./once-for.ts";
import { spanIn } from "./pooling.ts";
import type { Subject } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";
import { trendBreaks } from "./trend-breaks.ts";

/** A tiny trend's points with the waves that they are of. */
export interface SparkTrend {
  readonly waves: readonly string[];
  readonly points: readonly SparkPoint[];
}

export interface SparkAt {
  /** The last wave; by default of the page. */
  readonly wave: string;
  readonly path?: readonly string[];
}

/**
 * A subject's figures of a group wave by wave up to one, with gaps where there is none, it is withheld or on another
 * scale, and breaks where waves are not comparable (M33).
 */
export function sparkTrend(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  { wave, path = scope.branch?.path ?? [] }: SparkAt,
): SparkTrend {
  const cascade = subject.kind === "index" ? sums.pairs : sums.counts;
  const counts = cascade[path.length];
  const measure = subject.kind === "index" ? "" : subject.measure.name;
  const make = () => trendOf(scope, subject, sums, { wave, path });
  return counts ? onceFor(trends, counts, [subject.kind, subject.id, measure, wave, path], make) : make();
}

/** The pages of many branches, in every language, show the same rows. */
const trends: Memory<SparkTrend> = new WeakMap();

function trendOf(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  { wave, path }: Required<SparkAt>,
): SparkTrend {
  const { survey } = scope;
  const span = spanIn(survey, subject.kind === "index" ? sums.pairs : sums.counts, path);
  const all = waveIds(survey);
  // A pool that is not full yet has no figure.
  const waves = all.slice(0, all.indexOf(wave) + 1).slice(span - 1);
  const made = waves.map((of) => figureIn(scope, subject, sums, { wave: of, path }));
  const breaks = trendBreaks(
    survey,
    made.map(({ items }, at) => ({ wave: waves[at] ?? "", items })),
    { ids: questionsUnder(survey, subject).map(({ id }) => id), span },
  );
  const scale = scaleOf(scope, subject, wave);
  const points = made.map(
    ({ value }, at): SparkPoint => ({
      value: scaleOf(scope, subject, waves[at] ?? "") === scale ? value : undefined,
      breaks: (breaks[at] ?? []).length > 0,
    }),
  );
  return { waves, points };
}

/** A figure's value and the questions that it is made of. */
function figureIn(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  { wave, path }: Required<SparkAt>,
): { readonly value: number | undefined; readonly items: readonly string[] | undefined } {
  if (subject.kind === "question")
    return { value: valueIn(figureAt(scope, subject, sums, { wave, path })), items: undefined };
  const counts = sums.pairs[path.length];
  const make = () => indexPartsAt(scope, sums.pairs, { wave, path });
  const index = counts ? onceFor(indices, counts, [wave, path], make) : make();
  const part = index && partOfIndex(index, subject.id);
  const value = valueIn(part?.estimate);
  return { value, items: part && value !== undefined ? itemsIn(part) : undefined };
}

/** The index of a group with its factors, of which a table shows each. */
const indices: Memory<IndexPart | undefined> = new WeakMap();

function scaleOf({ survey }: FigureScope, subject: Subject, wave: string): string {
  if (subject.kind === "index") return "";
  const question = questionPut(survey, subject.id, wave);
  return isScaleQuestion(question) ? JSON.stringify(question.scale.codes ?? question.scale) : "";
}
