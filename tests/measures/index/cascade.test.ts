import { describe, expect, test } from "vitest";
import type { PairCounts } from "../../../src/counts/pairs/request.ts";
import { indexAt } from "../../../src/measures/index/cascade.ts";
import { indexDefinition, indexSets } from "../../../src/measures/index/definition.ts";
import { rareValues } from "../../../src/survey/reading.ts";
import { type JointRow, pairsOfRows } from "../../counts/joint-rows.ts";
import { items, twoFactorIndex, twoFactors } from "./index-survey.ts";

const definition = indexDefinition(twoFactors, twoFactorIndex, "w1");
const sets = indexSets(definition);
const options = { definition, wave: "w1", weighting: "weighted", base: { minimum: 5, caution: 30 } } as const;

const rows = (n: number): readonly JointRow[] =>
  Array.from({ length: n }, (_, at) => ({
    answers: Object.fromEntries(items.map((id) => [id, 3 + ((at * 7) % 5)])),
  }));

/** Counts over everybody and by branch, of branches of so many respondents. */
function cascadeOf(sizes: Readonly<Record<string, number>>): readonly PairCounts[] {
  const request = { questions: items, sets, waves: ["w1"], by: [], slice: {} };
  const branches = Object.entries(sizes).map(([id, n]) => ({
    ...pairsOfRows(rows(n), items, sets),
    key: [id],
  }));
  const all = Object.values(sizes).flatMap(rows);
  return [
    { request, groups: [pairsOfRows(all, items, sets)] },
    { request: { ...request, by: ["branch"] }, groups: branches },
  ];
}
const statusOf = (sizes: Readonly<Record<string, number>>, id: string) =>
  indexAt(cascadeOf(sizes), [id], options)?.estimate.status;

describe("the index of a branch", () => {
  test("is shown, flagged when small, and none of a branch without anybody", () => {
    const cascade = cascadeOf({ a: 40, b: 20 });
    expect(indexAt(cascade, [], options)?.estimate).toMatchObject({ status: "ok", n: 60 });
    expect(indexAt(cascade, ["b"], options)?.estimate).toMatchObject({ status: "low", n: 20 });
    expect(indexAt(cascade, ["c"], options)).toBeUndefined();
  });

  test("is withheld under the minimum, and with it the next smallest that would give it away", () => {
    const sizes = { a: 40, b: 20, c: 3 };
    expect(["a", "b", "c"].map((id) => statusOf(sizes, id))).toEqual(["ok", "withheld", "withheld"]);
  });

  test("is withheld, not none, where it may be among joined rare values", () => {
    expect(statusOf({ a: 40, [rareValues]: 9 }, "z")).toBe("withheld");
  });

  test("can't be read from counts that do not reach it", () => {
    expect(() => indexAt(cascadeOf({ a: 9 }).slice(0, 1), ["a"], options)).toThrow(/does not reach "a"/);
  });
});
