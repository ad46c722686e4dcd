import fc from "fast-check";
import type { PairCounts } from "../../src/counts/pairs/request.ts";
import { indexDefinition, indexSets } from "../../src/measures/index/definition.ts";
import { rareValues } from "../../src/survey/reading.ts";
import type { Survey } from "../../src/survey/survey.ts";
import type { Row } from "../counts/ask-rows.ts";
import { pairsOfRows } from "../counts/joint-rows.ts";
import { item, items, twoFactorIndex, twoFactors } from "../measures/index/index-survey.ts";
import { minutes, rating, reason, recommend } from "../measures/questions.ts";
import { dimension } from "../measures/surveys.ts";

/** An index of five items, a rating, a recommend question, a number, a choice; regions with cities, and a channel. */
export const placedSurvey: Survey = {
  ...twoFactors,
  questions: [
    ...items.map((id) => item(id)),
    { ...rating(1, 5, [4, 5]), id: "grade" },
    recommend(),
    minutes,
    reason,
  ],
  dimensions: [
    dimension("region", ["north", "south", "east"]),
    dimension("city", ["n1", "n2", "s1", "s2", "e1"]),
    dimension("channel", ["web", "shop", "phone"]),
  ],
  hierarchy: ["region", "city"],
};
export const placedDefinition = indexDefinition(placedSurvey, twoFactorIndex, "w2");

const region: Readonly<Record<string, string>> = { n: "north", s: "south", e: "east" };
const answer = fc.option(fc.integer({ min: 1, max: 10 }), { freq: 5 });
const places = fc.record({
  city: fc.option(fc.constantFrom("n1", "n2", "s1", "s2", "e1", rareValues), { freq: 9 }),
  region: fc.option(fc.constantFrom("n", "s", "e"), { freq: 9 }),
  channel: fc.option(fc.constantFrom("web", "shop", "phone", rareValues), { freq: 9 }),
});

const row = (wave: string): fc.Arbitrary<Row> =>
  fc.record({
    wave: fc.constant(wave),
    places: places.map(({ city, region: without, channel }) => ({
      city,
      // A city stands in its region; without a city, the region may be known.
      region:
        city === null || city === rareValues
          ? (region[without ?? ""] ?? null)
          : (region[city[0] ?? ""] ?? null),
      channel,
    })),
    answers: fc
      .record({
        ...Object.fromEntries(items.map((id) => [id, answer])),
        grade: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 5 }),
        recommend: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 5 }),
        wait: fc.option(fc.double({ min: 0, max: 300, noNaN: true }), { freq: 5 }),
        reason: fc.option(fc.integer({ min: 0, max: 1 }), { freq: 5 }),
      })
      .map((answers) => answers as Row["answers"]),
    weight: fc.option(fc.double({ min: 0.1, max: 5, noNaN: true }), { freq: 9 }),
  });

/** Respondents of two waves. */
export const twoWaves: fc.Arbitrary<readonly Row[]> = fc
  .tuple(
    fc.array(row("w1"), { minLength: 20, maxLength: 120, size: "max" }),
    fc.array(row("w2"), { minLength: 20, maxLength: 120, size: "max" }),
  )
  .map((waves) => waves.flat());

/** Pair counts of the index's items by dimensions, counted row by row. */
export function pairsBy(rows: readonly Row[], by: readonly string[]): PairCounts {
  const sets = indexSets(placedDefinition);
  const groups = [
    ...Map.groupBy(rows, ({ wave, places: at }) => JSON.stringify([wave, by.map((id) => at[id] ?? null)])),
  ];
  return {
    request: { questions: items, sets, waves: ["w1", "w2"], by, slice: {} },
    groups: groups.map(([name, members]) => {
      const [wave, key] = JSON.parse(name) as [string, (string | null)[]];
      return { ...pairsOfRows(members.map(jointRow), items, sets), wave, key };
    }),
  };
}

function jointRow({ answers, weight }: Row) {
  const numbers = items.map((id) => [id, answers[id] ?? null] as const);
  return {
    answers: Object.fromEntries(numbers.map(([id, value]) => [id, typeof value === "number" ? value : null])),
    ...(weight === undefined ? {} : { weight }),
  };
}
