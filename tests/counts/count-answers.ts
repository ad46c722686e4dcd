import type { Cell, CountedTally } from "../../src/counts/tally.ts";

/** One answer: a code, or several of a multiple choice, or a measured number; without a weight, 1. */
export interface Answer {
  readonly value: number | readonly number[];
  /** Null: the respondent has no weight and counts in unweighted figures only. */
  readonly weight?: number | null;
}

/** Counts answers one by one into a tally of codes. */
export function countCodes(answers: readonly Answer[]): CountedTally {
  const cells = new Map<number, Cell>();
  let base: Cell = { n: 0, m: 0, w: 0, w2: 0 };
  for (const answer of answers) {
    base = withOne(base, answer);
    for (const code of [answer.value].flat()) cells.set(code, withOne(cells.get(code), answer));
  }
  return { kind: "codes", base, cells };
}

/** Adds measured numbers one by one up into a tally of sums. */
export function sumNumbers(answers: readonly Answer[]): CountedTally {
  let base: Cell = { n: 0, m: 0, w: 0, w2: 0 };
  const sums = { x: 0, xx: 0, wx: 0, wxx: 0, w2x: 0, w2xx: 0 };
  for (const answer of answers) {
    const x = Number(answer.value);
    const w = answer.weight === null ? 0 : (answer.weight ?? 1);
    base = withOne(base, answer);
    sums.x += x;
    sums.xx += x * x;
    sums.wx += w * x;
    sums.wxx += w * x * x;
    sums.w2x += w * w * x;
    sums.w2xx += w * w * x * x;
  }
  return { kind: "sums", base, sums };
}

/** A published table of counts, code → number of answers, as a tally. */
export function tallyOfTable(table: Readonly<Record<string, number>>): CountedTally {
  return countCodes(
    Object.entries(table).flatMap(([code, n]) => Array.from({ length: n }, () => ({ value: Number(code) }))),
  );
}

function withOne(cell: Cell = { n: 0, m: 0, w: 0, w2: 0 }, { weight = 1 }: Answer): Cell {
  if (weight === null) return { ...cell, n: cell.n + 1 };
  return { n: cell.n + 1, m: cell.m + 1, w: cell.w + weight, w2: cell.w2 + weight * weight };
}
