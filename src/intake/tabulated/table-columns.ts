import type { TableReading } from "../../survey/reading.ts";
import type { ProblemLog } from "../responses/problem-log.ts";
import type { Suggest } from "./figure.ts";

/** The columns of a printed table, all of them in its header. */
export interface TableColumns {
  readonly question: string;
  /** Columns of figures; an option is given where the column stands for one. */
  readonly values: readonly { readonly column: string; readonly option?: string }[];
  /** Of a table with a row an option. */
  readonly option?: string;
  readonly base?: string;
  /** Dimension id and its column. */
  readonly dimensions: readonly (readonly [string, string])[];
  /** A column that holds whole slices, region=East. */
  readonly slice?: string;
}

/** Finds a table's columns in its header; undefined, with a problem for each, where some are not there. */
export function tableColumns(
  header: readonly string[],
  reading: TableReading,
  { log, suggest }: { readonly log: ProblemLog; readonly suggest: Suggest },
): TableColumns | undefined {
  const columns = columnsOf(header, reading);
  const { question, option, values, base, dimensions } = columns;
  const needed = [
    question,
    ...(option === undefined ? [] : [option]),
    ...values.map(({ column }) => column),
    ...(base === undefined ? [] : [base]),
    ...dimensions.map(([, column]) => column),
    ...Object.keys(reading.rows),
  ];
  const faulty = [...new Set(needed)].filter(
    (column) => header.filter((name) => name === column).length !== 1,
  );
  for (const column of faulty) {
    const twice = header.includes(column);
    log.whole("stop", {
      line: 1,
      column,
      value: column,
      message: twice ? `The table has the column "${column}" twice` : `The table has no column "${column}"`,
      expected: twice ? "every column that is read once" : `one of ${header.join(", ")}`,
      mend: twice
        ? "Rename one of the two."
        : suggest(column, header, "Correct the column in the wave's table."),
    });
  }
  return faulty.length === 0 ? columns : undefined;
}

/** `base` and `slice` are taken where they are there; a column that the codebook names must be. */
function columnsOf(header: readonly string[], reading: TableReading): TableColumns {
  const { question, options, slice } = reading;
  const base = reading.base ?? (header.includes("base") ? "base" : undefined);
  return {
    question: question.trim(),
    ...(options.kind === "long"
      ? { option: options.column.trim(), values: [{ column: options.value.trim() }] }
      : {
          values: Object.entries(options.columns).map(([option, column]) => ({
            column: column.trim(),
            option,
          })),
        }),
    ...(base === undefined ? {} : { base: base.trim() }),
    dimensions: Object.entries(slice ?? {}).map(([dimension, column]) => [dimension, column.trim()]),
    ...(slice === undefined && header.includes("slice") ? { slice: "slice" } : {}),
  };
}
