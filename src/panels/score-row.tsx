import type { ComponentChildren } from "preact";
import type { Difference } from "../measures/difference.ts";
import { type Estimate, hasValue } from "../measures/estimate.ts";
import type { Question } from "../survey/question.ts";
import { formatChangeRange, formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { valueIn } from "./figure-before.ts";
import type { Judge } from "./panel.ts";
import { parentName } from "./parent.ts";
import { type Axis, Base, Change, IntervalText, placeOn, Strip, Value } from "./parts.tsx";
import { Spark } from "./spark.tsx";
import type { SparkTrend } from "./spark-points.ts";
import type { Better } from "./subject.ts";

export interface ScoreRow {
  readonly id: string;
  readonly label: string;
  readonly href?: string;
  /** The slice that the row is of, in permalink form: its label narrows the page to it where scripts can. */
  readonly slice?: string;
  /** Something to know about the row, beside its label. */
  readonly mark?: string;
  /** Quieter, under its label. */
  readonly aside?: string;
  readonly estimate: Estimate | undefined;
  /** What the figure is set against: the parent branch, drawn as a diamond. */
  readonly compared?: Estimate | undefined;
  /** The fair score (M31), drawn as an upright mark. */
  readonly fair?: number;
  readonly change: Difference;
  /** Questions that the change is worked out without, because they changed. */
  readonly without?: readonly Question[];
  readonly better: Better;
  /** Its figures up to this wave, drawn tiny. */
  readonly trend?: SparkTrend;
  /** True for what the others are parts of. */
  readonly whole?: boolean;
  /** Behind the base: points to a note. */
  readonly baseMark?: string;
}

/** A column of numbers behind the change. */
export interface ExtraColumn {
  readonly title: string;
  readonly cell: (row: ScoreRow) => ComponentChildren;
}

/** A row of a table of scores. */
export function Row({
  row,
  unit,
  axis,
  line,
  changes,
  intervals,
  extras,
  sparks,
  context,
  judge,
}: {
  readonly row: ScoreRow;
  readonly unit: string;
  readonly axis: Axis | undefined;
  /** A value that is drawn down all strips of the table. */
  readonly line: number | undefined;
  /** Whether there is an earlier wave to compare with. */
  readonly changes: boolean;
  /** Whether changes are shown with their intervals. */
  readonly intervals: boolean;
  readonly extras: readonly ExtraColumn[];
  /** Whether there is a column of tiny trends. */
  readonly sparks: boolean;
  readonly context: ReportContext;
  readonly judge: Judge;
}) {
  const low = row.estimate?.status === "low";
  return (
    <tr class={low ? "low" : row.whole ? "whole" : undefined}>
      <th scope="row">
        <RowLabel {...row} />
        {row.mark !== undefined && <small class="flag">{row.mark}</small>}
        {row.aside !== undefined && <small class="aside">{row.aside}</small>}
      </th>
      <td class="strip-cell">
        {line !== undefined && axis && <i class="line" style={`--at:${placeOn(axis, line).toFixed(4)}`} />}
        <Strip {...row} axis={axis} />
        <span class="sr-only">
          <SpokenInterval row={row} unit={unit} context={context} />
        </span>
      </td>
      <td class="number score" data-value={exact(valueIn(row.estimate))}>
        <Value estimate={row.estimate} unit={unit} context={context} />
      </td>
      {changes && (
        <td class="number" data-value={row.change.status === "tested" ? exact(row.change.value) : undefined}>
          <Change difference={row.change} unit={unit} judge={judge} context={context} better={row.better} />
          {intervals && row.change.status === "tested" && (
            <small class="aside range">
              {formatChangeRange(row.change.low, row.change.high, unit, context.language)}
            </small>
          )}
          <LikeWithLike row={row} context={context} />
        </td>
      )}
      {extras.map(({ title, cell }) => (
        <td key={title} class="number labelled" data-label={title}>
          {cell(row)}
        </td>
      ))}
      <td class="number base-cell" data-label={context.words.baseShort}>
        <Base estimate={row.estimate} context={context} />
        {row.baseMark}
      </td>
      {sparks && (
        <td class="spark-cell" data-label={context.words.tables.trend}>
          <Spark trend={row.trend} unit={unit} context={context} />
        </td>
      )}
    </tr>
  );
}

function RowLabel({ label, href, slice }: Pick<ScoreRow, "label" | "href" | "slice">) {
  if (href !== undefined) return <a href={href}>{label}</a>;
  return slice === undefined ? label : <span data-slice={slice}>{label}</span>;
}

/** A number to sort by, to more digits than are shown; nothing where there is none. */
function exact(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(Number(value.toPrecision(6)));
}

/** Says of a change that some questions, which changed, are left out of it. */
function LikeWithLike({ row, context }: { readonly row: ScoreRow; readonly context: ReportContext }) {
  const { words, language } = context;
  const { without = [], change } = row;
  if (without.length === 0 || change.status !== "tested") return null;
  const names = without.map(({ short }) => short[language]).join(words.listSeparator);
  return (
    <small class="aside" title={words.index.withoutWhy(names)}>
      {words.index.without(names)}
    </small>
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
  const { words, ancestors, language } = context;
  return (
    <>
      {words.interval}{" "}
      <span class="range">
        <IntervalText estimate={row.estimate} unit={unit} context={context} />
      </span>
      {row.fair !== undefined && (
        <>
          {words.clauseSeparator}
          {words.ranking.fair} {formatValue(row.fair, unit, language)}
        </>
      )}
      {row.compared && ancestors.length > 0 && (
        <>
          {words.stop}
          {parentName(context)} <Value estimate={row.compared} unit={unit} context={context} />
        </>
      )}
    </>
  );
}
