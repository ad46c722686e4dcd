import { sparkline, sparkSize } from "../charts/sparkline.ts";
import { formatValue } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import type { SparkTrend } from "./spark-points.ts";

interface SparkProps {
  readonly trend: SparkTrend | undefined;
  readonly unit: string;
  readonly context: ReportContext;
}

/** A tiny trend in a cell of a table; nothing where there are no two figures. */
export function Spark({ trend, unit, context }: SparkProps) {
  const line = trend && sparkline(trend.points);
  if (!line) return null;
  const { path, last } = line;
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${sparkSize.width} ${sparkSize.height}`}
      role="img"
      aria-label={spoken(trend, unit, context)}
    >
      <path d={path} />
      {last && <circle cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
}

/** Whether a trend has anything to draw. */
export function isDrawn(trend: SparkTrend | undefined): boolean {
  return trend !== undefined && sparkline(trend.points) !== undefined;
}

/** The last figure in words, and the first that it can be compared with (M33). */
export function spoken({ waves, points }: SparkTrend, unit: string, context: ReportContext): string {
  const end = points.findLastIndex(({ value }) => value !== undefined);
  const start = points.findLastIndex(({ breaks }, at) => breaks && at <= end);
  const known = points.flatMap(({ value }, at) =>
    value === undefined || at < start
      ? []
      : [
          {
            wave: waveTitle(context, waves[at] ?? ""),
            value: formatValue(value, unit, context.language),
          },
        ],
  );
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return "";
  const { tables } = context.words;
  return first === last
    ? tables.trendAt(last.wave, last.value)
    : tables.trendOf(first.wave, first.value, last.wave, last.value);
}
