import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indexRequest } from "../../../src/panels/figures.ts";
import { type PublishedReport, reportContext } from "../../../src/panels/report.ts";
import { estimatesCsv } from "../../../src/publish/estimates.ts";
import { seededRandom } from "../../../src/stats/random.ts";
import type { NodeStore } from "../../../src/store/node.ts";
import { isScaleQuestion } from "../../../src/survey/question.ts";
import { allBut, type Slice } from "../../../src/views/slice.ts";
import { near } from "../../counts/near.ts";
import { openSession, type Session, siteFolder } from "../browser.ts";
import { inSlice } from "./in-slice.ts";
import { plain } from "./plain.ts";
import { publishedStore } from "./published-store.ts";
import { openHarness } from "./session.ts";

const survey = "dealer-service";
let published: Awaited<ReturnType<typeof publishedStore>>;
let report: PublishedReport;
let node: NodeStore;
let site: Session;
let harness: Awaited<ReturnType<typeof openHarness>>;

beforeAll(async () => {
  published = await publishedStore(survey);
  ({ report, node } = published);
  site = await openSession();
  harness = await openHarness(site, siteFolder);
  expect(await harness.call("open", harness.host.address, survey)).toEqual({});
});
afterAll(async () => {
  await harness?.close();
  await site?.close();
  await published?.close();
});

const seeds = Array.from({ length: 10 }, (_, at) => 300 + at);

/** One to three filters, some of them of what is left out. */
function randomSlice(seed: number): Slice {
  const random = seededRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const filters = report.survey.dimensions.filter(({ id }) => report.survey.filters.includes(id));
  const chosen = Array.from({ length: 1 + whole(3) }, () => filters[whole(filters.length)]);
  return Object.fromEntries(
    chosen.flatMap((dimension) => {
      if (!dimension) return [];
      const values = dimension.options.filter(() => random() < 0.4).map(({ id }) => id);
      const name = random() < 0.4 ? allBut(dimension.id) : dimension.id;
      return [[name, values.length > 0 ? values : [dimension.options[0]?.id ?? ""]]];
    }),
  );
}

const twoWaves = (seed: number) =>
  report.waves.slice(seed % 7, (seed % 7) + 2).map(({ layout }) => layout.wave);

describe("what the engine counts in a browser", () => {
  test.each(seeds)("is what DuckDB counts in Node: counts, pairs and linear scores (%i)", async (seed) => {
    const slice = randomSlice(seed);
    const waves = twoWaves(seed);
    const by = [[], ["region"], ["channel"], ["brand_class", "region"]][seed % 4] ?? [];
    const questions = report.survey.questions.map(({ id }) => id);
    const items = report.survey.questions.filter(isScaleQuestion).map(({ id }) => id);
    const scores = ["east", null].map((region) => ({
      id: "score",
      key: [region],
      terms: items.map((question, at) => ({ question, factor: 0.1 + at / 7, centre: 7.3 })),
    }));
    const requests = {
      ask: [{ questions, waves, by, slice }],
      askPairs: indexRequest(report.survey, { waves, by, slice }),
      askLinear: (["own", "others"] as const).map((rows) => ({ scores, waves, by: ["region"], slice, rows })),
    };
    const native = plain({
      ask: await Promise.all(requests.ask.map(node.ask)),
      askPairs: await Promise.all(requests.askPairs.map(node.askPairs)),
      askLinear: await Promise.all(requests.askLinear.map(node.askLinear)),
    });
    const found = await harness.call("ask", requests);
    expect(found).toEqual(near({ answer: native }));
  });

  test("is not nothing: most slices hold people", async () => {
    const sizes = await Promise.all(
      seeds.map(async (seed) => {
        const { groups } = await node.ask({
          questions: [],
          waves: twoWaves(seed),
          by: [],
          slice: randomSlice(seed),
        });
        return groups.reduce((sum, { rows }) => sum + (rows?.n ?? 0), 0);
      }),
    );
    expect(sizes.filter((size) => size > 100).length).toBeGreaterThan(5);
  });
});

describe("every measure of every group", () => {
  test.each([seeds[0], seeds[3], seeds[7]])(
    "is the same in the browser and in Node (%i)",
    async (seed = 0) => {
      const [slice, waves] = [randomSlice(seed), twoWaves(seed)];
      const { survey: own, weightedWaves, tree: whole } = reportContext(report);
      const tree = whole.map((branch) => ({ ...branch, children: [] }));
      const asks = inSlice(node, slice, waves);
      const parts = await Array.fromAsync(estimatesCsv({ survey: own, tree, weightedWaves, ...asks }));
      const native = parts.join("");
      const found = await harness.call("estimates", slice, waves);
      const [wanted, got] = [native, "answer" in found ? (found.answer ?? "") : ""].map(rowsOf);
      expect(new Set(wanted?.map(({ measure }) => measure))).toEqual(
        new Set([
          "share",
          "mean",
          "top1",
          "top2",
          "bottom2",
          "net",
          "satisfied",
          "nps",
          "index",
          "factor",
          "contribution",
          "promoters",
          "passives",
          "detractors",
        ]),
      );
      expect(got?.length).toBe(wanted?.length);
      expect(got).toEqual(near(wanted));
    },
  );
});

/** Rows of the open results, numbers as numbers. */
function rowsOf(csv: string): readonly Readonly<Record<string, unknown>>[] {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  const numbers = new Set(["n", "n_eff", "value", "low", "high"]);
  return data.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        numbers.has(name) && cell !== "" ? Number(cell) : cell,
      ]),
    ),
  );
}
