import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { mean, sum } from "d3-array";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";
import type { PublishedReport } from "../../src/panels/report.ts";
import { readTable } from "../../src/store/read-table.ts";
import { violations } from "./accessibility.ts";
import { openPage, openSession, type Session, siteFolder } from "./browser.ts";
import { openHost } from "./engine/host.ts";
import { languages, survey } from "./page-types.ts";

let session: Session;
let report: PublishedReport;
beforeAll(async () => {
  session = await openSession();
  report = JSON.parse(await readFile(join(siteFolder, survey, "report.json"), "utf-8"));
});
afterAll(() => session?.close());

/** What the codebook makes the index of, read off it by eye: weight and items of each factor. */
const factors = [
  { weight: 24, items: ["sq1", "sq2", "sq3", "sq4"] },
  { weight: 21, items: ["fa1", "fa2", "fa3"] },
  { weight: 21, items: ["pu1", "pu2", "pu3", "pu4"] },
  { weight: 18, items: ["ad1", "ad2", "ad3", "ad4"] },
  { weight: 16, items: ["in1", "in2", "in3"] },
];

interface Answerer {
  readonly weight: number;
  readonly answer: (item: string) => number | undefined;
}

/** A mean of those who answered, each as heavy as its weight. */
function weightedMean(rows: readonly Answerer[], item: string): number {
  const answered = rows.flatMap(({ weight, answer }) => {
    const value = answer(item);
    return value === undefined ? [] : [{ weight, value }];
  });
  return sum(answered, ({ weight, value }) => weight * value) / sum(answered, ({ weight }) => weight);
}

/** Factors are plain means of their items, the index their mean by weight; 8.5 of 10 counts as 850. */
function indexOf(rows: readonly Answerer[]): number {
  const scores = factors.map(({ weight, items }) => ({
    weight,
    score: 100 * (mean(items, (item) => weightedMean(rows, item)) ?? Number.NaN),
  }));
  return sum(scores, ({ weight, score }) => weight * score) / sum(scores, ({ weight }) => weight);
}

/** The rows of a wave that anybody may download, decoded without the engine. */
async function publishedRows(wave: string, dimension: string, option: string): Promise<readonly Answerer[]> {
  const found = report.waves.find(({ layout }) => layout.wave === wave);
  if (!found) throw new Error(`nothing is published of ${wave}`);
  const folder = await mkdtemp(join(tmpdir(), "manyi-view-"));
  const path = join(folder, "wave.duckdb");
  await writeFile(path, gunzipSync(await readFile(join(siteFolder, found.file))));
  const { columns, rows } = await readTable(path, found.layout.columns, found.layout.rows);
  await rm(folder, { recursive: true });
  const valuesOf = (name: string) => columns.find((column) => column.name === name)?.values ?? [];
  const code = found.layout.dictionaries[`d_${dimension}`]?.indexOf(option);
  const chosen = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => valuesOf(`d_${dimension}`)[row] === code,
  );
  const weights = valuesOf("w");
  const items = new Map(factors.flatMap(({ items: of }) => of.map((item) => [item, valuesOf(`q_${item}`)])));
  return chosen.map((row) => ({
    weight: weights[row] ?? Number.NaN,
    answer: (item) => {
      const value = items.get(item)?.[row] ?? 255;
      return value === 255 ? undefined : value;
    },
  }));
}

/** The rows of a wave as the analyst's file has them. */
async function fileRows(wave: string, column: string, value: string): Promise<readonly Answerer[]> {
  const text = await readFile(join(projectRoot, "data", survey, "waves", `${wave}.csv`), "utf-8");
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  return data
    .filter((row) => row[column] === value)
    .map((row) => ({
      weight: Number(row["weight"]),
      // A grade; 99 says that somebody did not know.
      answer: (item) => (/^([1-9]|10)$/.test(row[item] ?? "") ? Number(row[item]) : undefined),
    }));
}

/** Waits until a page shows its view, or says why not. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector(".view-band");
  await page.waitForSelector("html:not([data-view])");
}

async function open(path: string, options: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(session, { reducedMotion: "reduce", ...options });
  await opened.page.goto(`${session.address}${path}`);
  return opened;
}

const figure = (page: Page) => page.textContent(".glance .figure");
const base = (page: Page) => page.textContent(".glance .exactness:last-of-type dd");
const title = (page: Page) => page.textContent("h1");
const digits = (text: string | null) => Number((text ?? "").replaceAll(/[^\d.]/g, ""));

/** A view as others on the page would set it: by the address. */
const go = (page: Page, ...queries: readonly string[]) =>
  page.evaluate((all) => {
    for (const query of all) {
      history.pushState(null, "", query);
      dispatchEvent(new PopStateEvent("popstate"));
    }
  }, queries);

describe.each(languages)("a permalink that is opened cold (%s)", (language) => {
  test("gives the figures of the published rows, counted one by one", async () => {
    const rows = await publishedRows("2024-Q4", "region", "east");
    const { page, record, close } = await open(`${language}/${survey}/?region=east`);
    await settled(page);
    expect(rows.length).toBeGreaterThan(900);
    expect(digits(await figure(page))).toBe(Math.round(indexOf(rows)));
    expect(digits(await base(page))).toBe(rows.length);
    const said = await page.textContent(".view-band");
    expect(said).toContain(language === "zh" ? "区域：华东" : "Region: East");
    expect(said).toContain(rows.length.toLocaleString("en"));
    expect(await title(page)).toMatch(language === "zh" ? /^华东的/ : /^East: /);
    expect(record.console).toEqual([]);
    expect(new Set(record.requests.map((url) => new URL(url.replace(/^blob:/, "")).origin)).size).toBe(1);
    await close();
  });

  test("keeps the view when the language is switched, and on other pages of the survey", async () => {
    const { page, close } = await open(`${language}/${survey}/?region=east&channel=app`);
    await settled(page);
    const shown = await figure(page);
    await page.click("[data-language-switch]");
    await page.waitForURL(`**/${language === "zh" ? "en" : "zh"}/${survey}/?region=east&channel=app`);
    await settled(page);
    expect(await figure(page)).toBe(shown);
    const links = await page.$$eval(".site-nav a[href]", (found) =>
      found.map((link) => (link as HTMLAnchorElement).search),
    );
    expect(new Set(links)).toEqual(new Set(["?region=east&channel=app"]));
    await close();
  });
});

test.each(languages)(
  "whose place is withheld counts on neither side of an exclusion, and the page says so (%s)",
  async (language) => {
    const rows = async (option: string) => (await publishedRows("2024-Q4", "region", option)).length;
    const [east, hidden] = [await rows("east"), await rows("_withheld")];
    const all = report.waves.find(({ layout }) => layout.wave === "2024-Q4")?.layout.rows ?? 0;
    expect(hidden).toBeGreaterThan(4);
    const { page, close } = await open(`${language}/${survey}/?region!=east`);
    await settled(page);
    expect(digits(await base(page))).toBe(all - east - hidden);
    const notes = await page.$$eval(".view-note", (found) => found.map((note) => note.textContent ?? ""));
    expect(notes.filter((note) => note.includes(String(hidden)))).toHaveLength(1);
    await go(page, "?region=east&vs=rest");
    await settled(page);
    await page.waitForSelector("#compared");
    expect(await page.textContent("#compared")).toContain((all - east - hidden).toLocaleString("en"));
    expect((await page.textContent(".view-band")) ?? "").toContain(String(hidden));
    await close();
  },
);

test("of rows of which no place is withheld, the figures are those of the analyst's file", async () => {
  const wave = "2024-Q1";
  const withheld = report.waves.find(({ layout }) => layout.wave === wave)?.withheld?.places;
  expect(withheld?.["channel"]).toBe(0);
  const rows = await fileRows(wave, "channel", "app");
  const { page, close } = await open(`en/${survey}/w/${wave}/?channel=app`);
  await settled(page);
  expect(rows.length).toBeGreaterThan(900);
  expect(digits(await base(page))).toBe(rows.length);
  expect(digits(await figure(page))).toBe(Math.round(indexOf(rows)));
  await close();
});

test("the default view asks for nothing that counts", async () => {
  const { page, record, close } = await open(`en/${survey}/?utm_source=mail&print=one`);
  await page.waitForLoadState("networkidle");
  expect(await page.locator(".view-band").count()).toBe(0);
  expect(record.requests.filter((url) => /report|engine|store/.test(url))).toEqual([]);
  await close();
});

test("everybody again, Back and Forward", async () => {
  const { page, close } = await open(`en/${survey}/?region=east`);
  await settled(page);
  const [filtered, named] = [await figure(page), await page.title()];
  const plain = await (await open(`en/${survey}/`)).page.textContent("h1");
  await page.locator(".view-band").getByRole("link", { name: "Show everybody" }).click();
  await page.waitForURL(`**/en/${survey}/`);
  expect(await title(page)).toBe(plain);
  expect(await figure(page)).not.toBe(filtered);
  expect(await page.title()).not.toBe(named);
  expect(await page.isVisible(".view-band")).toBe(false);
  await page.goBack();
  await settled(page);
  expect(await figure(page)).toBe(filtered);
  expect(await page.title()).toBe(named);
  await page.goForward();
  await page.waitForURL(`**/en/${survey}/`);
  expect(await title(page)).toBe(plain);
  await close();
});

test("of two quick views the last wins, and the first is never shown", async () => {
  const { page, close } = await open(`en/${survey}/?region=north`);
  await settled(page);
  await page.evaluate(() => {
    const titles: string[] = [];
    Object.assign(globalThis, { titles });
    new MutationObserver(() => titles.push(document.querySelector("h1")?.textContent ?? "")).observe(
      document.querySelector(".report-body") ?? document,
      { childList: true },
    );
  });
  await go(page, "?region=east", "?region=south");
  await settled(page);
  const rows = await publishedRows("2024-Q4", "region", "south");
  expect(digits(await figure(page))).toBe(Math.round(indexOf(rows)));
  const titles = await page.evaluate(() => (globalThis as unknown as { titles: string[] }).titles);
  expect(titles.filter((text) => text.startsWith("South"))).not.toEqual([]);
  expect(titles.filter((text) => text.startsWith("East"))).toEqual([]);
  await close();
});

describe.each(languages)("a filtered page (%s)", (language) => {
  test.each([
    [360, "light"],
    [1280, "dark"],
  ] as const)("is accessible and no wider than its window at %i px, %s", async (width, colorScheme) => {
    const { page, close } = await open(`${language}/${survey}/?region=east,south&channel!=phone&set=x`, {
      ...{ viewport: { width, height: 800 }, colorScheme, bypassCSP: true },
    });
    await settled(page);
    await page.click(".view-band summary");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await violations(page)).toEqual([]);
    await close();
  });
});

test("tables and contents of a filtered page serve like those that it came with", async () => {
  const { page, close } = await open(`en/${survey}/?region=east`);
  await settled(page);
  await page.waitForSelector("#questions .table-tools");
  const heading = page.locator("#questions table >> nth=0").locator("thead th.number").first();
  await heading.getByRole("button").click();
  expect(await heading.getAttribute("aria-sort")).toBe("descending");
  const targets = await page.$$eval("[data-contents] a", (links) =>
    links.map(
      (link) => document.querySelector(decodeURIComponent((link as HTMLAnchorElement).hash)) !== null,
    ),
  );
  expect(targets.length).toBeGreaterThan(5);
  expect(targets).not.toContain(false);
  await close();
});

describe("what can't be shown leaves the whole report, and says so", () => {
  const everybody = "The page below shows everybody.";

  test("in a browser without WebAssembly", async () => {
    const { page, close } = await openPage(session);
    await page.addInitScript(() => Object.defineProperty(globalThis, "WebAssembly", { value: undefined }));
    await page.goto(`${session.address}en/${survey}/`);
    const whole = await title(page);
    await page.goto(`${session.address}en/${survey}/?region=east`);
    await page.waitForSelector(".view-fault");
    expect(await page.textContent(".view-fault")).toContain(everybody);
    expect(await page.textContent(".view-fault")).toContain("WebAssembly");
    expect(await title(page)).toBe(whole);
    expect(await page.locator("html[data-view]").count()).toBe(0);
    await close();
  });

  test("where the network is cut after the page came, and a second try succeeds", async () => {
    const { page, close } = await openPage(session);
    await page.route("**/engine/*", (route) => route.abort());
    await page.goto(`${session.address}en/${survey}/?region=east`);
    await page.waitForSelector(".view-fault button");
    expect(await page.textContent(".view-fault")).toContain(everybody);
    await page.unroute("**/engine/*");
    await page.click(".view-fault button");
    await page.waitForSelector(".view-base");
    expect(await title(page)).toMatch(/^East: /);
    await close();
  });

  test("on the page of a branch that is hardly published, and on pages that show everybody always", async () => {
    const { page, close } = await open(`en/${survey}/b/east/jiangsu/nanjing/nanjing-01/?channel=app`);
    await page.waitForSelector(".view-fault");
    expect(await page.textContent(".view-fault")).toContain("Dealer");
    expect(await page.locator(".view-fault button").count()).toBe(0);
    await page.goto(`${session.address}en/${survey}/data/?channel=app`);
    await settled(page);
    expect(await page.textContent(".view-band")).toContain("always shows everybody");
    await close();
  });

  test("where a link names what the survey does not have", async () => {
    const { page, close } = await open(`en/${survey}/?region=atlantis&colour=red&v=000000000000`);
    await settled(page);
    const said = await page.textContent(".view-band");
    for (const part of ["atlantis", "colour", "updated"]) expect(said).toContain(part);
    expect(await page.locator(".view-base").count()).toBe(0);
    await close();
  });
});

test("works under a strict policy", async () => {
  const host = await openHost(siteFolder);
  const { page, record, close } = await openPage(session);
  await page.goto(`${host.address}en/${survey}/index.html?region=east`);
  await settled(page);
  expect(await title(page)).toMatch(/^East: /);
  expect(record.console).toEqual([]);
  await close();
  host.close();
});
