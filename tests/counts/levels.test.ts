import { describe, expect, test } from "vitest";
import { pairsByLevels } from "../../src/counts/columns/levels.ts";
import type { PairsRequest } from "../../src/counts/pairs/request.ts";
import { seededRandom } from "../../src/stats/random.ts";
import { plain } from "../browser/engine/plain.ts";
import { askPairRows, type Row } from "./ask-rows.ts";
import { near } from "./near.ts";

const hierarchy = ["region", "city", "shop"];
const random = seededRandom(5);
const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;
/** Places that are not known at some level, and everything under it; weights and answers that some lack. */
const rows: readonly Row[] = Array.from({ length: 400 }, () => {
  const region = pick(["east", "west", null]);
  const city = region && pick([`${region}-a`, `${region}-b`, null]);
  const shop = city && pick([`${city}-1`, `${city}-2`, null]);
  return {
    wave: pick(["w1", "w2"]),
    places: { region, city, shop, channel: pick(["app", "phone"]) },
    answers: { x: pick([1, 2, 5, null]), y: pick([3, 4, null]) },
    weight: pick([0.5, 1, 1.7, null]),
  };
});
const request = { questions: ["x", "y"], sets: { both: ["x", "y"] }, waves: ["w1", "w2"] };

function counting(most?: number) {
  const asked: PairsRequest[] = [];
  const count = askPairRows(rows);
  const options = { hierarchy, leaves: 8, ...(most === undefined ? {} : { most }) };
  const ask = pairsByLevels((wanted) => {
    asked.push(wanted);
    return count(wanted);
  }, options);
  return { asked, ask, count };
}

const requests: Readonly<Record<string, Pick<PairsRequest, "by" | "slice">>> = {
  everybody: { by: [], slice: {} },
  "the widest level": { by: ["region"], slice: {} },
  "all levels": { by: hierarchy, slice: {} },
  "a branch alone": { by: [], slice: { region: ["east"] } },
  "cities of a region": { by: ["city"], slice: { region: ["east"] } },
  "shops of a city": { by: ["shop"], slice: { region: ["west"], city: ["west-b"] } },
  "a branch that is not there": { by: ["city"], slice: { region: ["north"] } },
};

describe("pairs of all levels from one pass a wave", () => {
  test.each(Object.entries(requests))("%s", async (_, part) => {
    const { asked, ask, count } = counting();
    const wanted = { ...request, ...part };
    expect(plain(await ask(wanted))).toEqual(near(plain(await count(wanted))));
    expect(asked.map(({ waves, by }) => [waves, by])).toEqual([
      [["w1"], hierarchy],
      [["w2"], hierarchy],
    ]);
  });

  test("serve all requests, of one wave or several", async () => {
    const { asked, ask } = counting();
    for (const part of Object.values(requests)) await ask({ ...request, ...part });
    await ask({ ...request, waves: ["w2"], by: [], slice: {} });
    expect(asked).toHaveLength(2);
  });
});

test("other breakdowns are counted by themselves, once a wave", async () => {
  const { asked, ask, count } = counting();
  const others: readonly Pick<PairsRequest, "by" | "slice">[] = [
    { by: ["channel"], slice: {} },
    { by: ["city"], slice: {} },
    { by: ["city"], slice: { region: ["east", "west"] } },
  ];
  for (const part of others) {
    const wanted = { ...request, ...part };
    expect(plain(await ask(wanted))).toEqual(near(plain(await count(wanted))));
  }
  await ask({ ...request, waves: ["w1"], by: ["channel"], slice: {} });
  expect(asked).toHaveLength(6);
});

test("what would be too much to hold is counted level by level", async () => {
  const { asked, ask } = counting(100);
  await ask({ ...request, by: ["region"], slice: {} });
  expect(asked.map(({ by }) => by)).toEqual([["region"], ["region"]]);
});
