import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { columnAsks } from "../../src/counts/columns/asks.ts";
import type { CountsRequest } from "../../src/counts/request.ts";
import { seededRandom } from "../../src/stats/random.ts";
import type { NodeStore } from "../../src/store/node.ts";
import { isScaleQuestion } from "../../src/survey/question.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { allBut, type Slice } from "../../src/views/slice.ts";
import { plain } from "../browser/engine/plain.ts";
import { onlySurvey, openPrepared, type PreparedFiles, prepareFiles } from "../build/prepare-files.ts";
import { derived, derivedPairs } from "./derived-requests.ts";
import { near } from "./near.ts";
import { preparedColumns } from "./prepared-columns.ts";
import { allQuestions, filesOf, randomRespondents, waves } from "./random-survey.ts";

let files: PreparedFiles;
let store: NodeStore;
let survey: Survey;
let asks: ReturnType<typeof columnAsks>;

beforeAll(async () => {
  files = await prepareFiles(filesOf(randomRespondents(77, 500)));
  const prepared = onlySurvey(files);
  survey = prepared.survey;
  if (!files.prepared) throw new Error("nothing was prepared");
  store = await openPrepared(files.prepared, prepared);
  asks = columnAsks(survey, await preparedColumns(files));
});
afterAll(async () => {
  store?.close();
  await files?.remove();
});

const breakdowns = [[], ["region"], ["channel"], ["region", "city", "channel"]];
const seeds = Array.from({ length: 24 }, (_, at) => 500 + at);

/** Up to two dimensions, each with some values in or out; some of them values that no wave holds. */
function requestOf(seed: number): CountsRequest {
  const random = seededRandom(seed);
  const slice: Record<string, readonly string[]> = {};
  for (const { id, options } of survey.dimensions) {
    if (random() < 0.5) continue;
    const values = [...options.map((option) => option.id), "nowhere"].filter(() => random() < 0.5);
    slice[random() < 0.3 ? allBut(id) : id] = values;
  }
  return { questions: allQuestions, waves, by: breakdowns[seed % 4] ?? [], slice };
}

/** No row of a wave: SQL gives one group of nobody at most, which is no group. */
const groupCount = ({ groups }: { readonly groups: readonly unknown[] }) => groups.length;

describe("counting columns in memory is counting in DuckDB", () => {
  test.each(seeds)("answers of all kinds of questions (%i)", async (seed) => {
    const request = requestOf(seed);
    expect(plain(await asks.ask(request))).toEqual(near(plain(await store.ask(request))));
  });

  test.each(seeds)("pairs of answers (%i)", async (seed) => {
    const numeric = survey.questions.filter((one) => isScaleQuestion(one) || one.type === "number");
    const questions = numeric.map(({ id }) => id);
    const sets = { first: questions.slice(0, 3), last: questions.slice(-2) };
    const request = { ...requestOf(seed), questions, sets };
    expect(plain(await asks.askPairs(request))).toEqual(near(plain(await store.askPairs(request))));
  });

  test.each(seeds)("what is worked out of rows: ticks, and respondents by band (%i)", async (seed) => {
    const { by, ...rest } = requestOf(seed);
    const bands = { ...rest, derived, by: seed % 2 === 0 ? ["band"] : [...by, "band"] };
    const ticked = { ...rest, by, questions: [], derived: { ticked: derived.ticked ?? [] } };
    for (const request of [bands, ticked])
      expect(plain(await asks.ask(request))).toEqual(near(plain(await store.ask(request))));
  });

  test.each(seeds)("pairs of scores, and of differences between answers (%i)", async (seed) => {
    const { slice, by } = requestOf(seed);
    const request = { ...derivedPairs, slice, by };
    expect(plain(await asks.askPairs(request))).toEqual(near(plain(await store.askPairs(request))));
  });

  test("rules of another kind under one name are not taken for each other", async () => {
    const request = { questions: [], waves, by: ["band"], slice: {}, derived };
    const [first, ...rest] = derived.bands?.bands ?? [];
    if (!first || !derived.bands) throw new Error("there are bands");
    const higher = {
      ...derived.bands,
      bands: [first, ...rest.map((band) => ({ ...band, from: band.from + 150 }))],
    };
    const other = { ...request, derived: { bands: higher } };
    const [one, two] = [plain(await asks.ask(request)), plain(await asks.ask(other))];
    expect(one).not.toEqual(two);
    expect(two).toEqual(near(plain(await store.ask(other))));
  });

  test("a request that derives something leaves the wave as it was", async () => {
    const request = { questions: ["r1"], waves, by: [], slice: {} };
    const before = plain(await asks.ask(request));
    await asks.ask({ ...request, derived });
    expect(plain(await asks.ask(request))).toEqual(before);
  });

  test("of many people, and of nobody", async () => {
    const sizes = await Promise.all(seeds.map(async (seed) => groupCount(await store.ask(requestOf(seed)))));
    expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(12);
    const nobody: Slice = { region: ["south"] };
    const request = { questions: allQuestions, waves, by: ["region"], slice: nobody };
    expect((await asks.ask(request)).groups).toEqual([]);
    expect(groupCount(await asks.askPairs({ ...request, questions: ["r1"], sets: { all: ["r1"] } }))).toBe(0);
  });
});
