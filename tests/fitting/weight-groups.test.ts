import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weightGroups } from "../../src/fitting/weight-groups.ts";
import { weightSpread } from "../../src/fitting/weight-spread.ts";

const repeated = (weight: number, n: number) => Array.from({ length: n }, () => weight);
const groupsOf = (weights: readonly number[], minimum = 5) =>
  weightGroups(Float64Array.from(weights), { minimum });

describe("weights by size", () => {
  test("are told one by one where enough respondents have each, largest first", () => {
    const found = groupsOf([...repeated(0.5, 20), ...repeated(2, 5), ...repeated(1.25, 8)]);
    expect(found).toEqual({
      kind: "each",
      groups: [
        { weight: 2, respondents: 5, share: expect.closeTo(10 / 30, 12) },
        { weight: 1.25, respondents: 8, share: expect.closeTo(10 / 30, 12) },
        { weight: 0.5, respondents: 20, share: expect.closeTo(10 / 30, 12) },
      ],
    });
  });

  test("of more than ten weights tell the largest and take the rest together", () => {
    const all = Array.from({ length: 14 }, (_, at) => repeated(at + 1, 5)).flat();
    const found = groupsOf(all);
    if (found.kind !== "each") throw new Error("they were taken together");
    expect(found.groups.map(({ weight }) => weight)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5]);
    expect(found.rest).toEqual({ weight: 2.5, respondents: 20, share: expect.closeTo(50 / 525, 12) });
  });

  test("differ by more than rounding", () => {
    const found = groupsOf([...repeated(1 / 3, 3), ...repeated(0.1 + 0.7 / 3, 3)]);
    expect(found.groups.map(({ respondents }) => respondents)).toEqual([6]);
  });

  test("are taken together where one of them belongs to few, so that it does not tell how few", () => {
    const found = groupsOf([...repeated(4, 2), ...repeated(1.5, 38), ...repeated(0.5, 60)]);
    expect(found.kind).toBe("parts");
    // The 5 with the largest weights: two of 4 and three of 1.5; then parts that end at 10, 15, 25, 50 and 100.
    expect(found.groups.map(({ respondents }) => respondents)).toEqual([5, 5, 5, 10, 25, 50]);
    expect(found.groups[0]?.weight).toBeCloseTo((2 * 4 + 3 * 1.5) / 5, 12);
    expect(found.groups.at(-1)?.weight).toBeCloseTo(0.5, 12);
  });

  test("of fewer respondents than the minimum are not told", () => {
    expect(groupsOf([1, 2, 3, 4])).toEqual({ kind: "parts", groups: [] });
  });

  test("never leave a group under the minimum, and none out", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 12 }), (tenths, minimum) => {
        const all = tenths.map((tenth) => tenth / 10);
        const found = groupsOf(all, minimum);
        const groups = [...found.groups, ...("rest" in found && found.rest ? [found.rest] : [])];
        if (all.length < minimum) return groups.length === 0;
        const sum = (pick: (group: (typeof groups)[number]) => number) =>
          groups.reduce((total, group) => total + pick(group), 0);
        return (
          groups.every(({ respondents }) => respondents >= minimum) &&
          sum(({ respondents }) => respondents) === all.length &&
          Math.abs(sum(({ share }) => share) - 1) < 1e-9 &&
          groups.every((group, at) => at === 0 || group.weight <= (groups[at - 1]?.weight ?? 0) + 1e-9)
        );
      }),
    );
  });
});

describe("what a wave's weights are like", () => {
  const weights = Float64Array.from([2, 2, 2, 1, 1, 1, 1, 1, Number.NaN]);

  test("counts who has one, and gives Kish's design effect: 8·17 / 11²", () => {
    const found = weightSpread(weights, { minimum: 1, tellsSizes: false });
    expect(found).toMatchObject({ respondents: 8, without: 1 });
    expect(found?.deff).toBeCloseTo((8 * 17) / 121, 12);
    expect(found?.effective).toBeCloseTo(121 / 17, 12);
  });

  test("tells the ends as multiples of the mean, 11/8", () => {
    const found = weightSpread(weights, { minimum: 5, tellsSizes: false });
    expect([found?.largest, found?.smallest]).toEqual([
      expect.closeTo(16 / 11, 12),
      expect.closeTo(8 / 11, 12),
    ]);
  });

  test("but not an end that few have, where weights tell sizes", () => {
    const found = weightSpread(weights, { minimum: 5, tellsSizes: true });
    expect(found?.largest).toBeUndefined();
    expect(found?.smallest).toBeCloseTo(8 / 11, 12);
  });

  test("is nothing where nobody has one", () => {
    expect(weightSpread(Float64Array.of(Number.NaN), { minimum: 1, tellsSizes: false })).toBeUndefined();
  });
});
