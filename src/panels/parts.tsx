import type { ComponentChildren } from "preact";
import { pageDrawing } from "../charts/page-drawing.ts";
import type { Difference } from "../measures/difference.ts";
import { type Estimate, hasValue, isPublished, isShown } from "../measures/estimate.ts";
import { chartWidths } from "../theme/tokens.ts";
import { formatChange, formatNumber, formatPublished, formatRange, formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { Judge } from "./panel.ts";
import type { Better } from "./subject.ts";

type WithValue = Extract<Estimate, { readonly value: number }>;

/** A value, or the word for why there is none. */
export function Value({
  estimate,
  unit,
  context,
}: {
  readonly estimate: Estimate | undefined;
  readonly unit: string;
  readonly context: ReportContext;
}) {
  const { words, language, survey } = context;
  if (!estimate) return <span class="quiet">{words.notAsked}</span>;
  if (estimate.status === "withheld")
    return (
      <span class="quiet why" title={words.withheldWhy(survey.base.minimum)}>
        {words.withheld}
      </span>
    );
  if (estimate.status === "none") return <span class="quiet">{words.nobody}</span>;
  if (estimate.status === "unprinted")
    return (
      <span class="quiet why" title={words.unprintedWhy}>
        {words.unprinted}
      </span>
    );
  if (isPublished(estimate))
    return <span title={words.publishedNote}>{formatPublished(estimate.value, unit, language)}</span>;
  return <>{formatValue(estimate.value, unit, language)}</>;
}

/** How many answers a figure rests on, flagged where they are few, or that it is not stated; nothing where it is withheld. */
export function Base({
  estimate,
  context,
  flagged = true,
}: {
  readonly estimate: Estimate | undefined;
  readonly context: ReportContext;
  /** False where a note says for all of a table that bases are small. */
  readonly flagged?: boolean;
}) {
  const { words, language, survey } = context;
  if (estimate && isPublished(estimate))
    return (
      <span class="quiet" title={words.publishedNote}>
        {words.baseNotStated}
      </span>
    );
  if (!estimate || !isShown(estimate)) return null;
  return (
    <>
      {formatNumber(estimate.n, language)}
      {flagged && estimate.status === "low" && (
        <>
          {" "}
          <span class="flag" title={words.smallBaseWhy(survey.base.caution)}>
            {words.smallBase}
          </span>
        </>
      )}
    </>
  );
}

/** The ends of a figure's 95 % interval. */
export function IntervalText({
  estimate,
  unit,
  context,
}: {
  readonly estimate: Estimate | undefined;
  readonly unit: string;
  readonly context: ReportContext;
}) {
  if (estimate && isPublished(estimate)) return <span class="quiet">{context.words.noInterval}</span>;
  if (!estimate || !isShown(estimate)) return null;
  // Nothing tells how exact it is: no interval is better than one of no width.
  if (estimate.low === estimate.high) return <span class="quiet">{context.words.notKnown}</span>;
  return <>{formatRange(estimate.low, estimate.high, unit, context.language)}</>;
}

/** A change: signed and with an arrow where it is clear, in words where it is not. */
export function Change({
  difference,
  unit,
  judge,
  context,
  better,
  counted = "",
}: {
  readonly difference: Difference;
  readonly unit: string;
  readonly judge: Judge;
  readonly context: ReportContext;
  /** Which way is good; what is neither has no colour. */
  readonly better: Better;
  readonly counted?: string; // where no heading says in what
}) {
  const { words, language } = context;
  if (difference.status === "untested") {
    const said = {
      break: words.notComparable,
      first: words.noEarlierWave,
      error: words.notTested,
      base: "–",
    };
    return <span class="quiet">{said[difference.reason]}</span>;
  }
  const verdict = judge(difference);
  const amount = `${formatChange(difference.value, unit, language)}${counted}`;
  if (verdict === "unclear") {
    return (
      <span class="quiet">
        {amount} <small>{words.unclear}</small>
      </span>
    );
  }
  const good = better === "neither" ? undefined : (verdict === "rise") === (better === "higher");
  return (
    <span class={good === undefined ? "clear" : good ? "better" : "worse"}>
      {verdict === "rise" ? "▲" : "▼"} {amount} <small>{words[verdict]}</small>
    </span>
  );
}

/** The range that strips of one table are drawn on. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  /** True where the range is the whole scale. */
  readonly whole: boolean;
}

/** A range that holds all intervals, a little wider, within the ends of the scale; none where nothing is shown. */
export function axisFor(
  estimates: readonly (Estimate | undefined)[],
  ends: { readonly min: number; readonly max: number },
): Axis | undefined {
  const spans = estimates.flatMap((estimate) => (estimate && hasValue(estimate) ? spanOf(estimate) : []));
  if (spans.length === 0) return undefined;
  const low = Math.min(...spans.map((span) => span.low));
  const high = Math.max(...spans.map((span) => span.high));
  const step = niceStep((high - low || Math.abs(high) || 1) / 4);
  const widened = high > low ? { low, high } : { low: low - step, high: high + step };
  const cut = {
    low: Math.max(ends.min, Math.floor(widened.low / step) * step),
    high: Math.min(ends.max, Math.ceil(widened.high / step) * step),
  };
  // A scale of one code has no length to draw on.
  if (!(cut.low < cut.high)) return undefined;
  return { ...cut, whole: cut.low === ends.min && cut.high === ends.max };
}

/** What a figure takes up on an axis: its interval; one that was published without its base is a point. */
export function spanOf(estimate: WithValue): { readonly low: number; readonly high: number } {
  return isShown(estimate) ? estimate : { low: estimate.value, high: estimate.value };
}

/** Where a value stands on an axis, from 0 at its low end to 1 at its high end. */
export function placeOn({ low, high }: Axis, value: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const multiple = [1, 2, 5, 10].find((candidate) => candidate * power >= raw) ?? 10;
  return multiple * power;
}

/** A dot with its interval on an axis; a diamond marks what it is compared with, an upright mark the fair score. */
export function Strip({
  estimate,
  compared,
  fair,
  axis,
}: {
  readonly estimate: Estimate | undefined;
  readonly compared?: Estimate | undefined;
  readonly fair?: number;
  readonly axis: Axis | undefined;
}) {
  if (!axis || !estimate || !hasValue(estimate)) return null;
  const place = (value: number) => placeOn(axis, value) * 100;
  const percent = (value: number) => `${value.toFixed(1)}%`;
  const { low, high } = spanOf(estimate);
  const width = place(high) - place(low);
  return (
    <span class="strip" aria-hidden="true">
      {isShown(estimate) && (
        <i class="whisker" style={`left:${percent(place(low))};width:${percent(width)}`} />
      )}
      {compared && hasValue(compared) && (
        <i class="compared" style={`left:${percent(place(compared.value))}`} />
      )}
      <i class="dot" style={`left:${percent(place(estimate.value))}`} />
      {fair !== undefined && <i class="fair" style={`left:${percent(place(fair))}`} />}
    </span>
  );
}

/** A table that scrolls inside its frame where the screen is narrow, reachable by keyboard. */
export function TableFrame({
  label,
  recent = false,
  children,
}: {
  readonly label: string;
  /** Starts at the end of what it scrolls. */
  readonly recent?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section class={recent ? "table-frame recent" : "table-frame"} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** A chart drawn twice, for phone and page; the style sheet shows the one that fits. */
export function ResponsiveChart({ draw }: { readonly draw: (width: number) => Element }) {
  return (
    <div class="chart">
      <div class="narrow" dangerouslySetInnerHTML={{ __html: pageDrawing(draw(chartWidths.narrow)) }} />
      <div class="wide" dangerouslySetInnerHTML={{ __html: pageDrawing(draw(chartWidths.wide)) }} />
    </div>
  );
}
