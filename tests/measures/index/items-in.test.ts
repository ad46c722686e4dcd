import { describe, expect, test } from "vitest";
import { indexDefinition } from "../../../src/measures/index/definition.ts";
import type { IndexPart } from "../../../src/measures/index/estimate.ts";
import { itemsIn, itemsLeftOut, itemsLeftOutOfLoss } from "../../../src/measures/index/items-in.ts";
import { sameText } from "../../../src/survey/text.ts";
import { twoFactorIndex, twoFactors } from "./index-survey.ts";

const { root } = indexDefinition(twoFactors, twoFactorIndex, "w2");
const part = (
  kind: IndexPart["kind"],
  id: string,
  of: readonly IndexPart[] = [],
  leftOut: readonly string[] = [],
): IndexPart => {
  const estimate = { status: "withheld" } as const;
  return { kind, id, title: sameText(id), estimate, weight: 1, share: 1, of, leftOut };
};
/** f is a and b, g1 is c and d, g2 is e: here without b and without g2. */
const f = part("factor", "f", [part("item", "a")], ["b"]);
const g1 = part("factor", "g1", [part("item", "c"), part("item", "d")]);
const g = part("factor", "g", [g1], ["g2"]);
const whole = part("index", "csi", [f, g]);

describe("what a part of an index is made of", () => {
  test("are the items under it, and those of the codebook that it lacks", () => {
    expect(itemsIn(whole)).toEqual(["a", "c", "d"]);
    expect(itemsLeftOut(whole, root)).toEqual(["b", "e"]);
    expect(itemsLeftOut(f, root)).toEqual(["b", "c", "d", "e"]);
  });

  test("points lost because of it lack its own, and those of factors whose weight it shares", () => {
    expect(itemsLeftOutOfLoss(whole, root, "csi")).toEqual(["b", "e"]);
    // b's place is taken inside f: it weighs on f alone.
    expect(itemsLeftOutOfLoss(whole, root, "f")).toEqual(["b"]);
    expect(itemsLeftOutOfLoss(whole, root, "g")).toEqual(["e"]);
    // g1 weighs for g2 as well.
    expect(itemsLeftOutOfLoss(whole, root, "g1")).toEqual(["e"]);
    const alone = part("index", "csi", [g], ["f"]);
    expect(itemsLeftOutOfLoss(alone, root, "g1")).toEqual(["e", "a", "b"]);
  });
});
