import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreOfCode } from "../../src/measures/code-scores.ts";
import { isShown } from "../../src/measures/estimate.ts";
import { measures } from "../../src/measures/registry.ts";
import { optionShare } from "../../src/measures/share.ts";
import { type Weighting, weigh } from "../../src/measures/weighting.ts";
import type { Question } from "../../src/survey/question.ts";
import type { MeasureName } from "../../src/survey/survey.ts";
import { countCodes } from "../counts/count-answers.ts";
import { minutes, rating, reason, recommend } from "./questions.ts";

const questions = [rating(1, 5, [4, 5]), rating(1, 10, [8, 9, 10]), recommend(0), recommend(1)];
const answers = fc.array(
  fc.record({
    value: fc.integer({ min: 1, max: 5 }).map((code) => code * 2 - 1),
    weight: fc.option(fc.double({ min: 0.1, max: 5, noNaN: true }), { freq: 9 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe("figures as means of a score of codes", () => {
  test("every measure of a scale comes out as its own arithmetic has it, weighted or not", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom(...questions),
        fc.constantFrom<Weighting>("weighted", "unweighted"),
        (drawn, question, weighting) => {
          const within = drawn.filter(({ value }) => question.scale.codes.includes(value));
          const tally = countCodes(within);
          const base = weigh(tally.base, weighting);
          fc.pre(tally.kind === "codes" && base.n > 0);
          for (const measure of Object.values(measures)) {
            const score = scoreOfCode(measure.name, question);
            if (!score || tally.kind !== "codes") continue;
            let sum = 0;
            for (const [code, cell] of tally.cells) sum += score(code) * weigh(cell, weighting).w;
            const options = { weighting, base: { minimum: 1, caution: 1 } };
            const estimate = measure.estimate(tally, question, options);
            expect(isShown(estimate) && estimate.value, measure.name).toBeCloseTo(sum / base.w, 9);
            compared += 1;
          }
        },
      ),
    );
    expect(compared).toBeGreaterThan(500);
  });

  test("by hand: what a code counts for", () => {
    const scores = (measure: MeasureName, question: Question, codes: readonly number[]) =>
      codes.map((code) => scoreOfCode(measure, question)?.(code));
    expect(scores("nps", recommend(), [0, 6, 7, 8, 9, 10])).toEqual([-100, -100, 0, 0, 100, 100]);
    expect(scores("net", rating(1, 5), [1, 2, 3, 4, 5])).toEqual([-1, -1, 0, 1, 1]);
    expect(scores("mean", rating(1, 5), [1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4, 5]);
    expect(scores("satisfied", rating(1, 3, [2, 3]), [1, 2, 3])).toEqual([0, 1, 1]);
  });

  test("a share counts its option", () => {
    const tally = countCodes([{ value: 0 }, { value: 1 }, { value: 1 }, { value: 1 }]);
    const score = scoreOfCode("share", reason, 1);
    expect([0, 1].map((place) => score?.(place))).toEqual([0, 1]);
    const options = { weighting: "weighted", base: { minimum: 1, caution: 1 } } as const;
    expect(optionShare(1).estimate(tally, reason, options)).toMatchObject({ value: 0.75 });
    expect(scoreOfCode("share", reason)).toBeUndefined();
  });

  test("there is none where the measure does not fit, or there are no codes", () => {
    expect(scoreOfCode("nps", rating(1, 10))).toBeUndefined();
    expect(scoreOfCode("top2", rating(1, 3))).toBeUndefined();
    expect(scoreOfCode("satisfied", rating(1, 5))).toBeUndefined();
    expect(scoreOfCode("mean", minutes)).toBeUndefined();
  });
});
