import { describe, expect, test } from "vitest";
import { isShown, onBase } from "../../src/measures/estimate.ts";
import { mean } from "../../src/measures/mean.ts";
import type { Measure, MeasureOptions } from "../../src/measures/measure.ts";
import { measures } from "../../src/measures/registry.ts";
import type { Question } from "../../src/survey/question.ts";
import { type Answer, countCodes, sumNumbers } from "../counts/count-answers.ts";
import { minutes, rating, recommend } from "./questions.ts";

const options: MeasureOptions = { weighting: "unweighted", base: { minimum: 5, caution: 30 } };
const answers = (n: number, weight?: number | null): readonly Answer[] =>
  Array.from({ length: n }, (_, at) => ({
    value: 1 + (at % 5),
    ...(weight === undefined ? {} : { weight }),
  }));

const scored = Object.values(measures).filter(({ name }) => name !== "share");

const five = rating(1, 5, [4, 5]);
const candidates: readonly Question[] = [
  five,
  { ...five, scale: { ...five.scale, scores: [0, 3, 6, 8, 10] } },
  { ...five, measures: ["csat"] },
  { ...rating(1, 7), measures: ["ces", "easy"] },
  recommend(),
];

describe.each(scored.map((measure) => [measure.name, measure] as const))("%s", (_, measure: Measure) => {
  const question = candidates.find((candidate) => measure.appliesTo(candidate));
  if (!question) throw new Error(`no question is fit for ${measure.name}`);

  test.each([
    [0, "none"],
    [1, "withheld"],
    [4, "withheld"],
    [5, "low"],
    [29, "low"],
    [30, "ok"],
  ])("of %i answers is %s", (n, status) => {
    expect(measure.estimate(countCodes(answers(n)), question, options).status).toBe(status);
  });

  test("withheld carries neither value nor base", () => {
    expect(Object.keys(measure.estimate(countCodes(answers(4)), question, options))).toEqual(["status"]);
    expect(Object.keys(measure.estimate(countCodes([]), question, options))).toEqual(["status"]);
  });

  test("weighted, only respondents with a weight make the base", () => {
    const tally = countCodes([...answers(4, 2), ...answers(40, null)]);
    const weighted = { ...options, weighting: "weighted" as const };
    expect(measure.estimate(tally, question, weighted)).toEqual({ status: "withheld" });
    expect(measure.estimate(tally, question, options)).toMatchObject({ status: "ok", n: 44 });
    // There are answers, so it is not "nobody answered": that would say that no weight was given.
    expect(measure.estimate(countCodes(answers(40, null)), question, weighted)).toEqual({
      status: "withheld",
    });
    expect(measure.estimate(countCodes([]), question, weighted)).toEqual({ status: "none" });
  });

  test("a shown figure carries base, effective base, interval and status", () => {
    const estimate = measure.estimate(countCodes(answers(30)), question, options);
    if (!isShown(estimate)) throw new Error(`it is ${estimate.status}`);
    expect(estimate).toMatchObject({ n: 30, effective: 30 });
    expect(estimate.low).toBeLessThanOrEqual(estimate.value);
    expect(estimate.high).toBeGreaterThanOrEqual(estimate.value);
  });
});

test("the mean of a measured number follows the same rules", () => {
  expect(mean.estimate(sumNumbers(answers(4)), minutes, options)).toEqual({ status: "withheld" });
  expect(mean.estimate(sumNumbers([]), minutes, options)).toEqual({ status: "none" });
  expect(mean.estimate(sumNumbers(answers(10)), minutes, options)).toMatchObject({ status: "low", value: 3 });
});

test("what is withheld is never computed", () => {
  const compute = () => {
    throw new Error("computed");
  };
  expect(onBase(countCodes([]), options, compute)).toEqual({ status: "none" });
  expect(onBase(countCodes(answers(4)), options, compute)).toEqual({ status: "withheld" });
  expect(() => onBase(countCodes(answers(5)), options, compute)).toThrow("computed");
  const weighted = { ...options, weighting: "weighted" as const };
  const partly = countCodes([...answers(5, 2), ...answers(5, null)]);
  expect(() => onBase(partly, weighted, compute)).toThrow("computed");
  expect(onBase(countCodes([...answers(4, 2), ...answers(5, null)]), weighted, compute)).toEqual({
    status: "withheld",
  });
});
