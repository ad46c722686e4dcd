import { type Estimate, hasValue } from "../measures/estimate.ts";
import type { Branch } from "../survey/branches.ts";
import type { ReportContext } from "./context.ts";
import { figureAt, type Sums } from "./figures.ts";
import { spanOfLevel } from "./pooling.ts";
import { type IndexSubject, indexSubjects } from "./subject.ts";

export interface HeatRow {
  readonly branch: Branch;
  /** The index, then its factors in the order of the columns. */
  readonly estimates: readonly (Estimate | undefined)[];
}

export interface HeatModel {
  readonly columns: readonly IndexSubject[];
  readonly rows: readonly HeatRow[];
  /** What each column is held against: the whole's figure, or the mean of the branches shown. */
  readonly centres: readonly (number | undefined)[];
  /** The whole's own figures, where they are over the same waves as the branches'. */
  readonly whole?: readonly (Estimate | undefined)[];
}

/** The branches under the page's own, or those of the widest level. */
export function childrenOf({ branch, tree }: ReportContext): readonly Branch[] {
  return branch ? branch.children : tree;
}

/** Figures of the branches under the page's own, best index first. */
export function heatModel(context: ReportContext, subject: IndexSubject, sums: Sums): HeatModel {
  const { survey, wave, branch } = context;
  const children = childrenOf(context);
  const columns = [subject, ...indexSubjects(survey).filter(({ id }) => subject.members.includes(id))];
  if (children.length < 2 || columns.length < 3) return { columns, rows: [], centres: [] };
  const figures = (path: Branch["path"]) =>
    columns.map((column) => figureAt(context, column, sums, { wave, path }));
  const rows = children
    .map((child) => ({ branch: child, estimates: figures(child.path) }))
    .filter(({ estimates: [index] }) => index && ["ok", "low", "withheld"].includes(index.status))
    .toSorted((a, b) => rank(b) - rank(a));
  const level = branch?.path.length ?? 0;
  const whole =
    spanOfLevel(survey, level) === spanOfLevel(survey, level + 1) ? figures(branch?.path ?? []) : undefined;
  const centres = columns.map((_, at) => {
    const estimate = whole?.[at];
    if (whole) return estimate && hasValue(estimate) ? estimate.value : undefined;
    const shown = rows.flatMap(({ estimates }) => shownValue(estimates[at]) ?? []);
    return shown.length > 0 ? shown.reduce((sum, value) => sum + value, 0) / shown.length : undefined;
  });
  return { columns, rows, centres, ...(whole ? { whole } : {}) };
}

function rank({ estimates: [index] }: HeatRow): number {
  return shownValue(index) ?? Number.NEGATIVE_INFINITY;
}

function shownValue(estimate: Estimate | undefined): number | undefined {
  return estimate && hasValue(estimate) ? estimate.value : undefined;
}

/** How far a cell is from its column's centre; undefined where it is not shown. */
export function gapOf({ centres }: HeatModel, row: HeatRow, column: number): number | undefined {
  const [value, centre] = [shownValue(row.estimates[column]), centres[column]];
  return value === undefined || centre === undefined ? undefined : value - centre;
}
