/**
 * An index of the mean-of-means kind on real files, worked out here from the CSV by itself: no code of the product but
 * its answer.
 */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import type { PreparedSurvey } from "../../src/build/prepared.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { pairGroupOf } from "../../src/counts/pairs/request.ts";
import { groupOf } from "../../src/counts/request.ts";
import { isShown } from "../../src/measures/estimate.ts";
import { answersFromPairs, answersFromScores, linearScoresOf } from "../../src/measures/index/answers.ts";
import { indexDefinition, indexSets } from "../../src/measures/index/definition.ts";
import { estimateIndex } from "../../src/measures/index/estimate.ts";
import type { NodeStore } from "../../src/store/node.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { onlySurvey, openPrepared } from "../build/prepare-files.ts";
import { factor, settings } from "../measures/index/index-survey.ts";

const folder = resolve(projectRoot, "../shared/data/sfo-airport");
const absent = !existsSync(folder);
if (absent) console.warn("skipped: the real files of sfo-airport are not at ../shared/data");

/** Factor weight and items, each with its column in 2011 and in 2015. */
const factors = [
  { weight: 2, items: { art: ["Q8A", "Q7ART"], food: ["Q8B", "Q7FOOD"], store: ["Q8C", "Q7STORE"] } },
  {
    weight: 3,
    items: { sign: ["Q8D", "Q7SIGN"], walkways: ["Q8E", "Q7WALKWAYS"], screens: ["Q8F", "Q7SCREENS"] },
  },
  { weight: 1, items: { airtrain: ["Q8K", "Q7AIRTRAIN"], rental: ["Q8M", "Q7RENTAL"] } },
] as const;
const years = { "2011": 0, "2015": 1 } as const;
type Year = keyof typeof years;

/** Index and standard error by the method's words, row by row. */
function byHand(year: Year): { readonly value: number; readonly error: number; readonly n: number } {
  const text = readFileSync(join(folder, `${year}.csv`), "utf-8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const columns = factors.flatMap(({ weight, items }) => {
    const names = Object.values(items).map((pair) => pair[years[year]]);
    return names.map((name) => ({ name, share: weight / 6 / names.length / 5 }));
  });
  const rows = data.map((row) => ({
    w: year === "2015" ? Number(row["WEIGHT"]) : 1,
    x: columns.map(({ name }) => (/^[1-5]$/.test((row[name] ?? "").trim()) ? Number(row[name]) : undefined)),
  }));
  const means = columns.map((_, at) => {
    const given = rows.flatMap(({ w, x }) => (x[at] === undefined ? [] : [{ w, x: x[at] }]));
    const size = given.reduce((sum, { w }) => sum + w, 0);
    return { size, mean: given.reduce((sum, { w, x }) => sum + w * x, 0) / size };
  });
  const value = columns.reduce((sum, { share }, at) => sum + share * (means[at]?.mean ?? 0), 0);
  const answered = rows.filter(({ x }) => x.some((one) => one !== undefined));
  const squares = answered.reduce((sum, { w, x }) => {
    const z = columns.reduce((total, { share }, at) => {
      const [answer, stats] = [x[at], means[at]];
      return answer === undefined || !stats ? total : total + (share * (answer - stats.mean)) / stats.size;
    }, 0);
    return sum + (w * z) ** 2;
  }, 0);
  const n = answered.length;
  return { value: 1000 * value, error: 1000 * Math.sqrt((squares * n) / (n - 1)), n };
}

describe.skipIf(absent)("an index of San Francisco Airport (skipped where ../shared/data is absent)", () => {
  let cache: string;
  let store: NodeStore;
  let prepared: PreparedSurvey;
  let survey: Survey;
  const items = factors.flatMap((one) => Object.keys(one.items));
  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), "manyi-real-"));
    const data = join(import.meta.dirname, "sfo-airport");
    const preparation = await prepare({ data, root: projectRoot, cache });
    prepared = onlySurvey(preparation);
    if (preparation.prepared) store = await openPrepared(preparation.prepared, prepared);
    const own = factors.map(({ weight, items: of }, at) => factor(`f${at}`, Object.keys(of), weight));
    survey = { ...prepared.survey, factors: own };
  });
  afterAll(async () => {
    store?.close();
    await rm(cache, { recursive: true });
  });

  const define = (year: string) => indexDefinition(survey, settings(["f0", "f1", "f2"]), year);

  test.each(Object.keys(years) as Year[])(
    "%s: index, standard error and base are those of the rows",
    async (year) => {
      const definition = define(year);
      const request = { questions: items, sets: indexSets(definition), waves: [year], by: [], slice: {} };
      const group = pairGroupOf(await store.askPairs(request), year);
      if (!group) throw new Error(`nobody answered in ${year}`);
      const found = estimateIndex(definition, answersFromPairs(group, "weighted"), {
        base: survey.base,
      })?.estimate;
      if (!found || !isShown(found)) throw new Error(`the index is ${found?.status}`);
      const expected = byHand(year);
      expect(Math.abs(found.value - expected.value)).toBeLessThan(1e-8);
      expect(Math.abs(found.standardError - expected.error)).toBeLessThan(1e-8);
      expect(found.n).toBe(expected.n);
    },
  );

  test("by terminal, a second pass over the rows gives what sums over pairs give", async () => {
    const definition = define("2015");
    const part = { waves: ["2015"], by: ["terminal"], slice: {} };
    const pairs = await store.askPairs({ ...part, questions: items, sets: indexSets(definition) });
    const counts = await store.ask({ ...part, questions: items });
    const scores = pairs.groups.flatMap(({ key }) => {
      const tallies = groupOf(counts, "2015", key)?.tallies ?? new Map();
      return linearScoresOf(definition, tallies, { key, weighting: "weighted" });
    });
    const linear = await store.askLinear({ ...part, scores, rows: "own" });
    expect(linear.groups).toHaveLength(4);
    for (const group of linear.groups) {
      const tallies = groupOf(counts, "2015", group.key)?.tallies ?? new Map();
      const pair = pairGroupOf(pairs, "2015", group.key);
      if (!pair) throw new Error(`no pairs of ${group.key[0]}`);
      const [one, other] = [
        answersFromScores(tallies, group, "weighted"),
        answersFromPairs(pair, "weighted"),
      ].map((answers) => estimateIndex(definition, answers, { base: survey.base })?.estimate);
      if (!one || !other || !isShown(one) || !isShown(other)) throw new Error("a terminal has no index");
      expect(one.value).toBeCloseTo(other.value, 8);
      expect(one.standardError).toBeCloseTo(other.standardError, 8);
      expect(one.n).toBe(other.n);
    }
  });
});
