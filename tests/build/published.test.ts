import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";
import type { PublishedReport } from "../../src/panels/report.ts";
import { buildOrThrow, filesUnder, holdsText, openWorkshop, type Workshop } from "./build-command.ts";
import { fixtureFiles, privateDays, privateMarks, waveIds, weightedWave } from "./fixture-survey.ts";

interface Manifest {
  readonly survey: string;
  readonly dataVersion: string;
  readonly publish: string;
  readonly base: { readonly minimum: number; readonly caution: number };
  readonly estimates: { readonly file: string; readonly sha256: string };
  readonly waves: readonly {
    readonly id: string;
    readonly file: string;
    readonly published: boolean;
    readonly bytes: number;
    readonly sha256: string;
    readonly rows: number;
    readonly weighted: boolean;
    readonly sourceSha256: string;
    readonly columns: readonly string[];
    readonly dictionaries: Readonly<Record<string, readonly string[]>>;
    readonly withheld?: { readonly rows: number; readonly places: Readonly<Record<string, number>> };
  }[];
  readonly questions: readonly { readonly id: string }[];
}

const sha256 = (content: Buffer | string | undefined) =>
  createHash("sha256")
    .update(content ?? "")
    .digest("hex");

describe.each(["protected", "rows"] as const)("what `publish: %s` publishes", (publish) => {
  const sources = fixtureFiles({ publish });
  let workshop: Workshop;
  let site: ReadonlyMap<string, Buffer>;
  let manifest: Manifest;
  beforeAll(async () => {
    workshop = await openWorkshop();
    await workshop.write("shops", sources);
    await buildOrThrow(workshop);
    site = await filesUnder(workshop.out);
    manifest = JSON.parse(site.get("shops/manifest.json")?.toString("utf-8") ?? "{}");
  });
  afterAll(() => workshop?.remove());

  test("no id, comment, exact date, unmapped column or bad cell, in any file", () => {
    // The search finds what is there.
    expect(
      Object.values(privateMarks).every((mark) =>
        holdsText(Buffer.from(sources["waves/2024-H1.csv"] ?? ""), mark),
      ),
    ).toBe(true);
    expect(holdsText(site.get("en/shops/index.html") ?? Buffer.alloc(0), "Shop survey")).toBe(true);
    const rows = [...site].flatMap(([name, content]) =>
      name.includes("/store/") ? [[`${name}, inflated`, gunzipSync(content)] as const] : [],
    );
    expect(rows).toHaveLength(waveIds.length);
    expect(rows.every(([, content]) => holdsText(content, "q_overall"))).toBe(true);
    const found = [...site, ...rows].flatMap(([name, content]) =>
      [...Object.values(privateMarks), ...privateDays]
        .filter((mark) => holdsText(content, mark))
        .map((mark) => `${name}: ${mark}`),
    );
    expect(found).toEqual([]);
  });

  test("nor is any of it in the stores that the build keeps", async () => {
    const cache = join(workshop.folder, "stores", "waves");
    const stores = (await readdir(cache)).filter((name) => name.endsWith(".duckdb"));
    // Rows as they are, and those that may be downloaded where these are others.
    expect(stores).toHaveLength(publish === "rows" ? waveIds.length : 2 * waveIds.length);
    for (const name of stores) {
      const content = await readFile(join(cache, name));
      expect(holdsText(content, "q_overall"), "names of columns can be found").toBe(true);
      for (const mark of [...Object.values(privateMarks), ...privateDays])
        expect(holdsText(content, mark), `${name}: ${mark}`).toBe(false);
    }
  });

  test("no path of the machine that built it", () => {
    const paths = [workshop.folder, projectRoot, `${homedir()}/`, "file://", "node_modules"];
    const found = [...site].flatMap(([name, content]) =>
      paths.filter((path) => holdsText(content, path)).map((path) => `${name}: ${path}`),
    );
    expect(found).toEqual([]);
  });

  test("no file but pages, styles, scripts, open results and what the survey allows", () => {
    const others = [...site.keys()].filter(
      (name) => !/\.(html|css|js|svg|csv)$|^shops\/(manifest|report)\.json$/.test(name),
    );
    const stores = manifest.waves.map(({ file }) => `shops/${file}`);
    const engine = others.filter((name) => /^engine\/duckdb-(eh|worker)-[\d.]+-[0-9a-f]{8}\.bin$/.test(name));
    expect(engine).toHaveLength(2);
    const searched = ["en", "zh"].map((language) => `${language}/shops/search.json`);
    const pictures = ["en", "zh"].flatMap((language) =>
      waveIds.map((wave) => `shops/share/${language}-${wave}.png`),
    );
    const ofSite = [
      ".manyi",
      ".nojekyll",
      "_headers",
      "survey.schema.json",
      "robots.txt",
      "site.webmanifest",
    ];
    const icons = ["apple-touch-icon.png", "icon-512.png"];
    expect(others.sort()).toEqual(
      [...stores, ...engine, ...searched, ...pictures, ...ofSite, ...icons].sort(),
    );
    expect(site.has("offline.js")).toBe(true);
    expect([...site.keys()].filter((name) => name.endsWith(".csv"))).toEqual(["shops/estimates.csv"]);
  });

  test("columns of filters and answers only, and of protected rows how many places were withheld", () => {
    for (const { columns, dictionaries, withheld } of manifest.waves) {
      expect(columns.filter((name) => name.startsWith("d_"))).toEqual(
        expect.arrayContaining(["d_area", "d_shop", "d_channel", "d_age"]),
      );
      if (publish === "rows") expect(withheld).toBeUndefined();
      else {
        expect(columns.filter((name) => /comment|bought/.test(name))).toEqual([]);
        // The ferry's three, and of the mill, which pages withhold with it, and of those over eighty: more than these.
        expect(withheld?.places["shop"]).toBeGreaterThan(3);
        expect(dictionaries["d_shop"]).toContain("_withheld");
      }
    }
  });

  test("a report for the browser that names the same files, and nothing of its own", () => {
    const report = JSON.parse(site.get("shops/report.json")?.toString("utf-8") ?? "{}") as PublishedReport;
    expect(report.dataVersion).toBe(manifest.dataVersion);
    expect(report.waves.map(({ file, bytes }) => [file, bytes])).toEqual(
      manifest.waves.map(({ file, bytes }) => [`shops/${file}`, bytes]),
    );
    for (const { file, bytes, inflated } of [...report.waves, ...Object.values(report.engine ?? {})]) {
      expect(site.get(file)?.byteLength, file).toBe(bytes);
      expect(gunzipSync(site.get(file) ?? Buffer.alloc(0)).byteLength, file).toBe(inflated);
    }
  });

  test("a manifest that names waves, rows, weights and sources", () => {
    expect(manifest).toMatchObject({ survey: "shops", publish, base: { minimum: 5, caution: 30 } });
    expect(manifest.dataVersion).toMatch(/^[0-9a-f]{12}$/);
    expect(manifest.waves.map(({ id, rows, weighted }) => ({ id, rows, weighted }))).toEqual(
      waveIds.map((id) => ({ id, rows: 150, weighted: id === weightedWave })),
    );
    expect(manifest.waves.map(({ sourceSha256 }) => sourceSha256)).toEqual(
      waveIds.map((id) => sha256(sources[`waves/${id}.csv`])),
    );
    expect(manifest.questions).toHaveLength(10);
  });

  test("sizes and hashes that are those of the files", async () => {
    expect(manifest.estimates.file).toBe("estimates.csv");
    expect(manifest.estimates.sha256).toBe(sha256(site.get("shops/estimates.csv")));
    for (const { file, bytes, sha256: hash, published } of manifest.waves) {
      expect(published).toBe(true);
      const content = site.get(`shops/${file}`);
      expect({ bytes: content?.byteLength, hash: sha256(content) }, file).toEqual({ bytes, hash });
    }
  });
});
