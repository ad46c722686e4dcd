import { describe, expect, test } from "vitest";
import { division, marginsOf } from "../../src/fitting/population.ts";
import { type Weighted, weightWave } from "../../src/fitting/weight-wave.ts";
import type { Population } from "../../src/intake/population/read-population.ts";
import { missingCode } from "../../src/intake/responses/coded-wave.ts";

const options: Readonly<Record<string, readonly string[]>> = { sex: ["f", "m"], age: ["young", "old"] };

/** A wave of respondents known by their places; "" is not known. */
function waveOf(people: readonly Readonly<Record<string, string>>[]) {
  const columns = Object.entries(options).map(([id, ids]) => ({
    name: `d_${id}`,
    kind: "code" as const,
    values: Uint16Array.from(people, (one) => (one[id] ? ids.indexOf(one[id]) : missingCode)),
  }));
  const dictionaries = { d_sex: options["sex"] ?? [], d_age: options["age"] ?? [] };
  return { wave: "w1", rows: people.length, columns, dictionaries };
}

const many = (n: number, sex: string, age: string) => Array.from({ length: n }, () => ({ sex, age }));
const sample = [
  ...many(40, "f", "young"),
  ...many(20, "f", "old"),
  ...many(30, "m", "young"),
  ...many(10, "m", "old"),
];

const population = (cells: readonly (readonly [sex: string, age: string, people: number])[]): Population => ({
  file: "population.csv",
  cells: cells.map(([sex, age, people], at) => ({ line: at + 2, place: { sex, age }, people })),
});
const country = population([
  ["f", "young", 300],
  ["f", "old", 200],
  ["m", "young", 200],
  ["m", "old", 300],
]);
const by = ["sex", "age"];

/** Weights a wave to a population file of the survey. */
function weigh(
  wave: ReturnType<typeof waveOf>,
  {
    population: people = country,
    method,
    ...rest
  }: {
    readonly population?: Population;
    readonly by?: readonly string[];
    readonly method: "rake" | "cells";
  },
): Weighted {
  const weighting = { method, by: rest.by ?? by, to: people.file };
  return weightWave(wave, { population: people, weighting, minimum: 5 });
}

function weighted(found: Weighted) {
  if (found.status === "refused") throw new Error(JSON.stringify(found.problems));
  const { source } = found.weighting;
  if (source.from !== "population") throw new Error("it was not weighted to a population");
  return { ...found, margins: source.margins };
}

describe("weighting a wave (M19)", () => {
  test("by raking meets each margin, said with what was wanted and what came", () => {
    const { margins, weighting } = weighted(weigh(waveOf(sample), { method: "rake" }));
    expect(margins).toHaveLength(4);
    for (const { wanted, got } of margins) expect(got).toBeCloseTo(wanted, 6);
    expect(margins[0]).toMatchObject({
      dimension: "sex",
      option: "f",
      respondents: 60,
      unweighted: 0.6,
      wanted: 0.5,
    });
    expect(weighting.deff).toBeGreaterThan(1);
    expect(weighting.effective).toBeCloseTo(100 / weighting.deff, 9);
  });

  test("by raking a 2 × 2 sample gives the weights that solve it by hand", () => {
    // Raking keeps the odds ratio of the sample, 40·10 / (20·30) = 2/3. With half of each sex and age the fitted cells
    // are t, 50−t / 50−t, t with t² / (50−t)² = 2/3: t = 50·√(2/3) / (1 + √(2/3)) = 22.474487.
    const t = (50 * Math.sqrt(2 / 3)) / (1 + Math.sqrt(2 / 3));
    const { weights } = weighted(weigh(waveOf(sample), { method: "rake" }));
    const wanted = [t / 40, (50 - t) / 20, (50 - t) / 30, t / 10];
    [0, 45, 70, 95].forEach((row, at) => {
      expect(weights[row]).toBeCloseTo(wanted[at] ?? 0, 5);
    });
  });

  test("rakes as well to each dimension's own figures, on whatever scale", () => {
    const margins: Population = {
      file: "population.csv",
      cells: [
        { line: 2, place: { sex: "f" }, people: 50 },
        { line: 3, place: { sex: "m" }, people: 50 },
        { line: 4, place: { age: "young" }, people: 7000 },
        { line: 5, place: { age: "old" }, people: 7000 },
      ],
    };
    const [joint, alone] = [country, margins].map((population) =>
      weighted(weigh(waveOf(sample), { population, method: "rake" })),
    );
    alone?.weights.forEach((weight, row) => {
      expect(weight).toBeCloseTo(joint?.weights[row] ?? 0, 5);
    });
  });

  test("by cells is people over respondents: 300 of 1,000 for 40 of 100 weigh ¾, and so on", () => {
    const { weights, weighting, margins } = weighted(weigh(waveOf(sample), { method: "cells" }));
    expect([weights[0], weights[45], weights[70], weights[95]]).toEqual(
      [0.75, 1, 2 / 3, 3].map((weight) => expect.closeTo(weight, 9)),
    );
    expect(weighting.sizes.kind).toBe("each");
    expect(weighting.sizes.groups.map(({ respondents }) => respondents)).toEqual([10, 20, 40, 30]);
    expect([weighting.largest, weighting.smallest]).toEqual([expect.closeTo(3, 9), expect.closeTo(2 / 3, 9)]);
    // Each dimension's own margin is met with them: who is in a combination is not told.
    expect(margins.map(({ dimension, option }) => `${dimension} ${option}`)).toEqual([
      "sex f",
      "sex m",
      "age young",
      "age old",
    ]);
    for (const { wanted, got } of margins) expect(got).toBeCloseTo(wanted, 9);
  });

  test("tells no weight that few respondents have: with the size of their group it would tell how few", () => {
    const few = [
      ...many(40, "f", "young"),
      ...many(20, "f", "old"),
      ...many(37, "m", "young"),
      ...many(3, "m", "old"),
    ];
    const { weighting } = weighted(weigh(waveOf(few), { method: "cells" }));
    expect(weighting.largest).toBeUndefined();
    expect(weighting.smallest).toBeCloseTo(200 / 1000 / 0.37, 9);
    expect(weighting.sizes.kind).toBe("parts");
    expect(Math.min(...weighting.sizes.groups.map(({ respondents }) => respondents))).toBeGreaterThanOrEqual(
      5,
    );
    const raked = weighted(weigh(waveOf(few), { method: "rake" })).weighting;
    expect([raked.largest, raked.sizes.kind]).toEqual([undefined, "parts"]);
  });

  test("leaves respondents whose place is not known without a weight, and counts them", () => {
    const wave = waveOf([{ sex: "f", age: "" }, ...sample]);
    const { weights, weighting } = weighted(weigh(wave, { method: "rake" }));
    expect(weights[0]).toBeNaN();
    expect(weighting).toMatchObject({ respondents: 100, without: 1 });
    const rest = weights.slice(1);
    expect(rest.reduce((sum, weight) => sum + weight, 0) / rest.length).toBeCloseTo(1, 12);
  });

  test("gives the same answers in another order the same weights, to the last digit", () => {
    const turned = sample.toReversed();
    const [one, other] = [sample, turned].map(
      (people) => weighted(weigh(waveOf(people), { method: "rake" })).weights,
    );
    expect([...(other ?? [])].toReversed()).toEqual([...(one ?? [])]);
  });

  test("is refused where people have no respondent to stand for them, and says which", () => {
    const young = sample.filter(({ age }) => age === "young");
    const found = weigh(waveOf(young), { method: "rake" });
    if (found.status !== "refused") throw new Error("it was not refused");
    expect(found.problems).toHaveLength(1);
    expect(found.problems[0]).toMatchObject({
      severity: "stop",
      file: "population.csv",
      column: "age",
      value: "old",
      line: 3,
    });
    expect(found.problems[0]?.message).toMatch(/500 people.*"w1" has no respondent/);
  });

  test("is refused where respondents are of a kind that the population lacks, or by what the wave doesn't know", () => {
    const noOld = population([
      ["f", "young", 5],
      ["m", "young", 5],
    ]);
    const lacking = weigh(waveOf(sample), { population: noOld, method: "rake" });
    expect(lacking).toMatchObject({ status: "refused", problems: [{ column: "age", value: "old" }] });
    const unknown = weigh(waveOf(sample), { by: ["sex", "city"], method: "rake" });
    expect(unknown).toMatchObject({ status: "refused", problems: [{ column: "city" }] });
  });

  test("is refused where margins can't be met together, with how far off they stay", () => {
    const apart = [...many(5, "f", "young"), ...many(5, "m", "old")];
    const found = weigh(waveOf(apart), {
      population: population([
        ["f", "young", 1],
        ["f", "old", 3],
        ["m", "old", 0.5],
        ["m", "young", 4],
      ]),
      method: "rake",
    });
    expect(found).toMatchObject({
      status: "refused",
      problems: [{ message: expect.stringMatching(/% off$/) }],
    });
  });
});

test("people are added up over what a margin leaves out; empty cells are none", () => {
  const [sex] = marginsOf(country, ["sex"]);
  expect([...(sex?.people ?? [])]).toEqual([
    ['["f"]', 500],
    ['["m"]', 500],
  ]);
  expect(
    division(
      population([
        ["f", "old", 0],
        ["m", "old", 2],
      ]),
      by,
    ).people.size,
  ).toBe(1);
});
