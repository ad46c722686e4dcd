import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isShown, type Shown } from "../../src/measures/estimate.ts";
import { mean, pooledVariance } from "../../src/measures/mean.ts";
import { net, nps } from "../../src/measures/net.ts";
import { top2 } from "../../src/measures/share.ts";
import { countCodes, sumNumbers, tallyOfTable } from "../counts/count-answers.ts";
import { minutes, rating, recommend, unweighted, weighted } from "./questions.ts";

/** Everybody giving the best answer is not certainty. */
const allTens = tallyOfTable({ 10: 5 });

function only(estimate: ReturnType<typeof mean.estimate>): Shown {
  if (!isShown(estimate)) throw new Error(`it is ${estimate.status}`);
  return estimate;
}

describe("the mean where everybody gave 10", () => {
  test("borrows the pooled variance within its siblings", () => {
    // 8, 9, 10: squares 2 on 2 degrees; 6, 8, 8, 10: squares 8 on 3 degrees. Pooled (2 + 8)/5 = 2, over n = 5: 0.4.
    const siblings = [
      tallyOfTable({ 8: 1, 9: 1, 10: 1 }),
      tallyOfTable({ 6: 1, 8: 2, 10: 1 }),
      tallyOfTable({ 1: 1 }),
    ];
    expect(pooledVariance({ groups: siblings }, "unweighted")).toBeCloseTo(2, 12);
    const found = only(
      mean.estimate(allTens, rating(1, 10), { ...unweighted, siblings: { groups: siblings } }),
    );
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.4), 12);
    // Student's t at 97.5 % on 4 degrees of freedom is 2.7764451 in tables.
    expect(found.low).toBeCloseTo(10 - 2.7764451 * Math.sqrt(0.4), 6);
    expect(found.high).toBe(10);
  });

  test.each([
    ["no siblings", undefined],
    ["siblings who all agree too", [tallyOfTable({ 9: 4 }), tallyOfTable({ 10: 3 })]],
    ["siblings of one answer each", [tallyOfTable({ 3: 1 }), tallyOfTable({ 10: 1 })]],
  ])("with %s is bounded by the share that can stay unseen (Clopper and Pearson)", (_, siblings) => {
    const found = only(
      mean.estimate(
        allTens,
        rating(1, 10),
        siblings ? { ...unweighted, siblings: { groups: siblings } } : unweighted,
      ),
    );
    // 5 of 5: the exact two-sided interval begins at 0.025^(1/5) = 0.4782 (Clopper and Pearson's tables).
    expect(found.low).toBeCloseTo(10 - (1 - 0.025 ** 0.2) * 9, 10);
    expect(found.low).toBeCloseTo(10 - (1 - 0.4782) * 9, 3);
    expect([found.value, found.high]).toEqual([10, 10]);
  });

  test("in the middle of the scale is bounded on both sides", () => {
    const found = only(mean.estimate(tallyOfTable({ 4: 5 }), rating(1, 5), unweighted));
    const unseen = 1 - 0.025 ** 0.2;
    expect([found.low, found.high]).toEqual([
      expect.closeTo(4 - 3 * unseen, 10),
      expect.closeTo(4 + unseen, 10),
    ]);
  });

  test("of one answer has an interval inside the scale", () => {
    const found = only(mean.estimate(tallyOfTable({ 7: 1 }), rating(1, 10), unweighted));
    expect(found.low).toBeGreaterThanOrEqual(1);
    expect(found.low).toBeLessThan(2);
    expect(found.high).toBeGreaterThan(9);
    expect(found.high).toBeLessThanOrEqual(10);
  });
});

test("whatever the weights, one answer given by all is their mean and no certainty", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.array(fc.double({ min: 0.05, max: 8, noNaN: true }), { minLength: 1, maxLength: 12 }),
      (value, weights) => {
        const tally = countCodes(weights.map((weight) => ({ value, weight })));
        const found = only(mean.estimate(tally, rating(1, 10), weighted));
        expect(found.value).toBe(value);
        const unseen = 1 - 0.025 ** (1 / found.effective);
        expect(found.low).toBeCloseTo(value - unseen * (value - 1), 9);
        expect(found.high).toBeCloseTo(value + unseen * (10 - value), 9);
      },
    ),
    { numRuns: 300 },
  );
});

test("a share of 100 % keeps Wilson's width: 10 of 10 begins at 0.7225", () => {
  const found = only(top2.estimate(tallyOfTable({ 5: 10 }), rating(1, 5), unweighted));
  expect(found.value).toBe(1);
  expect(found.low).toBeCloseTo(10 / (10 + 1.959963984540054 ** 2), 12);
  expect(found.low).toBeCloseTo(0.7225, 4);
  expect(found.high).toBe(1);
});

describe("a net where all agree", () => {
  test("keeps the width of its three pseudo-answers", () => {
    const found = only(nps.estimate(tallyOfTable({ 10: 10 }), recommend(), unweighted));
    const [plus, minus] = [10.75 / 13, 0.75 / 13];
    const half = 1.959963984540054 * Math.sqrt((plus + minus - (plus - minus) ** 2) / 13);
    expect(found.value).toBe(100);
    expect(found.low).toBeCloseTo(100 * (plus - minus - half), 10);
    expect(found.high).toBe(100);
  });

  test("contains the figure itself even for one answer", () => {
    const found = only(net.estimate(tallyOfTable({ 1: 1 }), rating(1, 5), unweighted));
    expect(found.value).toBe(-1);
    expect(found.low).toBe(-1);
    expect(found.high).toBeGreaterThan(0);
  });
});

test("equal weighted numbers whose sums carry rounding have no variance of their own", () => {
  const answers = [0.1, 0.7, 1.3, 2.9].map((weight) => ({ value: 12.3, weight }));
  const siblings = [sumNumbers([{ value: 10 }, { value: 14 }])];
  const found = only(
    mean.estimate(sumNumbers(answers), minutes, { ...unweighted, siblings: { groups: siblings } }),
  );
  // Pooled variance 8 on one degree of freedom, over n = 4.
  expect(found.standardError).toBeCloseTo(Math.sqrt(2), 12);
});

test("a weighted net where all are on one side has no error, however their weights add up", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.double({ min: 0.05, max: 8, noNaN: true })), {
        minLength: 1,
      }),
      (rows) => {
        const tally = countCodes(rows.map(([value, weight]) => ({ value, weight })));
        const found = only(nps.estimate(tally, recommend(), weighted));
        expect([found.value, found.standardError]).toEqual([-100, 0]);
      },
    ),
  );
});
