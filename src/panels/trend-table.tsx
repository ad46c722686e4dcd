import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Judge } from "./panel.ts";
import { parentName } from "./parent.ts";
import { Base, Change, IntervalText, Value } from "./parts.tsx";
import { lowerIsBetter, type Subject } from "./subject.ts";
import type { TrendModel, TrendRow } from "./trend-model.ts";

/** The figures of a trend, wave by wave. */
export function TrendTable({
  context,
  model,
  judge,
  subject,
}: {
  readonly context: ReportContext;
  readonly model: TrendModel;
  readonly judge: Judge;
  readonly subject: Subject;
}) {
  const { words } = context;
  const { question, measure, unit } = subject;
  const columns: readonly Column<TrendRow>[] = [
    {
      title: words.measureNames[measure.name],
      kind: "score",
      cell: (row) => <Value estimate={row.estimate} unit={unit} context={context} />,
    },
    {
      title: words.interval,
      kind: "number",
      cell: (row) => <IntervalText estimate={row.estimate} unit={unit} context={context} />,
    },
    { title: words.base, kind: "number", cell: (row) => <Base estimate={row.estimate} context={context} /> },
    {
      title: words.change,
      kind: "number",
      cell: (row) => (
        <Change
          difference={row.change}
          unit={unit}
          judge={judge}
          context={context}
          lowerIsBetter={lowerIsBetter(question)}
        />
      ),
    },
    {
      title: parentName(context),
      kind: "number",
      cell: (row) => <Value estimate={row.compared} unit={unit} context={context} />,
    },
  ];
  return (
    <FiguresTable
      label={words.trendTitle}
      head={{ title: words.wave, cell: (row: TrendRow) => waveTitle(context, row.wave) }}
      columns={context.branch ? columns : columns.slice(0, -1)}
      rows={model.rows}
    />
  );
}
