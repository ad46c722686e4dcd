import { expect, test } from "vitest";
import { mixSteps } from "../../src/panels/mix-steps.ts";
import type { Judge } from "../../src/panels/panel.ts";
import type { Subject } from "../../src/panels/subject.ts";
import type { ClearMix } from "../../src/panels/why-findings.ts";
import { rating } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { contextOf } from "./report.ts";

const question = rating(1, 10);
const context = contextOf(surveyOf([question], { dimensions: [dimension("age", ["young", "old"])] }), [], {});
const effect = (value: number, half: number) => ({
  value,
  test: { status: "tested", value, low: value - half, high: value + half },
});
const mixOf = (sums: object, items: ReadonlyMap<string, number> = new Map()) =>
  ({
    split: { dimension: dimension("age", ["young", "old"]), moves: { level: { sums }, items } },
  }) as unknown as ClearMix;
const judge = ((test: { readonly low: number; readonly high: number }) =>
  test.high < 0 ? "fall" : test.low > 0 ? "rise" : "unclear") as unknown as Judge;
const options = { subject: { unit: "index1000" } as Subject, context, judge };
const none = effect(0, 0);

test("a change is drawn as what the mix did, then what scores within the groups did", () => {
  const steps = mixSteps(
    mixOf({ shared: effect(-9.9, 1.6), scored: effect(-0.7, 3.8), arrived: none, left: none }),
    options,
  );
  expect(steps.map(({ label, value, clear }) => [label, value, clear])).toEqual([
    ["Mix by age", -9.9, true],
    ["Scores within the groups by age", -0.7, false],
  ]);
});

test("what is neither has its own steps, so that all add up to the change", () => {
  const sums = {
    shared: effect(-4, 1),
    scored: effect(1, 2),
    arrived: effect(0.5, 1),
    left: effect(-2, 1),
  };
  const steps = mixSteps(mixOf(sums, new Map([["item", 0.25]])), options);
  expect(steps).toHaveLength(5);
  // By hand: −4 + 1 + 0.5 − 2 + 0.25.
  expect(steps.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(-4.25, 12);
});
