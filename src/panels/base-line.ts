import { type Estimate, hasValue, isShown } from "../measures/estimate.ts";
import type { Language } from "../survey/text.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";

/**
 * What the figures of a chart rest on, under it: the answers of each, from the fewest to the most, and when they were
 * given. Figures that are withheld or have no base are not counted; undefined where no figure is shown.
 * @param when the wave or waves, in words
 * @param each what each figure is of, where they are several: a wave, a group
 * @param whole what they are parts of, which a chart shows with them: it is told by itself and is none of the range
 */
export function baseLine(
  estimates: readonly (Estimate | undefined)[],
  {
    when,
    each,
    whole,
    context,
  }: {
    readonly when: string;
    readonly each?: string;
    readonly whole?: Estimate | undefined;
    readonly context: ReportContext;
  },
): string | undefined {
  const { words, language } = context;
  const known = estimates.filter((estimate) => estimate !== undefined);
  const sizes = known.filter(isShown).map(({ n }) => n);
  const line = (text: string) => words.figure.base(text, when);
  if (whole && isShown(whole)) {
    const all = words.answers(formatNumber(whole.n, language));
    const range = rangeOf(sizes, language);
    return line(each === undefined || sizes.length < 2 ? all : words.figure.answersOfWhole(all, range, each));
  }
  if (sizes.length === 0) return known.some(hasValue) ? line(words.baseNotStated) : undefined;
  const range = rangeOf(sizes, language);
  return line(
    each === undefined || sizes.length < 2 ? words.answers(range) : words.figure.answersEach(range, each),
  );
}

function rangeOf(sizes: readonly number[], language: Language): string {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)].map((n) => formatNumber(n, language));
  return least === most ? `${most}` : `${least}–${most}`;
}

/** True where the intervals of a lower and a higher figure have a value in common. */
export function overlap(lower: Estimate, higher: Estimate): boolean {
  return isShown(lower) && isShown(higher) && lower.high >= higher.low;
}
