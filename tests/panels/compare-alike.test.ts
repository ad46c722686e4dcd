import { describe, expect, test } from "vitest";
import { type CompareModel, compareModel } from "../../src/panels/compare-model.ts";
import { type Sides, sidesOf } from "../../src/panels/compare-sides.ts";
import type { ComparedSubject, OptionSubject } from "../../src/panels/compare-subjects.ts";
import { indexSubjects } from "../../src/panels/subject.ts";
import type { Question } from "../../src/survey/question.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { defaultView } from "../../src/views/view.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { reason } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const sidesIn: Readonly<Record<"wave" | "rest", Sides>> = {
  wave: { kind: "wave", own: { wave: "w1", slice: {} }, other: { wave: "w2", slice: {} } },
  rest: { kind: "rest", own: { wave: "w2", slice: { channel: ["app"] } }, other: { wave: "w2", slice: {} } },
};
const places = (at: number) => ({ channel: at % 2 === 0 ? "app" : "phone" });
const within = (survey: Survey, rows: readonly Row[]) => (sides: Sides, of: readonly ComparedSubject[]) =>
  compareModel({ survey }, { ask: askRows(survey, rows), askPairs: askPairRows(rows) }, sides, of);
const dimensions = [dimension("channel", ["app", "phone"])];

function valuesOf({ rows }: CompareModel, at = 0) {
  const { own, other, difference } = rows[at] ?? {};
  if (own?.status !== "ok" || other?.status !== "ok" || difference?.status !== "tested")
    throw new Error("a row is not shown whole");
  return { own: own.value, other: other.value, difference: difference.value };
}

describe("an index of which a question changed between two waves", () => {
  const changed = {
    ...item("b"),
    breaks: [
      {
        wave: "w2",
        until: "w1",
        allowed: false,
        cause: { kind: "wording", before: { en: "b", zh: "b" }, after: { en: "b2", zh: "b2" } },
      },
    ],
  } as Question;
  const survey = surveyOf([item("a"), changed], {
    ...{ dimensions, factors: [factor("f", ["a", "b"], 1)], index: settings(["f"]) },
  });
  // Of a 9 and 6 in w1, 9 and 5 in w2; of b 2 and 4, then 9 alone.
  const rows = Array.from({ length: 160 }, (_, at): Row => {
    const [isFirst, isHigh] = [at < 80, at % 4 < 2];
    const [a, b] = isFirst ? [isHigh ? 9 : 6, isHigh ? 2 : 4] : [isHigh ? 9 : 5, 9];
    return { wave: isFirst ? "w1" : "w2", places: places(at), answers: { a, b } };
  });
  const compared = within(survey, rows);

  test("is compared without it in both figures, which their difference is of", async () => {
    const model = await compared(sidesIn.wave, indexSubjects(survey));
    // Without b 1000 · mean(a)/10: 750 in w1, 700 in w2. With b it would be 525 against 800.
    for (const at of [0, 1]) {
      const { own, other, difference } = valuesOf(model, at);
      expect([own, other, difference].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([750, 700, 50]);
    }
    expect(model.rows[0]?.changed?.map(({ id }) => id)).toEqual(["b"]);
  });

  test("keeps it where two groups of one wave are compared", async () => {
    const model = await compared(sidesIn.rest, indexSubjects(survey));
    expect(model.rows[0]?.changed).toBeUndefined();
    const { own, other, difference } = valuesOf(model);
    expect(difference).toBeCloseTo(own - other, 9);
    // Half of the answers to a are 9 and half 5 whichever the channel: (0.7 + 0.9)/2.
    expect([own, other].map(Math.round)).toEqual([800, 800]);
  });
});

describe("shares of a choice's answers", () => {
  const survey = surveyOf([reason], { dimensions });
  // Of 60 in the app 42 say price, of 100 on the phone 50.
  const rows = Array.from({ length: 160 }, (_, at): Row => {
    const isApp = at < 60;
    const price = isApp ? at < 42 : at < 110;
    return {
      wave: "w2",
      places: { channel: isApp ? "app" : "phone" },
      answers: { reason: price ? 0 : 1 },
    };
  });
  const options = reason.options.map(
    ({ id, label }, place): OptionSubject => ({
      ...{ kind: "option", id: `reason ${id}`, name: label, question: reason, option: id, place },
    }),
  );

  test("are tested as two proportions, as one family, with both bases", async () => {
    const model = await within(survey, rows)(sidesIn.rest, options);
    const { own, other, difference } = valuesOf(model);
    expect(own).toBeCloseTo(42 / 60, 12);
    expect(other).toBeCloseTo(50 / 100, 12);
    expect(difference).toBeCloseTo(0.2, 12);
    const [first, second] = model.rows;
    if (first?.difference.status !== "tested" || second?.difference.status !== "tested")
      throw new Error("not tested");
    const pooled = 92 / 160;
    const z = 0.2 / Math.sqrt(pooled * (1 - pooled) * (1 / 60 + 1 / 100));
    expect(first.difference.p).toBeCloseTo(twoSided(z), 7);
    expect(first.difference.families).toEqual(second.difference.families);
    expect(first.difference.families.map(({ kind }) => kind)).toEqual(["options"]);
    const bases = [first.own, first.other].map((one) => one?.status === "ok" && one.n);
    expect(bases).toEqual([60, 100]);
  });
});

/** Twice the area of the normal curve beyond z, by Simpson's rule. */
function twoSided(z: number): number {
  const steps = 20_000;
  const [from, to] = [Math.abs(z), 12];
  const step = (to - from) / steps;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const sum = Array.from({ length: steps + 1 }, (_, at) => {
    const weight = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2;
    return weight * density(from + at * step);
  }).reduce((total, one) => total + one, 0);
  return (2 * sum * step) / 3;
}

describe("a score by a written rule", () => {
  const pair = { title: { en: "Speed", zh: "速度" }, expectation: "e", perception: "p" };
  const survey = surveyOf([item("e"), item("p")], {
    ...{ dimensions, pairs: [pair] as Survey["pairs"] },
  });
  // In the app 6 or 8 is found where 9 is expected: a gap of −2; on the phone 9 or 7 where 8 is: 0.
  const rows = Array.from({ length: 120 }, (_, at): Row => {
    const isApp = at % 2 === 0;
    const isHigh = at % 4 < 2;
    const p = isApp ? (isHigh ? 8 : 6) : isHigh ? 9 : 7;
    return { wave: "w2", places: places(at), answers: { e: isApp ? 9 : 8, p } };
  });

  test("the mean gap of each side, and of the rest what the whole has beyond it", async () => {
    const model = await within(survey, rows)(sidesIn.rest, [{ kind: "gap", id: "gap" }]);
    const { own, other, difference } = valuesOf(model);
    expect([own, other, difference].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([-2, 0, -2]);
  });
});

test("everybody set against a part is that part against the rest", () => {
  const survey = surveyOf([item("q")], { dimensions });
  const sides = sidesOf(
    { survey, tree: [] },
    { ...defaultView, versus: { kind: "slice", slice: { channel: ["phone"] } } },
    { kind: "overview", wave: "w2" },
    "w2",
  );
  expect(sides).toEqual({
    ...{ kind: "rest", turned: true },
    own: { wave: "w2", slice: { channel: ["phone"] } },
    other: { wave: "w2", slice: {} },
  });
});
