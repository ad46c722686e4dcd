import type { Difference } from "../measures/difference.ts";
import { type Estimate, hasValue } from "../measures/estimate.ts";
import { AxisHead } from "./axis-head.tsx";
import { previousWave, type ReportContext } from "./context.ts";
import type { Judge } from "./panel.ts";
import { parentName } from "./parent.ts";
import { type Axis, axisFor, Base, Change, IntervalText, Strip, TableFrame, Value } from "./parts.tsx";
import { allPublished } from "./published.tsx";
import type { Better } from "./subject.ts";

export interface ScoreRow {
  readonly id: string;
  readonly label: string;
  readonly href?: string;
  /** Something to know about the row, beside its label. */
  readonly mark?: string;
  readonly estimate: Estimate | undefined;
  /** What the figure is set against: the parent branch, drawn as a ring. */
  readonly compared?: Estimate | undefined;
  readonly change: Difference;
  readonly better: Better;
}

/** Rows under one heading, all of one measure on one scale. */
export interface ScoreGroup {
  readonly title?: string;
  /** What the figures are: heads their column. */
  readonly measure: string;
  readonly unit: string;
  readonly ends: { readonly min: number; readonly max: number };
  readonly rows: readonly ScoreRow[];
}

interface ScoreTableProps {
  readonly caption: string;
  /** Heading of the first column. */
  readonly head: string;
  readonly groups: readonly ScoreGroup[];
  /** A range shared with other tables of the page; by default it fits the rows. */
  readonly axis?: Axis;
  readonly context: ReportContext;
  readonly judge: Judge;
}

/** Scores as dots with their intervals, changes and bases: a table for each scale, so that units never share an axis. */
export function ScoreTable(props: ScoreTableProps) {
  const filled = props.groups.filter((group) => group.rows.length > 0);
  const scales = [...new Set(filled.map(scaleKey))];
  return (
    <>
      {scales.map((scale) => (
        <OneScale key={scale} {...props} groups={filled.filter((group) => scaleKey(group) === scale)} />
      ))}
      <Reasons rows={filled.flatMap(({ rows }) => rows)} context={props.context} />
    </>
  );
}

function OneScale({ caption, head, groups, axis: shared, context, judge }: ScoreTableProps) {
  const { words } = context;
  const first = groups[0];
  if (!first) return null;
  // Of figures that were all published without their base no change can be tested: no column says so row by row.
  const testable = !allPublished(groups.flatMap(({ rows }) => rows.map(({ estimate }) => estimate)));
  const changes = testable && previousWave(context) !== undefined;
  const axis =
    shared ??
    axisOfRows(
      groups.flatMap(({ rows }) => rows),
      first.ends,
    );
  return (
    <TableFrame label={`${caption} ${first.measure}`}>
      <table class="figures scores">
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="strip-cell">
              {axis && <AxisHead axis={axis} unit={first.unit} context={context} />}
            </th>
            <th scope="col" class="number">
              {first.measure}
            </th>
            {changes && (
              <th scope="col" class="number">
                {words.change}
              </th>
            )}
            <th scope="col" class="number base-cell">
              {words.base}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title ?? ""}>
            {group.title !== undefined && (
              <tr class="group">
                <th scope="rowgroup" colSpan={changes ? 5 : 4}>
                  {group.title}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Row key={row.id} {...{ row, unit: group.unit, axis, changes, context, judge }} />
            ))}
          </tbody>
        ))}
      </table>
    </TableFrame>
  );
}

function Row({
  row,
  unit,
  axis,
  changes,
  context,
  judge,
}: {
  readonly row: ScoreRow;
  readonly unit: string;
  readonly axis: Axis | undefined;
  /** Whether there is an earlier wave to compare with. */
  readonly changes: boolean;
  readonly context: ReportContext;
  readonly judge: Judge;
}) {
  const low = row.estimate?.status === "low";
  return (
    <tr class={low ? "low" : undefined}>
      <th scope="row">
        {row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}
        {row.mark !== undefined && <small class="flag">{row.mark}</small>}
      </th>
      <td class="strip-cell">
        <Strip estimate={row.estimate} compared={row.compared} axis={axis} />
        <span class="sr-only">
          <SpokenInterval row={row} unit={unit} context={context} />
        </span>
      </td>
      <td class="number score">
        <Value estimate={row.estimate} unit={unit} context={context} />
      </td>
      {changes && (
        <td class="number">
          <Change difference={row.change} unit={unit} judge={judge} context={context} better={row.better} />
        </td>
      )}
      <td class="number base-cell" data-label={context.words.baseShort}>
        <Base estimate={row.estimate} context={context} />
      </td>
    </tr>
  );
}

/** What the strip shows, for those who can't see it. */
function SpokenInterval({
  row,
  unit,
  context,
}: {
  readonly row: ScoreRow;
  readonly unit: string;
  readonly context: ReportContext;
}) {
  if (!row.estimate || !hasValue(row.estimate)) return null;
  const { words, ancestors } = context;
  return (
    <>
      {words.interval} <IntervalText estimate={row.estimate} unit={unit} context={context} />
      {row.compared && ancestors.length > 0 && (
        <>
          {words.stop}
          {parentName(context)} <Value estimate={row.compared} unit={unit} context={context} />
        </>
      )}
    </>
  );
}

/** Why some figures are withheld or flagged, under the table that has them. */
function Reasons({ rows, context }: { readonly rows: readonly ScoreRow[]; readonly context: ReportContext }) {
  const { words, survey } = context;
  const has = (status: Estimate["status"]) => rows.some(({ estimate }) => estimate?.status === status);
  const said = (["withheld", "low", "unprinted", "published"] as const).some(has);
  if (!said) return null;
  const reasons = [
    ...(has("withheld") ? [`${words.withheld}${words.colon}${words.withheldWhy(survey.base.minimum)}`] : []),
    ...(has("low") ? [`${words.smallBase}${words.colon}${words.smallBaseWhy(survey.base.caution)}`] : []),
    ...(has("unprinted") ? [`${words.unprinted}${words.colon}${words.unprintedWhy}`] : []),
    ...(has("published") ? [words.publishedNote] : []),
  ];
  return <p class="note">{reasons.join(words.sentenceGap)}</p>;
}

function scaleKey({ measure, unit, ends }: ScoreGroup): string {
  return JSON.stringify([measure, unit, ends.min, ends.max]);
}

/** The range that fits all rows and what they are compared with. */
export function axisOfRows(rows: readonly ScoreRow[], ends: ScoreGroup["ends"]): Axis | undefined {
  return axisFor(
    rows.flatMap(({ estimate, compared }) => [estimate, compared]),
    ends,
  );
}

/** Best first; rows without a figure last, in their own order. */
export function bestFirst(rows: readonly ScoreRow[]): readonly ScoreRow[] {
  const rank = ({ estimate, better }: ScoreRow) =>
    estimate && hasValue(estimate)
      ? better === "lower"
        ? -estimate.value
        : estimate.value
      : Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x === y ? 0 : y - x;
  });
}
