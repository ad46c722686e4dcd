import type { Estimate } from "../measures/estimate.ts";
import { hasValue, isShown } from "../measures/estimate.ts";
import { waveBefore } from "../survey/wave-before.ts";
import type { Moved } from "./changes-of.ts";
import { type At, type FigureScope, figureAt, type Sums } from "./figures.ts";
import { spanIn } from "./pooling.ts";
import type { Subject } from "./subject.ts";

/**
 * The value of the wave before, where both are made of the same questions and their difference was tested, so that they
 * can stand on one axis and are as far apart as the change says.
 */
export function valueBefore(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  {
    wave,
    path = scope.branch?.path ?? [],
    change,
    without,
  }: Pick<At, "wave" | "path"> & Pick<Moved, "change" | "without">,
): number | undefined {
  if (change.status !== "tested" || without.length > 0) return undefined;
  const cascade = subject.kind === "index" ? sums.pairs : sums.counts;
  const from = waveBefore(scope.survey, wave, spanIn(scope.survey, cascade, path));
  const earlier = from === undefined ? undefined : figureAt(scope, subject, sums, { wave: from, path });
  return valueIn(earlier);
}

/** A figure's value; undefined where it has none, or where it may not be shown. */
export function valueIn(estimate: Estimate | undefined): number | undefined {
  return estimate && hasValue(estimate) ? estimate.value : undefined;
}

/** A figure with its interval for a chart; of one published without its base the interval has no width. */
export function spanOfScore(
  estimate: Estimate | undefined,
): { readonly value: number; readonly low: number; readonly high: number } | undefined {
  if (!estimate || !hasValue(estimate)) return undefined;
  const { value } = estimate;
  return isShown(estimate) ? estimate : { value, low: value, high: value };
}
