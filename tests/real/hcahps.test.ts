import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import type { PreparedSurvey } from "../../src/build/prepared.ts";
import { branchPaths } from "../../src/build/respondents.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { printedTables } from "../../src/counts/printed-tables.ts";
import type { Ask } from "../../src/counts/request.ts";
import { estimateAt } from "../../src/measures/cascade.ts";
import type { Estimate } from "../../src/measures/estimate.ts";
import { top1 } from "../../src/measures/share.ts";
import { estimatesCsv } from "../../src/publish/estimates.ts";
import { branchTree } from "../../src/survey/branches.ts";
import { questionOf, waveIds } from "../../src/survey/survey.ts";
import { onlySurvey } from "../build/prepare-files.ts";
import { askPairRows } from "../counts/ask-rows.ts";

/** Real files that are no part of the project; `answers.json` beside them holds figures worked out elsewhere. */
const shared = resolve(projectRoot, "../shared/data/hcahps");
const absent = !existsSync(join(shared, "answers.json"));
if (absent) console.warn("skipped: the real files of hcahps are not at ../shared/data");

interface Answers {
  readonly periods: readonly string[];
  /** Measure → release → percent. */
  readonly national_top_box: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly H_HSP_RATING_change_2015_2023_by_state: Readonly<Record<string, number>>;
}

const ids: Readonly<Record<string, string>> = {
  H_HSP_RATING: "rating",
  H_RECMND: "recommend",
  H_COMP_1: "nurses",
  H_COMP_2: "doctors",
  H_COMP_3: "response",
  H_COMP_5: "medicines",
  H_COMP_6: "discharge",
  H_COMP_7: "transition",
  H_CLEAN_HSP: "clean",
  H_QUIET_HSP: "quiet",
};

describe.skipIf(absent)(
  "US hospital patients, nine releases (skipped where ../shared/data is absent)",
  () => {
    const answers = absent
      ? undefined
      : (JSON.parse(readFileSync(join(shared, "answers.json"), "utf-8")) as Answers);
    let prepared: PreparedSurvey;
    let ask: Ask;
    beforeAll(async () => {
      const cache = await mkdtemp(join(tmpdir(), "manyi-hcahps-"));
      prepared = onlySurvey(
        await prepare({ data: join(import.meta.dirname, "hcahps"), root: projectRoot, cache }),
      );
      await rm(cache, { recursive: true });
      ask = printedTables(
        prepared.survey,
        prepared.tables.map(({ table }) => table),
      ).ask;
    });

    async function topBox(
      id: string,
      wave: string,
      path: readonly string[] = [],
    ): Promise<Estimate | undefined> {
      const { survey } = prepared;
      const request = { questions: [id], waves: waveIds(survey), by: [], slice: {} };
      const cascade = [await ask(request), await ask({ ...request, by: ["state"] })];
      const question = questionOf(survey, id);
      return estimateAt(cascade, path, { question, wave, base: survey.base }, ({ tally }) =>
        top1.estimate(tally, question, { weighting: "weighted", base: survey.base }),
      );
    }
    const share = (percent: number | undefined) => ({
      status: "published",
      kind: "share",
      value: expect.closeTo((percent ?? Number.NaN) / 100, 12),
    });

    test("ten measures of nine releases are published", () => {
      expect(Object.keys(answers?.national_top_box ?? {}).toSorted()).toEqual(Object.keys(ids).toSorted());
      expect(answers?.periods).toHaveLength(9);
      expect(waveIds(prepared.survey).map((wave) => `07_${wave}`)).toEqual(answers?.periods);
    });

    test.each(Object.entries(ids))("%s, the nation", async (measure, id) => {
      for (const [period, percent] of Object.entries(answers?.national_top_box[measure] ?? {}))
        expect(await topBox(id, period.slice(3)), period).toEqual(share(percent));
    });

    test("every figure of every state is the one that its file has", async () => {
      const text = readFileSync(join(shared, "state_results.csv"), "utf-8");
      const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
      expect(data).toHaveLength(4580);
      for (const row of data) {
        const wave = row["Release Period"]?.slice(3) ?? "";
        const found = await topBox(ids[row["Measure ID"] ?? ""] ?? "", wave, [row["State"] ?? ""]);
        expect(found, JSON.stringify(row)).toEqual(share(Number(row["Top-box Percentage"])));
      }
    });

    test("changes by state from 2015 to 2023, in points", async () => {
      const changes = Object.entries(answers?.H_HSP_RATING_change_2015_2023_by_state ?? {});
      expect(changes).toHaveLength(51);
      for (const [state, points] of changes) {
        const [from, to] = [await topBox("rating", "2015", [state]), await topBox("rating", "2023", [state])];
        if (from?.status !== "published" || to?.status !== "published")
          throw new Error(`${state} is missing`);
        expect(100 * (to.value - from.value), state).toBeCloseTo(points, 9);
      }
    });

    test("a state that a release lacks is not known, and every row is accounted for", async () => {
      expect(await topBox("rating", "2016", ["MD"])).toEqual({ status: "unprinted" });
      const states = prepared.tables.find(({ wave }) => wave === "2016")?.table.slices ?? [];
      expect(states).toHaveLength(1 + 50);
      for (const { files } of prepared.tables)
        for (const { quality } of files) {
          const left = Object.values(quality.leftOut).reduce((sum, rows) => sum + rows, 0);
          expect(quality.used + left).toBe(quality.rowsRead);
        }
      const rows = prepared.tables.flatMap(({ files }) => files.map(({ quality }) => quality.used));
      expect(rows.reduce((sum, used) => sum + used, 0)).toBe(90 + 4580);
    });

    test("the open results mark every figure as published, without base and interval", async () => {
      const { survey, tables } = prepared;
      const paths = tables.flatMap(({ table }) => branchPaths(table, survey.hierarchy));
      const csv = String(
        (
          await Array.fromAsync(
            estimatesCsv({
              survey,
              ask,
              askPairs: askPairRows([]),
              tree: branchTree(survey, paths),
              weightedWaves: new Set(),
            }),
          )
        ).join(""),
      );
      const { data } = Papa.parse<Record<string, string>>(csv.slice(1), {
        header: true,
        skipEmptyLines: true,
      });
      expect(data.length).toBeGreaterThan(90 + 4580);
      for (const { status, n, n_eff, low, high, value } of data) {
        expect([status, n, n_eff, low, high]).toEqual(["published", "", "", "", ""]);
        expect(value).toMatch(/^\d/);
      }
    });
  },
);
