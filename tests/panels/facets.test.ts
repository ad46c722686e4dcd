import { describe, expect, test } from "vitest";
import { facetRequests, facetSizes, facetsOf, publishedSizes, slicesOf } from "../../src/panels/facets.ts";
import { defaultView, type View } from "../../src/views/view.ts";
import { askRows, type Row } from "../counts/ask-rows.ts";
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
  sets: [{ id: "app", title: { en: "App", zh: "App" }, slice: { channel: ["app"] } }],
};
const rows = [
  ...repeat(40, { region: "east", city: "e1", channel: "app" }),
  ...repeat(12, { region: "east", city: "e2", channel: "phone" }),
  ...repeat(60, { region: "west", city: "w1", channel: "phone" }),
  ...repeat(3, { region: "west", city: "w1", channel: "post" }),
];
function repeat(times: number, dimensions: Readonly<Record<string, string>>): readonly Row[] {
  return Array.from({ length: times }, () => ({ wave: "a", places: dimensions, answers: {} }));
}
const branches = { dimensions: ["region", "city"] };
const channel = { dimensions: ["channel"] };
const sizes = async (view: View, facet: typeof channel, minimum: number) =>
  Object.fromEntries(
    facetSizes(
      await Promise.all(facetRequests(survey, view, facet, ["a"]).map(askRows(survey, rows))),
      minimum,
    ),
  );

describe("the values of a list", () => {
  test("are counted among those whom the other filters leave", async () => {
    const view: View = { ...defaultView, slice: { region: ["west"], channel: ["post"] } };
    expect(await sizes(view, channel, 2)).toEqual({ '["phone"]': 60, '["post"]': 3 });
    expect(await sizes({ ...view, slice: { channel: ["app"] } }, branches, 2)).toEqual({
      '["east"]': 40,
      '["east","e1"]': 40,
    });
    expect(slicesOf(survey, { ...defaultView, set: "app" }, branches)).toEqual({ channel: ["app"] });
  });

  test("are withheld under the minimum, and with them what would give them away", async () => {
    expect(await sizes(defaultView, channel, 10)).toEqual({
      ...{ '["app"]': "withheld", '["phone"]': 72, '["post"]': "withheld" },
    });
    expect(await sizes(defaultView, branches, 20)).toEqual({
      ...{ '["east"]': 52, '["west"]': 63 },
      ...{ '["east","e1"]': "withheld", '["east","e2"]': "withheld", '["west","w1"]': 63 },
    });
  });

  test("come from what is published while nothing else is chosen", () => {
    const wave = { layout: { wave: "a" }, sizes: { channel: { '["app"]': 40, '["post"]': null } } };
    const report = { survey, waves: [wave] } as unknown as Parameters<typeof publishedSizes>[0];
    const own: View = { ...defaultView, slice: { channel: ["app"] } };
    expect(publishedSizes(report, own, channel, ["a"])).toEqual(
      new Map<string, number | "withheld">([
        ['["app"]', 40],
        ['["post"]', "withheld"],
      ]),
    );
    expect(publishedSizes(report, { ...own, slice: { region: ["east"] } }, channel, ["a"])).toBeUndefined();
    expect(publishedSizes(report, own, channel, ["a", "b"])).toBeUndefined();
    expect(publishedSizes(report, { ...own, minimum: 99 }, channel, ["a"])).toBeUndefined();
    expect(publishedSizes(report, own, branches, ["a"])).toBeUndefined();
  });
});

test("lists end where too little of a level is published, and hold filters only", () => {
  expect(facetsOf(survey, new Set())).toEqual([branches, channel]);
  expect(facetsOf(survey, new Set(["city"]))).toEqual([{ dimensions: ["region"] }, channel]);
  expect(facetsOf({ ...survey, filters: ["region"] }, new Set(["region"]))).toEqual([]);
});
