import { type Estimate, hasValue, isPublished } from "../measures/estimate.ts";
import { formatPublished, formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";

type Estimates = readonly (Estimate | undefined)[];

/** True where every figure there is was published elsewhere, so that nothing is to be said of intervals. */
export function allPublished(estimates: Estimates): boolean {
  const figures = estimates.filter((estimate) => estimate && hasValue(estimate));
  return figures.length > 0 && figures.every((estimate) => estimate && isPublished(estimate));
}

/** Says of figures that were published without their base what that means; nothing where there are none. */
export function PublishedNote({
  estimates,
  context,
}: {
  readonly estimates: Estimates;
  readonly context: ReportContext;
}) {
  if (!estimates.some((estimate) => estimate && isPublished(estimate))) return null;
  return <p class="note published">{context.words.publishedNote}</p>;
}

/** A figure's value in running text: of a published one, that it is. */
export function valueText(
  estimate: Extract<Estimate, { readonly value: number }>,
  unit: string,
  { words, language }: ReportContext,
): string {
  return isPublished(estimate)
    ? words.asPublished(formatPublished(estimate.value, unit, language))
    : formatValue(estimate.value, unit, language);
}
