import { describe, expect, test } from "vitest";
import { allBut, inBoth } from "../../src/views/slice.ts";
import { defaultView, isDefault, minimumOf, sliceOf, wavesOf } from "../../src/views/view.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const survey = {
  ...surveyOf([], { dimensions: [dimension("region", ["east", "south", "west"])] }),
  waves: ["w1", "w2", "w3"].map((id) => ({ id, title: { en: id, zh: id } })),
  sets: [{ id: "coast", title: { en: "Coast", zh: "沿海" }, slice: { region: ["east", "south"] } }],
};

test("the waves of a view are the latest, or from the first to the last", () => {
  expect(wavesOf(survey, defaultView)).toEqual(["w3"]);
  expect(wavesOf(survey, { ...defaultView, waves: ["w2", "w2"] })).toEqual(["w2"]);
  expect(wavesOf(survey, { ...defaultView, waves: ["w1", "w3"] })).toEqual(["w1", "w2", "w3"]);
});

test("a minimum base can be raised, not lowered", () => {
  expect(minimumOf(survey, defaultView)).toBe(5);
  expect(minimumOf(survey, { ...defaultView, minimum: 50 })).toBe(50);
  expect(minimumOf(survey, { ...defaultView, minimum: 2 })).toBe(5);
});

test("a view is the default only where nothing was chosen", () => {
  expect(isDefault(defaultView)).toBe(true);
  expect(isDefault({ ...defaultView, slice: { region: [] } })).toBe(true);
  expect(isDefault({ ...defaultView, slice: { region: ["east"] } })).toBe(false);
  expect(isDefault({ ...defaultView, versus: { kind: "rest" } })).toBe(false);
  expect(isDefault({ ...defaultView, minimum: 50 })).toBe(false);
});

describe("a named set", () => {
  test("narrows the slice", () => {
    const view = { ...defaultView, set: "coast", slice: { region: ["south", "west"], channel: ["web"] } };
    expect(sliceOf(survey, view)).toEqual({ region: ["south"], channel: ["web"] });
  });

  test("that has nobody in common with the slice holds nobody, which is not everybody", () => {
    const { region } = sliceOf(survey, { ...defaultView, set: "coast", slice: { region: ["west"] } });
    expect(region).toHaveLength(1);
    expect(survey.dimensions[0]?.options.map(({ id }) => id)).not.toContain(region?.[0]);
  });
});

test("who is out of one slice or of the other is out of both", () => {
  const [one, other] = [{ [allBut("region")]: ["east"] }, { [allBut("region")]: ["south", "east"] }];
  expect(inBoth(one, other)).toEqual({ [allBut("region")]: ["east", "south"] });
});
