import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BranchLine,
  type BranchThen,
  type ItemSums,
  type WholeThen,
  whatMoved,
} from "../../src/models/what-moved.ts";
import { totalOf } from "../../src/stats/change-split.ts";

const leaf = (
  id: string,
  items: Readonly<Record<string, readonly [w: number, mean: number]>>,
): BranchThen => ({
  id,
  items: new Map(Object.entries(items).map(([item, [w, mean]]) => [item, { w, ws: w * mean }])),
  of: [],
});

/** A branch whose sums are those of the branches under it. */
function branch(id: string, of: readonly BranchThen[]): BranchThen {
  const items = new Map<string, ItemSums>();
  for (const { items: inner } of of)
    for (const [item, { w, ws }] of inner) {
      const sums = items.get(item) ?? { w: 0, ws: 0 };
      items.set(item, { w: sums.w + w, ws: sums.ws + ws });
    }
  return { id, items, of };
}

const whole = (of: readonly BranchThen[], weights: Readonly<Record<string, number>>): WholeThen => ({
  branch: branch("", of),
  weights: new Map(Object.entries(weights)),
});

const sumOf = (lines: readonly BranchLine[]) => lines.reduce((sum, line) => sum + totalOf(line), 0);

describe("what moved the total (M32)", () => {
  test("a mix shift is named as mix: nobody scored differently", () => {
    const found = whatMoved(
      whole([leaf("good", { q: [80, 9] }), leaf("poor", { q: [20, 5] })], { q: 1 }),
      whole([leaf("good", { q: [100, 9] }), leaf("poor", { q: [100, 5] })], { q: 1 }),
    );
    expect([found.earlier, found.later]).toEqual([expect.closeTo(8.2, 12), expect.closeTo(7, 12)]);
    expect(found.branches.map(({ scored }) => scored)).toEqual([0, 0]);
    expect(sumOf(found.branches)).toBeCloseTo(-1.2, 12);
    expect(found.items.size).toBe(0);
  });

  test("item by item, with the index weights: ½ of two items up by 1 in half of the customers is ½", () => {
    const items = (mean: number) => ({ a: [10, mean] as const, b: [10, 4] as const });
    const found = whatMoved(
      whole([leaf("x", items(6)), leaf("y", items(6))], { a: 0.5, b: 0.5 }),
      whole([leaf("x", items(8)), leaf("y", items(6))], { a: 0.5, b: 0.5 }),
    );
    expect(found.branches[0]).toMatchObject({ id: "x", scored: expect.closeTo(0.5, 12), shared: 0 });
    expect(found.branches[1]).toMatchObject({ id: "y", scored: 0 });
    expect([...(found.branches[0]?.byItem ?? [])]).toEqual([
      ["a", expect.closeTo(0.5, 12)],
      ["b", 0],
    ]);
  });

  test("new and closed branches, and items asked in one wave only, stand on lines of their own", () => {
    const found = whatMoved(
      whole([leaf("old", { a: [10, 5] }), leaf("stays", { a: [10, 7] })], { a: 1 }),
      whole([leaf("stays", { a: [10, 7], b: [10, 9] }), leaf("new", { a: [10, 9], b: [10, 9] })], {
        a: 0.5,
        b: 0.5,
      }),
    );
    const [old, stays, fresh] = found.branches;
    expect(old?.left).toBeGreaterThan(0);
    expect(fresh?.arrived).toBeGreaterThan(0);
    expect(stays).toMatchObject({ scored: 0, arrived: 0, left: 0 });
    expect(found.items.get("b")).toBeGreaterThan(0);
    const items = [...found.items.values()].reduce((sum, line) => sum + line, 0);
    expect(sumOf(found.branches) + items).toBeCloseTo(found.later - found.earlier, 12);
  });

  test("down the hierarchy, a branch's lines add up to what it scored differently", () => {
    const region = (ulm: number, kiel: number) =>
      branch("north", [leaf("ulm", { a: [30, ulm] }), leaf("kiel", { a: [10, kiel] })]);
    const south = leaf("south", { a: [40, 6] });
    const found = whatMoved(whole([region(8, 6), south], { a: 1 }), whole([region(7, 9), south], { a: 1 }));
    const [north] = found.branches;
    // −1 of ¾ and +3 of ¼ of half the customers: nothing moved above, two things below.
    expect(north?.scored).toBeCloseTo(0, 12);
    expect(north?.of.map(({ id, scored }) => [id, scored])).toEqual([
      ["ulm", expect.closeTo(-0.375, 12)],
      ["kiel", expect.closeTo(0.375, 12)],
    ]);
  });

  test("adds up to 1e-9 at every level, whatever is missing", () => {
    const sums = fc.option(
      fc.tuple(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1000, noNaN: true })),
    );
    const leafOf = (id: string) =>
      fc.record({ a: sums, b: sums, c: sums }).map((items) => {
        const given = Object.entries(items).flatMap(([item, pair]) => (pair ? [[item, pair] as const] : []));
        return leaf(id, Object.fromEntries(given));
      });
    const tree = fc
      .tuple(...["p", "q", "r"].map((id) => fc.tuple(...["1", "2"].map((child) => leafOf(`${id}${child}`)))))
      .map((of) => of.map((children, at) => branch("pqr"[at] ?? "", children)));
    const weight = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(tree, tree, fc.record({ a: weight, b: weight, c: weight }), (one, other, weights) => {
        const at = (of: readonly BranchThen[]) => {
          const asked = Object.entries(weights).filter(([item]) => branch("", of).items.has(item));
          const total = asked.reduce((sum, [, w]) => sum + w, 0);
          const live = of.filter(({ items }) => items.size > 0);
          return whole(live, Object.fromEntries(asked.map(([item, w]) => [item, w / total])));
        };
        const [before, after] = [at(one), at(other)];
        fc.pre(before.weights.size > 0 && after.weights.size > 0);
        const found = whatMoved(before, after);
        const items = [...found.items.values()].reduce((sum, line) => sum + line, 0);
        expect(Math.abs(sumOf(found.branches) + items - (found.later - found.earlier))).toBeLessThan(1e-9);
        for (const { of, scored, byItem } of found.branches) {
          if (of.length > 0) expect(Math.abs(sumOf(of) - scored)).toBeLessThan(1e-9);
          const ofItems = [...byItem.values()].reduce((sum, value) => sum + value, 0);
          expect(Math.abs(ofItems - scored)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("an item that weighs and that nobody answered is a fault of the program", () => {
    const empty = whole([leaf("x", { a: [1, 5] })], { b: 1 });
    expect(() => whatMoved(empty, empty)).toThrow(/"b"/);
  });
});
