import { describe, expect, test } from "vitest";
import { codeScale, looksGraded, wholeCodes } from "../../src/drafting/code-scale.ts";

const alone = { recommend: false, spreadOf: () => 0 };
const counts = (written: Readonly<Record<number, number>>) =>
  new Map(Object.entries(written).map(([code, count]) => [Number(code), count]));
const ends = (written: Readonly<Record<number, number>>, hints = alone) => {
  const scale = codeScale(counts(written), hints);
  return scale && [scale.codes[0], scale.codes.at(-1), ...scale.missing];
};

describe("the scale that codes stand on; then the codes that are no answer", () => {
  test.each([
    ["1–5", { 1: 5, 2: 9, 3: 20, 4: 50, 5: 40 }, [1, 5]],
    ["1–5 with 0 blank and 6 never used", { 0: 9, 1: 5, 2: 9, 3: 20, 4: 50, 5: 40, 6: 70 }, [1, 5, 0, 6]],
    ["1–5 with 9 refused", { 1: 5, 2: 9, 3: 20, 4: 50, 5: 40, 9: 3 }, [1, 5, 9]],
    ["1–5 with 99 and -1", { [-1]: 4, 1: 5, 2: 9, 3: 20, 4: 50, 5: 40, 99: 3 }, [1, 5, -1, 99]],
    ["1–7", { 1: 5, 2: 9, 3: 20, 4: 50, 5: 40, 6: 30, 7: 20 }, [1, 7]],
    ["1–7 with 8 don't know", { 1: 5, 2: 9, 3: 20, 4: 50, 5: 40, 6: 30, 7: 20, 8: 4 }, [1, 7, 8]],
    ["1–10", { 1: 5, 5: 9, 6: 20, 7: 50, 8: 40, 9: 30, 10: 20 }, [1, 10]],
    ["0–10", { 0: 5, 5: 9, 6: 20, 7: 50, 8: 40, 9: 30, 10: 20 }, [0, 10]],
    ["1–10 with 11 no answer", { 1: 5, 5: 9, 6: 20, 7: 50, 8: 40, 9: 30, 10: 20, 11: 6 }, [1, 10, 11]],
    ["1–4", { 1: 5, 2: 9, 3: 20, 4: 50 }, [1, 4]],
  ])("%s", (_, written, expected) => expect(ends(written)).toEqual(expected));

  test("6 is a grade where its share is much the same in all items of a battery", () => {
    const written = { 1: 5, 2: 9, 3: 20, 4: 50, 5: 40, 6: 30 };
    expect(ends(written, { recommend: false, spreadOf: () => 0.05 })).toEqual([1, 6]);
    expect(ends(written, { recommend: false, spreadOf: () => 0.5 })).toEqual([1, 5, 6]);
  });

  test("a likelihood to recommend starts at 0 where few were asked, and at 1 where nobody of many gave 0", () => {
    const few = { 3: 1, 7: 2, 8: 3, 9: 4, 10: 5 };
    const many = { 3: 100, 7: 200, 8: 300, 9: 400, 10: 500 };
    expect(ends(few, { recommend: true, spreadOf: () => 0 })).toEqual([0, 10]);
    expect(ends(many, { recommend: true, spreadOf: () => 0 })).toEqual([1, 10]);
  });

  test.each([[{ 1: 20, 2: 30 }], [{ 1: 3, 2: 4, 3: 5 }], [{ 17: 4, 40: 5, 88: 6 }]])(
    "none for %o",
    (written) => expect(ends(written as Readonly<Record<number, number>>)).toBeUndefined(),
  );
});

test("grades pile up above the middle; codes of a list lie anyhow", () => {
  const codes = [1, 2, 3, 4, 5];
  expect(looksGraded(counts({ 1: 8, 2: 17, 3: 338, 4: 934, 5: 1617 }), codes)).toBe(true);
  expect(looksGraded(counts({ 1: 1112, 2: 655, 3: 737, 4: 222, 5: 126 }), codes)).toBe(false);
  expect(looksGraded(counts({ 1: 20, 2: 400, 3: 30, 4: 500, 5: 20 }), codes)).toBe(false);
});

test("only whole numbers are codes", () => {
  expect(
    wholeCodes(
      new Map([
        ["-1", 2],
        ["5", 1],
      ]),
    ),
  ).toEqual(
    new Map([
      [-1, 2],
      [5, 1],
    ]),
  );
  expect(wholeCodes(new Map([["2.5", 1]]))).toBeUndefined();
  expect(wholeCodes(new Map([["yes", 1]]))).toBeUndefined();
});
