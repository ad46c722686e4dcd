import { describe, expect, test } from "vitest";
import { division, marginsOf, type Population } from "../../src/fitting/population.ts";
import { type Weighted, weightWave } from "../../src/fitting/weight-wave.ts";
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

function weighted(found: Weighted) {
  if (found.status === "refused") throw new Error(JSON.stringify(found.problems));
  return found;
}

describe("weighting a wave (M19)", () => {
  test("by raking meets each margin, said with what was wanted and what came", () => {
    const { diagnostics } = weighted(weightWave(waveOf(sample), { population: country, by, method: "rake" }));
    expect(diagnostics.margins).toHaveLength(4);
    for (const { wanted, got } of diagnostics.margins) expect(got).toBeCloseTo(wanted, 6);
    expect(diagnostics.margins[0]).toMatchObject({
      by: ["sex"],
      cell: "f",
      respondents: 60,
      unweighted: 0.6,
      wanted: 0.5,
    });
    expect(diagnostics.deff).toBeGreaterThan(1);
    expect(diagnostics.effective).toBeCloseTo(100 / diagnostics.deff, 9);
  });

  test("by cells is people over respondents: 300 of 1,000 for 40 of 100 weigh ¾, and so on", () => {
    const { weights, diagnostics } = weighted(
      weightWave(waveOf(sample), { population: country, by, method: "cells" }),
    );
    expect([weights[0], weights[45], weights[70], weights[95]]).toEqual(
      [0.75, 1, 2 / 3, 3].map((weight) => expect.closeTo(weight, 9)),
    );
    expect(diagnostics.largest.map(({ respondents }) => respondents)).toEqual([10, 20, 40, 30]);
    expect([diagnostics.largest[0]?.weight, diagnostics.smallest]).toEqual([3, 0.666667]);
    expect(diagnostics.margins.map(({ cell }) => cell)).toContain("m / old");
  });

  test("leaves respondents whose place is not known without a weight, and counts them", () => {
    const wave = waveOf([{ sex: "f", age: "" }, ...sample]);
    const { weights, diagnostics } = weighted(weightWave(wave, { population: country, by, method: "rake" }));
    expect(weights[0]).toBeNaN();
    expect(diagnostics).toMatchObject({ respondents: 100, unplaced: 1 });
    const rest = weights.slice(1);
    expect(rest.reduce((sum, weight) => sum + weight, 0) / rest.length).toBeCloseTo(1, 12);
  });

  test("is refused where people have no respondent to stand for them, and says which", () => {
    const young = sample.filter(({ age }) => age === "young");
    const found = weightWave(waveOf(young), { population: country, by, method: "rake" });
    if (found.status !== "refused") throw new Error("it was not refused");
    expect(found.problems).toHaveLength(1);
    expect(found.problems[0]).toMatchObject({
      severity: "stop",
      file: "population.csv",
      column: "age",
      value: "old",
    });
    expect(found.problems[0]?.message).toMatch(/500 people.*"w1" has no respondent/);
  });

  test("is refused where respondents are of a kind that the population lacks, or by what the wave doesn't know", () => {
    const noOld = population([
      ["f", "young", 5],
      ["m", "young", 5],
    ]);
    const lacking = weightWave(waveOf(sample), { population: noOld, by, method: "rake" });
    expect(lacking).toMatchObject({ status: "refused", problems: [{ column: "age", value: "old" }] });
    const unknown = weightWave(waveOf(sample), { population: country, by: ["sex", "city"], method: "rake" });
    expect(unknown).toMatchObject({ status: "refused", problems: [{ column: "city" }] });
  });

  test("is refused where margins can't be met together, with how far off they stay", () => {
    const apart = [...many(5, "f", "young"), ...many(5, "m", "old")];
    const found = weightWave(waveOf(apart), {
      population: population([
        ["f", "young", 1],
        ["f", "old", 3],
        ["m", "old", 0.5],
        ["m", "young", 4],
      ]),
      by,
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
