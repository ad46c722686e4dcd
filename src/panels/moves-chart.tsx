import type { ComponentChildren } from "preact";
import { type WaterfallStep, waterfallChart } from "../charts/waterfall.ts";
import { type Estimate, hasValue } from "../measures/estimate.ts";
import type { MoveLevel, MoveLine } from "../models/moves/level.ts";
import type { Question } from "../survey/question.ts";
import { formatValue } from "../words/numbers.ts";
import { baseLine } from "./base-line.ts";
import { ChartFigure, type ChartFigureProps } from "./chart-figure.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Judge } from "./panel.ts";
import { namesOf } from "./pooled-note.tsx";
import { betterOf, endsOf, type Subject } from "./subject.ts";
import { branchName, branchOf, intervalOf, partUnit, signed } from "./why-texts.ts";

/** A part of a change, with the 95 % interval of what it did; none where parts were taken together. */
export interface MoveStep extends WaterfallStep {
  readonly interval: string;
}

interface MovesFigureProps extends Pick<ChartFigureProps, "id" | "title" | "takeaway" | "before" | "after"> {
  readonly context: ReportContext;
  readonly subject: Subject;
  /** What is said to move, such as the index in a branch. */
  readonly name: string;
  readonly from: string;
  readonly earlier: Estimate;
  readonly later: Estimate;
  readonly steps: readonly MoveStep[];
  /** Questions that both figures do without, which a page's own figure may not. */
  readonly without?: readonly Question[];
  /** A table that says more than the steps do and stands open; by default the steps, folded. */
  readonly table?: ComponentChildren;
}

/** A waterfall from the figure of the wave before to that of the page's. */
export function MovesFigure({ table, without = [], ...props }: MovesFigureProps) {
  const { context, subject, from, earlier, later, steps } = props;
  const when = context.words.index.span(waveTitle(context, from), waveTitle(context, context.wave));
  const drawn = hasValue(earlier) && hasValue(later) && steps.length > 0;
  return (
    <ChartFigure
      {...props}
      base={baseLine([earlier, later], { when, each: context.words.figure.eachWave, context })}
      {...(drawn ? { draw: movesDrawing(props, [earlier.value, later.value]) } : {})}
      notes={
        without.length > 0 && <p class="note">{context.words.why.alikeHere(namesOf(without, context))}</p>
      }
      table={table ?? (steps.length > 0 ? <StepsTable {...props} /> : undefined)}
      open={table !== undefined}
      subject={subject.id}
    />
  );
}

function movesDrawing(
  { context, subject, name, from, steps }: MovesFigureProps,
  [earlier, later]: readonly [number, number],
): (width: number) => Element {
  const { words, language, document, wave } = context;
  const [before, after] = [waveTitle(context, from), waveTitle(context, wave)];
  const ends = endsOf(subject);
  const spoken = steps.map(({ label, value }) => `${label} ${signed(value, partUnit(subject), context)}`);
  const alternative = [words.why.chart(name, before, after), spoken.join(words.listSeparator)];
  return (width) =>
    waterfallChart(
      { start: { label: before, value: earlier }, steps, end: { label: after, value: later } },
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
    );
}

/** The steps in words and figures. */
function StepsTable({ context, subject, title, steps }: MovesFigureProps) {
  const { words } = context;
  return (
    <FiguresTable<MoveStep>
      label={title}
      head={{
        title: words.figure.part,
        cell: ({ label, href }) => (href === undefined ? label : <a href={href}>{label}</a>),
      }}
      columns={[
        {
          title: words.figure.effect,
          kind: "score",
          cell: ({ value }) => signed(value, partUnit(subject), context),
        },
        { title: words.interval, kind: "number", cell: ({ interval }) => interval || "–" },
        {
          title: words.figure.verdict,
          cell: ({ clear }) => words.charts.steps[clear ? "clear" : "unclear"],
        },
      ]}
      rows={steps}
    />
  );
}

/** More lines than this are drawn as one. */
const mostSteps = 12;

/** Steps of the branches of a level, and of what is no branch's doing; they add up to the change. */
export function branchSteps(
  { lines }: MoveLevel,
  items: ReadonlyMap<string, number>,
  subject: Subject,
  context: ReportContext,
  judge: Judge,
): readonly MoveStep[] {
  const stepOf = (line: MoveLine): MoveStep => {
    const branch = branchOf(line, context);
    return {
      label: branchName(line, context),
      value: line.effects.total.value,
      clear: judge(line.effects.total.test) !== "unclear",
      interval: intervalOf(line.effects.total.test, partUnit(subject), context),
      ...(branch ? { href: context.links.branch(branch) } : {}),
    };
  };
  // What is no single branch stays last.
  const clearFirst = [true, false].flatMap((isOne) =>
    lines
      .filter(({ kind }) => (kind === "group") === isOne)
      .map(stepOf)
      .toSorted((a, b) => Number(b.clear) - Number(a.clear)),
  );
  const drawn = lines.length > mostSteps ? clearFirst.slice(0, mostSteps - 1) : lines.map(stepOf);
  const rest = lines.length > mostSteps ? clearFirst.slice(mostSteps - 1) : [];
  const { why } = context.words;
  const others = sum(rest.map(({ value }) => value));
  const ofItems = sum(items.values());
  return [
    ...drawn,
    ...(rest.length > 0
      ? [{ label: why.otherParts(rest.length), value: others, clear: false, interval: "" }]
      : []),
    ...(Math.abs(ofItems) > rounding
      ? [{ label: why.otherItems, value: ofItems, clear: false, interval: "" }]
      : []),
  ];
}

const rounding = 1e-9;

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
