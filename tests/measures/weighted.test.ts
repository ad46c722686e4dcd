import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tally } from "../../src/counts/tally.ts";
import { isShown } from "../../src/measures/estimate.ts";
import { mean, momentsOf } from "../../src/measures/mean.ts";
import type { Measure, MeasureOptions } from "../../src/measures/measure.ts";
import { net, nps } from "../../src/measures/net.ts";
import { bottom2, satisfied, top1, top2 } from "../../src/measures/share.ts";
import type { Question } from "../../src/survey/question.ts";
import { type Answer, countCodes, sumNumbers } from "../counts/count-answers.ts";
import { minutes, rating, recommend, unweighted, weighted } from "./questions.ts";

type Row = readonly [x: number, w: number];

const weight = fc.double({ min: 0.05, max: 8, noNaN: true });
const rowsOn = (min: number, max: number, least = 2) =>
  fc.array(fc.tuple(fc.integer({ min, max }), weight), { minLength: least, maxLength: 40 });
const answersOf = (rows: readonly Row[]): readonly Answer[] =>
  rows.map(([value, w]) => ({ value, weight: w }));

/** The definitions of methods.md, row by row. */
function byHand(rows: readonly Row[]) {
  const sum = (term: (x: number, w: number) => number) =>
    rows.reduce((total, [x, w]) => total + term(x, w), 0);
  const W = sum((_, w) => w);
  const m = sum((x, w) => w * x) / W;
  const effective = W ** 2 / sum((_, w) => w ** 2);
  const n = rows.length;
  return {
    n,
    effective,
    mean: m,
    sd: Math.sqrt(((sum((x, w) => w * (x - m) ** 2) / W) * effective) / (effective - 1)),
    error: Math.sqrt(((sum((x, w) => w ** 2 * (x - m) ** 2) / W ** 2) * n) / (n - 1)),
    share: (isIn: (x: number) => boolean) => sum((x, w) => (isIn(x) ? w : 0)) / W,
  };
}

function shown(measure: Measure, tally: Tally, question: Question, options: MeasureOptions) {
  const estimate = measure.estimate(tally, question, options);
  if (!isShown(estimate)) throw new Error(`${measure.name} is ${estimate.status}`);
  return estimate;
}

const near = (found: number, expected: number, what: string) =>
  expect(Math.abs(found - expected), `${what}: ${found} for ${expected}`).toBeLessThan(
    1e-9 * Math.max(1, Math.abs(expected)),
  );

describe("weighted figures are those of the definitions on rows", () => {
  test("mean, sd, standard error and effective base of a rating", () => {
    fc.assert(
      fc.property(rowsOn(1, 10), (rows) => {
        fc.pre(new Set(rows.map(([x]) => x)).size > 1);
        const tally = countCodes(answersOf(rows));
        const [found, hand] = [shown(mean, tally, rating(1, 10), weighted), byHand(rows)];
        expect(found.n).toBe(hand.n);
        near(found.value, hand.mean, "mean");
        near(found.standardError, hand.error, "standard error");
        near(found.effective, hand.effective, "effective base");
        near(momentsOf(tally, "weighted").sd, hand.sd, "sd");
      }),
    );
  });

  test("mean and standard error of a measured number, from its sums", () => {
    fc.assert(
      fc.property(rowsOn(0, 240), (rows) => {
        fc.pre(new Set(rows.map(([x]) => x)).size > 1);
        const [found, hand] = [shown(mean, sumNumbers(answersOf(rows)), minutes, weighted), byHand(rows)];
        near(found.value, hand.mean, "mean");
        expect(Math.abs(found.standardError - hand.error)).toBeLessThan(1e-6 * hand.mean);
      }),
    );
  });

  test("boxes, net and NPS", () => {
    fc.assert(
      fc.property(rowsOn(0, 10, 1), (rows) => {
        const tally = countCodes(answersOf(rows));
        const { share } = byHand(rows);
        const question = rating(0, 10, [7, 8, 9]);
        near(
          shown(top1, tally, question, weighted).value,
          share((x) => x === 10),
          "top-1",
        );
        near(
          shown(top2, tally, question, weighted).value,
          share((x) => x >= 9),
          "top-2",
        );
        near(
          shown(bottom2, tally, question, weighted).value,
          share((x) => x <= 1),
          "bottom-2",
        );
        near(
          shown(satisfied, tally, question, weighted).value,
          share((x) => x >= 7 && x <= 9),
          "satisfied",
        );
        near(shown(net, tally, question, weighted).value, share((x) => x >= 9) - share((x) => x <= 1), "net");
        const points = 100 * (share((x) => x >= 9) - share((x) => x <= 6));
        near(shown(nps, tally, recommend(), weighted).value, points, "NPS");
      }),
    );
  });

  test("a hand-worked case: 5, 3, 3, 1 with weights 2, 1, 1, 4", () => {
    const tally = countCodes([
      { value: 5, weight: 2 },
      { value: 3, weight: 1 },
      { value: 3, weight: 1 },
      { value: 1, weight: 4 },
    ]);
    const found = shown(mean, tally, rating(1, 5), weighted);
    // Σw = 8, Σwx = 20, mean 2.5; n_eff = 64/22. Σw²(x−m)² = 4·6.25 + .25 + .25 + 16·2.25 = 61.5; 61.5/64 · 4/3.
    expect(found.value).toBe(2.5);
    expect(found.effective).toBeCloseTo(64 / 22, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(61.5 / 48), 12);
    expect(shown(top2, tally, rating(1, 5), weighted).value).toBe(0.25);
    expect(shown(mean, tally, rating(1, 5), unweighted).value).toBe(3);
  });
});

const onScale: readonly (readonly [Measure, Question, number, number])[] = [
  [mean, rating(1, 10), 1, 10],
  [top1, rating(1, 10), 0, 1],
  [top2, rating(1, 10), 0, 1],
  [bottom2, rating(1, 10), 0, 1],
  [satisfied, rating(1, 10, [8, 9, 10]), 0, 1],
  [net, rating(1, 10), -1, 1],
  [nps, recommend(1), -100, 100],
];

describe.each(onScale.map((row) => [row[0].name, ...row] as const))(
  "%s",
  (_, measure, question, min, max) => {
    test("stays on its scale, inside its interval, and finite", () => {
      fc.assert(
        fc.property(rowsOn(1, 10, 1), fc.constantFrom(weighted, unweighted), (rows, options) => {
          const found = shown(measure, countCodes(answersOf(rows)), question, options);
          for (const figure of [found.value, found.low, found.high, found.standardError, found.effective])
            expect(Number.isFinite(figure)).toBe(true);
          expect(found.low).toBeGreaterThanOrEqual(min);
          expect(found.high).toBeLessThanOrEqual(max);
          expect(found.low).toBeLessThanOrEqual(found.value);
          expect(found.high).toBeGreaterThanOrEqual(found.value);
        }),
      );
    });

    test("where all answers are on one side, rounding of weights does not push it over", () => {
      fc.assert(
        fc.property(rowsOn(1, 6, 3), (rows) => {
          const found = shown(measure, countCodes(answersOf(rows)), question, weighted);
          expect(found.value).toBeGreaterThanOrEqual(min);
        }),
        { numRuns: 500 },
      );
    });

    test("does not change when all weights are doubled", () => {
      fc.assert(
        fc.property(rowsOn(1, 10, 1), (rows) => {
          const doubled = rows.map(([x, w]) => [x, 2 * w] as const);
          const once = shown(measure, countCodes(answersOf(rows)), question, weighted);
          const twice = shown(measure, countCodes(answersOf(doubled)), question, weighted);
          for (const figure of ["value", "low", "high", "standardError", "n", "effective"] as const)
            near(twice[figure], once[figure], figure);
          expect(twice.status).toBe(once.status);
        }),
      );
    });
  },
);
