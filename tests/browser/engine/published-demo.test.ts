/** The attacker with everything that the built demo publishes: rows, pages' estimates, the manifest. No browser. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PublishedReport, ReportWave } from "../../../src/panels/report.ts";
import { readTable } from "../../../src/store/read-table.ts";
import { dimensionName, withheldValue } from "../../../src/survey/reading.ts";
import { type Factor, type Survey, waveIds } from "../../../src/survey/survey.ts";
import { siteFolder } from "../browser.ts";

/** Of a base: the questions of which any was answered, or all. */
interface Base {
  readonly of: readonly string[];
  readonly isAll?: boolean;
}

/** Whom a figure of the open results is about, as methods.md says: by the definitions, with none of the product's code. */
function baseOf(survey: Survey, subject: string, measure: string): Base | undefined {
  const { pairs, scoring, factors, questions } = survey;
  if (measure === "gap") {
    const own = pairs.filter(({ perception }) => perception === subject);
    if (own.length > 0)
      return { of: own.flatMap((pair) => [pair.perception, pair.expectation]), isAll: true };
    return { of: pairs.map(({ perception }) => `${perception}+`) };
  }
  if (/^(national|five_to_one)/.test(measure))
    return { of: (subject === "national" ? scoring?.national : scoring?.fiveToOne)?.of ?? [] };
  if (measure === "pp100" && scoring?.problems?.id === subject)
    return { of: scoring.problems.of, isAll: true };
  const under = (factor: Factor): readonly Factor[] => [
    factor,
    ...factor.of.flatMap((member) => (typeof member === "string" ? [] : under(member))),
  ];
  const factor = factors.flatMap(under).find((one) => one.id === subject);
  const items = (one: Factor): readonly string[] =>
    one.of.flatMap((member) => (typeof member === "string" ? [member] : items(member)));
  if (factor) return { of: items(factor) };
  return questions.some(({ id }) => id === subject) ? { of: [subject] } : undefined;
}

/** What the published rows of a wave say, to be counted. */
async function answersIn(survey: Survey, path: string, layout: ReportWave["layout"]) {
  const { columns, rows } = await readTable(
    path,
    [...layout.columns, ...(layout.weighted ? ["w"] : [])],
    layout.rows,
  );
  const byName = new Map(columns.map((column) => [column.name, column]));
  const every = Array.from({ length: rows }, (_, row) => row);
  const flags = new Map<string, readonly boolean[]>();
  const groups = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const hasAnswer = (question: string): readonly boolean[] => {
    if (question.endsWith("+")) {
      const pair = survey.pairs.find(({ perception }) => `${perception}+` === question);
      const [one, other] = [answered(pair?.perception ?? ""), answered(pair?.expectation ?? "")];
      return every.map((row) => one[row] === true && other[row] === true);
    }
    const own = columns.filter(({ name }) => name === `q_${question}` || name.startsWith(`q_${question}__`));
    return every.map((row) =>
      own.some((column) => {
        const value = column.values[row] ?? Number.NaN;
        return column.type === "DOUBLE" ? !Number.isNaN(value) : value !== column.missing;
      }),
    );
  };
  const answered = (question: string): readonly boolean[] => {
    const known = flags.get(question) ?? hasAnswer(question);
    flags.set(question, known);
    return known;
  };
  const groupsBy = (dimensions: readonly string[]) => {
    const by = dimensions.join("&");
    const known = groups.get(by) ?? grouped(dimensions);
    groups.set(by, known);
    return known;
  };
  const grouped = (dimensions: readonly string[]) => {
    const found = new Map<string, number[]>();
    for (const row of every) {
      const key = dimensions
        .map((id) => layout.dictionaries[`d_${id}`]?.[byName.get(`d_${id}`)?.values[row] ?? -1])
        .join("|");
      const own = found.get(key) ?? [];
      own.push(row);
      found.set(key, own);
    }
    return found;
  };
  return (places: readonly (readonly string[])[], { of, isAll = false }: Base, weighted: boolean): number => {
    const legs = of.map(answered);
    const isIn = (row: number) => (isAll ? legs.every((leg) => leg[row]) : legs.some((leg) => leg[row]));
    const own = groupsBy(places.map(([id = ""]) => id)).get(places.map(([, value]) => value).join("|")) ?? [];
    const weights = weighted ? byName.get("w")?.values : undefined;
    return own.filter((row) => isIn(row) && !(weights && Number.isNaN(weights[row]))).length;
  };
}

describe.each([
  { id: "dealer-service", someLack: true },
  { id: "logistics", someLack: true },
  { id: "new-car", someLack: true },
  { id: "service-hall", someLack: false },
])("what the demo $id publishes", ({ id, someLack }) => {
  let folder: string;
  let report: PublishedReport;
  const paths: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "manyi-demo-"));
    report = JSON.parse(await readFile(join(siteFolder, id, "report.json"), "utf-8"));
    for (const [at, { file }] of report.waves.entries()) {
      const path = join(folder, `${at}.duckdb`);
      await writeFile(path, gunzipSync(await readFile(join(siteFolder, file))));
      paths.push(path);
    }
  });
  afterAll(async () => {
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
    const text = await readFile(join(siteFolder, id, "estimates.csv"), "utf-8");
    const order = waveIds(survey);
    const rows = await Promise.all(
      report.waves.map(({ layout }, at) => answersIn(survey, paths[at] ?? "", layout)),
    );
    const published = new Set([...survey.filters, ...survey.hierarchy]);
    const seen = new Set<string>();
    const byMeasure = new Map<string, number>();
    let [compared, lackingSome] = [0, 0];
    Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
      header: true,
      skipEmptyLines: true,
      step: ({ data: row }) => {
        const { subject = "", measure = "", slice = "", wave = "", weighted = "", n = "" } = row;
        const key = [subject, measure, slice, wave, weighted, n].join("|");
        const base = baseOf(survey, subject, measure);
        if (n === "" || slice === "" || !base || seen.has(key)) return;
        seen.add(key);
        const places = slice.split("&").map((pair) => pair.split("=").map(decodeURIComponent));
        // Of a dimension that is no filter the rows hold nothing.
        if (places.some(([dimension = ""]) => !published.has(dimension))) return;
        const [first = "", last = first] = wave.split("..");
        const shown = rows
          .slice(order.indexOf(first), order.indexOf(last) + 1)
          .reduce((sum, countOf) => sum + countOf(places, base, weighted === "1"), 0);
        const lacking = Number(n) - shown;
        byMeasure.set(measure, (byMeasure.get(measure) ?? 0) + 1);
        compared += 1;
        if (lacking > 0 && shown > 0) lackingSome += 1;
        expect(lacking, key).toBeGreaterThanOrEqual(0);
        if (lacking > 0 && shown > 0) expect(lacking, key).toBeGreaterThanOrEqual(survey.base.minimum);
      },
    });
    console.log(
      `${id}: ${compared} bases compared, ${lackingSome} of them with some people withheld`,
      Object.fromEntries(byMeasure),
    );
    expect(compared).toBeGreaterThan(1500);
    if (someLack) expect(lackingSome).toBeGreaterThan(100);
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
      const counted = { rows: touched.filter(Boolean).length, places };
      // What became of weights can't be counted in what is published: tests of how they are joined hold it.
      expect({ rows: withheld?.rows, places: withheld?.places }).toEqual(counted);
    }
  });
});
