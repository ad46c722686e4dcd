/** What the page on downloads says, held against the files of the built site, counted by themselves. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import { fixtureFiles, waveIds } from "./fixture-survey.ts";

let workshop: Workshop;
let files: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  workshop = await openWorkshop();
  await workshop.write("shops", fixtureFiles());
  const closed = fixtureFiles();
  const codebook = closed["survey.yaml"] ?? "";
  await workshop.write("closed", {
    ...closed,
    "survey.yaml": codebook
      .replace("id: shops", "id: closed")
      .replace("publish: protected", "publish: pages"),
  });
  await buildOrThrow(workshop, { BASE_PATH: "/reports/" });
  files = await filesUnder(workshop.out);
});
afterAll(() => workshop?.remove());

function page(path: string): Document {
  return new JSDOM(files.get(path)?.toString("utf-8") ?? "").window.document;
}

const cellsOf = (row: Element) => [...row.children].map((cell) => cell.textContent?.trim() ?? "");
const rowsIn = (document: Document, section: string) =>
  [...document.querySelectorAll(`#${section} tbody tr`)].map((row) => ({
    cells: cellsOf(row),
    href: row.querySelector("a")?.getAttribute("href") ?? "",
  }));

test.each(["en", "zh"])(
  "every file that can be downloaded is listed, with rows and columns (%s)",
  (language) => {
    const listed = rowsIn(page(`${language}/shops/public/index.html`), "downloads");
    const there = [...files.keys()].filter((name) => /^shops\/([^/]+\.(csv|json)|store\/)/.test(name));
    expect(listed.map(({ href }) => href).sort()).toEqual(there.map((name) => `/reports/${name}`).sort());
    const [estimates] = listed;
    const text = files.get("shops/estimates.csv")?.toString("utf-8") ?? "";
    const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: true });
    expect(Number(estimates?.cells[2]?.replaceAll(/\D/g, ""))).toBe(data.length - 1);
    expect(estimates?.cells[3]).toBe(String(data[0]?.length));
    expect(listed.filter(({ href }) => href.includes("/store/")).map(({ cells }) => cells[2])).toEqual(
      waveIds.map(() => "150"),
    );
  },
);

test("every column of every file of rows is listed, and nothing else; places withheld are those in the file", async () => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const folder = await mkdtemp(join(tmpdir(), "manyi-public-"));
  const document = page("en/shops/public/index.html");
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const held = new Map<string, number>();
  const said = rowsIn(document, "withheld").map(({ cells }) => cells.map((cell) => cell.replace(/ .*/, "")));
  const report = JSON.parse(files.get("shops/report.json")?.toString() ?? "{}") as {
    waves: { file: string; layout: { dictionaries: Record<string, string[]> } }[];
  };
  const heads = cellsOf(document.querySelector("#withheld thead tr") as Element).slice(3);
  const names = new Map([
    ["Area", "d_area"],
    ["Shop", "d_shop"],
    ["Channel", "d_channel"],
    ["Age", "d_age"],
  ]);
  for (const [at, { file, layout }] of report.waves.entries()) {
    const path = join(folder, `${at}.duckdb`);
    await writeFile(path, gunzipSync(files.get(file) ?? Buffer.alloc(0)));
    await connection.run(`ATTACH '${path}' AS w${at} (READ_ONLY)`);
    const columns = await connection.runAndReadAll(`DESCRIBE w${at}.answers`);
    for (const [name] of columns.getRows()) held.set(String(name), (held.get(String(name)) ?? 0) + 150);
    const withheld = await Promise.all(
      heads.map(async (head) => {
        const name = names.get(head) ?? "";
        const code = layout.dictionaries[name]?.indexOf("_withheld") ?? -1;
        const found = await connection.runAndReadAll(
          `SELECT count(*)::INTEGER FROM w${at}.answers WHERE ${name} = ${code}`,
        );
        return String(found.getRows()[0]?.[0]);
      }),
    );
    expect(said[at]?.slice(3)).toEqual(withheld);
  }
  await rm(folder, { recursive: true });
  expect(heads).toHaveLength(4);
  expect(said.flatMap((cells) => cells.slice(3)).some((count) => count !== "0")).toBe(true);
  const listed = rowsIn(document, "columns").map(({ cells }) => [cells[0], Number(cells[3])]);
  expect(new Map(listed as [string, number][])).toEqual(held);
});

test("a survey of pages alone lists no rows", () => {
  const document = page("en/closed/public/index.html");
  expect(document.querySelector("#columns")).toBeNull();
  expect(rowsIn(document, "downloads").map(({ cells }) => cells[0])).toEqual([
    "estimates.csv",
    "manifest.json",
    "report.json",
  ]);
  expect(document.querySelector("main")?.textContent).toContain("No row of anybody");
});

test("the data page leads there", () => {
  const links = [...page("en/shops/data/index.html").querySelectorAll("main a")];
  expect(links.map((link) => link.getAttribute("href"))).toContain("/reports/en/shops/public/");
});
