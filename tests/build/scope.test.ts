/** A site of one area: whoever reads every byte of it learns nothing of the other. */
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import { fixtureFiles, rowsOf, shops, waveIds } from "./fixture-survey.ts";

const others = shops.filter(({ area }) => area === "north").map(({ shop }) => shop);
/** A set of the other area, how many of each were handed a questionnaire, and a recorded version of all. */
const extra = `strata: strata.csv
sets:
  - { id: up, title: Uplands, slice: { area: [north] } }
  - { id: all, title: Both, slice: { area: [north, south] } }
`;
const strata = ["wave,area,handed_out,returned", "2024-H1,north,777333,70", "2024-H1,south,500,80"].join(
  "\n",
);

let workshop: Workshop;
let whole: ReadonlyMap<string, Buffer>;
let south: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  workshop = await openWorkshop();
  const files = fixtureFiles();
  await workshop.write("shops", {
    ...files,
    "survey.yaml": `${files["survey.yaml"]}${extra}`,
    "strata.csv": strata,
  });
  // Shops that no site but everybody's may name.
  await workshop.write("elsewhere", {
    ...fixtureFiles(),
    "survey.yaml": elsewhere(files["survey.yaml"] ?? ""),
  });
  await buildOrThrow(workshop, { SITE_URL: "https://site.example" });
  whole = await filesUnder(workshop.out);
  await buildOrThrow(workshop, { SITE_URL: "https://site.example", MANYI_SCOPE: "area=South" });
  south = await filesUnder(workshop.out);
});
afterAll(() => workshop?.remove());

/** A survey without the dimension that the site is cut by. */
function elsewhere(codebook: string): string {
  return codebook.replace("id: shops", "id: elsewhere").replaceAll(/\barea\b/g, "quarter");
}

/** What a file says, unpacked; the engine's own files say nothing of any survey. */
function said(files: ReadonlyMap<string, Buffer>): readonly (readonly [string, string])[] {
  return [...files].flatMap(([name, content]) => {
    if (/^(engine|_astro)\//.test(name)) return [];
    const bytes = name.endsWith(".bin") ? gunzipSync(content) : content;
    return [[name, bytes.toString("utf-8")] as const];
  });
}

/** Values of the open results at full precision, by whom they are of. */
function figures(
  files: ReadonlyMap<string, Buffer>,
  isOf: (slice: string, row: Readonly<Record<string, string>>) => boolean,
): ReadonlySet<string> {
  const text =
    files
      .get("shops/estimates.csv")
      ?.toString("utf-8")
      .replace(/^\uFEFF/, "") ?? "";
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const values = data
    .filter((row) => isOf(row["slice"] ?? "", row))
    .flatMap(({ value = "", low = "", high = "", n_eff = "" }) => [value, low, high, n_eff]);
  return new Set(values.filter((value) => value.replaceAll(/\D/g, "").length >= 9));
}

test("pages, addresses and data name no other branch, in whatever file", () => {
  const named = new RegExp(`\\b(${[...others, "north", "uplands"].join("|")})\\b`, "i");
  expect(said(whole).some(([, text]) => named.test(text))).toBe(true);
  expect(
    said(south).flatMap(
      ([name, text]) =>
        named
          .exec(`${name} ${text}`)
          ?.slice(0, 1)
          .map((word) => [name, word]) ?? [],
    ),
  ).toEqual([]);
  expect([...south.keys()].filter((name) => named.test(name))).toEqual([]);
  // A set of others is gone.
  expect(south.get("shops/manifest.json")?.toString()).not.toContain("Uplands");
});

/** Any group of the area may have such a share, too. */
function isShareOfFew(value: number): boolean {
  const people = Array.from({ length: 80 }, (_, at) => at + 1);
  return people.some((base) => Math.abs(value * base - Math.round(value * base)) < 1e-9);
}

test("no figure of the others, or of everybody, is in any file", () => {
  const own = figures(whole, (slice) => /^area=south/.test(slice));
  const foreign = [...figures(whole, (slice) => slice === "" || /^area=north/.test(slice))].filter(
    (value) => !own.has(value) && !isShareOfFew(Number(value)),
  );
  expect(foreign.length).toBeGreaterThan(300);
  const texts = said(south);
  const found = foreign.filter((value) => texts.some(([, text]) => text.includes(value)));
  expect(found).toEqual([]);
  expect(texts.filter(([, text]) => text.includes("777333"))).toEqual([]);
});

test("the figures of everybody are those that the whole site has of the area", () => {
  const cells = (files: ReadonlyMap<string, Buffer>, slice: string) => {
    const text =
      files
        .get("shops/estimates.csv")
        ?.toString("utf-8")
        .replace(/^\uFEFF/, "") ?? "";
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const rows = data.filter((row) => row["slice"] === slice && row["measure"] === "mean");
    return new Map(
      rows.map(({ wave, subject, weighted, n, value }) => [
        `${wave} ${subject} ${weighted}`,
        `${n} ${value?.slice(0, 12)}`,
      ]),
    );
  };
  const [before, after] = [cells(whole, "area=south"), cells(south, "")];
  expect(before.size).toBeGreaterThan(5);
  for (const [key, figure] of before) expect(after.get(key), key).toBe(figure);
});

test("rows are those of the area alone, wave by wave, and another survey is left out", () => {
  const report = JSON.parse(south.get("shops/report.json")?.toString() ?? "{}") as {
    waves: { layout: { wave: string; rows: number } }[];
    responses: Record<string, { handedOut: number }>;
  };
  const counted = waveIds.map((wave) => [wave, rowsOf(wave).filter(({ AREA }) => AREA === "south").length]);
  expect(report.waves.map(({ layout }) => [layout.wave, layout.rows])).toEqual(counted);
  expect(report.responses).toEqual({ "2024-H1": { handedOut: 500, returned: 80 } });
  expect([...whole.keys()].some((name) => name.startsWith("elsewhere/"))).toBe(true);
  expect([...south.keys()].filter((name) => name.includes("elsewhere"))).toEqual([]);
  expect(south.get("en/shops/index.html")?.toString()).toContain("Shop survey: South");
});

test("a scope that nobody is in, or that no survey knows, builds nothing", async () => {
  for (const scope of ["area=atlantis", "colour=red", "area=South&shop=ferry"]) {
    const run = await workshop.build({ MANYI_SCOPE: scope });
    expect(run.code, scope).toBe(1);
    expect(run.stderr).toContain("MANYI_SCOPE");
  }
});

describe("with averages of all others", () => {
  interface Told {
    readonly respondents: number;
    readonly figures: Record<string, { readonly estimate: { readonly n: number; readonly value: number } }>;
  }
  let harbour: ReadonlyMap<string, Buffer>;
  let told: Readonly<Record<string, Told>>;
  beforeAll(async () => {
    await buildOrThrow(workshop, {
      SITE_URL: "https://site.example",
      MANYI_SCOPE: "shop=harbour",
      MANYI_SCOPE_REST: "averages",
    });
    harbour = await filesUnder(workshop.out);
    const report = JSON.parse(harbour.get("shops/report.json")?.toString() ?? "{}");
    told = report.outside.waves;
  });

  const outside = (wave: (typeof waveIds)[number]) => rowsOf(wave).filter(({ SHOP }) => SHOP !== "harbour");

  test("they are the mean and base of everybody outside, counted from the files one by one", () => {
    expect(Object.keys(told)).toEqual([...waveIds]);
    for (const wave of waveIds) {
      const rows = outside(wave);
      expect(told[wave]?.respondents).toBe(rows.length);
      const answered = rows.filter(({ OVERALL }) => OVERALL !== "");
      const weight = ({ W }: (typeof rows)[number]) => (W === undefined ? 1 : Number(W));
      const sum = answered.reduce((total, row) => total + weight(row) * Number(row["OVERALL"]), 0);
      const weights = answered.reduce((total, row) => total + weight(row), 0);
      const { n, value } = told[wave]?.figures["overall"]?.estimate ?? { n: 0, value: 0 };
      expect(n, wave).toBe(answered.length);
      expect(value, wave).toBeCloseTo(sum / weights, 9);
    }
  });

  test("pages show them beside the branch's own, with both bases; nothing else of the others is in any file", () => {
    const { n = 0 } = told["2025-H1"]?.figures["overall"]?.estimate ?? {};
    for (const [language, name] of [
      ["en", "everybody outside harbour"],
      ["zh", "harbour以外的全体"],
    ]) {
      for (const page of ["", "q/overall/"]) {
        const html = harbour.get(`${language}/shops/${page}index.html`)?.toString() ?? "";
        const panel = new JSDOM(html).window.document.querySelector("#outside");
        expect(panel?.textContent, `${language} ${page}`).toContain(name);
        // Five grades and ten stand on no common axis.
        const drawn = [...(panel?.querySelectorAll("svg a") ?? [])].map((link) => link.textContent);
        expect(new Set(drawn).size).toBe(1);
        const bases = [...(panel?.querySelectorAll("td .aside") ?? [])].map((cell) => cell.textContent ?? "");
        expect(bases.filter((text) => text.endsWith(String(n)))).not.toEqual([]);
      }
    }
    const named = /\b(ferry|mill|Old Town|north)\b|城东/i;
    expect(said(whole).some(([, text]) => named.test(text))).toBe(true);
    expect(said(harbour).flatMap(([name, text]) => named.exec(`${name} ${text}`)?.[0] ?? [])).toEqual([]);
    const own = figures(whole, (slice) => slice.includes("shop=harbour"));
    const known = new Set(
      Object.values(told).flatMap((wave) =>
        Object.values(wave.figures).flatMap(({ estimate }) => Object.values(estimate).map(String)),
      ),
    );
    // Without weights a group of the harbour may have the figures of another of its size.
    const isTelling = ({ n, weighted }: Readonly<Record<string, string>>) =>
      weighted === "1" || Number(n) > rowsOf("2024-H1").filter(({ SHOP }) => SHOP === "harbour").length;
    const others = figures(whole, (slice, row) => !slice.includes("shop=harbour") && isTelling(row));
    const foreign = [...others].filter(
      (value) => !own.has(value) && !known.has(value) && !isShareOfFew(Number(value)),
    );
    expect(foreign.length).toBeGreaterThan(300);
    const texts = said(harbour);
    expect(foreign.filter((value) => texts.some(([, text]) => text.includes(value)))).toEqual([]);
  });

  test("the average of a single other branch is that branch's own, and is not told", async () => {
    await buildOrThrow(workshop, { MANYI_SCOPE: "area=South", MANYI_SCOPE_REST: "averages" });
    const files = await filesUnder(workshop.out);
    const report = JSON.parse(files.get("shops/report.json")?.toString() ?? "{}");
    expect(report.outside.waves).toEqual({});
    const html = files.get("en/shops/index.html")?.toString() ?? "";
    expect(html).toContain("No average of the others is published");
  }, 240_000);

  test("without a scope, or asked for anything else, nothing is built", async () => {
    const environments: readonly Readonly<Record<string, string>>[] = [
      { MANYI_SCOPE_REST: "averages" },
      { MANYI_SCOPE: "area=South", MANYI_SCOPE_REST: "rows" },
    ];
    for (const environment of environments) {
      const run = await workshop.build(environment);
      expect(run.code).toBe(1);
      expect(run.stderr).toContain("MANYI_SCOPE_REST");
    }
  }, 240_000);
});

describe("other commands under a scope", () => {
  const shop = { MANYI_SCOPE: "shop=harbour", MANYI_SCOPE_REST: "averages" };

  test("the check speaks of the branch's rows alone, and of what is said of others", async () => {
    const run = await workshop.run("check", { ...shop, MANYI_OUT: join(workshop.folder, "nowhere") });
    const rows = waveIds.flatMap((wave) => rowsOf(wave).filter(({ SHOP }) => SHOP === "harbour")).length;
    expect(run.stdout).toContain(
      `shops: a site of shop=harbour alone (MANYI_SCOPE), with averages of everybody else (${waveIds.join(", ")}).`,
    );
    expect(run.stdout).toContain(`the coded answers of ${rows} respondents`);
    const unknown = await workshop.run("check", { MANYI_SCOPE: "area=atlantis" });
    expect(unknown.code).toBe(1);
  }, 240_000);

  test("the check compares with a site of the same branch, and with no other", async () => {
    await buildOrThrow(workshop, { MANYI_SCOPE: "area=South" });
    const against = async (environment: Readonly<Record<string, string>>) => {
      const run = await workshop.run("check", environment);
      return /^shops: (?!a site|publish)(.*)$/m.exec(run.stdout)?.[1];
    };
    expect(await against({ MANYI_SCOPE: "area=North" })).toContain("nothing to compare");
    expect(await against({})).toContain("nothing to compare");
    expect(await against({ MANYI_SCOPE: "area=South" })).not.toContain("nothing to compare");
  }, 240_000);

  test("no version is recorded", async () => {
    const run = await workshop.run("record", { MANYI_SCOPE: "area=South" });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("Nothing was recorded");
    expect((await filesUnder(workshop.data)).has("shops/versions.json")).toBe(false);
  });
});
