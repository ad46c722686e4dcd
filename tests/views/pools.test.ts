import { describe, expect, test } from "vitest";
import { poolsOf, versusWaves } from "../../src/views/pools.ts";
import { defaultView, type Versus, type View } from "../../src/views/view.ts";
import { surveyOf } from "../measures/surveys.ts";

const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
const survey = surveyOf([], { waves: ids.map((id) => ({ id, title: { en: id, zh: id } })) });
const pools = (waves?: View["waves"], versus: Versus = { kind: "previous" }) =>
  poolsOf(survey, { ...defaultView, ...(waves ? { waves } : {}), versus }, "h").map(({ id }) => id);

describe("the waves of a survey as a view takes them together", () => {
  test("stay as they are where it takes one alone", () => {
    expect(pools()).toEqual([]);
    expect(pools(["c", "c"])).toEqual([]);
    expect(pools(["c", "c"], { kind: "wave", wave: "a" })).toEqual([]);
  });

  test("are as many at a time, counted from the view's own", () => {
    expect(pools(["g", "h"])).toEqual(["a..b", "c..d", "e..f", "g..h"]);
    expect(pools(["f", "h"])).toEqual(["a..b", "c..e", "f..h"]);
    expect(pools(["d", "e"])).toEqual(["a", "b..c", "d..e", "f..g", "h"]);
    expect(pools(["a", "h"])).toEqual(["a..h"]);
  });

  test("are those of both sides of a comparison, and what lies before, between and after", () => {
    expect(pools(["g", "h"], { kind: "wave", wave: "c", until: "d" })).toEqual([
      "a..b",
      "c..d",
      "e..f",
      "g..h",
    ]);
    expect(pools(["g", "h"], { kind: "wave", wave: "b", until: "d" })).toEqual(["a", "b..d", "e..f", "g..h"]);
    expect(pools(["h", "h"], { kind: "wave", wave: "a", until: "d" })).toEqual(["a..d", "e", "f", "g", "h"]);
    expect(pools(["a", "b"], { kind: "wave", wave: "d" })).toEqual(["a..b", "c", "d", "e..f", "g..h"]);
  });

  test("have each wave once, whatever the view", () => {
    for (const [first, from] of ids.entries())
      for (const to of ids.slice(first))
        for (const wave of ids) {
          const all = poolsOf(
            survey,
            { ...defaultView, waves: [from, to], versus: { kind: "wave", wave } },
            "h",
          ).flatMap(({ waves }) => waves);
          expect(all.length === 0 || all.join("") === ids.join("")).toBe(true);
        }
  });

  test("are not set against any of their own", () => {
    const against = (wave: string, until?: string) =>
      versusWaves(
        survey,
        {
          ...defaultView,
          waves: ["e", "f"],
          versus: { kind: "wave", wave, ...(until ? { until } : {}) },
        },
        "h",
      );
    expect(against("e")).toBeUndefined();
    expect(against("c", "e")).toBeUndefined();
    expect(against("c", "d")).toEqual(["c", "d"]);
  });
});
