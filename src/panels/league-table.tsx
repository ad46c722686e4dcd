import { isShown } from "../measures/estimate.ts";
import { formatNumber, formatValue } from "../words/numbers.ts";
import { endsOfGroups, leftOut } from "./cut-groups.ts";
import { averageRow, fewMark, gapText, isLarge, type LeagueView, leagueRows } from "./league-rows.ts";
import type { LeagueTable } from "./league-tables.ts";
import type { Judge } from "./panel.ts";
import { namesOf } from "./pooled-note.tsx";
import { spanOfLevel } from "./pooling.ts";
import { groupsOfRows, isParted, type RankedRow, rankColumn } from "./ranked-rows.tsx";
import { fewestUsual } from "./ranking.ts";
import type { ExtraColumn } from "./score-row.tsx";
import { axisOfRows, type ScoreGroup, ScoreTable } from "./score-table.tsx";
import { endsOf, measureHead } from "./subject.ts";

/** A table with more rows shows its ends and is folded; of one that is longer still, the middle is left out. */
const openRows = 30;
const shownEnds = 10;
const foldedEnds = 50;

interface LeagueTableProps {
  readonly view: LeagueView;
  readonly table: LeagueTable;
  readonly caption: string;
  /** Heading of the first column. */
  readonly head: string;
  readonly judge: Judge;
}

/** Branches that are ranked together, with what all of them score. */
export function LeagueTableView(props: LeagueTableProps) {
  const { view, table } = props;
  const { words, language } = view.context;
  const rows = leagueRows(view, table);
  const number = (count: number) => formatNumber(count, language);
  const { usual, apart } = byBase(rows);
  const left = leftOut(usual.length, foldedEnds) + leftOut(apart.length, foldedEnds);
  const isLong = rows.length > openRows;
  const folded =
    left > 0
      ? words.ranking.showMost(number(rows.length - left), number(rows.length))
      : words.ranking.showAll(number(rows.length));
  return (
    <>
      {/* On paper the whole table takes the place of its ends. */}
      <div class={isLong ? "screen-only" : undefined}>
        <Rows {...props} rows={rows} ends={isLong ? shownEnds : openRows} />
      </div>
      <Notes view={view} table={table} rows={usual} />
      {isLong && (
        <details>
          <summary>{folded}</summary>
          <Rows {...props} caption={`${props.caption}${words.stop}${folded}`} rows={rows} ends={foldedEnds} />
          {left > 0 && <p class="note">{words.ranking.between(number(left))}</p>}
        </details>
      )}
    </>
  );
}

interface RowsProps extends LeagueTableProps {
  readonly rows: readonly RankedRow[];
  /** So many of the first and of the last are shown. */
  readonly ends: number;
}

function Rows({ view, table, caption, head, judge, rows, ends }: RowsProps) {
  const { context, subject } = view;
  const average = averageRow(view, table);
  const axis = axisOfRows([...rows, ...(average ? [average] : [])], endsOf(subject));
  const line = average?.estimate && isShown(average.estimate) ? average.estimate.value : undefined;
  return (
    <ScoreTable
      caption={caption}
      head={head}
      groups={groupsOf(view, table, { rows, average, ends })}
      {...(axis ? { axis } : {})}
      {...(line === undefined ? {} : { line })}
      intervals
      extras={table.ranking ? [fairColumn(rows, view), rankColumn(rows, context)] : []}
      context={context}
      judge={judge}
    />
  );
}

function groupsOf(
  { context, subject }: LeagueView,
  { ranking }: LeagueTable,
  {
    rows,
    average,
    ends,
  }: Pick<RowsProps, "rows" | "ends"> & { readonly average: ReturnType<typeof averageRow> },
): readonly ScoreGroup[] {
  const { words, survey } = context;
  const { usual, apart } = byBase(rows);
  const scale = { measure: measureHead(subject, context), unit: subject.unit, ends: endsOf(subject) };
  const groups = ranking
    ? groupsOfRows(usual, scale, { parted: isParted(ranking), context })
    : [{ ...scale, rows: usual }];
  const small = { ...scale, title: words.ranking.apart(survey.base.caution), rows: apart };
  return [
    ...(average ? [{ ...scale, rows: [average] }] : []),
    ...endsOfGroups(groups, ends, context),
    ...endsOfGroups([small], ends, context),
  ];
}

/** Those on small bases apart, where enough others remain (M10). */
function byBase(rows: readonly RankedRow[]) {
  const isSmall = ({ estimate }: RankedRow) => estimate?.status === "low";
  const usual = rows.filter((row) => !isSmall(row));
  return usual.length < fewestUsual ? { usual: rows, apart: [] } : { usual, apart: rows.filter(isSmall) };
}

function fairColumn(rows: readonly RankedRow[], { context, subject }: LeagueView): ExtraColumn {
  const fair = new Map(rows.map((row) => [row.id, row.fair]));
  return {
    title: context.words.ranking.fairTitle,
    cell: ({ id }) => {
      const value = fair.get(id);
      return value === undefined ? null : formatValue(value, subject.unit, context.language);
    },
  };
}

/** How far the ends are apart, which rows rest on few answers, and which questions changes are without. */
function Notes({
  view,
  table,
  rows,
}: Pick<LeagueTableProps, "view" | "table"> & { readonly rows: readonly RankedRow[] }) {
  const { words } = view.context;
  const gap = gapText(rows, view);
  const few = rows.filter((row) => !isLarge(row)).length;
  const { allUnderHundred, underHundred } = words.ranking;
  const note = few === 0 ? undefined : few === rows.length ? allUnderHundred : underHundred(fewMark);
  const isFirst = table.branches.every(
    ({ change }) => change.status === "untested" && change.reason === "first",
  );
  const without = new Set(table.branches.flatMap((one) => one.without));
  return (
    <>
      {gap !== undefined && <p class="note">{gap}</p>}
      {note !== undefined && <p class="note">{note}</p>}
      {isFirst && (
        <p class="note">{words.ranking.noEarlier(spanOfLevel(view.context.survey, table.level + 1))}</p>
      )}
      {without.size > 0 && <p class="note">{words.index.withoutWhy(namesOf([...without], view.context))}</p>}
    </>
  );
}
