import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCells, type CountedTally, emptyCell, mergeTallies } from "../../src/counts/tally.ts";
import { type Answer, countCodes, sumNumbers } from "./count-answers.ts";

// Weights in sixteenths add up without rounding, so that equal means equal.
const weight = fc.option(fc.integer({ min: 1, max: 80 }).map((sixteenths) => sixteenths / 16));
const code = fc.integer({ min: 0, max: 10 });
const answer = (value: fc.Arbitrary<number | number[]>): fc.Arbitrary<Answer> => fc.record({ value, weight });
const single = fc.array(answer(code), { maxLength: 30 });
const multiple = fc.array(answer(fc.uniqueArray(code, { maxLength: 4 })), { maxLength: 30 });

function sortedCells(tally: CountedTally): CountedTally {
  if (tally.kind === "sums") return tally;
  return { ...tally, cells: new Map([...tally.cells].toSorted(([a], [b]) => a - b)) };
}

describe("mergeTallies", () => {
  test.each([
    ["codes", single, countCodes],
    ["multiple choices", multiple, countCodes],
    ["sums", single, sumNumbers],
  ] as const)("merging counts of %s is counting the merged rows", (_, answers, count) => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const merged = mergeTallies(count(a), count(b));
        expect(sortedCells(merged)).toEqual(sortedCells(count([...a, ...b])));
      }),
    );
  });

  test("the order of merging does not matter, and nobody changes nothing", () => {
    fc.assert(
      fc.property(single, single, (a, b) => {
        const [one, other] = [countCodes(a), countCodes(b)];
        expect(sortedCells(mergeTallies(one, other))).toEqual(sortedCells(mergeTallies(other, one)));
        expect(mergeTallies(one, countCodes([]))).toEqual(one);
      }),
    );
  });

  test("leaves what it was handed as it was", () => {
    const one = countCodes([{ value: 3 }]);
    mergeTallies(one, countCodes([{ value: 3 }, { value: 4 }]));
    expect(one).toEqual(countCodes([{ value: 3 }]));
  });

  test("counts of codes and sums of numbers can't be merged", () => {
    expect(() => mergeTallies(countCodes([{ value: 3 }]), sumNumbers([{ value: 3 }]))).toThrow(/sums/);
  });
});

test("a respondent without a weight adds to n only", () => {
  const one = countCodes([{ value: 5, weight: null }]);
  expect(one.base).toEqual({ n: 1, m: 0, w: 0, w2: 0 });
  expect(addCells(one.base, emptyCell)).toEqual(one.base);
});
