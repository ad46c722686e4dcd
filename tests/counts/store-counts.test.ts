import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Counts, CountsRequest } from "../../src/counts/request.ts";
import { groupOf, tallyOf } from "../../src/counts/request.ts";
import { statementsOf } from "../../src/counts/sql.ts";
import { type CountedTally, mergeTallies, type Tally } from "../../src/counts/tally.ts";
import type { NodeStore } from "../../src/store/node.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { onlySurvey, openPrepared, type PreparedFiles, prepareFiles } from "../build/prepare-files.ts";
import {
  allQuestions,
  type CountedGroup,
  countRows,
  filesOf,
  randomRespondents,
  waves,
} from "./random-survey.ts";

const respondents = randomRespondents(20_240_317, 600);
let files: PreparedFiles;
let store: NodeStore;
let survey: Survey;
let layouts: ReturnType<typeof onlySurvey>["waves"];

beforeAll(async () => {
  files = await prepareFiles(filesOf(respondents));
  const prepared = onlySurvey(files);
  survey = prepared.survey;
  layouts = prepared.waves;
  if (files.prepared) store = await openPrepared(files.prepared, prepared);
});
afterAll(async () => {
  store?.close();
  await files?.remove();
});

const whole: CountsRequest = { questions: allQuestions, waves, by: [], slice: {} };

const requests: Readonly<Record<string, Partial<CountsRequest>>> = {
  "everybody, all questions (two passes over the table)": {},
  "one wave": { waves: ["w2"] },
  "by a dimension": { by: ["region"] },
  "by an open dimension": { by: ["city"], questions: ["r1", "media", "wait"] },
  "by three dimensions, one of which the second wave lacks": { by: ["region", "city", "channel"] },
  "a slice of one value": { slice: { region: ["east"] } },
  "a slice of several values in two dimensions": {
    slice: { region: ["east", "north"], city: ["Kiel", "10"] },
  },
  "a slice by a dimension that the second wave lacks": { slice: { channel: ["shop"] } },
  "a slice that names a value which no wave holds, beside one that they do": {
    slice: { city: ["Ulm", "Oz"] },
  },
  "a slice without values restricts nothing": { slice: { region: [] } },
  "a slice and a breakdown together": { slice: { region: ["west"] }, by: ["city"] },
  "no question at all": { questions: [] },
  "measured numbers only": { questions: ["wait", "trips"], by: ["region"] },
};

describe("counting in the store is counting row by row", () => {
  test.each(Object.entries(requests))("%s", async (_, part) => {
    const request = { ...whole, ...part };
    const expected = countRows(respondents, request);
    expect(expected.size).toBeGreaterThan(0);
    expectCounts(await store.ask(request), expected);
  });

  test("a slice of a value that nobody has gives no group", async () => {
    const request = { ...whole, slice: { region: ["south"] } };
    expect(countRows(respondents, request).size).toBe(0);
    expect((await store.ask(request)).groups).toEqual([]);
  });

  test("a question that a wave did not ask is absent there, not counted as zero", async () => {
    const counts = await store.ask(whole);
    expect(tallyOf(counts, "w1", "r33")?.base?.n).toBeGreaterThan(0);
    expect(groupOf(counts, "w2")?.tallies.has("r33")).toBe(false);
  });

  test("more than thirty columns take two passes, a measured number one of its own", () => {
    const layout = layouts[0]?.layout;
    if (!layout) throw new Error("no wave was prepared");
    const statements = statementsOf(whole, survey.questions, { ...layout, relation: "answers" });
    // 33 ratings, recommend, visit, shop, 3 media, 3 reasons, 3 tools, returns, comment and day are 48 columns.
    expect(statements.map(({ kind, counted }) => [kind, counted.length])).toEqual([
      ["codes", 30],
      ["codes", 18],
      ["sums", 2],
    ]);
  });
});

describe("a multiple choice", () => {
  test("base answered counts those who ticked something, base asked everybody", async () => {
    const counts = await store.ask({ ...whole, waves: ["w1"], questions: ["media", "reason"] });
    const first = respondents.filter(({ wave }) => wave === "w1");
    expect(tallyOf(counts, "w1", "media")?.base?.n).toBe(
      first.filter(({ ticks }) => ticks["media"]?.length).length,
    );
    expect(tallyOf(counts, "w1", "reason")?.base?.n).toBe(first.length);
    expect(first.some(({ ticks }) => ticks["reason"]?.length === 0)).toBe(true);
  });
});

describe("merging", () => {
  test("the regions' counts add up to the counts of all", async () => {
    const total = await store.ask(whole);
    const parts = await store.ask({ ...whole, by: ["region"] });
    for (const wave of waves) {
      const groups = parts.groups.filter((group) => group.wave === wave);
      expect(groups).toHaveLength(4);
      for (const id of groups[0]?.tallies.keys() ?? []) {
        const merged = groups.map((group) => group.tallies.get(id) as CountedTally).reduce(mergeTallies);
        expectTally(tallyOf(total, wave, id), plain(merged), `${wave} ${id}`);
      }
    }
  });
});

describe("requests", () => {
  test("a question that the survey hasn't is a fault of the program and says its name", async () => {
    await expect(store.ask({ ...whole, questions: ["nobody"] })).rejects.toThrow(/nobody/);
  });
});

function expectCounts(counts: Counts, expected: ReadonlyMap<string, CountedGroup>): void {
  const keys = counts.groups.map(({ wave, key }) => [wave, ...key.map((id) => id ?? "?")].join("|"));
  expect(keys.toSorted()).toEqual([...expected.keys()].toSorted());
  counts.groups.forEach((group, at) => {
    const key = keys[at] ?? "";
    const counted = expected.get(key);
    expectNumbers(group.rows ?? {}, counted?.rows, `${key} rows`);
    expect([...group.tallies.keys()].toSorted(), key).toEqual(Object.keys(counted?.tallies ?? {}).toSorted());
    for (const [id, tally] of group.tallies) expectTally(tally, counted?.tallies[id], `${key} ${id}`);
  });
}

function plain(tally: CountedTally): CountedGroup["tallies"][string] {
  if (tally.kind === "sums") return tally;
  // An option that was offered and not chosen has an empty cell.
  const held = [...tally.cells].filter(([, cell]) => cell.n > 0);
  return { base: tally.base, cells: Object.fromEntries(held) };
}

function expectTally(
  tally: Tally | undefined,
  expected: CountedGroup["tallies"][string] | undefined,
  at: string,
): void {
  if (!tally || !expected) throw new Error(`${at}: ${tally ? "counted but not expected" : "not counted"}`);
  if (tally.kind === "shares") throw new Error(`${at}: a store holds no published shares`);
  expectNumbers(tally.base, expected.base, `${at} base`);
  if (tally.kind === "sums") {
    expectNumbers(tally.sums, expected.sums, `${at} sums`);
    return;
  }
  const held = [...tally.cells].filter(([, cell]) => cell.n > 0);
  expect(held.map(([code]) => String(code)).toSorted(), at).toEqual(
    Object.keys(expected.cells ?? {}).toSorted(),
  );
  for (const [code, cell] of held) expectNumbers(cell, expected.cells?.[code], `${at} code ${code}`);
}

function expectNumbers(found: object, expected: object | undefined, at: string): void {
  expect(Object.keys(found).toSorted(), at).toEqual(Object.keys(expected ?? {}).toSorted());
  for (const [name, value] of Object.entries(expected ?? {}) as [string, number][]) {
    const difference = Math.abs(((found as Record<string, number>)[name] ?? Number.NaN) - value);
    const allowed = name === "n" || name === "m" ? 0 : 1e-9 * Math.max(1, Math.abs(value));
    expect(difference, `${at} ${name}, for ${value}`).toBeLessThanOrEqual(allowed);
  }
}
