import type { LinearScore } from "../../src/counts/linear/request.ts";
import { type PairGroup, pairKey } from "../../src/counts/pairs/request.ts";
import { emptyPair, type PairSums, type Products } from "../../src/counts/pairs/sums.ts";
import type { Cell, CountedTally } from "../../src/counts/tally.ts";
import { type Answer, countCodes, sumNumbers } from "./count-answers.ts";

/** One respondent's answers to several questions. Without a weight, 1; null: counts in unweighted figures only. */
export interface JointRow {
  readonly answers: Readonly<Record<string, number | null>>;
  readonly weight?: number | null;
}

/** Sums over every pair of questions, row by row, as the store gives them. */
export function pairsOfRows(
  rows: readonly JointRow[],
  questions: readonly string[],
  sets: Readonly<Record<string, readonly string[]>> = { all: questions },
): PairGroup {
  const pairs = new Map<string, PairSums>();
  const answered = new Map<string, Cell>();
  for (const { answers, weight = 1 } of rows) {
    questions.forEach((first, at) => {
      const x = answers[first] ?? null;
      for (const second of x === null ? [] : questions.slice(at)) {
        const y = answers[second] ?? null;
        const key = pairKey(first, second);
        if (x !== null && y !== null) pairs.set(key, withOne(pairs.get(key) ?? emptyPair, x, y, weight));
      }
    });
  }
  for (const [id, of] of Object.entries(sets)) {
    const those = rows.filter(({ answers }) => of.some((question) => (answers[question] ?? null) !== null));
    if (those.length > 0) answered.set(id, countCodes(those.map((row) => answerOf(0, row))).base);
  }
  return { wave: "w1", key: [], answered, pairs };
}

function withOne(
  { plain, m, weighted, squared }: PairSums,
  x: number,
  y: number,
  w: number | null,
): PairSums {
  const add = (sums: Products, u: number): Products => ({
    size: sums.size + u,
    x: sums.x + u * x,
    y: sums.y + u * y,
    xx: sums.xx + u * x * x,
    yy: sums.yy + u * y * y,
    xy: sums.xy + u * x * y,
  });
  if (w === null) return { plain: add(plain, 1), m, weighted, squared };
  return { plain: add(plain, 1), m: m + 1, weighted: add(weighted, w), squared: add(squared, w * w) };
}

/** Sums of a linear score, row by row. */
export function linearOfRows(rows: readonly JointRow[], { terms }: Pick<LinearScore, "terms">): CountedTally {
  const scored = rows.flatMap((row): Answer[] => {
    const given = terms.filter(({ question }) => (row.answers[question] ?? null) !== null);
    const z = given.reduce(
      (sum, { question, factor, centre }) => sum + factor * ((row.answers[question] ?? 0) - centre),
      0,
    );
    return given.length > 0 ? [answerOf(z, row)] : [];
  });
  return sumNumbers(scored);
}

/** Counts of one question, row by row. */
export function tallyOfRows(rows: readonly JointRow[], question: string): CountedTally {
  return countCodes(
    rows.flatMap((row) => {
      const value = row.answers[question] ?? null;
      return value === null ? [] : [answerOf(value, row)];
    }),
  );
}

function answerOf(value: number, { weight }: JointRow): Answer {
  return weight === undefined ? { value } : { value, weight };
}
