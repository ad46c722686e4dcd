import { describe, expect, test } from "vitest";
import { countsRollingUp } from "../../src/counts/counts-rolling-up.ts";
import type { PairGroup, PairsRequest } from "../../src/counts/pairs/request.ts";
import { pairsRollingUp } from "../../src/counts/pairs/roll-up.ts";
import { type CountsRequest, groupOf } from "../../src/counts/request.ts";
import { item } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { askPairRows, askRows, type Row } from "./ask-rows.ts";
import { near } from "./near.ts";

const hierarchy = ["region", "city", "shop"];
const waves = ["w1", "w2"];
const regions = ["east", "west", "north"];
/** Two cities a region, two shops a city, three answers a shop and wave. */
const rows: readonly Row[] = regions.flatMap((region, at) =>
  ["a", "b"].flatMap((city) =>
    ["1", "2"].flatMap((shop, place) =>
      waves.flatMap((wave) =>
        [1, 2, 5].map((value) => ({
          wave,
          places: { region, city: `${region}-${city}`, shop: `${region}-${city}-${shop}` },
          answers: { x: value, y: value + at + place },
        })),
      ),
    ),
  ),
);
const request = { questions: ["x", "y"], sets: { both: ["x", "y"] }, waves };
const under = (...path: readonly string[]): PairsRequest => ({
  ...request,
  by: [hierarchy[path.length] ?? ""],
  slice: Object.fromEntries(path.map((id, level) => [hierarchy[level], [id]])),
});

/** An `askPairs` that notes how often it counts. */
function counting(options: { readonly most?: number } = {}) {
  const asked: PairsRequest[] = [];
  const count = askPairRows(rows);
  const ask = pairsRollingUp(
    (wanted) => {
      asked.push(wanted);
      return count(wanted);
    },
    { hierarchy, waves, ...options },
  );
  return { asked, ask, count };
}

describe("pairs of branches from one pass", () => {
  test.each([
    ["cities of a region", ["west"]],
    ["shops of a city", ["west", "west-b"]],
  ])("%s are those counted by themselves", async (_, path) => {
    const { asked, ask, count } = counting();
    const byKey = (groups: readonly PairGroup[]) =>
      new Map(groups.map((group) => [`${group.wave} ${group.key}`, group]));
    const [found, expected] = [await ask(under(...path)), await count(under(...path))];
    expect(found.groups).toHaveLength(4);
    expect(byKey(found.groups)).toEqual(near(byKey(expected.groups)));
    expect(asked).toEqual([{ ...request, by: ["city", "shop"], slice: { region: ["west"] } }]);
  });

  test("what is asked of everybody is counted once a wave, whichever waves are asked for together", async () => {
    const { asked, ask, count } = counting();
    const everybody = { ...request, by: [], slice: {} };
    const both = await ask(everybody);
    const last = await ask({ ...everybody, waves: ["w2"] });
    expect(both.groups).toEqual((await count(everybody)).groups);
    expect(last.groups).toEqual([both.groups[1]]);
    expect(last.request.waves).toEqual(["w2"]);
    expect(asked.map(({ waves }) => waves)).toEqual([["w1"], ["w2"]]);
  });

  /** Under a region: four shops and two cities in two waves, 19 sums of each of three pairs; asked of a city, two shops of these. */
  const underRegion = (4 + 2) * 2 * 3 * 19;

  test("what fits is counted once, however many the widest branches are", async () => {
    const { asked, ask } = counting({ most: 3 * underRegion });
    const first = await ask(under("east", "east-a"));
    for (const region of regions) await ask(under(region, `${region}-b`));
    expect(await ask(under("east", "east-a"))).toBe(first);
    expect(asked).toHaveLength(3);
  });

  test("what does not fit goes, the least recently used first, and is counted anew", async () => {
    const { asked, ask } = counting({ most: 2 * underRegion });
    const widest = () => asked.map(({ slice }) => slice["region"]?.[0]);
    await ask(under("east"));
    await ask(under("west"));
    await ask(under("east", "east-a"));
    await ask(under("north"));
    expect(widest()).toEqual(["east", "west", "north"]);
    await ask(under("east", "east-b"));
    expect(widest()).toEqual(["east", "west", "north"]);
    await ask(under("west", "west-b"));
    expect(widest()).toEqual(["east", "west", "north", "west"]);
  });

  test("one that is larger than all that may be kept is still answered", async () => {
    const { ask } = counting({ most: 1 });
    expect((await ask(under("west"))).groups).toHaveLength(4);
  });
});

describe("counts of branches from one pass", () => {
  const survey = surveyOf([item("x"), item("y"), item("z")], {
    dimensions: hierarchy.map((id) => dimension(id, [])),
    hierarchy,
  });
  const scored = survey.questions.filter(({ id }) => id !== "z");

  test.each([
    ["cities of a region", ["west"]],
    ["shops of a city", ["north", "north-a"]],
  ])("%s are those counted by themselves, whichever of the questions is asked for", async (_, path) => {
    const asked: CountsRequest[] = [];
    const count = askRows(survey, rows);
    const ask = countsRollingUp(
      (wanted) => {
        asked.push(wanted);
        return count(wanted);
      },
      { hierarchy, waves, questions: scored },
    );
    const { sets: _sets, ...wanted } = under(...path);
    const [one, other] = [
      await ask({ ...wanted, questions: ["x"] }),
      await ask({ ...wanted, questions: ["y", "x"] }),
    ];
    expect(other).toBe(one);
    expect(asked).toHaveLength(1);
    const expected = await count({ ...wanted, questions: ["x", "y"] });
    for (const { wave, key, rows: all, tallies } of expected.groups) {
      const found = groupOf(one, wave, key);
      expect(found?.rows).toEqual(near(all));
      expect(found?.tallies).toEqual(near(tallies));
    }
    expect(one.groups).toHaveLength(expected.groups.length);
  });

  test("of everybody are counted with those of all questions with a score, too", async () => {
    const asked: CountsRequest[] = [];
    const count = askRows(survey, rows);
    const ask = countsRollingUp(
      (wanted) => {
        asked.push(wanted);
        return count(wanted);
      },
      { hierarchy, waves, questions: scored },
    );
    const everybody = { waves: ["w2"], by: [], slice: {} };
    const found = groupOf(await ask({ ...everybody, questions: ["y"] }), "w2");
    await ask({ ...everybody, questions: ["x"] });
    expect(asked).toEqual([{ ...everybody, questions: ["x", "y"] }]);
    const expected = groupOf(await count({ ...everybody, questions: ["x", "y"] }), "w2");
    expect(found?.rows).toEqual(near(expected?.rows));
    expect(found?.tallies).toEqual(near(expected?.tallies));
  });

  test("of a question that is none of them are asked for as they are", async () => {
    const asked: CountsRequest[] = [];
    const count = askRows(survey, rows);
    const ask = countsRollingUp(
      (wanted) => {
        asked.push(wanted);
        return count(wanted);
      },
      { hierarchy, waves, questions: scored },
    );
    const { sets: _sets, ...wanted } = under("west");
    await ask({ ...wanted, questions: ["z"] });
    expect(asked).toEqual([{ ...wanted, questions: ["z"], by: ["city", "shop"] }]);
  });
});
