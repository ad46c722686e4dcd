import { expect, test } from "vitest";
import { rankChanges } from "../../src/models/rank-change.ts";

const rank = (id: string, best: number, worst: number) => ({ id, ranks: { best, worst } });

test("a rank may have changed where the two intervals do not overlap, and only there", () => {
  const now = [rank("a", 1, 2), rank("b", 3, 5), rank("c", 8, 9), rank("d", 2, 4)];
  const before = [rank("a", 3, 6), rank("b", 5, 8), rank("c", 4, 7), rank("d", 2, 4)];
  expect([...rankChanges(now, before)]).toEqual([
    ["a", { way: "up", from: { best: 3, worst: 6 } }],
    ["c", { way: "down", from: { best: 4, worst: 7 } }],
  ]);
});

test("rankings of other branches are not compared", () => {
  expect(() => rankChanges([rank("a", 1, 1)], [rank("b", 1, 1)])).toThrow(RangeError);
  expect(() => rankChanges([rank("a", 1, 1)], [rank("a", 1, 1), rank("b", 2, 2)])).toThrow(RangeError);
});
