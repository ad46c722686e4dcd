/** What is worked out of rows before they are counted: ticks, bands, scores of codes, differences; row by row beside. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { QuestionChoices } from "../../src/counts/derived/request.ts";
import { pairGroupOf } from "../../src/counts/pairs/request.ts";
import { groupOf, groupsOf, requestKey, tallyOf } from "../../src/counts/request.ts";
import type { NodeStore } from "../../src/store/node.ts";
import { onlySurvey, openPrepared, type PreparedFiles, prepareFiles } from "../build/prepare-files.ts";
import { type Answer, countCodes, sumNumbers } from "./count-answers.ts";
import { derived, derivedPairs, scoresOfR1 } from "./derived-requests.ts";
import { type JointRow, pairsIn, pairsOfRows } from "./joint-rows.ts";
import { near } from "./near.ts";
import { filesOf, type Respondent, randomRespondents, waves } from "./random-survey.ts";

const respondents = randomRespondents(31, 600);
const given = respondents.flatMap((one) => (one.wave === "w1" ? (one.weight ?? []) : []));
const meanWeight = given.reduce((sum, weight) => sum + weight, 0) / given.length;
const weightOf = ({ wave, weight }: Respondent) =>
  wave === "w2" ? 1 : weight === undefined ? null : weight / meanWeight;

let files: PreparedFiles;
let store: NodeStore;
beforeAll(async () => {
  files = await prepareFiles(filesOf(respondents));
  if (files.prepared) store = await openPrepared(files.prepared, onlySurvey(files));
});
afterAll(async () => {
  store?.close();
  await files?.remove();
});

const inWave = (wave: string) => respondents.filter((one) => one.wave === wave);
const places = { media: ["tv", "web", "paper"], reason: ["x", "y", "z"] } as const;

/** What the second wave did not offer could not be ticked there: nobody was asked about it. */
const isAsked = (parts: readonly QuestionChoices[], wave: string) =>
  wave === "w1" ||
  parts.some(({ question, choices }) => question !== "media" || choices.some((at) => at < 2));

/** How many of the choices each respondent in every base ticked; who ticked no medium is not in its base. */
function ticksOf(parts: readonly QuestionChoices[], of: readonly Respondent[]) {
  return of.flatMap((one): Answer[] => {
    const ticked = parts.map(({ question, choices }) => {
      const ticks = one.ticks[question] ?? [];
      if (question === "media" && ticks.length === 0) return undefined;
      return choices.filter((at) => ticks.includes(places[question as "media"][at] ?? "")).length;
    });
    if (ticked.includes(undefined)) return [];
    const value = ticked.reduce<number>((sum, ticks) => sum + (ticks ?? 0), 0);
    return [{ value, weight: weightOf(one) }];
  });
}

describe("ticks", () => {
  test.each(waves)("of everybody and by region in %s are those of the rows", async (wave) => {
    const request = { questions: [], waves, slice: {}, derived: { ticked: derived.ticked ?? [] } };
    const counts = await store.ask({ ...request, by: [] });
    const regions = await store.ask({ ...request, by: ["region"] });
    for (const { id, of: parts } of derived.ticked ?? []) {
      if (!isAsked(parts, wave)) {
        expect([tallyOf(counts, wave, id), tallyOf(regions, wave, id, ["east"])]).toEqual([
          undefined,
          undefined,
        ]);
        continue;
      }
      const ticks = (of: readonly Respondent[]) => sumNumbers(ticksOf(parts, of));
      expect(tallyOf(counts, wave, id), id).toEqual(near(ticks(inWave(wave))));
      const east = inWave(wave).filter(({ places }) => places["region"] === "east");
      expect(tallyOf(regions, wave, id, ["east"]), id).toEqual(near(ticks(east)));
    }
  });
});

/** Row by row: the mean of 100 times the answers, from half of the items that the wave asked on. */
function bandOf({ wave, scales }: Respondent): string | null {
  const asked = wave === "w1" ? ["r1", "r2", "r33"] : ["r1", "r2"];
  const answers = asked.flatMap((id) => scales[id] ?? []);
  if (2 * answers.length < asked.length) return null;
  const mean = (100 * answers.reduce((sum, answer) => sum + answer, 0)) / answers.length;
  return mean >= 700 ? "high" : mean >= 450 ? "middle" : "low";
}

describe("bands", () => {
  const request = { questions: ["recommend", "visit"], waves, slice: {}, by: ["band"], derived };

  test.each(waves)("count rows and answers as going through the rows does, in %s", async (wave) => {
    const counts = await store.ask(request);
    expect(groupsOf(counts, wave)).toHaveLength(4);
    for (const band of ["low", "middle", "high", null]) {
      const own = inWave(wave).filter((one) => bandOf(one) === band);
      const group = groupOf(counts, wave, [band]);
      const cell = countCodes(own.map((one) => ({ value: 0, weight: weightOf(one) }))).base;
      expect(group?.rows).toEqual(near(cell));
      const answers = own.flatMap((one): Answer[] => {
        const value = one.scales["recommend"];
        return value === undefined ? [] : [{ value, weight: weightOf(one) }];
      });
      expect(group?.tallies.get("recommend")).toEqual(near(countCodes(answers)));
    }
  });

  test("of a part, and beside another dimension", async () => {
    const part = { ...request, by: ["region", "band"], slice: { city: ["Ulm", "Kiel"] } };
    const counts = await store.ask(part);
    const own = inWave("w1").filter(
      (one) =>
        one.places["region"] === "west" &&
        ["Ulm", "Kiel"].includes(one.places["city"] ?? "") &&
        bandOf(one) === "high",
    );
    expect(own.length).toBeGreaterThan(2);
    expect(groupOf(counts, "w1", ["west", "high"])?.rows?.n).toBe(own.length);
  });

  test("a mean on a lower end is in the upper band", async () => {
    const onEnd = inWave("w2").filter(({ scales }) => scales["r1"] === 6 && scales["r2"] === 8);
    expect(onEnd.every((one) => bandOf(one) === "high")).toBe(true);
    const items = { w2: [{ question: "r1", slope: 0.1, intercept: 0 }] };
    const bands = {
      id: "band",
      items,
      bands: [
        { id: "a", from: 0 },
        { id: "b", from: 0.7 },
      ],
    };
    const counts = await store.ask({ ...request, questions: [], waves: ["w2"], derived: { bands } });
    // 7 × 0.1 is 0.7000000000000001 and 0.1 × 7 is 0.7: rounding decides nothing.
    const upper = inWave("w2").filter(({ scales }) => (scales["r1"] ?? 0) >= 7);
    expect(groupOf(counts, "w2", ["b"])?.rows?.n).toBe(upper.length);
  });
});

describe("answers counted as other numbers", () => {
  test.each(waves)("pairs of scores and differences are those of the rows, in %s", async (wave) => {
    const counts = await store.askPairs(derivedPairs);
    const scores: Readonly<Record<number, number>> = scoresOfR1;
    const less = (one: Respondent, id: string, other: string) => {
      const [a, b] = [one.scales[id], one.scales[other]];
      return a === undefined || b === undefined ? null : a - b;
    };
    const rows = inWave(wave).map((one): JointRow => {
      const r1 = one.scales["r1"];
      const answers = {
        r1: r1 === undefined ? null : (scores[r1] ?? null),
        r2: less(one, "r2", "r3"),
        r33: less(one, "r33", "r4"),
        wait: one.numbers["wait"] ?? null,
      };
      return { answers, weight: weightOf(one) };
    });
    const expected = pairsOfRows(rows, derivedPairs.questions, derivedPairs.sets, {
      isWeighted: wave === "w1",
    });
    const found = pairGroupOf(counts, wave);
    expect(found && pairsIn(found.pairs)).toEqual(near(pairsIn(expected.pairs)));
    expect(found?.answered).toEqual(near(expected.answered));
  });
});

test("requests that derive otherwise are not one", () => {
  const request = { questions: ["r1"], waves, by: [], slice: {} };
  const keys = [{}, { derived }, { derived: { ticked: [] } }].map((more) =>
    requestKey({ ...request, ...more }),
  );
  expect(new Set(keys).size).toBe(3);
});
