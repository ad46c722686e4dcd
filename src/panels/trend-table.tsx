import type { Estimate } from "../measures/estimate.ts";
import { breakText } from "./breaks.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import { endsText } from "./other-scales.tsx";
import { parentName } from "./parent.ts";
import { Base, IntervalText, Value } from "./parts.tsx";
import type { Subject } from "./subject.ts";
import type { TrendRow } from "./trend-model.ts";

/** The figures of a trend, wave by wave. */
export function TrendTable({
  context,
  rows,
  subject,
}: {
  readonly context: ReportContext;
  readonly rows: readonly TrendRow[];
  readonly subject: Subject;
}) {
  const { words } = context;
  const { measure, unit } = subject;
  const value = ({ fits }: TrendRow, estimate: Estimate | undefined) =>
    fits ? <Value estimate={estimate} unit={unit} context={context} /> : "–";
  const columns: readonly Column<TrendRow>[] = [
    ...(rows.every(({ sameScale }) => sameScale)
      ? []
      : [{ title: words.scale, cell: ({ scale }: TrendRow) => scale && endsText(scale) }]),
    {
      title: words.measureNames[measure.name],
      kind: "score",
      cell: (row) => value(row, row.estimate),
    },
    {
      title: words.interval,
      kind: "number",
      cell: (row) => <IntervalText estimate={row.estimate} unit={unit} context={context} />,
    },
    { title: words.base, kind: "number", cell: (row) => <Base estimate={row.estimate} context={context} /> },
    {
      title: parentName(context),
      kind: "number",
      cell: (row) => value(row, row.compared),
    },
  ];
  return (
    <FiguresTable
      label={words.trendTitle}
      head={{
        title: words.wave,
        cell: (row: TrendRow) => (
          <>
            {waveTitle(context, row.wave)}{" "}
            {row.breaks.length > 0 && <span class="flag">{breakText(context, row.breaks)}</span>}
          </>
        ),
      }}
      columns={context.branch ? columns : columns.slice(0, -1)}
      rows={rows}
    />
  );
}
