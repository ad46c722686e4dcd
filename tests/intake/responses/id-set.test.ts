import fc from "fast-check";
import { expect, test } from "vitest";
import { IdSet } from "../../../src/intake/responses/id-set.ts";

test("an id set answers as a set of strings does", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 3 }), { maxLength: 400 }), (ids) => {
      const ours = new IdSet();
      const theirs = new Set<string>();
      for (const id of ids) {
        expect(ours.add(id)).toBe(!theirs.has(id));
        theirs.add(id);
      }
    }),
  );
});

test("it grows: ten thousand ids, each twice", () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `客户-${at * 7919}-${"x".repeat(at % 40)}`);
  const set = new IdSet();
  expect(ids.filter((id) => set.add(id))).toEqual(ids);
  expect(ids.filter((id) => set.add(id))).toEqual([]);
});
