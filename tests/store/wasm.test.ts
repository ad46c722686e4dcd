import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLinear } from "../../src/counts/linear/read.ts";
import { linearStatement } from "../../src/counts/linear/sql.ts";
import { type ResultColumns, readPairs } from "../../src/counts/pairs/read.ts";
import { pairsStatement } from "../../src/counts/pairs/sql.ts";
import { type ResultRow, readCounts } from "../../src/counts/read-counts.ts";
import type { Counts, CountsRequest } from "../../src/counts/request.ts";
import { statementsOf, type WaveLayout } from "../../src/counts/sql.ts";
import type { NodeStore } from "../../src/store/node.ts";
import { questionOf } from "../../src/survey/survey.ts";
import { onlySurvey, openPrepared, type PreparedFiles, prepareFiles } from "../build/prepare-files.ts";
import { derived, derivedPairs } from "../counts/derived-requests.ts";
import { near } from "../counts/near.ts";
import { allQuestions, filesOf, randomRespondents, waves } from "../counts/random-survey.ts";

/** The engine that readers' browsers run, here in Node and without workers. */
interface Engine {
  instantiate(): Promise<Engine>;
  open(config: { path: string }): void;
  getVersion(): string;
  registerFileBuffer(name: string, content: Uint8Array): void;
  connect(): { query(sql: string): { toArray(): { toJSON(): ResultRow }[] }; close(): void };
}
interface Library {
  createDuckDB(bundles: object, logger: object, runtime: object): Promise<Engine>;
  readonly VoidLogger: new () => object;
  readonly NODE_RUNTIME: object;
}

const require = createRequire(import.meta.url);
const library = require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");

async function startEngine(): Promise<Engine> {
  const duckdb = require(library) as Library;
  const module = (kind: string) => ({
    mainModule: join(dirname(library), `duckdb-${kind}.wasm`),
    mainWorker: "",
  });
  const bundles = { mvp: module("mvp"), eh: module("eh") };
  const engine = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await engine.instantiate();
  engine.open({ path: ":memory:" });
  return engine;
}

let files: PreparedFiles;
let store: NodeStore;
let engine: Engine;
let connection: ReturnType<Engine["connect"]>;
let layouts: readonly WaveLayout[];

beforeAll(async () => {
  files = await prepareFiles(filesOf(randomRespondents(5, 500)));
  const survey = onlySurvey(files);
  if (files.prepared) store = await openPrepared(files.prepared, survey);
  engine = await startEngine();
  connection = engine.connect();
  // First thing, or the engine looks for extensions on the network.
  connection.query("SET autoload_known_extensions = false");
  connection.query("SET autoinstall_known_extensions = false");
  layouts = await Promise.all(
    survey.waves.map(async ({ name, layout }, at) => {
      engine.registerFileBuffer(name, new Uint8Array(await readFile(join(files.cache, name))));
      connection.query(`ATTACH '${name}' AS wave${at} (READ_ONLY)`);
      return { ...layout, relation: `wave${at}.answers` };
    }),
  );
});
afterAll(async () => {
  connection?.close();
  store?.close();
  await files?.remove();
});

/** Counts through the browser's engine with the same SQL. */
function askBrowserEngine(request: CountsRequest): Counts {
  const { survey } = onlySurvey(files);
  const questions = survey.questions.filter(({ id }) => request.questions.includes(id));
  const results = layouts
    .filter(({ wave }) => request.waves.includes(wave))
    .flatMap((layout) => statementsOf(request, questions, layout))
    .map((statement) => ({ statement, rows: runInBrowserEngine(statement.sql) }));
  return readCounts(request, questions, results);
}

function runInBrowserEngine(sql: string): readonly ResultRow[] {
  return connection
    .query(sql)
    .toArray()
    .map((row) => row.toJSON());
}

function columnsOf(rows: readonly ResultRow[]): ResultColumns {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)]));
}

/** Groups and cells in one order: engines give rows in any. */
function sorted(counts: Counts): readonly unknown[] {
  return counts.groups
    .map((group) => ({
      ...group,
      tallies: [...group.tallies]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, tally]) => [
          id,
          tally.kind !== "codes"
            ? tally
            : { ...tally, cells: [...tally.cells].toSorted(([a], [b]) => a - b) },
        ]),
    }))
    .toSorted((a, b) => (JSON.stringify([a.wave, a.key]) < JSON.stringify([b.wave, b.key]) ? -1 : 1));
}

/** The same, each number to 1e-9 of its size: the two engines may add weights up in another order. */
function closeTo(value: unknown): unknown {
  if (typeof value === "number" && !Number.isInteger(value))
    return expect.toSatisfy((found: number) => Math.abs(found - value) <= 1e-9 * Math.abs(value));
  if (Array.isArray(value)) return value.map(closeTo);
  if (value instanceof Object)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closeTo(inner)]));
  return value;
}

describe("a store written in Node, read by the browser's engine", () => {
  test("the engine is the older one that sets the storage version", () => {
    expect(engine.getVersion()).toBe("v1.4.3");
  });

  test.each([
    ["everybody", { by: [], slice: {} }],
    ["by region", { by: ["region"], slice: {} }],
    ["a slice by city and channel", { by: ["city", "channel"], slice: { region: ["east", "west"] } }],
    ["a slice that nobody is in", { by: [], slice: { region: ["south"] } }],
  ])("gives the same counts: %s", async (_, part) => {
    const request = { questions: allQuestions, waves, ...part };
    const [native, browser] = [await store.ask(request), askBrowserEngine(request)];
    expect(native.groups.length > 0).toBe(!("region" in part.slice && part.slice.region.includes("south")));
    expect(sorted(browser)).toEqual(closeTo(sorted(native)));
  });

  const byKey = (a: { wave: string; key: unknown }, b: { wave: string; key: unknown }) =>
    JSON.stringify([a.wave, a.key]) < JSON.stringify([b.wave, b.key]) ? -1 : 1;

  test("gives the same sums over pairs", async () => {
    const { survey } = onlySurvey(files);
    const questions = ["r1", "r2", "r33", "recommend", "wait"];
    const request = { questions, sets: { all: questions }, waves, by: ["region"], slice: { channel: [] } };
    const asked = questions.map((id) => questionOf(survey, id));
    const results = layouts.flatMap((layout) => {
      const statement = pairsStatement(request, asked, layout);
      return statement ? [{ statement, columns: columnsOf(runInBrowserEngine(statement.sql)) }] : [];
    });
    const [native, browser] = [await store.askPairs(request), readPairs(request, results)];
    expect(native.groups).toHaveLength(8);
    expect(browser.groups.toSorted(byKey)).toEqual(near(native.groups.toSorted(byKey)));
  });

  test.each(["own", "others"] as const)("gives the same sums of linear scores, %s rows", async (rows) => {
    const scores = ["east", "west", null].map((region, at) => ({
      id: "index",
      key: [region],
      terms: ["r1", "r33", "wait"].map((question) => ({ question, factor: 0.1 / (at + 3), centre: 5.1 })),
    }));
    const request = { scores, waves, by: ["region"], slice: {}, rows };
    const results = layouts.flatMap((layout) => {
      const statement = linearStatement(request, layout);
      return statement ? [{ statement, rows: runInBrowserEngine(statement.sql) }] : [];
    });
    const [native, browser] = [await store.askLinear(request), readLinear(request, results)];
    expect(native.groups).toHaveLength(6);
    expect(browser.groups.toSorted(byKey)).toEqual(near(native.groups.toSorted(byKey)));
  });

  test.each([
    ["ticks of everybody", { by: [] }],
    ["ticks by region and band", { by: ["region", "band"] }],
    ["bands of a slice", { by: ["band"], slice: { region: ["east"] } }],
  ])("gives the same counts of what is worked out of rows: %s", async (_, part) => {
    const request = { questions: ["recommend", "visit"], waves, slice: {}, derived, ...part };
    const [native, browser] = [await store.ask(request), askBrowserEngine(request)];
    expect(native.groups.length).toBeGreaterThan(1);
    expect(sorted(browser)).toEqual(closeTo(sorted(native)));
  });

  test("gives the same sums over pairs of scores and of differences", async () => {
    const { survey } = onlySurvey(files);
    const asked = derivedPairs.questions.map((id) => questionOf(survey, id));
    const results = layouts.flatMap((layout) => {
      const statement = pairsStatement(derivedPairs, asked, layout);
      return statement ? [{ statement, columns: columnsOf(runInBrowserEngine(statement.sql)) }] : [];
    });
    const [native, browser] = [await store.askPairs(derivedPairs), readPairs(derivedPairs, results)];
    expect(native.groups).toHaveLength(2);
    expect(browser.groups.toSorted(byKey)).toEqual(near(native.groups.toSorted(byKey)));
  });

  test("every number comes back as a plain number", () => {
    const { survey } = onlySurvey(files);
    const request = { questions: allQuestions, waves, by: ["region"], slice: {} };
    for (const layout of layouts)
      for (const { sql } of statementsOf(request, survey.questions, layout))
        for (const row of connection
          .query(sql)
          .toArray()
          .map((one) => one.toJSON()))
          for (const value of Object.values(row))
            expect(["number", null]).toContain(value === null ? null : typeof value);
  });
});
