/**
 * Somebody who has all that a site publishes under `publish: protected`: rows, open results with the sample's figures,
 * the report for browsers with its sizes and strata, and every view. They add and subtract whatever counts they find.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareModel } from "../../src/panels/compare-model.ts";
import { sidesOf } from "../../src/panels/compare-sides.ts";
import { type PublishedReport, reportContext } from "../../src/panels/report.ts";
import { subjectOf } from "../../src/panels/subject.ts";
import { type NodeStore, openNodeStore } from "../../src/store/node.ts";
import { questionOf } from "../../src/survey/survey.ts";
import { allBut, dimensionIn, type Slice } from "../../src/views/slice.ts";
import { defaultView, type Versus } from "../../src/views/view.ts";
import { freedomsOf, isGivenAway } from "../publish/attacker.ts";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import { fixtureFiles, minimum, type Row, rowsOf, shops, waveIds } from "./fixture-survey.ts";

const dimensions = ["area", "shop", "channel", "age"] as const;
const columnOf = { area: "AREA", shop: "SHOP", channel: "CHANNEL", age: "AGE" } as const;
const withheld = "_withheld";
/** Questions of one answer, with the column of the export that holds it. */
const questions = { overall: "OVERALL", speed: "SPEED", recommend: "NPS", paid: "PAID" } as const;

/** Strata of shops by channel; how many were kept of each is counted from the answers. */
const strata = waveIds.flatMap((wave) =>
  shops.flatMap(({ area, shop }) =>
    ["web", "desk"].map((channel) => `${wave},${area},${shop},${channel},200,100`),
  ),
);

let workshop: Workshop;
let folder: string;
let store: NodeStore;
let report: PublishedReport;
let estimates: readonly Readonly<Record<string, string>>[];
/** Published rows by wave: places as they can be downloaded, and who answered what. */
const published = new Map<string, readonly Published[]>();

interface Published {
  readonly places: Readonly<Record<string, string | null>>;
  readonly answers: Readonly<Record<string, string>>;
}

beforeAll(async () => {
  workshop = await openWorkshop();
  const files = fixtureFiles();
  await workshop.write("shops", {
    ...files,
    // Almost everybody answered one of these: pages tell by the index's base how many are in a group.
    "survey.yaml": `${files["survey.yaml"]?.replace("of: [speed, parking]", "weight: 1, of: [overall, speed, recommend]")}index: { id: all, title: { en: All, zh: 全部 }, of: [service], measure: index100, rescale: share, weights: stated }
strata: strata.csv\nscoring: { sample: { rule: 1, plus: 10, share: 0.05 } }\n`,
    "strata.csv": ["wave,area,shop,channel,customers,handed_out", ...strata].join("\n"),
  });
  await buildOrThrow(workshop);
  const site = await filesUnder(workshop.out);
  report = JSON.parse(site.get("shops/report.json")?.toString() ?? "{}");
  const text =
    site
      .get("shops/estimates.csv")
      ?.toString()
      .replace(/^\uFEFF/, "") ?? "";
  estimates = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  folder = await mkdtemp(join(tmpdir(), "manyi-attacker-"));
  const stores = await Promise.all(
    report.waves.map(async ({ file, layout }) => {
      const path = join(folder, `${layout.wave}.duckdb`);
      await writeFile(path, gunzipSync(site.get(file) ?? Buffer.alloc(0)));
      return { path, layout };
    }),
  );
  store = await openNodeStore(report.survey, stores);
  for (const { path, layout } of stores) published.set(layout.wave, await rowsIn(path, layout.dictionaries));
});
afterAll(async () => {
  store?.close();
  await rm(folder, { recursive: true, force: true });
  await workshop?.remove();
});

/** Rows as anybody who has a file can read them, with DuckDB alone. */
async function rowsIn(path: string, dictionaries: Readonly<Record<string, readonly string[]>>) {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  await connection.run(`ATTACH '${path}' AS w (READ_ONLY)`);
  const found = await connection.runAndReadAll("SELECT * FROM w.answers");
  return found.getRowObjectsJS().map((row): Published => {
    const idOf = (name: string) => {
      const code = row[name];
      return code === null ? null : (dictionaries[name]?.[Number(code)] ?? null);
    };
    const answerOf = (id: string) => {
      const name = `q_${id}`;
      const code = row[name];
      if (code === null || code === undefined) return "";
      return dictionaries[name] ? (idOf(name) ?? "") : String(code);
    };
    return {
      places: Object.fromEntries(dimensions.map((id) => [id, idOf(`d_${id}`)])),
      answers: Object.fromEntries(Object.keys(questions).map((id) => [id, answerOf(id)])),
    };
  });
}

/** Each true respondent with a published row that can be theirs: equal answers, and places that are theirs or withheld. */
function pairs(wave: (typeof waveIds)[number]): readonly (readonly [Row, Published])[] {
  const left = [...(published.get(wave) ?? [])];
  const isTheirs = (row: Row, { places, answers }: Published) =>
    dimensions.every((id) => places[id] === withheld || places[id] === row[columnOf[id]]) &&
    Object.entries(questions).every(([id, column]) => answers[id] === row[column]);
  const openness = (row: Published) => dimensions.filter((id) => row.places[id] !== withheld).length;
  return rowsOf(wave).flatMap((row) => {
    const [own] = left.filter((one) => isTheirs(row, one)).toSorted((a, b) => openness(b) - openness(a));
    if (!own) throw new Error(`${wave}: nobody's row is published: ${JSON.stringify(row)}`);
    left.splice(left.indexOf(own), 1);
    return [[row, own] as const];
  });
}

/** Every way to be somewhere. */
const paths = shops.flatMap(({ area, shop }) =>
  ["web", "desk"].flatMap((channel) => ["under 40", "40–79", "80+"].map((age) => [area, shop, channel, age])),
);

/** Every group that a slice can name. */
const groups = [
  ...new Set(
    paths.flatMap((path) =>
      Array.from({ length: 2 ** path.length - 1 }, (_, bits) =>
        JSON.stringify(
          path.flatMap((value, at) => (((bits + 1) >> at) & 1 ? [[dimensions[at], value]] : [])),
        ),
      ),
    ),
  ),
].map((key) => JSON.parse(key) as [string, string][]);

function keyOf(path: readonly string[], tuple: readonly (string | null)[], answered: boolean): string {
  return JSON.stringify([path, tuple, answered]);
}

function sliceOf(text: string): readonly (readonly [string, string])[] {
  if (text === "") return [];
  return text.split("&").map((part) => {
    const [name = "", value = ""] = part.split("=").map(decodeURIComponent);
    return [name, value] as const;
  });
}

function isSame(one: ReturnType<typeof sliceOf>, other: ReturnType<typeof sliceOf>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

describe.each(waveIds)("whoever adds and subtracts everything that is published of %s", (wave) => {
  test.each(Object.keys(questions))("isolates nobody, and no group under the minimum, by %s", (question) => {
    const column = questions[question as keyof typeof questions];
    const members = Map.groupBy(pairs(wave), ([row, one]) =>
      keyOf(
        dimensions.map((id) => row[columnOf[id]] ?? ""),
        dimensions.map((id) => one.places[id] ?? null),
        row[column] !== "",
      ),
    );
    // Whoever attacks does not know who is nowhere: parts that could be there count as well as those that are.
    const tuples = [
      ...new Set(
        (published.get(wave) ?? []).map(({ places }) => JSON.stringify(dimensions.map((id) => places[id]))),
      ),
    ].map((key) => JSON.parse(key) as (string | null)[]);
    const parts = tuples.flatMap((tuple) =>
      paths
        .filter((path) => tuple.every((place, at) => place === withheld || place === path[at]))
        .flatMap((path) =>
          [true, false].map((answered) => {
            const n = members.get(keyOf(path, tuple, answered))?.length ?? 0;
            return { path, tuple, answered, n };
          }),
        ),
    );
    expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(rowsOf(wave).length);
    type Part = (typeof parts)[number];
    const known: (readonly number[])[] = [];
    const learn = (n: number, isIn: (part: Part) => boolean, source: string) => {
      const row = parts.map((part) => (isIn(part) ? 1 : 0));
      // What is published is true, or there would be nothing to learn from it.
      expect(
        parts.reduce((sum, part, at) => sum + (row[at] ?? 0) * part.n, 0),
        source,
      ).toBe(n);
      known.push(row);
    };
    const isOf = (part: Part, slice: readonly (readonly [string, string])[]) =>
      slice.every(([name, value]) => part.path[dimensions.indexOf(name as "area")] === value);
    // Rows: of every combination of places how many there are, and how many of them answered.
    for (const [key, rows] of Map.groupBy(published.get(wave) ?? [], ({ places }) =>
      JSON.stringify(dimensions.map((id) => places[id])),
    )) {
      const isTuple = ({ tuple }: Part) => JSON.stringify(tuple) === key;
      learn(rows.length, isTuple, `rows ${key}`);
      const answered = rows.filter(({ answers }) => answers[question] !== "").length;
      learn(answered, (part) => isTuple(part) && part.answered, `answers ${key}`);
    }
    // Open results: bases of the question, and of the sample's figures.
    const shown = estimates.filter((row) => row["wave"] === wave && row["n"] !== "");
    const bases = new Map(
      shown
        .filter(({ subject }) => subject === question || subject === "sample")
        .map(({ subject, slice, n }) => [`${subject} ${slice}`, { subject, slice: slice ?? "", n }]),
    );
    for (const [name, { subject, slice, n }] of bases)
      learn(Number(n), (part) => isOf(part, sliceOf(slice)) && (subject === "sample" || part.answered), name);
    expect([...bases.keys()].filter((name) => name.startsWith("sample"))).not.toEqual([]);
    // The report for browsers: strata, and how many of all answered.
    for (const { place, valid, returned } of report.strata?.filter((one) => one.wave === wave) ?? []) {
      const n = valid ?? returned;
      if (n !== undefined) learn(n, (part) => isOf(part, Object.entries(place)), JSON.stringify(place));
    }
    const answered = report.items[wave]?.[`q_${question}`]?.answered;
    if (answered !== undefined) learn(answered, (part) => part.answered, "items");
    const freedoms = freedomsOf(known, parts.length);
    // A row with all of its places is shared by the minimum; what is sought is who gets a place that was withheld.
    const hidden = tuples.filter((tuple) => tuple.includes(withheld));
    const found: string[] = [];
    for (const group of groups)
      for (let bits = 1; bits < 2 ** hidden.length; bits++)
        for (const flags of [[true], [false], [true, false]]) {
          const among = new Set(hidden.filter((_, at) => (bits >> at) & 1));
          const all = [...parts.keys()].filter((at) => {
            const part = parts[at];
            return part !== undefined && among.has(part.tuple) && flags.includes(part.answered);
          });
          const set = all.filter((at) => isOf(parts[at] as Part, group));
          const n = set.reduce((sum, at) => sum + (parts[at]?.n ?? 0), 0);
          // All rows of some combinations stand in the file as they are: they get no place by that.
          const chosen = new Set(set);
          const isDivided = [...among].some((tuple) => {
            const own = all.filter((at) => parts[at]?.tuple === tuple);
            const inside = own.filter((at) => chosen.has(at)).length;
            return inside > 0 && inside < own.length;
          });
          if (n === 0 || n >= minimum || !isDivided) continue;
          if (isGivenAway(set, freedoms))
            found.push(`${n} of ${JSON.stringify(group)} in ${JSON.stringify([...among])}`);
        }
    expect(found).toEqual([]);
  });

  test("finds sizes of lists that are those of the rows, or none under the minimum", () => {
    const sizes = report.waves.find(({ layout }) => layout.wave === wave)?.sizes ?? {};
    let told = 0;
    for (const [list, counts] of Object.entries(sizes)) {
      const by = list.split(" ");
      for (const [key, size] of Object.entries(counts)) {
        if (size === null) continue;
        const path = JSON.parse(key) as (string | null)[];
        const rows = (published.get(wave) ?? []).filter(({ places }) =>
          by.every((id, at) => places[id] === path[at]),
        );
        expect(size, `${list} ${key}`).toBe(rows.length);
        expect(size === 0 || size >= minimum).toBe(true);
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(3);
  });

  test("finds no total of a value but bases that open results tell of it, nor any that they withhold", () => {
    const of = report.waves.find(({ layout }) => layout.wave === wave);
    expect(of?.withheld?.rows).toBeGreaterThan(0);
    const isTold = rowsOf(wave).every((row) => [row["OVERALL"], row["SPEED"], row["NPS"]].some(Boolean));
    const totals = Object.entries(of?.totals ?? {});
    expect(totals.length > 0).toBe(isTold);
    for (const [list, values] of totals)
      for (const [key, n] of Object.entries(values)) {
        const path = JSON.parse(key) as string[];
        const group = list.split(" ").map((id, at) => [id, path[at] ?? ""] as const);
        const bases = estimates.filter(
          (row) => row["wave"] === wave && row["n"] !== "" && isSame(sliceOf(row["slice"] ?? ""), group),
        );
        const most = Math.max(...bases.map((row) => Number(row["n"])));
        if (n !== null) expect(n, `${list} ${key}`).toBe(most);
      }
  });

  test("takes nothing from one view and another, whoever it is set against, but groups of the minimum or more", async () => {
    const { survey } = report;
    const rows = published.get(wave) ?? [];
    const options = dimensions.flatMap((id) =>
      [...new Set(rows.map(({ places }) => places[id]))].flatMap((value) =>
        value === null || value === undefined || value === withheld ? [] : [[id, value] as const],
      ),
    );
    const single = options.flatMap(([id, value]): Slice[] => [{ [id]: [value] }, { [allBut(id)]: [value] }]);
    const slices: readonly Slice[] = [
      {},
      ...single,
      ...single.flatMap((one, at) =>
        single.slice(at + 1).flatMap((two) => {
          const names = [...Object.keys(one), ...Object.keys(two)].map((name) => dimensionIn(name).dimension);
          return new Set(names).size === 2 ? [{ ...one, ...two }] : [];
        }),
      ),
    ];
    // Whom a view shows, worked out row by row; of whom a place is withheld is on neither side.
    const isIn = ({ places }: Published, slice: Slice) =>
      Object.entries(slice).every(([name, values]) => {
        const { dimension, isOut } = dimensionIn(name);
        const place = places[dimension] ?? "";
        return place !== withheld && values.includes(place) !== isOut;
      });
    const views = slices.map((slice) => new Set(rows.filter((row) => isIn(row, slice))));
    for (const [at, slice] of slices.entries()) {
      const counts = await store.ask({ questions: [], waves: [wave], by: [], slice });
      expect(counts.groups[0]?.rows?.n ?? 0, JSON.stringify(slice)).toBe(views[at]?.size);
    }
    const small = (count: number) => count > 0 && count < minimum;
    for (const one of views) {
      expect(small(one.size)).toBe(false);
      for (const other of views) {
        if (!one.isSubsetOf(other)) continue;
        expect(small(other.size - one.size)).toBe(false);
      }
    }
    const { tree } = reportContext(report);
    const subject = subjectOf(survey, questionOf(survey, "overall"));
    const against: readonly Versus[] = [
      { kind: "rest" },
      { kind: "parent" },
      { kind: "slice", slice: {} },
      ...waveIds.filter((id) => id !== wave).map((id): Versus => ({ kind: "wave", wave: id })),
    ];
    let compared = 0;
    for (const slice of single)
      for (const versus of against) {
        const page = { kind: "overview", wave } as const;
        const sides = sidesOf({ survey, tree }, { ...defaultView, slice, versus }, page, wave);
        if (!sides || !subject) continue;
        const model = await compareModel({ survey }, store, sides, [subject]);
        expect(small(model.respondents.own) || small(model.respondents.other)).toBe(false);
        for (const { own, other } of model.rows)
          for (const side of [own, other])
            if (side && "n" in side) expect(side.n).toBeGreaterThanOrEqual(minimum);
        compared += model.rows.length;
        if (versus.kind !== "rest") continue;
        // Everybody else is who is known to be elsewhere, and nobody of whom it is withheld.
        const [name = ""] = Object.keys(slice);
        const { dimension } = dimensionIn(name);
        const known = rows.filter(({ places }) => places[dimension] !== withheld);
        const own = known.filter((row) => isIn(row, slice)).length;
        expect(model.respondents).toEqual({ own, other: known.length - own });
      }
    expect(compared).toBeGreaterThan(10);
  });
});
