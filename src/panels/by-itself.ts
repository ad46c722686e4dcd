import type { TestedDifference } from "../measures/difference.ts";
import { formatChange } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { Judge } from "./panel.ts";

/**
 * M20, of a difference that is not clear among all that are judged together, though its own 95 % interval, as readers
 * see it, excludes 0: that this is so. Nothing of any other.
 */
export function byItself(
  difference: TestedDifference,
  unit: string,
  {
    judge,
    context: { words, language },
    said = words.index.byItself,
  }: {
    readonly judge: Judge;
    readonly context: ReportContext;
    /** In other words, where a panel tells among how many. */
    readonly said?: string;
  },
): readonly string[] {
  if (judge(difference) !== "unclear" || difference.low * difference.high <= 0) return [];
  const nearest = difference.low > 0 ? difference.low : difference.high;
  const isZero = formatChange(nearest, unit, language) === formatChange(0, unit, language);
  return isZero ? [] : [said];
}
