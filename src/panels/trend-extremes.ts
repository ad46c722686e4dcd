import { hasValue } from "../measures/estimate.ts";
import { formatPublished, formatValue } from "../words/numbers.ts";
import { overlap } from "./base-line.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { allPublished } from "./published.tsx";
import type { Subject } from "./subject.ts";
import type { TrendRow } from "./trend-model.ts";

/** Whether a wave has a figure to draw. */
export function isDrawn({ estimate }: TrendRow): boolean {
  return estimate !== undefined && hasValue(estimate);
}

/** Whether the line breaks before a wave. */
export function isBroken({ breaks }: TrendRow): boolean {
  return breaks.length > 0;
}

/** The lowest and the highest figure since the line last broke; nothing where they are not three. */
export function extremesOf(
  context: ReportContext,
  drawn: readonly TrendRow[],
  { unit }: Subject,
): string | undefined {
  const { words, language } = context;
  const from = drawn.findLastIndex(isBroken);
  const run = drawn.slice(Math.max(0, from));
  const points = run.flatMap(({ wave, estimate }) =>
    estimate && hasValue(estimate)
      ? [{ wave: waveTitle(context, wave), value: estimate.value, estimate }]
      : [],
  );
  const ordered = points.toSorted((a, b) => a.value - b.value);
  const [least, most] = [ordered[0], ordered.at(-1)];
  if (!least || !most || points.length < 3) return undefined;
  const text = allPublished(run.map(({ estimate }) => estimate)) ? formatPublished : formatValue;
  const [low, high] = [text(least.value, unit, language), text(most.value, unit, language)];
  if (low === high) return undefined;
  const said = words.figure.extremes(
    low,
    least.wave,
    high,
    most.wave,
    overlap(least.estimate, most.estimate),
  );
  return from < 0 ? said : words.figure.sinceBreak(points[0]?.wave ?? "", said);
}
