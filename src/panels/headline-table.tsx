import type { ComponentChildren } from "preact";
import type { Difference } from "../measures/difference.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { changeUnit, formatChange, formatChangeRange, formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { valueIn } from "./figure-before.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { HeadlineModel } from "./headline.tsx";
import { parentName } from "./parent.ts";
import { Base, IntervalText, Value } from "./parts.tsx";
import { poolText, spanOfPage } from "./pooled-note.tsx";
import { figureName, type Subject } from "./subject.ts";

interface HeadlineTableProps {
  readonly context: ReportContext;
  readonly model: HeadlineModel;
  readonly subject: Subject;
}

interface Row {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly interval?: ComponentChildren;
  readonly base?: ComponentChildren;
}

/** What the headline's chart shows, as a table: the figure, what it is held against, and how far it is from each. */
export function HeadlineTable({ context, model, subject }: HeadlineTableProps) {
  const { words } = context;
  return (
    <FiguresTable
      label={words.scores.headline}
      head={{ title: figureName(subject, words), cell: ({ label }: Row) => label }}
      columns={[
        { title: words.value, kind: "score", cell: ({ value }) => value },
        { title: words.interval, kind: "number", cell: ({ interval = "–" }) => interval },
        { title: words.base, kind: "number", cell: ({ base = "–" }) => base },
      ]}
      rows={rowsOf({ context, model, subject })}
    />
  );
}

function rowsOf({ context, model, subject }: HeadlineTableProps): readonly Row[] {
  const { words, language, survey, wave } = context;
  const { estimate, parent, previous, change, target, rest } = model;
  const { unit } = subject;
  const from = waveBefore(survey, wave, spanOfPage(context));
  const text = (value: number) => formatValue(value, unit, language);
  const figure = (label: string, of: typeof estimate): Row => ({
    label,
    value: <Value estimate={of} unit={unit} context={context} />,
    interval: <IntervalText estimate={of} unit={unit} context={context} />,
    base: <Base estimate={of} context={context} />,
  });
  const gap = (label: string, difference: Difference | undefined): readonly Row[] =>
    difference?.status === "tested"
      ? [
          {
            label,
            value: `${formatChange(difference.value, unit, language)}${changeUnit(unit, language)}`,
            interval: formatChangeRange(difference.low, difference.high, unit, language),
          },
        ]
      : [];
  const goal = subject.kind === "index" ? subject.target : undefined;
  return [
    figure(poolText(context, wave), estimate),
    ...(from === undefined || previous === undefined
      ? []
      : gap(words.scores.changeFrom(poolText(context, from), text(previous)), change)),
    ...(goal === undefined ? [] : gap(words.scores.toTarget(text(goal)), target)),
    ...(valueIn(parent) === undefined ? [] : [figure(parentName(context), parent)]),
    ...gap(words.index.rest(parentName(context)), rest),
  ];
}
