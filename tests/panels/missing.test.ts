import { describe, expect, test } from "vitest";
import {
  branchOf,
  heldOf,
  isShort,
  missingOf,
  shortOf,
  slicesOnPage,
  viewedWaves,
} from "../../src/panels/missing.ts";
import { branchTree } from "../../src/survey/branches.ts";
import { defaultView } from "../../src/views/view.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const survey = {
  ...surveyOf([], {
    dimensions: [
      dimension("region", ["east", "west"]),
      dimension("city", ["e1", "e2", "w1"]),
      dimension("channel", ["app", "phone", "post"]),
    ],
    hierarchy: ["region", "city"],
  }),
  filters: ["region", "city", "channel"],
};
const layout = { wave: "a", rows: 300, weighted: false, columns: [], dictionaries: {} };
/** 100 in the east, of whom 30 are withheld; 200 in the west, of whom 10 are. */
const wave = {
  layout,
  withheld: { rows: 60, places: { region: 40, city: 60, channel: 20 } },
  sizes: {
    region: { '["east"]': 70, '["west"]': 190, '["_withheld"]': 40 },
    "region city": { '["east","e1"]': 60, '["east","_withheld"]': 10, '["west","w1"]': 180 },
    channel: { '["app"]': 200, '["phone"]': 80, '["post"]': null },
  },
  totals: {
    region: { '["east"]': 100, '["west"]': 200 },
    "region city": { '["east","e1"]': 70, '["east","e2"]': 30, '["west","w1"]': null },
    channel: { '["app"]': 210, '["phone"]': 85, '["post"]': null },
  },
};
const whole = { layout: { ...layout, wave: "b" }, withheld: { rows: 0, places: {} }, sizes: wave.totals };

describe("how many of a value are published", () => {
  test("is told beside how many there are, wave by wave", () => {
    expect(heldOf([wave], ["region"], ([id]) => id === "east")).toEqual({ held: 70, all: 100 });
    expect(heldOf([wave], ["region"], () => true)).toEqual({ held: 260, all: 300 });
    expect(heldOf([wave, whole], ["region"], ([id]) => id === "east")).toEqual({ held: 170, all: 200 });
    // Nobody of the second city is left.
    expect(heldOf([wave], ["region", "city"], ([, id]) => id === "e2")).toEqual({ held: 0, all: 30 });
  });

  test("is not told where a part of it is withheld, or where pages don't tell", () => {
    expect(heldOf([wave], ["channel"], () => true)).toBeUndefined();
    expect(heldOf([wave], ["region", "city"], ([, id]) => id === "w1")).toBeUndefined();
    const { totals: _totals, ...untold } = wave;
    expect(heldOf([untold], ["region"], () => true)).toBeUndefined();
  });

  test("is too little from a fifth missing on", () => {
    expect(isShort({ held: 80, all: 100 })).toBe(false);
    expect(isShort({ held: 79, all: 100 })).toBe(true);
    expect(isShort({ held: 0, all: 0 })).toBe(false);
  });
});

describe("who is missing of a slice", () => {
  test("is the difference for one value, and at most the sum for several dimensions", () => {
    expect(missingOf(survey, [wave], { region: ["east"] })).toEqual([
      { dimension: "region", known: { held: 70, all: 100 }, most: 30 },
    ]);
    const both = missingOf(survey, [wave], { region: ["west"], channel: ["app", "phone"] });
    expect(both.map(({ most }) => most)).toEqual([10, 15]);
    expect(missingOf(survey, [wave], { "region!": ["east"] }).map(({ most }) => most)).toEqual([10]);
  });

  test("counts the hierarchy once, at the deepest level that is named", () => {
    const slice = { region: ["east"], city: ["e1"] };
    expect(missingOf(survey, [wave], slice)).toEqual([
      { dimension: "city", known: { held: 60, all: 70 }, most: 10 },
    ]);
  });

  test("is at most everybody whose place is withheld, where pages don't tell more", () => {
    expect(missingOf(survey, [wave], { city: ["w1"] })).toEqual([{ dimension: "city", most: 60 }]);
  });
});

describe("a view of which too little is published", () => {
  test("names a value that lacks more than a fifth, alone or with others", () => {
    const east = { dimension: "region", values: ["east"], held: 70, all: 100 };
    expect(shortOf(survey, [wave], { region: ["east"] })).toEqual(east);
    expect(shortOf(survey, [wave], { region: ["west", "east"] })).toEqual(east);
    expect(shortOf(survey, [wave], { region: ["west"], channel: ["app"] })).toBeUndefined();
    expect(shortOf(survey, [whole], { region: ["east"] })).toBeUndefined();
  });

  test("leaves out all but such a value", () => {
    expect(shortOf(survey, [wave], { "region!": ["west"] })).toMatchObject({ values: [], held: 70 });
    expect(shortOf(survey, [wave], { "region!": ["east"] })).toBeUndefined();
  });

  test("is of the page's own branch as well, in the page's wave", () => {
    const address = { kind: "branch", wave: "a", path: ["east"] } as const;
    const report = { survey: { ...survey, waves: [] }, waves: [wave, whole] } as unknown as Parameters<
      typeof viewedWaves
    >[0];
    expect(slicesOnPage(survey, defaultView, address)).toEqual({ region: ["east"] });
    expect(viewedWaves(report, defaultView, address)).toEqual([wave]);
  });
});

test("a slice is of a branch where it names one, and nothing else", () => {
  const tree = branchTree(survey, [
    ["east", "e1"],
    ["east", "e2"],
    ["west", "w1"],
  ]);
  expect(branchOf(survey, tree, { region: ["east"] })?.path).toEqual(["east"]);
  expect(branchOf(survey, tree, { city: ["e2"] })?.path).toEqual(["east", "e2"]);
  expect(branchOf(survey, tree, { region: ["west"], city: ["e2"] })).toBeUndefined();
  expect(branchOf(survey, tree, { region: ["east", "west"] })).toBeUndefined();
  expect(branchOf(survey, tree, { region: ["east"], channel: ["app"] })).toBeUndefined();
  expect(branchOf(survey, tree, { "region!": ["east"] })).toBeUndefined();
});
