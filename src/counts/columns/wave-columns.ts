import { isScaleQuestion } from "../../survey/question.ts";
import { questionName } from "../../survey/reading.ts";
import type { Survey } from "../../survey/survey.ts";
import { quoteName } from "../../views/predicate.ts";
import type { WaveLayout } from "../sql.ts";

/** A wave's rows as columns in memory. */
export interface WaveColumns {
  readonly layout: Omit<WaveLayout, "relation">;
  /** By stored name, the code of every row; -1: no answer, or no known place. */
  readonly codes: ReadonlyMap<string, Int16Array | Int32Array>;
  /** By stored name, the measured number of every row, and its weight under {@link weightName}; NaN: none. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
}

export const weightName = "w";

/** Stored names of what is measured and not coded. */
function measuredNames({ questions }: Survey): ReadonlySet<string> {
  const numbers = questions.filter(({ type }) => type === "number").map(({ id }) => questionName(id));
  return new Set([...numbers, weightName]);
}

/** The SQL that gives a wave's rows, each column of one type and without NULL. */
export function columnsStatement(survey: Survey, { columns, relation }: WaveLayout): string {
  const measured = measuredNames(survey);
  const rated = new Set(survey.questions.filter(isScaleQuestion).map(({ id }) => questionName(id)));
  const selected = columns.map((name) => {
    const quoted = quoteName(name);
    if (measured.has(name)) return `COALESCE(${quoted}::DOUBLE, 'NaN'::DOUBLE) AS ${quoted}`;
    // Grades are small; of options and places there may be more than the half of an integer holds.
    const type = rated.has(name) ? "SMALLINT" : "INTEGER";
    return `COALESCE(${quoted}::INTEGER, -1)::${type} AS ${quoted}`;
  });
  return `SELECT ${selected.join(", ")} FROM ${relation}`;
}

/** The columns that the statement gave. */
export function readColumns(
  survey: Survey,
  layout: Omit<WaveLayout, "relation">,
  given: Readonly<Record<string, ArrayLike<number | null>>>,
): WaveColumns {
  const measured = measuredNames(survey);
  const [codes, numbers] = [new Map<string, Int16Array | Int32Array>(), new Map<string, Float64Array>()];
  for (const name of layout.columns) {
    const values = given[name] ?? [];
    if (measured.has(name))
      numbers.set(
        name,
        values instanceof Float64Array ? values : Float64Array.from(values, (value) => value ?? Number.NaN),
      );
    else
      codes.set(
        name,
        values instanceof Int16Array || values instanceof Int32Array
          ? values
          : Int32Array.from(values, (value) => value ?? -1),
      );
  }
  return { layout, codes, numbers };
}
