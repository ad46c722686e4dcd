import { type Estimate, hasValue } from "../measures/estimate.ts";
import { AxisHead } from "./axis-head.tsx";
import type { ReportContext } from "./context.ts";
import type { Judge } from "./panel.ts";
import { type Axis, axisFor, TableFrame } from "./parts.tsx";
import { allPublished } from "./published.tsx";
import { type ExtraColumn, Row, type ScoreRow } from "./score-row.tsx";
import { isDrawn } from "./spark.tsx";

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
  readonly extras?: readonly ExtraColumn[];
  /** A value that is drawn down all strips, such as the average. */
  readonly line?: number;
  /** Whether changes are shown with their intervals. */
  readonly intervals?: boolean;
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

function OneScale({
  caption,
  head,
  groups,
  axis: shared,
  extras = [],
  line,
  intervals = false,
  context,
  judge,
}: ScoreTableProps) {
  const { words } = context;
  const first = groups[0];
  if (!first) return null;
  // Of figures that were all published without their base no change can be tested: no column says so row by row.
  const testable = !allPublished(groups.flatMap(({ rows }) => rows.map(({ estimate }) => estimate)));
  // Of what has nothing to be compared with, no column says so row by row.
  const isFirst = ({ change }: ScoreRow) => change.status === "untested" && change.reason === "first";
  const changes = testable && !groups.every(({ rows }) => rows.every(isFirst));
  const sparks = groups.some(({ rows }) => rows.some(({ trend }) => isDrawn(trend)));
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
            <th scope="col" class="strip-cell" data-range={words.interval}>
              {axis && <AxisHead axis={axis} unit={first.unit} context={context} />}
            </th>
            <th scope="col" class="number">
              {first.measure}
            </th>
            {changes && (
              <th scope="col" class="number">
                {words.change}
                {intervals && <small class="aside">{words.interval}</small>}
              </th>
            )}
            {extras.map(({ title }) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
            ))}
            <th scope="col" class="number base-cell">
              {words.base}
            </th>
            {sparks && (
              <th scope="col" class="spark-cell">
                {words.tables.trend}
              </th>
            )}
          </tr>
        </thead>
        {groups.map((group, at) => (
          <tbody key={group.title ?? String(at)}>
            {group.title !== undefined && (
              <tr class="group">
                <th scope="rowgroup" colSpan={(changes ? 5 : 4) + extras.length + (sparks ? 1 : 0)}>
                  {group.title}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Row
                key={row.id}
                {...{ row, unit: group.unit, axis, line, changes, intervals, extras, sparks, context, judge }}
              />
            ))}
          </tbody>
        ))}
      </table>
    </TableFrame>
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
export function bestFirst<One extends ScoreRow>(rows: readonly One[]): readonly One[] {
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
