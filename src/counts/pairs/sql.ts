import { isScaleQuestion, type Question } from "../../survey/question.ts";
import { questionName } from "../../survey/reading.ts";
import { quoteName, slicePredicate } from "../../views/predicate.ts";
import { keysOf, type WaveLayout } from "../sql.ts";
import type { CountedAs, PairsRequest } from "./request.ts";

/** One SQL text over one wave, and what the places in its rows mean. */
export interface PairsStatement {
  readonly sql: string;
  readonly layout: WaveLayout;
  /** Place in a row's list of answers → what stands there: a question, or that any of a set was answered. */
  readonly places: readonly PairPlace[];
}

export interface PairPlace {
  readonly kind: "question" | "set";
  readonly id: string;
}

/** Letters of the sums' columns and the expressions that they add up. */
const products = { x: "x", y: "y", xx: "x * x", yy: "y * y", xy: "x * y" } as const;

/**
 * The SQL of a request for one wave: one pass in which every respondent becomes a list of answers, every pair of
 * places a row, and rows with both answers are summed. The text stays short for any number of questions, and the
 * time grows with rows × pairs. A question that the wave lacks is left out.
 * @throws Error for a question whose answers are no numbers
 */
export function pairsStatement(
  request: PairsRequest,
  questions: readonly Question[],
  layout: WaveLayout,
): PairsStatement | undefined {
  const stored = new Set(layout.columns);
  const other = (id: string) => request.as?.[id]?.kind === "less" && request.as[id].question;
  const isStored = (id: string) => stored.has(questionName(id));
  const asked = questions
    .filter((question) => stored.has(numericName(question)))
    .map(({ id }) => id)
    .filter((id) => isStored(other(id) || id));
  const answerOf = (id: string) => answerSql(id, request.as?.[id]);
  if (asked.length === 0) return undefined;
  const sets = Object.entries(request.sets).flatMap(([id, of]) => {
    const present = of.filter((question) => asked.includes(question));
    return present.length > 0 ? [{ id, present }] : [];
  });
  const places: readonly PairPlace[] = [
    ...asked.map((id) => ({ kind: "question", id }) as const),
    ...sets.map(({ id }) => ({ kind: "set", id }) as const),
  ];
  const answers = [
    ...asked.map(answerOf),
    ...sets.map(
      ({ present }) =>
        `CASE WHEN ${present.map((id) => `${answerOf(id)} IS NOT NULL`).join(" OR ")} THEN 1.0::DOUBLE END`,
    ),
  ];
  return { sql: sqlOf(request, layout, answers, pairsOf(places)), layout, places };
}

function sqlOf(
  request: PairsRequest,
  layout: WaveLayout,
  answers: readonly string[],
  pairs: readonly (readonly [number, number])[],
): string {
  const keys = keysOf(request, layout);
  const names = request.by.map((_, at) => `"key${at}"`);
  const listed = [...keys.selected, ...(layout.weighted ? [`"w"`] : []), `[${answers.join(", ")}] AS "a"`];
  const kept = [...names, ...(layout.weighted ? [`"w"`] : [])];
  // Lists count from 1.
  const values = pairs.map(([first, second]) => `(${first + 1}, ${second + 1})`).join(", ");
  const paired = [...kept, `"p"."i"`, `"p"."j"`, `"a"["p"."i"] AS x`, `"a"["p"."j"] AS y`];
  const where = slicePredicate(request.slice, layout.dictionaries);
  const rows = `SELECT ${listed.join(", ")} FROM ${layout.relation} WHERE ${where}`;
  const both = `SELECT ${paired.join(", ")} FROM (${rows}) AS "r", (VALUES ${values}) AS "p"("i", "j")`;
  const groups = [...names, `"i"`, `"j"`];
  const select = [
    ...names,
    `"i"::INTEGER AS "first"`,
    `"j"::INTEGER AS "second"`,
    ...sumsOf(layout.weighted),
  ];
  return `SELECT ${select.join(", ")} FROM (${both}) WHERE x IS NOT NULL AND y IS NOT NULL GROUP BY ${groups.join(", ")}`;
}

/** Weights that a respondent lacks are NULL, and so are products with them: they drop out of the sums. */
function sumsOf(weighted: boolean): readonly string[] {
  const sum = (expression: string, name: string) => `COALESCE(sum(${expression}), 0)::DOUBLE AS "${name}"`;
  const with_ = (prefix: string, factor: string) =>
    Object.entries(products).map(([name, expression]) => sum(`${factor}${expression}`, `${prefix}${name}`));
  const plain = [`count(*)::INTEGER AS "n"`, ...with_("", "")];
  if (!weighted) return plain;
  return [
    ...plain,
    `count("w")::INTEGER AS "m"`,
    sum(`"w"`, "w"),
    sum(`"w" * "w"`, "w2"),
    ...with_("w", `"w" * `),
    ...with_("w2", `"w" * "w" * `),
  ];
}

/** Every pair of questions, each question with itself, and each set with itself. */
function pairsOf(places: readonly PairPlace[]): readonly (readonly [number, number])[] {
  return places.flatMap(({ kind }, first) =>
    places.flatMap((other, second) => {
      const wanted = first === second || (first < second && kind === "question" && other.kind === "question");
      return wanted ? [[first, second] as const] : [];
    }),
  );
}

function columnOf(id: string): string {
  return quoteName(questionName(id));
}

/** What a respondent's answer to a question counts; NULL for who gave none. */
function answerSql(id: string, as: CountedAs | undefined): string {
  const answer = columnOf(id);
  if (as === undefined) return `${answer}::DOUBLE`;
  if (as.kind === "less") return `(${answer}::DOUBLE - ${columnOf(as.question)}::DOUBLE)`;
  const cases = Object.entries(as.scores).map(
    ([code, score]) => `WHEN ${Number(code)} THEN ${score.toExponential()}::DOUBLE`,
  );
  return `(CASE ${answer} ${cases.join(" ")} END)`;
}

/** The column of a question that is answered with a number. */
export function numericName(question: Question): string {
  if (!isScaleQuestion(question) && question.type !== "number")
    throw new Error(`answers to "${question.id}" (${question.type}) are no numbers to add up`);
  return questionName(question.id);
}
