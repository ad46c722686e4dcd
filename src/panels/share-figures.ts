import type { Estimate } from "../measures/estimate.ts";
import { hasValue, isShown } from "../measures/estimate.ts";
import type { ProblemTotal } from "../survey/scoring.ts";
import { formatRange, formatValue } from "../words/numbers.ts";
import { basisOf } from "./basis.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { headline } from "./headline.tsx";
import type { Asks, Panel } from "./panel.ts";
import { valueText } from "./published.tsx";
import { problemsHead } from "./scoring/problems-head.tsx";
import { problemsTrend } from "./scoring/problems-trend.tsx";
import { headlineSubject, measuredIn, putIn, type Subject } from "./subject.ts";
import { trend } from "./trend.tsx";
import type { TrendRow } from "./trend-model.ts";

/** A wave of a small trend; one without a value leaves a gap. */
export interface SharePoint {
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  /** True where the questions changed, so that no line may run up to it. */
  readonly starts: boolean;
}

/** The headline figure of an overview in words, and its trend up to the page's wave, for a picture of it. */
export interface ShareFigures {
  /** None where the figure is withheld or nobody answered. */
  readonly figure?: { readonly value: string; readonly details: readonly string[] };
  readonly trend: readonly SharePoint[];
  /** Titles of the first and the last wave of the trend. */
  readonly ends: readonly [string, string];
}

/** What a picture of an overview shows; undefined where no figure heads the survey. */
export async function shareFigures(context: ReportContext, asks: Asks): Promise<ShareFigures | undefined> {
  const { problems } = context.survey.scoring ?? {};
  if (problems?.heads) return problemFigures(context, asks, problems);
  const headed = headlineSubject(context.survey);
  if (!headed) return undefined;
  const subject = putIn(context, headed);
  const { estimate } = await modelOf(headline(subject), context, asks);
  const rows = await modelOf(trend(subject), context, asks);
  const told = rows.slice(0, rows.findIndex(({ wave }) => wave === context.wave) + 1);
  const first = told.findIndex((row) => pointOf(row).value !== undefined);
  const shown = told.slice(Math.max(0, first));
  const figure = estimate && figureText(context, subject, estimate);
  const end = (row: TrendRow | undefined) => waveTitle(context, row?.wave ?? context.wave);
  return {
    ...(figure ? { figure } : {}),
    trend: shown.map(pointOf),
    ends: [end(shown[0]), end(shown.at(-1))],
  };
}

/** The same of a survey that problems per 100 head (M11). */
async function problemFigures(
  context: ReportContext,
  asks: Asks,
  { title }: ProblemTotal,
): Promise<ShareFigures> {
  const { words, language, wave } = context;
  const [head, rows] = await Promise.all([
    problemsHead.gather(context, asks),
    problemsTrend.gather(context, asks),
  ]);
  const estimate = head?.whole.estimate;
  const end = (row: (typeof rows)[number] | undefined) => waveTitle(context, row?.wave ?? wave);
  const unit = "per100";
  return {
    ...(estimate && isShown(estimate)
      ? {
          figure: {
            value: formatValue(estimate.value, unit, language),
            details: [
              title[language],
              `${words.interval} ${formatRange(estimate.low, estimate.high, unit, language)}`,
              basisOf(context, estimate).base,
            ],
          },
        }
      : {}),
    trend: rows.map((row) => pointOf({ ...row, sameScale: true })),
    ends: [end(rows[0]), end(rows.at(-1))],
  };
}

async function modelOf<Model>(panel: Panel<Model>, context: ReportContext, asks: Asks): Promise<Model> {
  const counts = await Promise.all(panel.needs(context).map(asks.ask));
  const pairs = await Promise.all((panel.pairs?.(context) ?? []).map(asks.askPairs));
  return panel.read(context, counts, pairs);
}

function figureText(context: ReportContext, subject: Subject, estimate: Estimate): ShareFigures["figure"] {
  if (!hasValue(estimate)) return undefined;
  const { words, language } = context;
  const value = words.withUnit(valueText(estimate, subject.unit, context), measuredIn(subject, language));
  const interval =
    isShown(estimate) && estimate.low < estimate.high
      ? [`${words.interval} ${formatRange(estimate.low, estimate.high, subject.unit, language)}`]
      : [];
  return { value, details: [subject.name[language], ...interval, basisOf(context, estimate).base] };
}

function pointOf({
  estimate,
  sameScale,
  breaks,
}: Pick<TrendRow, "estimate" | "sameScale" | "breaks">): SharePoint {
  const starts = breaks.length > 0;
  if (!sameScale || !estimate || !hasValue(estimate)) return { starts };
  const { value } = estimate;
  return isShown(estimate) ? { value, low: estimate.low, high: estimate.high, starts } : { value, starts };
}
