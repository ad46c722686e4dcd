import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designEffect } from "../../src/stats/design-effect.ts";
import { type Margin, rake } from "../../src/stats/raking.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";

type Table = readonly (readonly number[])[];
const golden = (
  JSON.parse(readFileSync(`${import.meta.dirname}/golden/raking.json`, "utf-8")) as {
    "M19 raking": {
      "sample rows a=1..4": Table;
      population: Table;
      weights: Table;
      deff: number;
      n_eff: number;
    };
  }
)["M19 raking"];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const columns = (table: Table) => (table[0] ?? []).map((_, at) => sum(table.map((row) => row[at] ?? 0)));

describe("raking the sample of Kalton and Flores-Cervantes", () => {
  const sample = golden["sample rows a=1..4"];
  const people = sample.flatMap((row, a) =>
    row.flatMap((n, b) => Array.from({ length: n }, () => ({ a, b }))),
  );
  const margins: readonly Margin[] = [
    { categories: people.map(({ a }) => a), wanted: golden.population.map(sum) },
    { categories: people.map(({ b }) => b), wanted: columns(golden.population) },
  ];
  const raked = rake(people.length, margins);
  const mean = sum(golden.population.map(sum)) / people.length;

  test("gives the published weights, to their six digits", () => {
    people.forEach(({ a, b }, row) => {
      expect(Math.abs((raked.weights[row] ?? 0) * mean - (golden.weights[a]?.[b] ?? 0))).toBeLessThan(1.5e-6);
    });
  });

  test("costs what is published: deff 1.0997, effective base 909.35", () => {
    const found = designEffect(raked.weights);
    expect(found.deff).toBeCloseTo(golden.deff, 6);
    expect(found.effective).toBeCloseTo(golden.n_eff, 3);
  });

  test("meets every margin to a millionth, with mean weight 1 and nothing to cut", () => {
    expect(raked).toMatchObject({ converged: true, trimmings: 0 });
    expect(raked.distance).toBeLessThanOrEqual(1e-6);
    expect(sum([...raked.weights]) / people.length).toBeCloseTo(1, 12);
  });
});

describe("raking", () => {
  test("meets the margins of any table without empty cells, whatever scale the targets have", () => {
    const cell = fc.integer({ min: 1, max: 9 });
    const two = fc.tuple(fc.tuple(cell, cell), fc.tuple(cell, cell));
    fc.assert(
      fc.property(two, two, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (sample, population, scale) => {
        const rows = sample.flatMap((row, a) =>
          row.flatMap((n, b) => Array.from({ length: n }, () => ({ a, b }))),
        );
        const margins = [
          { categories: rows.map(({ a }) => a), wanted: population.map(sum).map((n) => n * scale) },
          { categories: rows.map(({ b }) => b), wanted: columns(population) },
        ];
        const { weights, converged } = rake(rows.length, margins, { trimAt: Infinity, mostRounds: 1000 });
        expect(converged).toBe(true);
        for (const { categories, wanted } of margins)
          wanted.forEach((target, at) => {
            const got = sum([...weights].filter((_, row) => categories[row] === at)) / rows.length;
            expect(got).toBeCloseTo(target / sum(wanted), 5);
          });
      }),
    );
  });

  test("cuts weights over five times the mean and rakes again, where others can take over", () => {
    // Three respondents stand for 12 of 100; the one of them in the larger row is raked to more than seven.
    const rows = [...Array(60).fill([0, 0]), ...Array(37).fill([1, 0]), [0, 1], [1, 1], [1, 1]] as [
      number,
      number,
    ][];
    const margins = [
      { categories: rows.map(([a]) => a), wanted: [80, 20] },
      { categories: rows.map(([, b]) => b), wanted: [88, 12] },
    ];
    const [free, cut] = [rake(rows.length, margins, { trimAt: Infinity }), rake(rows.length, margins)];
    expect(Math.max(...free.weights)).toBeGreaterThan(7);
    expect(cut.trimmings).toBeGreaterThan(0);
    expect(cut.trimmings).toBeLessThanOrEqual(10);
    expect(cut.converged).toBe(true);
    expect(Math.max(...cut.weights)).toBeLessThan(Math.max(...free.weights));
  });

  test("rows that stand for several respondents weigh as those one by one, cut weights too", () => {
    // The sample of the test above: three kinds of few respondents beside many of two kinds.
    const kinds = [
      { n: 60, at: [0, 0] },
      { n: 37, at: [1, 0] },
      { n: 1, at: [0, 1] },
      { n: 2, at: [1, 1] },
    ] as const;
    const margins = (all: readonly (readonly [number, number])[]) => [
      { categories: all.map(([a]) => a), wanted: [80, 20] },
      { categories: all.map(([, b]) => b), wanted: [88, 12] },
    ];
    const single = kinds.flatMap(({ n, at }) => Array.from({ length: n }, () => at));
    const [one, together] = [
      rake(single.length, margins(single)),
      rake(kinds.length, margins(kinds.map(({ at }) => at)), { counts: kinds.map(({ n }) => n) }),
    ];
    expect(together.trimmings).toBe(one.trimmings);
    expect(together.trimmings).toBeGreaterThan(0);
    expect(together.weights).toHaveLength(4);
    kinds.forEach(({ at }, kind) => {
      expect(together.weights[kind]).toBeCloseTo(one.weights[single.indexOf(at)] ?? 0, 9);
    });
  });

  test("says that margins which contradict each other are not met", () => {
    const margins = [
      { categories: [0, 1], wanted: [1, 3] },
      { categories: [0, 1], wanted: [3, 1] },
    ];
    const found = rake(2, margins, { trimAt: Infinity });
    expect(found).toMatchObject({ converged: false, rounds: 100 });
    expect(found.distance).toBeGreaterThan(0.1);
  });

  test("refuses a target without rows, and one that is no number of people", () => {
    expect(() => rake(2, [{ categories: [0, 0], wanted: [1, 1] }])).toThrow(/category 1/);
    expect(() => rake(2, [{ categories: [0, 1], wanted: [1, 0] }])).toThrow(RangeError);
  });

  test("a mean raked to known margins lies within its interval 93 times in 100 or more", () => {
    const random = seededRandom(19);
    // Answers depend on a and b; the sample takes a = 1 and b = 1 too rarely.
    const [shareA, shareB, rounds, n] = [0.5, 0.3, 2000, 200];
    const truth = 5 + shareA + 2 * shareB;
    let covered = 0;
    for (let round = 0; round < rounds; round++) {
      const rows = Array.from({ length: n }, () => {
        const [a, b] = [random() < 0.35 ? 1 : 0, random() < 0.2 ? 1 : 0];
        return { a, b, x: 5 + a + 2 * b + 1.5 * normal(random) };
      });
      const { weights } = rake(n, [
        { categories: rows.map(({ a }) => a), wanted: [1 - shareA, shareA] },
        { categories: rows.map(({ b }) => b), wanted: [1 - shareB, shareB] },
      ]);
      const mean = rows.reduce((total, { x }, row) => total + (weights[row] ?? 0) * x, 0) / n;
      const squares = rows.reduce((total, { x }, row) => total + ((weights[row] ?? 0) * (x - mean)) ** 2, 0);
      const error = Math.sqrt((squares / n ** 2) * (n / (n - 1)));
      if (Math.abs(mean - truth) <= 1.97 * error) covered++;
    }
    expect(covered / rounds).toBeGreaterThanOrEqual(0.93);
  });
});

test("equal weights cost nothing, unequal ones n·Σw²/(Σw)²", () => {
  expect(designEffect([2, 2, 2])).toEqual({ deff: 1, effective: 3 });
  expect(designEffect([1, 1, 2]).deff).toBeCloseTo(18 / 16, 12);
  expect(() => designEffect([])).toThrow(RangeError);
});
