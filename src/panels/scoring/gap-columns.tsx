import { type Estimate, isShown } from "../../measures/estimate.ts";
import { formatChange, formatChangeRange } from "../../words/numbers.ts";
import type { ReportContext } from "../context.ts";
import type { Column } from "../figures-table.tsx";
import { Value } from "../parts.tsx";

/** The unit of a gap: points of the pair's scale. */
export const gapUnit = "scale";

/** A gap, with its sign, and its interval. */
export function gapColumns(context: ReportContext): readonly Column<{ readonly estimate: Estimate }>[] {
  const { words, language } = context;
  return [
    {
      title: words.scoring.gap,
      kind: "score",
      cell: ({ estimate }) =>
        isShown(estimate) ? (
          formatChange(estimate.value, gapUnit, language)
        ) : (
          <Value estimate={estimate} unit={gapUnit} context={context} />
        ),
    },
    {
      title: words.interval,
      kind: "number",
      cell: ({ estimate }) =>
        isShown(estimate) && formatChangeRange(estimate.low, estimate.high, gapUnit, language),
    },
  ];
}
