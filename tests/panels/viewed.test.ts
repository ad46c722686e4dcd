import { describe, expect, test } from "vitest";
import type { CountsRequest } from "../../src/counts/request.ts";
import type { ReportContext } from "../../src/panels/context.ts";
import type { ReportFacts } from "../../src/panels/page-context.ts";
import { unknownDimensions } from "../../src/panels/report.ts";
import { deductionAt } from "../../src/panels/scoring/returns.ts";
import { sliceLine, sliceNames, sliceParts } from "../../src/panels/slice-text.ts";
import { soleContext } from "../../src/panels/sole-branch.ts";
import { narrowedAsks, viewedFacts, viewedWave } from "../../src/panels/viewed.ts";
import { allBranches, branchTree } from "../../src/survey/branches.ts";
import { sameText } from "../../src/survey/text.ts";
import { defaultView } from "../../src/views/view.ts";
import { english } from "../../src/words/en.ts";
import { chinese } from "../../src/words/zh.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const survey = {
  ...surveyOf([], {
    dimensions: [
      dimension("region", ["east", "west"]),
      dimension("city", ["e1", "e2", "w1"]),
      dimension("channel", ["app", "phone"]),
    ],
    hierarchy: ["region", "city"],
  }),
};
const facts: ReportFacts = {
  survey,
  tree: branchTree(survey, [
    ["east", "e1"],
    ["east", "e2"],
    ["west", "w1"],
  ]),
  weightedWaves: new Set(),
  responses: { a: { handedOut: 10, returned: 5 } },
  items: {},
};
const pathsIn = ({ tree }: ReportFacts) => allBranches(tree).map(({ path }) => path.join("/"));
const viewOf = (slice: Readonly<Record<string, readonly string[]>>) => ({ ...defaultView, slice });

describe("a survey as a view shows it", () => {
  test("is whole where the view narrows nothing", () => {
    const whole = viewedFacts(facts, { ...defaultView, minimum: survey.base.minimum + 20 });
    expect(pathsIn(whole)).toEqual(["east", "east/e1", "east/e2", "west", "west/w1"]);
    expect(whole.responses).toEqual(facts.responses);
    expect(whole.survey.base.minimum).toBe(survey.base.minimum + 20);
    expect(whole.survey.base.caution).toBeGreaterThanOrEqual(whole.survey.base.minimum);
  });

  test("never has a lower minimum base than its own", () => {
    expect(viewedFacts(facts, { ...defaultView, minimum: 1 }).survey.base.minimum).toBe(survey.base.minimum);
  });

  test("is counted from published rows, which hold no texts", () => {
    expect(viewedFacts(facts, defaultView).fromRows).toBe(true);
    expect(facts.fromRows).toBeUndefined();
  });

  test("of one branch is about the branches in it", () => {
    const contextOf = (slice: Readonly<Record<string, readonly string[]>>) =>
      soleContext({
        ...viewedFacts(facts, viewOf(slice)),
        slice: {},
        ancestors: [],
      } as unknown as ReportContext);
    expect(contextOf({ region: ["east"] }).branch?.path).toEqual(["east"]);
    expect(contextOf({ region: ["east"] }).slice).toEqual({ region: ["east"] });
    // The one city of the west holds no others.
    expect(contextOf({ region: ["west"] }).branch?.path).toEqual(["west"]);
    expect(contextOf({ city: ["e2"] }).branch?.path).toEqual(["east"]);
    expect(contextOf({ channel: ["app"] }).branch).toBeUndefined();
    const everybody = { ...facts, slice: {}, ancestors: [] } as unknown as ReportContext;
    expect(soleContext(everybody).branch).toBeUndefined();
  });

  test("has the branches that the slice leaves, and those above them that hold some", () => {
    expect(pathsIn(viewedFacts(facts, viewOf({ region: ["east"] })))).toEqual(["east", "east/e1", "east/e2"]);
    expect(pathsIn(viewedFacts(facts, viewOf({ city: ["e2"] })))).toEqual(["east", "east/e2"]);
    expect(pathsIn(viewedFacts(facts, viewOf({ "region!": ["east"] })))).toEqual(["west", "west/w1"]);
    expect(pathsIn(viewedFacts(facts, viewOf({ channel: ["app"] })))).toHaveLength(5);
  });

  test("keeps the page's own branch though the slice holds nobody of it", () => {
    const kept = viewedFacts(facts, viewOf({ region: ["east"] }), { kept: ["west", "w1"] });
    expect(pathsIn(kept)).toContain("west/w1");
  });

  test("says nothing of a part that is known of everybody only", () => {
    expect(viewedFacts(facts, viewOf({ channel: ["app"] })).responses).toEqual({});
  });

  describe("has the strata that the slice is made of", () => {
    const stratum = (city: string, handedOut: number, returned: number) => ({
      wave: "a",
      place: { region: city.startsWith("e") ? "east" : "west", city },
      handedOut,
      returned,
    });
    const strata = [stratum("e1", 100, 38), stratum("e2", 100, 80), stratum("w1", 200, 120)];
    const citiesIn = (slice: Readonly<Record<string, readonly string[]>>) =>
      viewedFacts({ ...facts, strata }, viewOf(slice)).strata?.map(({ place }) => place["city"]);

    test("by what tells them apart", () => {
      expect(citiesIn({ region: ["east"] })).toEqual(["e1", "e2"]);
      expect(citiesIn({ region: ["east"], city: ["e1", "w1"] })).toEqual(["e1"]);
      expect(citiesIn({ "city!": ["e1"] })).toEqual(["e2", "w1"]);
      expect(citiesIn({ region: [] })).toEqual(["e1", "e2", "w1"]);
    });

    test("with what was handed out and came back in them", () => {
      const ratesIn = (slice: Readonly<Record<string, readonly string[]>>) =>
        viewedFacts({ ...facts, strata }, viewOf(slice)).responses;
      expect(ratesIn({ region: ["east"] })).toEqual({ a: { handedOut: 200, returned: 118 } });
      expect(ratesIn({ channel: ["app"] })).toEqual({});
    });

    test("and none where it names what they are not told apart by", () => {
      expect(citiesIn({ channel: ["app"] })).toEqual([]);
      expect(citiesIn({ region: ["east"], channel: ["app"] })).toEqual([]);
    });

    test("so that a deduction is that of those who are shown, or not known", () => {
      const card = { id: "national", title: sameText("M"), of: [], deduct: true };
      const deduction = { threshold: 0.5, step: 0.05, points: 1 };
      const pointsIn = (slice: Readonly<Record<string, readonly string[]>>) => {
        const viewed = viewedFacts({ ...facts, strata }, viewOf(slice));
        const scored = { ...viewed.survey, scoring: { deduction } };
        return deductionAt({ survey: scored, strata: viewed.strata }, { card, wave: "a", slice: {} })?.points;
      };
      // 38 of 100 are twelve points under the half: two full steps. With e2 118 of 200 came back.
      expect(pointsIn({ city: ["e1"] })).toBe(2);
      expect(pointsIn({ region: ["east"] })).toBe(0);
      expect(pointsIn({ channel: ["app"] })).toBeUndefined();
    });
  });

  test("ends its hierarchy above a level of which too little is published", () => {
    const cut = viewedFacts(facts, viewOf({ channel: ["app"] }), { unknown: new Set(["city"]) });
    expect(cut.survey.hierarchy).toEqual(["region"]);
    expect(cut.survey.dimensions.map(({ id }) => id)).toEqual(["region", "channel"]);
    expect(pathsIn(cut)).toEqual(["east", "west"]);
  });
});

test("too little is published of what a fifth of a wave lacks, or all waves", () => {
  const layout = { wave: "a", rows: 100, weighted: false, columns: ["d_region", "d_city"], dictionaries: {} };
  const wave = (city: number) => ({
    ...{ file: "", bytes: 0, inflated: 0, layout },
    withheld: { rows: city, places: { region: 20, city } },
  });
  expect(unknownDimensions({ survey, waves: [wave(20)] })).toEqual(new Set(["channel"]));
  expect(unknownDimensions({ survey, waves: [wave(20), wave(21)] })).toEqual(new Set(["city", "channel"]));
});

test("requests are narrowed to those who are in both slices", async () => {
  const asked: CountsRequest[] = [];
  const asks = {
    ask: async (request: CountsRequest) => {
      asked.push(request);
      return { request, groups: [] };
    },
    askPairs: () => Promise.reject(new Error("nobody asks for pairs")),
  };
  const request = { questions: [], waves: ["a"], by: [], slice: { region: ["east"] } };
  await narrowedAsks(asks, { channel: ["app"] }).ask(request);
  await narrowedAsks(asks, { region: ["west"] }).ask(request);
  expect(asked.map(({ slice }) => slice)).toEqual([{ region: ["east"], channel: ["app"] }, { region: [""] }]);
});

test("the wave is the view's, or the page's own", () => {
  const page = { kind: "overview", wave: "a" } as const;
  const last = survey.waves.at(-1)?.id ?? "";
  expect(viewedWave(facts, defaultView, page)).toBe("a");
  expect(viewedWave(facts, { ...defaultView, waves: [last, last] }, page)).toBe(last);
});

describe("a slice in words", () => {
  const parts = sliceParts(survey, { channel: ["app"], "region!": ["east", "west"] }, "en");

  test("stands in the order of the survey's dimensions", () => {
    expect(sliceLine(parts, english)).toBe("region: not east, west · channel: app");
    expect(sliceNames(parts, english)).toBe("all but east and west · app");
    expect(sliceNames(parts, chinese)).toBe("east 和 west 以外的受访者 · app");
  });

  test("names a few values and counts the rest", () => {
    const many = Array.from({ length: 7 }, (_, at) => ({ id: `v${at}`, label: `v${at}` }));
    const [part] = parts;
    if (!part) throw new Error("there is a part");
    expect(sliceNames([{ ...part, isOut: false, values: many }], english)).toBe("v0, v1, v2, v3 and 3 more");
  });
});
