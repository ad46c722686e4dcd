import { type WaterfallStep, waterfallChart } from "../charts/waterfall.ts";
import { type Estimate, hasValue } from "../measures/estimate.ts";
import type { MoveLevel, MoveLine } from "../models/moves/level.ts";
import { formatValue } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import type { Judge } from "./panel.ts";
import { ResponsiveChart } from "./parts.tsx";
import { betterOf, endsOf, type Subject } from "./subject.ts";
import { branchName, branchOf, partUnit, signed } from "./why-texts.ts";

interface MovesChartProps {
  readonly context: ReportContext;
  readonly subject: Subject;
  /** What is said to move, such as the index in a branch. */
  readonly name: string;
  readonly from: string;
  readonly earlier: Estimate;
  readonly later: Estimate;
  readonly steps: readonly WaterfallStep[];
}

/** A waterfall from the figure of the wave before to that of the page's. */
export function MovesChart({ context, subject, name, from, earlier, later, steps }: MovesChartProps) {
  const { words, language, document, wave } = context;
  if (!hasValue(earlier) || !hasValue(later) || steps.length === 0) return null;
  const [before, after] = [waveTitle(context, from), waveTitle(context, wave)];
  const ends = endsOf(subject);
  const spoken = steps.map(({ label, value }) => `${label} ${signed(value, partUnit(subject), context)}`);
  const alternative = [words.why.chart(name, before, after), spoken.join(words.listSeparator)];
  return (
    <ResponsiveChart
      draw={(width) =>
        waterfallChart(
          {
            start: { label: before, value: earlier.value },
            steps,
            end: { label: after, value: later.value },
          },
          {
            document,
            width,
            format: (value) => formatValue(value, subject.unit, language),
            formatStep: (value) => signed(value, partUnit(subject), context),
            better: betterOf(subject),
            ends,
            words: { cut: words.charts.axisCutMark, ...words.charts.steps },
            alternative: alternative.join(words.colon),
          },
        )
      }
    />
  );
}

/** More lines than this are drawn as one. */
const mostSteps = 12;

/** Steps of the branches of a level, and of what is no branch's doing; they add up to the change. */
export function branchSteps(
  { lines }: MoveLevel,
  items: ReadonlyMap<string, number>,
  context: ReportContext,
  judge: Judge,
): readonly WaterfallStep[] {
  const stepOf = (line: MoveLine): WaterfallStep => {
    const branch = branchOf(line, context);
    return {
      label: branchName(line, context),
      value: line.effects.total.value,
      clear: judge(line.effects.total.test) !== "unclear",
      ...(branch ? { href: context.links.branch(branch) } : {}),
    };
  };
  const clearFirst = lines.map(stepOf).toSorted((a, b) => Number(b.clear) - Number(a.clear));
  const drawn = lines.length > mostSteps ? clearFirst.slice(0, mostSteps - 1) : lines.map(stepOf);
  const rest = lines.length > mostSteps ? clearFirst.slice(mostSteps - 1) : [];
  const { why } = context.words;
  const others = sum(rest.map(({ value }) => value));
  const ofItems = sum(items.values());
  return [
    ...drawn,
    ...(rest.length > 0 ? [{ label: why.otherParts(rest.length), value: others, clear: false }] : []),
    ...(Math.abs(ofItems) > rounding ? [{ label: why.otherItems, value: ofItems, clear: false }] : []),
  ];
}

const rounding = 1e-9;

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
