/** The attacker with everything that the built demo publishes: rows, pages' estimates, the manifest. No browser. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupOf } from "../../../src/counts/request.ts";
import type { PublishedReport } from "../../../src/panels/report.ts";
import { type NodeStore, openNodeStore } from "../../../src/store/node.ts";
import { readTable } from "../../../src/store/read-table.ts";
import { dimensionName, withheldValue } from "../../../src/survey/reading.ts";
import { waveIds } from "../../../src/survey/survey.ts";
import { everybody } from "../../../src/views/slice.ts";
import { siteFolder } from "../browser.ts";

describe.each(["dealer-service", "logistics"])("what the demo %s publishes", (id) => {
  let folder: string;
  let report: PublishedReport;
  let store: NodeStore;
  const paths: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "manyi-demo-"));
    report = JSON.parse(await readFile(join(siteFolder, id, "report.json"), "utf-8"));
    for (const [at, { file }] of report.waves.entries()) {
      const path = join(folder, `${at}.duckdb`);
      await writeFile(path, gunzipSync(await readFile(join(siteFolder, file))));
      paths.push(path);
    }
    store = await openNodeStore(
      report.survey,
      report.waves.map(({ layout }, at) => ({ path: paths[at] ?? "", layout })),
    );
  });
  afterAll(async () => {
    store?.close();
    await rm(folder, { recursive: true });
  });

  test("no combination of filters, weights among them, of fewer than the minimum; no column but filters and answers", async () => {
    const { survey, waves } = report;
    const private_ = survey.questions.filter(({ type }) => type === "text" || type === "date");
    for (const [at, { layout }] of waves.entries()) {
      const filters = layout.columns.filter((name) => name.startsWith(dimensionName("")));
      expect(
        filters.every(
          (name) => survey.filters.includes(name.slice(2)) || survey.hierarchy.includes(name.slice(2)),
        ),
      ).toBe(true);
      for (const question of private_) expect(layout.columns).not.toContain(`q_${question.id}`);
      const names = layout.weighted ? [...filters, "w"] : filters;
      const { columns, rows } = await readTable(paths[at] ?? "", names, layout.rows);
      for (let bits = 0; bits < 2 ** names.length; bits++) {
        const chosen = columns.filter((_, place) => (bits >> place) & 1);
        const counts = new Map<string, number>();
        for (let row = 0; row < rows; row++) {
          const key = chosen.map(({ values }) => (values[row] ?? 0).toPrecision(12)).join();
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        const fewest = Math.min(...counts.values());
        expect(fewest, `${layout.wave} ${chosen.map(({ name }) => name)}`).toBeGreaterThanOrEqual(
          survey.base.minimum,
        );
      }
    }
  });

  test("of every base in the open results the rows lack nobody, the minimum or more, or all", async () => {
    const { survey } = report;
    const questions = survey.questions
      .filter(({ type }) => type !== "text" && type !== "date")
      .map((one) => one.id);
    const text = await readFile(join(siteFolder, id, "estimates.csv"), "utf-8");
    const order = waveIds(survey);
    const levels = survey.hierarchy.map((_, at) => survey.hierarchy.slice(0, at + 1));
    const single = survey.dimensions
      .map((one) => [one.id])
      .filter(([one = ""]) => survey.filters.includes(one));
    const asked = new Map(
      await Promise.all(
        [...levels, ...single].map(
          async (by) =>
            [by.join("&"), await store.ask({ questions, waves: order, by, slice: everybody })] as const,
        ),
      ),
    );
    const seen = new Set<string>();
    let [compared, lackingSome] = [0, 0];
    Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
      header: true,
      skipEmptyLines: true,
      step: ({ data: row }) => {
        const { subject = "", slice = "", wave = "", weighted = "", n = "", measure } = row;
        // The base of a gap is who answered both questions of the pair (tests/fitting/protected-pairs.test.ts).
        if (measure === "gap") return;
        const key = [subject, slice, wave, weighted, n].join("|");
        if (n === "" || slice === "" || !questions.includes(subject) || seen.has(key)) return;
        seen.add(key);
        const places = slice.split("&").map((pair) => pair.split("=").map(decodeURIComponent));
        const counts = asked.get(places.map(([dimension]) => dimension).join("&"));
        // Of a dimension that is no filter the rows hold nothing.
        if (!counts) return;
        const [first = "", last = first] = wave.split("..");
        const span = order.slice(order.indexOf(first), order.indexOf(last) + 1);
        const shown = span.reduce((sum, one) => {
          const base = groupOf(
            counts,
            one,
            places.map(([, value = ""]) => value),
          )?.tallies.get(subject)?.base;
          return sum + (weighted === "1" ? (base?.m ?? 0) : (base?.n ?? 0));
        }, 0);
        const lacking = Number(n) - shown;
        compared += 1;
        if (lacking > 0 && shown > 0) lackingSome += 1;
        expect(lacking, key).toBeGreaterThanOrEqual(0);
        if (lacking > 0 && shown > 0) expect(lacking, key).toBeGreaterThanOrEqual(survey.base.minimum);
      },
    });
    console.log(`${id}: ${compared} bases compared, ${lackingSome} of them with some people withheld`);
    expect(compared).toBeGreaterThan(2000);
    expect(lackingSome).toBeGreaterThan(100);
  });

  test("says how many rows and places were withheld, as they can be counted", async () => {
    for (const [at, { layout, withheld }] of report.waves.entries()) {
      const names = layout.columns.filter((name) => name.startsWith(dimensionName("")));
      const { columns, rows } = await readTable(paths[at] ?? "", names, layout.rows);
      const isWithheld = (name: string, value: number | undefined) =>
        layout.dictionaries[name]?.[value ?? -1] === withheldValue;
      const places = Object.fromEntries(
        columns.map(({ name, values }) => [
          name.slice(2),
          [...values].filter((value) => isWithheld(name, value)).length,
        ]),
      );
      const touched = Array.from({ length: rows }, (_, row) =>
        columns.some(({ name, values }) => isWithheld(name, values[row])),
      );
      expect(withheld).toEqual({ rows: touched.filter(Boolean).length, places });
    }
  });
});
