import { dimensionName, questionName } from "../../survey/reading.ts";
import { quoteName, slicePredicate } from "../../views/predicate.ts";
import type { WaveLayout } from "../sql.ts";
import type { LinearRequest, LinearScore } from "./request.ts";

/** One SQL text over one wave, and the scores in the order of its columns. */
export interface LinearStatement {
  readonly sql: string;
  readonly layout: WaveLayout;
  readonly scores: readonly string[];
  /** The groups in the order that column "g" counts them. */
  readonly keys: readonly (readonly (string | null)[])[];
}

/** A score and the questions that any group scores by it: a pair of constant columns each. */
interface ScoreColumns {
  readonly id: string;
  readonly questions: readonly string[];
}

/**
 * The SQL of a request for one wave: the groups' constants as a table of values, joined to the rows by the request's
 * dimensions, and one pass that scores each row and sums by group. Nothing for a wave without any of the questions.
 */
export function linearStatement(request: LinearRequest, layout: WaveLayout): LinearStatement | undefined {
  const stored = new Set(layout.columns);
  const scores = columnsOf(request.scores, (question) => stored.has(questionName(question)));
  if (scores.length === 0) return undefined;
  const groups = [...Map.groupBy(request.scores, ({ key }) => JSON.stringify(key)).values()];
  const scored = scores.map((score, at) => `${scoreSql(score, at)} AS "z${at}"`);
  const weight = layout.weighted ? [`"w"`] : [];
  const rows = [
    `SELECT ${['"g"', ...weight, ...scored].join(", ")} FROM ${layout.relation}`,
    `JOIN (VALUES ${constantRows(groups, scores, request, layout).join(", ")}) AS "c"(${constantNames(request, scores).join(", ")})`,
    `ON ${joinOf(request, layout)} WHERE ${slicePredicate(request.slice, layout.dictionaries)}`,
  ].join(" ");
  const sums = scores.flatMap((_, at) => sumsOf(at, layout.weighted));
  const sql = `SELECT "g"::INTEGER AS "g", ${sums.join(", ")} FROM (${rows}) GROUP BY "g"`;
  const keys = groups.map(([first]) => first?.key ?? []);
  return { sql, layout, scores: scores.map(({ id }) => id), keys };
}

function columnsOf(
  scores: readonly LinearScore[],
  isStored: (question: string) => boolean,
): readonly ScoreColumns[] {
  const byId = Map.groupBy(scores, ({ id }) => id);
  return [...byId]
    .map(([id, ofGroups]) => {
      const questions = ofGroups.flatMap(({ terms }) => terms.map(({ question }) => question));
      return { id, questions: [...new Set(questions)].filter(isStored) };
    })
    .filter(({ questions }) => questions.length > 0);
}

/** NULL for who answered nothing that the group scores by; else the sum over what was answered. */
function scoreSql({ questions }: ScoreColumns, at: number): string {
  const terms = questions.map(
    (question, place) => `"f${at}_${place}" * (${quoteName(questionName(question))} - "m${at}_${place}")`,
  );
  const sum = terms.map((term) => `COALESCE(${term}, 0)`).join(" + ");
  return `CASE WHEN COALESCE(${terms.join(", ")}) IS NOT NULL THEN ${sum} END`;
}

function constantNames({ by }: LinearRequest, scores: readonly ScoreColumns[]): readonly string[] {
  const constants = scores.flatMap(({ questions }, at) =>
    questions.flatMap((_, place) => [`"f${at}_${place}"`, `"m${at}_${place}"`]),
  );
  return ['"g"', ...by.map((_, at) => `"key${at}"`), ...constants];
}

/** A row of constants for each group. A key that the wave doesn't hold gets a code that nobody has. */
function constantRows(
  groups: readonly (readonly LinearScore[])[],
  scores: readonly ScoreColumns[],
  { by }: LinearRequest,
  layout: WaveLayout,
): readonly string[] {
  return groups.map((ofGroup, place) => {
    const codes = (ofGroup[0]?.key ?? []).map((id, at) => keyCode(id, by[at] ?? "", layout));
    const constants = scores.flatMap(({ id, questions }) => {
      const terms = ofGroup.find((score) => score.id === id)?.terms ?? [];
      return questions.flatMap((question) => {
        const term = terms.find((candidate) => candidate.question === question);
        return term ? [numberSql(term.factor), numberSql(term.centre)] : ["NULL::DOUBLE", "NULL::DOUBLE"];
      });
    });
    return `(${[place, ...codes, ...constants].join(", ")})`;
  });
}

function keyCode(id: string | null, dimension: string, layout: WaveLayout): string {
  if (id === null) return "NULL::INTEGER";
  return `${(layout.dictionaries[dimensionName(dimension)] ?? []).indexOf(id)}::INTEGER`;
}

function joinOf({ by, rows }: LinearRequest, layout: WaveLayout): string {
  const stored = new Set(layout.columns);
  const same = by.map((dimension, at) => {
    const name = dimensionName(dimension);
    const code = stored.has(name) ? `${quoteName(name)}::INTEGER` : "NULL::INTEGER";
    return `${code} IS NOT DISTINCT FROM "key${at}"`;
  });
  const own = same.length > 0 ? same.join(" AND ") : "TRUE";
  return rows === "own" ? own : `NOT (${own})`;
}

/** With an exponent a number is read as a double, to its last digit; without one as a decimal. */
function numberSql(value: number): string {
  if (!Number.isFinite(value))
    throw new RangeError(`A constant of a linear score is finite, unlike ${value}.`);
  return `${value.toExponential()}::DOUBLE`;
}

function sumsOf(at: number, weighted: boolean): readonly string[] {
  const z = `"z${at}"`;
  const sum = (expression: string, name: string) =>
    `COALESCE(sum(${expression}), 0)::DOUBLE AS "${name}_${at}"`;
  const plain = [`count(${z})::INTEGER AS "n_${at}"`, sum(z, "x"), sum(`${z} * ${z}`, "xx")];
  if (!weighted) return plain;
  const weighs = `FILTER (WHERE ${z} IS NOT NULL)`;
  return [
    ...plain,
    `(count("w") ${weighs})::INTEGER AS "m_${at}"`,
    `COALESCE(sum("w") ${weighs}, 0)::DOUBLE AS "w_${at}"`,
    `COALESCE(sum("w" * "w") ${weighs}, 0)::DOUBLE AS "w2_${at}"`,
    sum(`"w" * ${z}`, "wx"),
    sum(`"w" * ${z} * ${z}`, "wxx"),
    sum(`"w" * "w" * ${z}`, "w2x"),
    sum(`"w" * "w" * ${z} * ${z}`, "w2xx"),
  ];
}
