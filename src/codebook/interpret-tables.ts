import type { TableReading, TabulatedReading } from "../survey/reading.ts";
import type { Codebook } from "./schema.ts";

type CodebookWave = Codebook["waves"][number];
type Written = NonNullable<CodebookWave["tabulated"]>;
type CodebookTable = Exclude<Written, string | readonly unknown[]>;

/** How a wave of which only printed tables survive is read; undefined for one with respondents. */
export function tabulatedReading({ id, tabulated, respondents }: CodebookWave): TabulatedReading | undefined {
  if (tabulated === undefined) return undefined;
  return {
    wave: id,
    tables: tablesOf(tabulated).map(tableReading),
    ...(respondents === undefined ? {} : { respondents }),
  };
}

function tablesOf(written: Written): readonly CodebookTable[] {
  if (typeof written === "string") return [{ file: written }];
  return Array.isArray(written) ? written : [written];
}

function tableReading(table: CodebookTable): TableReading {
  const { file, rows = {}, question = "question", questions = {}, option, options, count, percent } = table;
  const value = count ?? (typeof percent === "string" ? percent : percent ? "percent" : "count");
  return {
    file,
    rows,
    question,
    questions,
    options: options
      ? { kind: "wide", columns: options }
      : { kind: "long", column: option ?? "option", value },
    cells: percent === undefined || percent === false ? "counts" : "percent",
    ...(table.base === undefined ? {} : { base: table.base }),
    ...(table.slice === undefined ? {} : { slice: table.slice }),
  };
}
