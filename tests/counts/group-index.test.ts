import { expect, test } from "vitest";
import { type GroupIndex, groupIndex } from "../../src/counts/group-index.ts";

interface Named {
  readonly wave: string;
  readonly key: readonly (string | null)[];
}

const keys: readonly (readonly (string | null)[])[] = [
  [],
  [null],
  ["null"],
  ["[null]"],
  [""],
  ["="],
  ["=a"],
  ["a"],
  ["a", null],
  ["a", "null"],
  ["a,b"],
  ["a", "b"],
];
const groups: readonly Named[] = ["w1", "w2"].flatMap((wave) => keys.map((key) => ({ wave, key })));

test("a group is found by its wave and key, however odd the key is, and no other is taken for it", () => {
  const memory = new WeakMap<object, GroupIndex<Named>>();
  const counts = { groups };
  const index = groupIndex(memory, counts);
  for (const group of groups) expect(index.group(group.wave, [...group.key])).toBe(group);
  expect(index.group("w1", ["b"])).toBeUndefined();
  expect(index.group("w3", [])).toBeUndefined();
  expect(index.ofWave("w2")).toEqual(groups.slice(keys.length));
  expect(index.ofWave("w3")).toEqual([]);
  expect(groupIndex(memory, counts)).toBe(index);
});
