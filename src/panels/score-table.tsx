import type { Difference } from "../measures/difference.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import type { ReportContext } from "./context.ts";
import type { Judge } from "./panel.ts";
import { type Axis, AxisHead, axisFor, Base, Change, Strip, TableFrame, Value } from "./parts.tsx";

export interface ScoreRow {
  readonly id: string;
  readonly label: string;
  readonly href?: string;
  readonly estimate: Estimate | undefined;
  /** What the figure is set against: the parent branch, drawn as a ring. */
  readonly compared?: Estimate | undefined;
  readonly change: Difference;
  readonly lowerIsBetter?: boolean;
}

/** Rows under one heading, all in one unit and so on one axis. */
export interface ScoreGroup {
  readonly title?: string;
  readonly unit: string;
  readonly ends: { readonly min: number; readonly max: number };
  readonly rows: readonly ScoreRow[];
}

interface ScoreTableProps {
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly head: string;
  readonly groups: readonly ScoreGroup[];
  readonly context: ReportContext;
  readonly judge: Judge;
}

/** Scores as dots with their intervals, changes and bases. Units are never mixed on one axis. */
export function ScoreTable({ caption, captionShown = false, head, groups, context, judge }: ScoreTableProps) {
  const { words } = context;
  const axes = axesOf(groups);
  const filled = groups.filter((group) => group.rows.length > 0);
  const only = axes.size === 1 ? filled[0] : undefined;
  return (
    <TableFrame label={caption}>
      <table class="figures scores">
        <caption class={captionShown ? "" : "sr-only"}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="strip-cell">{only && <AxisHead axis={axisOf(axes, only)} unit={only.unit} context={context} />}</th>
            <th scope="col" class="number">{words.score}</th>
            <th scope="col" class="number">{words.change}</th>
            <th scope="col" class="number base-cell">{words.base}</th>
          </tr>
        </thead>
        {filled.map((group) => (
          <Group key={group.title ?? group.unit} {...{ group, axis: axisOf(axes, group), only: only !== undefined, context, judge }} />
        ))}
      </table>
    </TableFrame>
  );
}

function Group({ group, axis, only, context, judge }: { readonly group: ScoreGroup; readonly axis: Axis; readonly only: boolean; readonly context: ReportContext; readonly judge: Judge }) {
  return (
    <tbody>
      {group.title !== undefined && (
        <tr class="group">
          <th scope="rowgroup">{group.title}</th>
          <td class="strip-cell note" colSpan={4}>{!only && <AxisHead axis={axis} unit={group.unit} context={context} />}</td>
        </tr>
      )}
      {group.rows.map((row) => (
        <Row key={row.id} {...{ row, unit: group.unit, axis, context, judge }} />
      ))}
    </tbody>
  );
}

function Row({ row, unit, axis, context, judge }: { readonly row: ScoreRow; readonly unit: string; readonly axis: Axis; readonly context: ReportContext; readonly judge: Judge }) {
  const low = row.estimate?.status === "low";
  return (
    <tr class={low ? "low" : undefined}>
      <th scope="row">{row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}</th>
      <td class="strip-cell"><Strip estimate={row.estimate} compared={row.compared} axis={axis} /></td>
      <td class="number score"><Value estimate={row.estimate} unit={unit} context={context} /></td>
      <td class="number"><Change difference={row.change} unit={unit} judge={judge} context={context} lowerIsBetter={row.lowerIsBetter ?? false} /></td>
      <td class="number base-cell"><Base estimate={row.estimate} context={context} /></td>
    </tr>
  );
}

const axisKey = ({ unit, ends }: ScoreGroup) => `${unit} ${ends.min} ${ends.max}`;

function axesOf(groups: readonly ScoreGroup[]): ReadonlyMap<string, Axis> {
  const keys = new Set(groups.filter(({ rows }) => rows.length > 0).map(axisKey));
  return new Map(
    [...keys].map((key) => {
      const alike = groups.filter((group) => axisKey(group) === key);
      const estimates = alike.flatMap(({ rows }) => rows.flatMap(({ estimate, compared }) => [estimate, compared]));
      return [key, axisFor(estimates, alike[0]?.ends ?? { min: 0, max: 1 })];
    }),
  );
}

function axisOf(axes: ReadonlyMap<string, Axis>, group: ScoreGroup): Axis {
  return axes.get(axisKey(group)) ?? { low: group.ends.min, high: group.ends.max, whole: true };
}

/** Best first; rows without a figure last, in their own order. */
export function bestFirst(rows: readonly ScoreRow[]): readonly ScoreRow[] {
  const rank = ({ estimate, lowerIsBetter }: ScoreRow) =>
    estimate && isShown(estimate) ? (lowerIsBetter ? -estimate.value : estimate.value) : Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x === y ? 0 : y - x;
  });
}
