import { expect, test } from "vitest";
import { OnDemand, onDemand } from "../../src/counts/on-demand.ts";

test("a map on demand is the map of what it makes, made once and only when looked at", () => {
  const made: string[] = [];
  const lengths = new OnDemand(new Set(["one", "three", "five"]), (word) => {
    made.push(word);
    return word.length;
  });
  expect([lengths.size, lengths.has("three"), lengths.has("two"), [...lengths.keys()]]).toEqual([
    3,
    true,
    false,
    ["one", "three", "five"],
  ]);
  expect(made).toEqual([]);
  expect([lengths.get("three"), lengths.get("three"), lengths.get("two")]).toEqual([5, 5, undefined]);
  expect(made).toEqual(["three"]);
  const whole = new Map([
    ["one", 3],
    ["three", 5],
    ["five", 4],
  ]);
  expect([...lengths]).toEqual([...whole]);
  expect(new Map(lengths)).toEqual(whole);
  expect([...lengths.values()]).toEqual([3, 5, 4]);
  const told: unknown[] = [];
  lengths.forEach((value, key) => {
    told.push([key, value]);
  });
  expect(told).toEqual([...whole]);
  expect(made).toEqual(["three", "one", "five"]);
});

test("what is made on demand is made once, even where it is nothing", () => {
  let times = 0;
  const nothing = onDemand(() => {
    times += 1;
    return undefined;
  });
  expect([nothing(), nothing(), times]).toEqual([undefined, undefined, 1]);
});
