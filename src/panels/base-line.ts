import { type Estimate, hasValue, isShown } from "../measures/estimate.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";

/**
 * What the figures of a chart rest on, under it: the answers of each, from the fewest to the most, and when they were
 * given. Figures that are withheld or have no base are not counted; undefined where no figure is shown.
 * @param when the wave or waves, in words
 * @param each what each figure is of, where they are several: a wave, a group
 */
export function baseLine(
  estimates: readonly (Estimate | undefined)[],
  { when, each, context }: { readonly when: string; readonly each?: string; readonly context: ReportContext },
): string | undefined {
  const { words, language } = context;
  const known = estimates.filter((estimate) => estimate !== undefined);
  const sizes = known.filter(isShown).map(({ n }) => n);
  const line = (text: string) => words.figure.base(text, when);
  if (sizes.length === 0) return known.some(hasValue) ? line(words.baseNotStated) : undefined;
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)].map((n) => formatNumber(n, language));
  const range = least === most ? `${most}` : `${least}–${most}`;
  return line(
    each === undefined || sizes.length < 2 ? words.answers(range) : words.figure.answersEach(range, each),
  );
}

/** True where the intervals of a lower and a higher figure have a value in common. */
export function overlap(lower: Estimate, higher: Estimate): boolean {
  return isShown(lower) && isShown(higher) && lower.high >= higher.low;
}
