import { formatValue, joinRange } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { Axis } from "./parts.tsx";

/** The ends of a strip's axis, and whether it is cut. */
export function AxisHead({
  axis,
  unit,
  context,
}: {
  readonly axis: Axis;
  readonly unit: string;
  readonly context: ReportContext;
}) {
  const { words, language } = context;
  const text = (value: number) => trimmed(formatValue(value, unit, language));
  const quantity = !["points", "proportion", "scale", "grade"].includes(unit);
  const range = joinRange(text(axis.low), text(axis.high), language);
  return (
    <span class="axis">
      <span>{text(axis.low)}</span>
      <span>{axis.whole && quantity ? words.axisQuantity(range) : words.axis(range, axis.whole)}</span>
      <span>{text(axis.high)}</span>
    </span>
  );
}

function trimmed(text: string): string {
  return text.replace(/(\.\d*?)0+(%?)$/, "$1$2").replace(/\.(%?)$/, "$1");
}
