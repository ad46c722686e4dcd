import { type Estimate, hasValue } from "../measures/estimate.ts";
import type { Branch } from "../survey/branches.ts";
import { roundedAsShown } from "../words/numbers.ts";
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

/** A figure and what it is held against. */
export interface HeatCell {
  readonly row: HeatRow;
  readonly column: IndexSubject;
  readonly value: number;
  readonly centre: number;
}

/** From so many points off its column's centre on a cell has the first, second, ... shade: the same on every page, for every view. */
export const shadeSteps: Readonly<Record<IndexSubject["unit"], readonly number[]>> = {
  index1000: [5, 10, 20, 40],
  index100: [0.5, 1, 2, 4],
};

/** Shade of a figure as shown: its step, negative below the centre; 0 for near. */
export function shadeOf(unit: IndexSubject["unit"], value: number, centre: number): number {
  const gap = roundedAsShown(value, unit) - roundedAsShown(centre, unit);
  const step = shadeSteps[unit].filter((from) => Math.abs(gap) >= from - rounding).length;
  return step === 0 ? 0 : Math.sign(gap) * step;
}

/** Differences of decimals miss their sum by less. */
const rounding = 1e-9;

/**
 * The factor of a branch furthest below its column's centre, and the one furthest above. They are told by the figures as
 * shown, so that no cell contradicts them; among equals by what is behind the rounding. Undefined where nothing on that
 * side is far enough to be shaded.
 */
export function furthestCells(model: HeatModel): { readonly least?: HeatCell; readonly most?: HeatCell } {
  const cells = model.rows.flatMap((row) =>
    model.columns.flatMap((column, at): readonly HeatCell[] => {
      const [value, centre] = [shownValue(row.estimates[at]), model.centres[at]];
      return at === 0 || value === undefined || centre === undefined ? [] : [{ row, column, value, centre }];
    }),
  );
  const shown = ({ column: { unit }, value, centre }: HeatCell) =>
    roundedAsShown(value, unit) - roundedAsShown(centre, unit);
  const shaded = ({ column: { unit }, value, centre }: HeatCell) => shadeOf(unit, value, centre);
  const ordered = cells.toSorted((a, b) => shown(a) - shown(b) || a.value - a.centre - (b.value - b.centre));
  const [least, most] = [ordered[0], ordered.at(-1)];
  return {
    ...(least && shaded(least) < 0 ? { least } : {}),
    ...(most && shaded(most) > 0 ? { most } : {}),
  };
}

/** Shade of a cell; 0 where its figure is near its column's centre, or not shown. */
export function cellShade({ centres, columns }: HeatModel, row: HeatRow, at: number): number {
  const [column, value, centre] = [columns[at], shownValue(row.estimates[at]), centres[at]];
  return column === undefined || value === undefined || centre === undefined
    ? 0
    : shadeOf(column.unit, value, centre);
}
