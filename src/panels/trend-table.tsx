import type { Estimate } from "../measures/estimate.ts";
import { endsText } from "../survey/scale.ts";
import { eventsOf } from "./branch-history.tsx";
import { breakText } from "./break-text.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import { KeptTitle } from "./kept-title.tsx";
import { parentName } from "./parent.ts";
import { Base, IntervalText, Value } from "./parts.tsx";
import { fewNamesOf } from "./pooled-note.tsx";
import { figureName, type Subject } from "./subject.ts";
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
  const { unit } = subject;
  const value = ({ fits }: TrendRow, estimate: Estimate | undefined, without: TrendRow["without"]) =>
    fits ? (
      <>
        <Value estimate={estimate} unit={unit} context={context} />
        {without.length > 0 && (
          <small class="aside">{words.index.without(fewNamesOf(without, context))}</small>
        )}
      </>
    ) : (
      "–"
    );
  const columns: readonly Column<TrendRow>[] = [
    ...(rows.every(({ sameScale }) => sameScale)
      ? []
      : [{ title: words.scale, cell: ({ scale }: TrendRow) => scale && endsText(scale) }]),
    {
      title: figureName(subject, words),
      kind: "score",
      cell: (row) => {
        const why = row.estimate?.status === "none" ? notOpen(context, row.wave) : undefined;
        return why === undefined ? value(row, row.estimate, row.without) : <span class="quiet">{why}</span>;
      },
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
      cell: (row) => value(row, row.compared, row.comparedWithout),
    },
  ];
  return (
    <FiguresTable
      label={words.trendTitle}
      head={{
        title: words.wave,
        cell: (row: TrendRow) => (
          <>
            <KeptTitle text={waveTitle(context, row.wave)} />{" "}
            {row.breaks.length > 0 && (
              <span class="flag">{breakText(context, row.breaks, { named: subject.kind === "index" })}</span>
            )}
          </>
        ),
      }}
      columns={rows.some(({ compared }) => compared) ? columns : columns.slice(0, -1)}
      rows={rows}
    />
  );
}

/** Of a wave before the page's branch opened or after it closed, that it did; undefined for all others. */
function notOpen(context: ReportContext, wave: string): string | undefined {
  const { survey, words } = context;
  const { start, end } = survey.waves.find(({ id }) => id === wave) ?? {};
  const events = eventsOf(context);
  const closed = events.find(({ kind }) => kind === "closed");
  const opened = events.find(({ kind }) => kind === "opened");
  if (closed && start !== undefined && closed.on < start) return words.network.closedBefore;
  return opened && end !== undefined && end < opened.on ? words.network.notOpenYet : undefined;
}
