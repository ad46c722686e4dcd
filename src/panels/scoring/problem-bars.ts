import { type LostPart, lostBarsChart } from "../../charts/lost-bars.ts";
import { formatRange, formatValue } from "../../words/numbers.ts";
import type { ReportContext } from "../context.ts";

const unit = "per100";

/** Draws problems per 100 (M11) as bars at a width, with the alternative in words. */
export function drawBars(
  parts: readonly LostPart[],
  title: string,
  { document, words, language }: ReportContext,
): (width: number) => Element {
  const format = (value: number) => formatValue(value, unit, language);
  const spoken = parts.map(({ label, value }) => words.scores.of(label, format(value)));
  return (width) =>
    lostBarsChart(parts, {
      document,
      width,
      format,
      formatRange: (low, high) => formatRange(low, high, unit, language),
      alternative: `${title}${words.colon}${spoken.join(words.listSeparator)}`,
    });
}
