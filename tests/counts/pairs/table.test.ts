import { describe, expect, test } from "vitest";
import {
  addTables,
  isTurned,
  productsAt,
  sizesOf,
  startOf,
  startsIn,
  subtractTables,
  withoutQuestions,
} from "../../../src/counts/pairs/table.ts";
import { type JointRow, pairsIn, pairsOfRows } from "../joint-rows.ts";

const questions = ["a", "b", "c"];
const heavy: readonly JointRow[] = [
  { answers: { a: 2, b: 5, c: null }, weight: 0.5 },
  { answers: { a: 3, b: 4, c: 1 }, weight: null },
];
const plain: readonly JointRow[] = [
  { answers: { a: 1, b: null, c: 7 } },
  { answers: { a: 4, b: 6, c: null } },
];
const tableOf = (rows: readonly JointRow[], isWeighted: boolean) =>
  pairsOfRows(rows, questions, {}, { isWeighted }).pairs;

describe("a table of sums over pairs", () => {
  test("has a place of its own for every pair, one after the other, whichever question is named first", () => {
    const table = tableOf([], true);
    const pairs = ["a a", "a b", "a c", "b b", "b c", "c c"].map((pair) => pair.split(" "));
    const { stride } = startsIn(table);
    expect(pairs.map(([one = "", other = ""]) => startOf(table, one, other))).toEqual(
      pairs.map((_, at) => at * stride),
    );
    expect(startOf(table, "c", "a")).toBe(startOf(table, "a", "c"));
    expect(table.sums).toHaveLength(6 * stride);
    expect(startOf(table, "a", "d")).toBeUndefined();
  });

  test("turns x and y where the second question stands first", () => {
    const table = tableOf(heavy, true);
    const start = startOf(table, "b", "a") ?? Number.NaN;
    expect(isTurned(table, "b", "a")).toBe(true);
    expect(isTurned(table, "a", "b")).toBe(false);
    // a: 2 and 3; b: 5 and 4.
    expect(productsAt(table, start, false)).toEqual({ size: 2, x: 5, y: 9, xx: 13, yy: 41, xy: 22 });
    expect(productsAt(table, start, true)).toEqual({ size: 2, x: 9, y: 5, xx: 41, yy: 13, xy: 22 });
  });

  test("tells how many answered both, and how many of them have a weight", () => {
    expect(sizesOf(tableOf(heavy, true), "a", "b")).toEqual({ n: 2, m: 1 });
    expect(sizesOf(tableOf(plain, false), "a", "c")).toEqual({ n: 1, m: 1 });
    expect(sizesOf(tableOf(plain, false), "a", "d")).toEqual({ n: 0, m: 0 });
  });

  test("of waves with and without weights adds up as if each answer without one weighed 1", () => {
    const [one, other] = [tableOf(heavy, true), tableOf(plain, false)];
    const expected = pairsIn(tableOf([...heavy, ...plain], true));
    expect(pairsIn(addTables(one, other))).toEqual(expected);
    expect(pairsIn(addTables(other, one))).toEqual(expected);
    expect(pairsIn(subtractTables(addTables(one, other), other))).toEqual(pairsIn(one));
  });

  test("keeps one set of sums where no wave has weights", () => {
    const both = addTables(tableOf(plain, false), tableOf(plain, false));
    expect(both.sums).toHaveLength(6 * 6);
    expect(pairsIn(both)).toEqual(pairsIn(tableOf([...plain, ...plain], false)));
  });

  test("leaves nothing of a pair where nobody is left, whatever rounding would leave", () => {
    const rows = [0.1, 0.2, 0.3].map((weight): JointRow => ({ answers: { a: 1, b: 2, c: 3 }, weight }));
    const [whole, turnedRound] = [tableOf(rows, true), tableOf(rows.toReversed(), true)];
    expect([...subtractTables(whole, turnedRound).sums].every((sum) => sum === 0)).toBe(true);
    const noWeight: JointRow = { answers: { a: 1, b: 2, c: 3 }, weight: null };
    const left = subtractTables(tableOf([...rows, noWeight], true), turnedRound);
    expect(pairsIn(left)).toEqual(pairsIn(tableOf([noWeight], true)));
  });

  test("without some questions is one of which these were not asked", () => {
    const table = tableOf(heavy, true);
    const asked = heavy.map(({ answers, ...rest }) => ({ ...rest, answers: { ...answers, b: null } }));
    expect(pairsIn(withoutQuestions(table, ["b"]))).toEqual(pairsIn(tableOf(asked, true)));
    expect(pairsIn(table)).toEqual(pairsIn(tableOf(heavy, true)));
  });

  test("of other questions is a fault of the program", () => {
    const other = pairsOfRows(plain, ["a", "c"], {}).pairs;
    expect(() => addTables(tableOf(heavy, true), other)).toThrow(/same questions/);
  });
});
