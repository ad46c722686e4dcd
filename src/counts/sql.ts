import type { Question } from "../survey/question.ts";
import { choiceName, dimensionName, questionName } from "../survey/reading.ts";
import { type Dictionaries, quoteName, slicePredicate } from "../views/predicate.ts";
import { derivedQuestions } from "./derived/request.ts";
import { derivedLayout } from "./derived/sql.ts";
import type { CountsRequest } from "./request.ts";

/** What one wave's table holds, and what it is called in the engine. */
export interface WaveLayout {
  readonly wave: string;
  /** The table as SQL names it. */
  readonly relation: string;
  readonly rows: number;
  readonly weighted: boolean;
  readonly columns: readonly string[];
  readonly dictionaries: Dictionaries;
}

/** A stored column whose codes are counted: a question, or one choice of a multiple choice. */
export interface Counted {
  readonly question: Question;
  readonly column: string;
  /** Place of the choice among the options of a multiple choice. */
  readonly choice?: number;
  /** The first stored choice of a multiple choice: its ticked and not ticked make the base. */
  readonly givesBase?: boolean;
}

/** One SQL text and how to read its rows. */
export interface Statement {
  readonly sql: string;
  readonly layout: WaveLayout;
  readonly kind: "codes" | "sums";
  readonly counted: readonly Counted[];
}

/** GROUPING() gives a bit for each column; thirty of them stay within 32 bits. */
const columnsInOnePass = 30;

/**
 * The SQL of a request for one wave: one pass over the table for thirty columns, each counted by code (GROUPING SETS),
 * and one pass for all measured numbers. Every aggregate is cast, so that results are plain numbers.
 */
export function statementsOf(
  request: CountsRequest,
  asked: readonly Question[],
  stores: WaveLayout,
): readonly Statement[] {
  const layout = derivedLayout(request, stores);
  const questions = [...asked, ...derivedQuestions(request)];
  const stored = new Set(layout.columns);
  const present = questions.flatMap((question) =>
    countedColumns(question)
      .filter(({ column }) => stored.has(column))
      .map((counted, at) => ({ ...counted, givesBase: at === 0 })),
  );
  const passes = chunk(
    present.filter(({ question }) => question.type !== "number"),
    columnsInOnePass,
  );
  const sums = present.filter(({ question }) => question.type === "number");
  return [
    ...(passes.length > 0 ? passes : [[]]).map((columns) => codesStatement(request, columns, layout)),
    ...(sums.length > 0 ? [sumsStatement(request, sums, layout)] : []),
  ];
}

/** The stored columns that hold a question's answers. */
export function countedColumns(question: Question): readonly Counted[] {
  if (question.type !== "multi") return [{ question, column: questionName(question.id) }];
  return question.options.map((_, choice) => ({
    question,
    choice,
    column: choiceName(questionName(question.id), choice),
  }));
}

function codesStatement(request: CountsRequest, counted: readonly Counted[], layout: WaveLayout): Statement {
  const names = counted.map(({ column }) => quoteName(column));
  const keys = keysOf(request, layout);
  const sets = [[], ...names.map((name) => [name])].map((set) => `(${[...keys.grouped, ...set].join(", ")})`);
  const select = [
    names.length > 0 ? `GROUPING(${names.join(", ")})::INTEGER AS "set"` : `0::INTEGER AS "set"`,
    names.length > 0
      ? `COALESCE(${names.map((name) => `${name}::INTEGER`).join(", ")}, -1) AS "code"`
      : `-1 AS "code"`,
    ...keys.selected,
    ...cellOf(layout, "*"),
  ];
  const sql = `SELECT ${select.join(", ")} FROM ${layout.relation} WHERE ${slicePredicate(request.slice, layout.dictionaries)} GROUP BY GROUPING SETS (${sets.join(", ")})`;
  return { sql, layout, kind: "codes", counted };
}

function sumsStatement(request: CountsRequest, measured: readonly Counted[], layout: WaveLayout): Statement {
  const keys = keysOf(request, layout);
  const columns = measured.flatMap(({ column }, at) => sumsOf(quoteName(column), layout, at));
  const grouping = keys.grouped.length > 0 ? ` GROUP BY ${keys.grouped.join(", ")}` : "";
  const sql = `SELECT ${[...keys.selected, ...columns].join(", ")} FROM ${layout.relation} WHERE ${slicePredicate(request.slice, layout.dictionaries)}${grouping}`;
  return { sql, layout, kind: "sums", counted: measured };
}

/** A dimension that the wave lacks can't be grouped by: its key is null for everybody. */
export function keysOf(
  request: Pick<CountsRequest, "by">,
  layout: WaveLayout,
): { readonly grouped: readonly string[]; readonly selected: readonly string[] } {
  const stored = new Set(layout.columns);
  const names = request.by.map(dimensionName);
  return {
    grouped: names.filter((name) => stored.has(name)).map(quoteName),
    selected: names.map(
      (name, at) => `${stored.has(name) ? `${quoteName(name)}::INTEGER` : "NULL::INTEGER"} AS "key${at}"`,
    ),
  };
}

function cellOf(layout: WaveLayout, counted: string): readonly string[] {
  const n = `count(${counted})::INTEGER AS "n"`;
  if (!layout.weighted)
    return [
      n,
      `count(${counted})::INTEGER AS "m"`,
      `count(${counted})::DOUBLE AS "w"`,
      `count(${counted})::DOUBLE AS "w2"`,
    ];
  return [
    n,
    `count("w")::INTEGER AS "m"`,
    `COALESCE(sum("w"), 0)::DOUBLE AS "w"`,
    `COALESCE(sum("w" * "w"), 0)::DOUBLE AS "w2"`,
  ];
}

function sumsOf(x: string, layout: WaveLayout, at: number): readonly string[] {
  const weight = layout.weighted ? `"w"` : "1.0::DOUBLE";
  const present = layout.weighted ? `${x} IS NOT NULL AND "w" IS NOT NULL` : `${x} IS NOT NULL`;
  const sum = (expression: string, name: string) =>
    `COALESCE(sum(${expression}) FILTER (WHERE ${present}), 0)::DOUBLE AS "${name}_${at}"`;
  return [
    `count(${x})::INTEGER AS "n_${at}"`,
    `(count(*) FILTER (WHERE ${present}))::INTEGER AS "m_${at}"`,
    sum(weight, "w"),
    sum(`${weight} * ${weight}`, "w2"),
    `COALESCE(sum(${x}::DOUBLE), 0)::DOUBLE AS "x_${at}"`,
    `COALESCE(sum(${x}::DOUBLE * ${x}), 0)::DOUBLE AS "xx_${at}"`,
    sum(`${weight} * ${x}`, "wx"),
    sum(`${weight} * ${x} * ${x}`, "wxx"),
    sum(`${weight} * ${weight} * ${x}`, "w2x"),
    sum(`${weight} * ${weight} * ${x} * ${x}`, "w2xx"),
  ];
}

function chunk<Value>(values: readonly Value[], size: number): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size),
  );
}
