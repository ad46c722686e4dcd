import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PublishedReport, reportContext } from "../../../src/panels/report.ts";
import { estimatesCsv } from "../../../src/publish/estimates.ts";
import { seededRandom } from "../../../src/stats/random.ts";
import type { NodeStore } from "../../../src/store/node.ts";
import { allBut, type Slice } from "../../../src/views/slice.ts";
import { near } from "../../counts/near.ts";
import { openSession, type Session, siteFolder } from "../browser.ts";
import { inSlice } from "./in-slice.ts";
import { publishedStore } from "./published-store.ts";
import { openHarness } from "./session.ts";

/** What each demo is scored by, beside the measures of single questions. */
const scored = {
  logistics: ["national", "national_after", "five_to_one", "gap", "band", "sure", "satisfied", "deduction"],
  "new-car": ["pp100", "satisfied", "nps", "mean"],
  "service-hall": ["national", "national_firms", "national_firms_after", "five_to_one_after", "grade"],
} as const;

let site: Session;
beforeAll(async () => {
  site = await openSession();
});
afterAll(() => site?.close());

describe.each(Object.entries(scored))("%s", (survey, measures) => {
  let published: Awaited<ReturnType<typeof publishedStore>>;
  let report: PublishedReport;
  let node: NodeStore;
  let harness: Awaited<ReturnType<typeof openHarness>>;
  beforeAll(async () => {
    published = await publishedStore(survey);
    ({ report, node } = published);
    harness = await openHarness(site, siteFolder);
    expect(await harness.call("open", harness.host.address, survey)).toEqual({});
  });
  afterAll(async () => {
    await harness?.close();
    await published?.close();
  });

  test.each([71, 72, 73])("every score of every group is the same in both (%i)", async (seed) => {
    const slice = seed === 71 ? {} : randomSlice(report, seed);
    const waves = report.waves.slice(-2).map(({ layout }) => layout.wave);
    const { survey: own, weightedWaves, tree: whole, strata } = reportContext(report);
    const tree = whole.map((branch) => ({ ...branch, children: [] }));
    const facts = { survey: own, tree, weightedWaves, ...(strata ? { strata } : {}) };
    const native = (await Array.fromAsync(estimatesCsv({ ...facts, ...inSlice(node, slice, waves) }))).join(
      "",
    );
    const found = await harness.call("estimates", slice, waves);
    const [wanted, got] = [native, "answer" in found ? (found.answer ?? "") : ""].map(rowsOf);
    const shown = new Set(wanted?.filter(({ status }) => status === "ok").map(({ measure }) => measure));
    for (const measure of measures) expect(shown, measure).toContain(measure);
    expect(got?.length).toBe(wanted?.length);
    expect(got).toEqual(near(wanted));
  });
});

/** One or two filters of a survey, each with more than half of its values in, or some of them out. */
function randomSlice({ survey, waves }: PublishedReport, seed: number): Slice {
  const random = seededRandom(seed);
  const stored = waves.flatMap(({ layout }) => layout.columns);
  const filters = survey.dimensions.filter(
    ({ id }) => survey.filters.includes(id) && stored.includes(`d_${id}`) && !survey.hierarchy.includes(id),
  );
  return Object.fromEntries(
    filters.slice(0, 2).map(({ id, options }) => {
      const values = options.filter(() => random() < 0.4).map((option) => option.id);
      return [allBut(id), values.length < options.length ? values : values.slice(1)];
    }),
  );
}

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
