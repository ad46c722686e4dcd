import type { LinearScore } from "../../src/counts/linear/request.ts";
import type { PairGroup } from "../../src/counts/pairs/request.ts";
import {
  emptyTable,
  type PairTable,
  placesOf,
  plainSums,
  startOf,
  startsIn,
  weightedSums,
} from "../../src/counts/pairs/table.ts";
import type { Cell, CountedTally } from "../../src/counts/tally.ts";
import { type Answer, countCodes, sumNumbers } from "./count-answers.ts";

/** One respondent's answers to several questions. Without a weight, 1; null: counts in unweighted figures only. */
export interface JointRow {
  readonly answers: Readonly<Record<string, number | null>>;
  readonly weight?: number | null;
}

/** Sums over every pair of questions, row by row, as the store gives them; by default of a wave with weights. */
export function pairsOfRows(
  rows: readonly JointRow[],
  questions: readonly string[],
  sets: Readonly<Record<string, readonly string[]>> = { all: questions },
  { isWeighted = true }: { readonly isWeighted?: boolean } = {},
): PairGroup {
  const pairs = emptyTable(placesOf(questions), { isWeighted });
  const answered = new Map<string, Cell>();
  for (const { answers, weight = 1 } of rows) {
    questions.forEach((first, at) => {
      const x = answers[first] ?? null;
      for (const second of x === null ? [] : questions.slice(at)) {
        const y = answers[second] ?? null;
        if (x !== null && y !== null) addOne(pairs, [first, second], { x, y, weight });
      }
    });
  }
  for (const [id, of] of Object.entries(sets)) {
    const those = rows.filter(({ answers }) => of.some((question) => (answers[question] ?? null) !== null));
    if (those.length > 0) answered.set(id, countCodes(those.map((row) => answerOf(0, row))).base);
  }
  return { wave: "w1", key: [], answered, pairs };
}

function addOne(
  pairs: PairTable,
  [first, second]: readonly [string, string],
  { x, y, weight: w }: { readonly x: number; readonly y: number; readonly weight: number | null },
): void {
  const products = (u: number) => [u * x, u * y, u * x * x, u * y * y, u * x * y];
  const weighted = w === null ? [] : [1, w, ...products(w), w * w, ...products(w * w)];
  const own = [1, ...products(1), ...(pairs.isWeighted ? weighted : [])];
  const start = startOf(pairs, first, second) ?? Number.NaN;
  for (const [at, value] of own.entries())
    pairs.sums[start + at] = (pairs.sums[start + at] ?? Number.NaN) + value;
}

/** The pairs that somebody answered, each with its sums by name, as "first second". */
export function pairsIn(pairs: PairTable): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const { questions } = pairs.places;
  const names = pairs.isWeighted ? weightedSums : plainSums;
  return new Map(
    questions.flatMap((first, at) =>
      questions.slice(at).flatMap((second): [string, Record<string, number>][] => {
        const start = startOf(pairs, first, second) ?? Number.NaN;
        const sums = [...pairs.sums.subarray(start, start + startsIn(pairs).stride)];
        const named = Object.fromEntries(names.map((name, place) => [name, sums[place] ?? Number.NaN]));
        return named["n"] === 0 ? [] : [[`${first} ${second}`, named]];
      }),
    ),
  );
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
