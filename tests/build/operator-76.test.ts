/** The demo of a published tabulation: every share on the built pages is the published one, to its last digit. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";

interface Published {
  readonly question: string;
  readonly type: string;
  readonly option: string;
  readonly published_percent: string;
}

/** The demo's questions in the order of the publication. */
const ids = [
  "gender",
  "age",
  "brand",
  "spend",
  "channel",
  "services",
  "wanted",
  "reasons",
  "quality",
  "steps",
  "polite",
  "fast",
  "waiting",
  "strengthen",
];
const text = readFileSync(join(import.meta.dirname, "../measures/golden/mobile-76.csv"), "utf-8");
const { data } = Papa.parse<Published>(text, { header: true, skipEmptyLines: true });
const published = ids.map(
  (id, at) => [id, data.filter(({ question }) => question === `q${at + 1}`)] as const,
);

/** Answers without an order of their own: most given first, those that gather the rest last. */
function inOrderOfPage(options: readonly Published[]): readonly Published[] {
  const gathers = ({ option }: Published) => Number(option === "other" || option === "none");
  const isOrdered = ({ type }: Published) => type !== "multi" && !options.some(gathers);
  if (options.some(isOrdered)) return options;
  return options.toSorted(
    (a, b) => gathers(a) - gathers(b) || Number(b.published_percent) - Number(a.published_percent),
  );
}

let workshop: Workshop;
let site: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  workshop = await openWorkshop();
  await buildOrThrow(workshop, { MANYI_DATA: join(projectRoot, "data", "operator-76") });
  site = await filesUnder(workshop.out);
});
afterAll(() => workshop?.remove());

function page(path: string): Document {
  const html = site.get(`${path}index.html`);
  if (!html) throw new Error(`there is no page ${path}`);
  return new JSDOM(html.toString("utf-8")).window.document;
}

const texts = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

describe.each(["en", "zh"])("pages in %s", (language) => {
  test.each(published)("%s: the published percentages, in the order of the page", (id, options) => {
    const document = page(`${language}/operator-76/q/${id}/`);
    const shares = texts(document, "#distribution tbody td.score");
    // The publication lists ratings best first, as the page does; answers without an order stand by their shares.
    expect(shares).toEqual(
      inOrderOfPage(options).map((option) => `${Number(option.published_percent).toFixed(1)}%`),
    );
    expect(document.querySelector("#distribution .note")?.textContent).toContain("76");
    expect(document.querySelector("#distribution .note .flag")).not.toBeNull();
    expect(document.body.textContent).not.toMatch(/[▲▼]/);
  });

  test("the overview is headed by a figure with base and interval, and says that only a table survives", () => {
    const document = page(`${language}/operator-76/`);
    expect(texts(document, ".figure")).toEqual(["48.7%"]);
    expect(texts(document, ".printed")).toHaveLength(1);
    expect(texts(document, ".glance dd")[1]).toBe("37.8–59.7%");
  });

  test("the data page accounts for the rows of the table and names its file", () => {
    const document = page(`${language}/operator-76/data/`);
    expect(texts(document, "#tables tbody td")).toEqual(["operator-76-counts.csv", "63", "63"]);
    expect(texts(document, "#files tbody td")[0]).toBe("operator-76-counts.csv");
    expect(document.querySelector("#rows, #non-response")).toBeNull();
  });
});

test("fourteen questions with 63 options were published", () => {
  expect(new Set(data.map(({ question }) => question)).size).toBe(ids.length);
  expect(published.flatMap(([, options]) => options)).toHaveLength(63);
});

test("nothing is stored, and the manifest names the table", () => {
  expect([...site.keys()].filter((path) => path.includes("/store/"))).toEqual([]);
  const manifest = JSON.parse(site.get("operator-76/manifest.json")?.toString("utf-8") ?? "{}") as {
    readonly waves: readonly object[];
  };
  expect(manifest.waves).toEqual([
    expect.objectContaining({
      id: "published",
      tabulated: true,
      respondents: 76,
      tables: [{ sourceSha256: expect.stringMatching(/^[0-9a-f]{64}$/), rows: 63 }],
    }),
  ]);
});
