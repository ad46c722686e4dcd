import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isShown, type Shown } from "../../../src/measures/estimate.ts";
import { answersFromPairs } from "../../../src/measures/index/answers.ts";
import { indexDefinition, indexSets } from "../../../src/measures/index/definition.ts";
import { estimateIndex, type IndexPart } from "../../../src/measures/index/estimate.ts";
import { scoreOf } from "../../../src/measures/index/score.ts";
import { competitionRanks } from "../../../src/stats/competition-ranks.ts";
import { type JointRow, pairsOfRows } from "../../counts/joint-rows.ts";
import { reason } from "../questions.ts";
import { surveyOf } from "../surveys.ts";
import { factor, item, items, settings, twoFactorIndex, twoFactors } from "./index-survey.ts";

interface Golden {
  readonly "factors (weight, score 0-10)": Readonly<Record<string, readonly [number, number]>>;
  readonly index: number;
  readonly points_lost: Readonly<Record<string, number>>;
  readonly ranking: { readonly scores: number[]; readonly rank: number[] };
}
const golden = (
  JSON.parse(readFileSync(`${import.meta.dirname}/../golden/worked-examples.json`, "utf-8")) as {
    "M10 index1000": Golden;
  }
)["M10 index1000"];

const everyBase = { minimum: 1, caution: 1 };
const definition = indexDefinition(twoFactors, twoFactorIndex, "w1");
const sets = indexSets(definition);

function figure(part: IndexPart | undefined): Shown {
  if (!part || !isShown(part.estimate)) throw new Error(`it is ${part?.estimate.status}`);
  return part.estimate;
}

function estimated(rows: readonly JointRow[], base = everyBase) {
  const answers = answersFromPairs(pairsOfRows(rows, items, sets), "weighted");
  return estimateIndex(definition, answers, { base });
}

const find = (part: IndexPart | undefined, id: string): IndexPart | undefined =>
  part?.id === id ? part : part?.of.map((inner) => find(inner, id)).find((found) => found);

describe("M10, the worked example of five factors", () => {
  const factors = Object.entries(golden["factors (weight, score 0-10)"]);
  const survey = surveyOf(
    factors.map(([id]) => item(id)),
    { factors: factors.map(([id, [weight]]) => factor(`${id} factor`, [id], weight)) },
  );
  const index = indexDefinition(survey, settings(survey.factors.map(({ id }) => id)), "w1");
  const means = Object.fromEntries(factors.map(([id, [, score]]) => [id, score]));
  const scored = scoreOf(index.root, (id) => ({ n: 100, w: 100, mean: means[id] ?? 0 }));

  test("weights that sum to 101 are made to sum to 1: 833.47 of 1000", () => {
    expect(1000 * (scored?.score ?? 0)).toBeCloseTo(golden.index, 9);
  });

  test("points lost by factor add up to what lacks to the maximum", () => {
    for (const part of scored?.of ?? [])
      expect(1000 * part.share * (1 - part.score)).toBeCloseTo(
        golden.points_lost[part.node.id.replace(" factor", "")] ?? 0,
        9,
      );
  });

  test("competition ranking: 1, 2, 2, 4, 5", () => {
    expect(competitionRanks(golden.ranking.scores)).toEqual(golden.ranking.rank);
    expect(() => competitionRanks([1, Number.NaN])).toThrow(RangeError);
  });
});

describe("an index", () => {
  // Means a 8, b 6 (few asked), c 4, d 10, e 5.
  const rows: readonly JointRow[] = [
    { answers: { a: 9, b: 6, c: 4, d: 10, e: 5 } },
    { answers: { a: 7, c: 3, d: 10, e: 4 } },
    { answers: { a: 8, c: 5, d: 10, e: 6 } },
  ];

  test("is the mean of means down the tree: ¾·0.7 + ¼·(⅓·0.7 + ⅔·0.5)", () => {
    const found = estimated(rows);
    expect(figure(found).value).toBeCloseTo(1000 * (0.75 * 0.7 + 0.25 * (0.7 / 3 + 1 / 3)), 9);
    expect(figure(find(found, "g1")).value).toBeCloseTo(700, 9);
    expect(find(found, "g1")).toMatchObject({
      weight: expect.closeTo(1 / 3, 12),
      share: expect.closeTo(1 / 12, 12),
    });
    expect(find(found, "f")?.owner?.en).toBe("f department");
    expect(figure(find(found, "b")).n).toBe(1);
    expect(figure(found).n).toBe(3);
  });

  test("loses points that add up at every level", () => {
    const check = (part: IndexPart) => {
      if (part.of.length === 0) return;
      const parts = part.of.reduce((sum, { lost = Number.NaN }) => sum + lost, 0);
      expect(parts).toBeCloseTo(part.lost ?? Number.NaN, 9);
      part.of.forEach(check);
    };
    const found = estimated(rows);
    if (!found) throw new Error("there is no index");
    check(found);
    expect(found.lost).toBeCloseTo(1000 - figure(found).value, 9);
  });

  test("does without what nobody answered, gives its weight to the others, and says so", () => {
    const found = estimated([{ answers: { a: 8, c: 4 } }, { answers: { a: 6, c: 6 } }]);
    expect(found?.leftOut).toEqual([]);
    expect(find(found, "f")?.leftOut).toEqual(["b"]);
    expect(find(found, "g")?.leftOut).toEqual(["g2"]);
    expect(find(found, "g1")?.leftOut).toEqual(["d"]);
    expect(figure(found).value).toBeCloseTo(1000 * (0.75 * 0.7 + 0.25 * 0.5), 9);
    expect(estimated([{ answers: { c: 4 } }])?.leftOut).toEqual(["f"]);
    expect(find(estimated([{ answers: { c: 4 } }]), "g")?.weight).toBe(1);
    expect(estimated([{ answers: {} }])).toBeUndefined();
  });

  test("where all agree has no error of its own and is no certainty", () => {
    const alike = Array.from({ length: 5 }, () => ({
      answers: { a: 10, b: 10, c: 10, d: 10, e: 10 },
      weight: 0.7,
    }));
    const found = figure(estimated(alike));
    expect(found).toMatchObject({ value: 1000, high: 1000, standardError: 0 });
    // Clopper and Pearson: 0.025^(1/5) of 1000.
    expect(found.low).toBeCloseTo(1000 * 0.025 ** 0.2, 6);
    const siblings = [answersFromPairs(pairsOfRows(rows, items, sets), "weighted")];
    const answers = answersFromPairs(pairsOfRows(alike, items, sets), "weighted");
    const beside = figure(
      estimateIndex(definition, answers, { base: everyBase, siblings: { groups: siblings } }),
    );
    expect(beside.standardError).toBeCloseTo(figure(estimated(rows)).standardError * Math.sqrt(3 / 5), 6);
  });
});

describe("the definition of an index", () => {
  test("rescales by share of the maximum or by the range, on 0–1000 or 0–100", () => {
    const survey = surveyOf([item("a", 1, 5)], { factors: [factor("f", ["a"], 2)] });
    const value = (rest: object) => {
      const index = indexDefinition(survey, settings(["f"], rest), "w1");
      const answers = answersFromPairs(
        pairsOfRows([{ answers: { a: 4 } }], ["a"], indexSets(index)),
        "weighted",
      );
      return figure(estimateIndex(index, answers, { base: everyBase })).value;
    };
    expect(value({})).toBeCloseTo(800, 9);
    expect(value({ rescale: "range" })).toBeCloseTo(750, 9);
    expect(value({ rescale: "range", measure: "index100" })).toBeCloseTo(75, 9);
  });

  test("takes stated weights, or all alike", () => {
    const weights = (rest: object) =>
      indexDefinition(twoFactors, settings(["f", "g"], rest), "w1").root.of.map(({ weight }) => weight);
    expect(weights({})).toEqual([0.75, 0.25]);
    expect(weights({ weights: "equal" })).toEqual([0.5, 0.5]);
  });

  test("uses the scale of the wave", () => {
    const question = item("a", 1, 5);
    const ten = item("a").scale;
    const versions = [{ from: "w2", comparable: false, scale: ten }];
    const survey = surveyOf([{ ...question, versions }], { factors: [factor("f", ["a"], 1)] });
    const slope = (wave: string) => {
      const [first] = indexDefinition(survey, settings(["f"]), wave).root.of;
      return first?.kind === "factor" && first.of[0]?.kind === "item" ? first.of[0].slope : undefined;
    };
    expect([slope("w1"), slope("w2")]).toEqual([1 / 5, 1 / 10]);
  });

  test("nests to four levels and no further", () => {
    const nested = (levels: number) =>
      Array.from({ length: levels - 1 }).reduce<ReturnType<typeof factor>>(
        (inner, _, at) => factor(`f${at}`, [inner], 1),
        factor("deepest", ["a"], 1),
      );
    const define = (levels: number) => {
      const top = nested(levels);
      return indexDefinition(surveyOf([item("a")], { factors: [top] }), settings([top.id]), "w1");
    };
    expect(indexSets(define(4))).toHaveProperty("deepest", ["a"]);
    expect(() => define(5)).toThrow(/4 levels/);
  });

  test.each([
    ["a factor that there isn't", settings(["h"]), /h/],
    ["weights that are stated nowhere", settings(["f", "u"]), /"u" states none/],
    ["an item that is no rating", settings(["r"]), /reason.*no scale/],
  ])("refuses %s", (_, wanted, message) => {
    const survey = surveyOf([item("a"), { ...reason, id: "reason" }], {
      factors: [factor("f", ["a"], 1), factor("u", ["a"]), factor("r", ["reason"], 1)],
    });
    expect(() => indexDefinition(survey, wanted, "w1")).toThrow(message);
  });
});

describe("what an index may show", () => {
  const full = { a: 7, b: 6, c: 4, d: 8, e: 5 };
  const rows = (many: number, answers: object): readonly JointRow[] =>
    Array.from({ length: many }, (_, at) => ({ answers: { ...answers, a: 6 + (at % 3) } }));

  test("nothing under the minimum base, at no level", () => {
    const found = estimated(rows(4, full), { minimum: 5, caution: 30 });
    const all = (part: IndexPart): readonly IndexPart[] => [part, ...part.of.flatMap(all)];
    const parts = found ? all(found) : [];
    expect(parts).not.toEqual([]);
    expect(parts.every(({ estimate, lost }) => estimate.status === "withheld" && lost === undefined)).toBe(
      true,
    );
  });

  test("no item that few answered: the index is the one without it, and says so", () => {
    const many = rows(40, { b: 6 });
    const found = estimated([...many, ...rows(3, full)], { minimum: 5, caution: 30 });
    expect(find(found, "g")).toBeUndefined();
    expect(found?.leftOut).toContain("g");
    const without = estimated([...many, ...rows(3, { b: 6 })], { minimum: 5, caution: 30 });
    expect(found?.estimate).toEqual(without?.estimate);
  });

  test("a flag under the caution threshold", () => {
    expect(estimated(rows(29, full), { minimum: 5, caution: 30 })?.estimate.status).toBe("low");
  });
});
