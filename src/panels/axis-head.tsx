import { lineWidth } from "../charts/text-lines.ts";
import { formatValue, joinRange } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { Axis } from "./parts.tsx";

/** Heads wider than this, in letters of so many pixels, stand on two lines where there are many columns. */
const head = { size: 13, room: 155 } as const;

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
  const quantity = !["points", "proportion", "scale"].includes(unit);
  const range = joinRange(text(axis.low), text(axis.high), language);
  const said = axis.whole && quantity ? words.axisQuantity(range) : words.axis(range, axis.whole);
  const parts = [text(axis.low), said, text(axis.high)];
  const isLong = lineWidth(parts.join(" "), head) > head.room;
  return (
    <span class={isLong ? "axis long" : "axis"}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  );
}

function trimmed(text: string): string {
  return text.replace(/(\.\d*?)0+(%?)$/, "$1$2").replace(/\.(%?)$/, "$1");
}
