/** M34: of a wave of fewer respondents than the minimum nothing that is built says how many they are. */
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";

const codebook = `id: tiny
title: { en: Tiny, zh: 小调查 }
waves: [{ id: "2023", file: 2023.csv }, { id: "2024", file: 2024.csv }]
dimensions: [{ id: region, title: Region, column: R, labels: { a: Alpha, b: Beta } }]
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 5 }, column: Q }
  - { id: never, type: number, unit: minutes, column: N }
  - { id: said, type: text, column: T }
scoring: { sample: { rule: 1, plus: 10, share: 0.05 } }
strata: strata.csv
`;
const wave = (alpha: number) =>
  [
    "R,Q,N,T",
    ...Array.from({ length: alpha }, (_, at) => `a,${(at % 5) + 1},,fine`),
    ...Array.from({ length: 60 }, (_, at) => `b,${(at % 4) + 1},7,good`),
  ].join("\n");

let workshop: Workshop;
let files: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  workshop = await openWorkshop();
  await workshop.write("tiny", {
    "survey.yaml": codebook,
    "2023.csv": wave(40),
    "2024.csv": wave(3),
    "strata.csv":
      "wave,region,customers,handed_out,returned\n2023,a,500,80,40\n2023,b,500,90,60\n2024,a,500,9,3\n2024,b,500,90,60\n",
  });
  await buildOrThrow(workshop, { MANYI_SCOPE: "region=a", MANYI_SCOPE_REST: "averages" });
  files = await filesUnder(workshop.out);
});
afterAll(() => workshop?.remove());

const text = (path: string) => files.get(path)?.toString("utf-8") ?? "";
const page = (path: string) => new JSDOM(text(`${path}index.html`)).window.document;
const rowsIn = (document: Document, section: string) =>
  [...document.querySelectorAll(`#${section} tbody tr`)].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim() ?? ""),
  );

describe.each([
  ["en", "withheld"],
  ["zh", "不公布"],
])("of three respondents in the latest wave (%s)", (language, withheld) => {
  test("no page but that of the wave before tells a response rate", () => {
    const own = [...files].filter(([name]) => name.startsWith(`${language}/tiny/`) && name.endsWith(".html"));
    expect(own.length).toBeGreaterThan(8);
    for (const [name, content] of own) {
      expect(content.toString(), name).not.toMatch(/3 of 9\b|33\.3\s?%|发出 9 份/);
      if (name.includes("/w/2023/")) expect(content.toString(), name).toMatch(/50\.0\s?%/);
    }
  });

  test("the data page tells what became of the rows of the wave before alone", () => {
    const document = page(`${language}/tiny/data/`);
    const rows = rowsIn(document, "rows");
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.some(([, before]) => before === "40")).toBe(true);
    for (const [title, , latest] of rows.slice(1)) expect(latest, title).toBe(withheld);
    for (const [title, , latest] of rowsIn(document, "non-response"))
      expect([title, latest]).toEqual([title, withheld]);
    expect(rowsIn(document, "files").map(([, , count]) => count)).toEqual(["40", withheld]);
  });

  test("what is public says that no row goes out, and of others nothing where nothing is published", () => {
    const document = page(`${language}/tiny/public/`);
    const [before, latest] = rowsIn(document, "withheld");
    expect(before?.slice(0, 2)).toEqual(["2023", "40"]);
    expect(latest?.slice(0, 3)).toEqual(["2024", "0", withheld]);
    const said = document.body.textContent ?? "";
    expect(said).not.toContain("300");
    expect(said).toMatch(/No row goes out of 2024: fewer than 5|2024 作答不足 5 人，不公开任何一行/);
    expect(said).toMatch(/outside Alpha nothing is published|Alpha以外的受访者，没有任何内容公开/);
  });

  test("the list of surveys does not add them up", () => {
    expect(page(`${language}/`).body.textContent).not.toMatch(/\b43\b/);
  });
});

test("nor does any file for programs", () => {
  const report = JSON.parse(text("tiny/report.json"));
  expect(report.responses).toEqual({ 2023: { handedOut: 80, returned: 40 } });
  expect(report.items["2024"]).toBeUndefined();
  const [, latest] = report.waves;
  expect(latest.layout.rows).toBe(0);
  expect(latest.withheld).toEqual({ rows: 0, places: {}, whole: true });
  const [before, held] = JSON.parse(text("tiny/manifest.json")).waves;
  expect(before.rows).toBe(40);
  expect(held).not.toHaveProperty("rows");
  expect(held.withheld).toEqual({ rows: 0, places: {}, whole: true });
});
