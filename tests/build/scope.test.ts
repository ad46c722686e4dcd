/** A site of one area: whoever reads every byte of it learns nothing of the other. */
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";
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
function figures(files: ReadonlyMap<string, Buffer>, isOf: (slice: string) => boolean): ReadonlySet<string> {
  const text =
    files
      .get("shops/estimates.csv")
      ?.toString("utf-8")
      .replace(/^\uFEFF/, "") ?? "";
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const values = data
    .filter(({ slice = "" }) => isOf(slice))
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
