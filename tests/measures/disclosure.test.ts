import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GroupSize, hiddenGroups } from "../../src/measures/disclosure.ts";

const minimum = 5;
/** Sizes by key; "?" stands for those without a known place. */
function hidden(sizes: Readonly<Record<string, number>>, { wholeHidden = false } = {}): readonly string[] {
  const groups = Object.entries(sizes).map(([key, n]) => ({ key: key === "?" ? null : key, n }));
  return [...hiddenGroups(groups, { minimum, wholeHidden })].toSorted();
}

describe("groups of a breakdown that are withheld", () => {
  test.each([
    ["none, where all have the minimum", { a: 5, b: 9 }, []],
    ["with one small group, the next smallest too", { a: 3, b: 40, c: 12 }, ["a", "c"]],
    ["two small groups that have the minimum between them", { a: 3, b: 2, c: 12 }, ["a", "b"]],
    ["two small groups that have not, and the next smallest", { a: 1, b: 2, c: 12, d: 13 }, ["a", "b", "c"]],
    ["of two next smallest of one size, the first by key", { a: 1, c: 8, b: 8 }, ["a", "b"]],
    ["all, where all are small", { a: 1, b: 1 }, ["a", "b"]],
    ["the only group, where it is small", { a: 4 }, ["a"]],
    ["none, where many have no known place", { a: 5, b: 9, "?": 5 }, []],
    ["the smallest, where few have no known place: they are a group too", { a: 5, b: 9, "?": 4 }, ["a"]],
    [
      "two groups beside many without a place, whose number is no secret",
      { a: 3, b: 9, "?": 50 },
      ["a", "b"],
    ],
    [
      "a group none of whose answers counts, and two more, as it hides nobody",
      { a: 0, b: 6, c: 7, d: 8 },
      ["a", "b", "c"],
    ],
  ] as const)("%s", (_, sizes, expected) => {
    expect(hidden(sizes)).toEqual(expected);
  });

  test.each([
    ["the smallest goes with a whole that is withheld", { a: 9, b: 6 }, ["b"]],
    ["the only one too", { a: 9 }, ["a"]],
    ["also where many have no known place", { a: 9, b: 6, "?": 20 }, ["b"]],
    ["two, where one is small", { a: 9, b: 2, c: 10 }, ["a", "b"]],
  ] as const)("%s", (_, sizes, expected) => {
    expect(hidden(sizes, { wholeHidden: true })).toEqual(expected);
  });
});

describe("whatever the sizes", () => {
  const keys = ["a", "b", "c", "d", "e", "f", null];
  const breakdown = fc
    .uniqueArray(fc.constantFrom(...keys), { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((key) =>
          fc.record({ key: fc.constant(key), n: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.nat(60)) }),
        ),
      ),
    );
  const check = (
    hold: (groups: readonly GroupSize[], hiddenKeys: ReadonlySet<string>, wholeHidden: boolean) => void,
  ) =>
    fc.assert(
      fc.property(breakdown, fc.boolean(), (groups, wholeHidden) =>
        hold(groups, hiddenGroups(groups, { minimum, wholeHidden }), wholeHidden),
      ),
      { numRuns: 2000 },
    );
  const named = (groups: readonly GroupSize[]) => groups.filter(({ key }) => key !== null);
  const isOut = (hiddenKeys: ReadonlySet<string>) => (group: GroupSize) =>
    group.key === null || hiddenKeys.has(group.key);

  test("every small group is withheld, and only groups of the breakdown are", () => {
    check((groups, hiddenKeys) => {
      for (const { key, n } of groups)
        if (key !== null && n < minimum) expect(hiddenKeys.has(key)).toBe(true);
      const all = new Set<unknown>(named(groups).map(({ key }) => key));
      expect([...hiddenKeys].filter((key) => !all.has(key))).toEqual([]);
      expect((hiddenKeys as ReadonlySet<unknown>).has(null)).toBe(false);
    });
  });

  test("a small group is never withheld alone, unless it is the only one", () => {
    check((groups, hiddenKeys) => {
      const counted = named(groups).filter(({ n }) => n > 0);
      if (!counted.some(({ n }) => n < minimum) || counted.length === 1) return;
      expect(counted.filter(isOut(hiddenKeys)).length).toBeGreaterThanOrEqual(2);
    });
  });

  test("where anything is out of sight, at least the minimum of answers is, if there are so many", () => {
    check((groups, hiddenKeys) => {
      const sum = (some: readonly GroupSize[]) => some.reduce((total, { n }) => total + n, 0);
      const out = groups.filter(isOut(hiddenKeys));
      if (out.length === 0) return;
      expect(sum(out)).toBeGreaterThanOrEqual(Math.min(minimum, sum(groups)));
    });
  });

  test("with a whole that is withheld goes at least one group", () => {
    check((groups, hiddenKeys, wholeHidden) => {
      if (wholeHidden && named(groups).length > 0) expect(hiddenKeys.size).toBeGreaterThan(0);
    });
  });

  test("where nothing is small and the whole is shown, all is shown", () => {
    check((groups, hiddenKeys, wholeHidden) => {
      if (!wholeHidden && groups.every(({ n }) => n >= minimum)) expect([...hiddenKeys]).toEqual([]);
    });
  });

  test("no group is shown that is smaller than one that went as cover", () => {
    check((groups, hiddenKeys) => {
      const shown = named(groups).filter((group) => !isOut(hiddenKeys)(group));
      const least = Math.min(...shown.map(({ n }) => n));
      for (const group of named(groups).filter(isOut(hiddenKeys))) expect(group.n).toBeLessThanOrEqual(least);
    });
  });

  test("the order in which groups come changes nothing", () => {
    check((groups, hiddenKeys, wholeHidden) => {
      const turned = hiddenGroups(groups.toReversed(), { minimum, wholeHidden });
      expect([...turned].toSorted()).toEqual([...hiddenKeys].toSorted());
    });
  });
});
