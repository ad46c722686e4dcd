/**
 * `npm run bench engine`: what a reader waits for, on the overview of a whole site, in a real browser. Prints and asserts
 * nothing. `bench.ts ROWS [SITE]`: of a site that was built before, where one is named.
 */
import { loadavg } from "node:os";
import type { Browser } from "playwright-core";
import { median } from "../../../src/cli/bench/benchmark.ts";
import { columns, levels, writeInventedSurvey } from "../../../src/cli/bench/engine/invented-survey.ts";
import type { PublishedReport } from "../../../src/panels/report.ts";
import { seededRandom } from "../../../src/stats/random.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import { type Slice, sliceText } from "../../../src/views/slice.ts";
import { launch } from "../browser.ts";
import { builtSite } from "./built-site.ts";
import { type Host, openHost } from "./host.ts";
import { processUse } from "./process-use.ts";
import { openTime, repaintTimes } from "./repaint.ts";
import { openHarness } from "./session.ts";

const views = 30;
const overview = "en/bench/";
const firstView = "?region=East";

async function measure(rows: number, site?: string): Promise<void> {
  const publish = process.env["MANYI_BENCH_PUBLISH"] ?? "rows";
  const hierarchy = process.env["MANYI_BENCH_LEVELS"] === "stores" ? levels.stores : levels.cities;
  const built = site
    ? { folder: site, seconds: undefined, remove: async () => {} }
    : await builtSite((data) => writeInventedSurvey(data, { rows, publish, hierarchy }));
  const browser = await launch();
  try {
    const load = loadavg()[0]?.toFixed(1);
    const engine = await readiness(browser, built.folder);
    const page = await pageTimes(browser, built.folder);
    const { cold, warm } = page.bytes;
    const sorted = page.times.toSorted((a, b) => a - b);
    const perRow = (cold.rows / rows).toFixed(1);
    print({
      answers: `${rows.toLocaleString("en")} × ${columns.length} columns in 8 waves, published as ${publish}; load of this machine ${load}`,
      ...(built.seconds === undefined ? {} : { site: `built in ${built.seconds.toFixed(0)} s` }),
      engine: `ready cold ${said(engine.cold)}, warm ${said(engine.warm)}; rows of all waves open cold ${said(engine.coldRows)} more, warm ${said(engine.warmRows)} more`,
      link: `to a view, from opening to painted: cold ${said(page.first)}, second visit ${said(page.again)}`,
      "view change": `to all panels of the overview repainted: median ${said(median(page.times))}, p95 ${said(p95(sorted))} of ${views} views, longest ${said(sorted.at(-1) ?? 0)}; CPU ${said(page.cpu)} a view`,
      memory:
        page.peakMb > 0
          ? `page and workers at most ${Math.round(page.peakMb)} MB`
          : "not known on this system",
      "bytes cold": `before the first filter: engine and rows ${megabytes(page.before)}; at it: engine ${megabytes(cold.engine)}, rows ${megabytes(cold.rows)} (${perRow} a row), report.json ${megabytes(cold.report)}`,
      "bytes again": `engine and rows ${megabytes(warm.engine + warm.rows)}, report.json ${megabytes(warm.report)}`,
    });
  } finally {
    await browser.close();
    await built.remove();
  }
}

/** The engine by itself: ready to count, then with the rows of all waves open; fetched, and kept from a visit before. */
async function readiness(browser: Browser, folder: string) {
  const harness = await openHarness({ browser }, folder);
  try {
    const timed = async () => {
      await harness.call("open", harness.host.address, "bench");
      const { waves } = await reportAt(harness.host);
      const all = waves.map(({ layout }) => layout.wave);
      const nothing = { scores: [], waves: [], by: [], slice: {}, rows: "own" } as const;
      const one = { questions: [], waves: all, by: [], slice: {} };
      const [ready = 0, open = 0] = await harness.call("time", [{ askLinear: [nothing] }, { ask: [one] }]);
      return { ready, open };
    };
    const cold = await timed();
    await harness.load();
    const warm = await timed();
    return { cold: cold.ready, coldRows: cold.open, warm: warm.ready, warmRows: warm.open };
  } finally {
    await harness.close();
  }
}

/** The overview of the site: as it stands, by a link to a view, under thirty others, and by the link again. */
async function pageTimes(browser: Browser, folder: string) {
  const host = await openHost(folder, { compresses: true, caching: "no-cache" });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: "block",
  });
  try {
    const { survey } = await reportAt(host);
    host.sent.length = 0;
    const page = await context.newPage();
    await page.goto(`${host.address}${overview}`, { waitUntil: "networkidle" });
    const { engine, rows } = bytesOf(host);
    host.sent.length = 0;
    const first = await openTime(page, `${host.address}${overview}${firstView}`);
    const cold = bytesOf(host);
    const before = await processUse(browser);
    const times = await repaintTimes(page, differentViews(survey));
    const after = await processUse(browser);
    await page.close();
    host.sent.length = 0;
    const again = await openTime(await context.newPage(), `${host.address}${overview}${firstView}`);
    return {
      ...{ first, again, times, before: engine + rows, peakMb: after.peakMb },
      cpu: ((after.seconds - before.seconds) / views) * 1000,
      bytes: { cold, warm: bytesOf(host) },
    };
  } finally {
    await context.close();
    host.close();
  }
}

async function reportAt(host: Host): Promise<PublishedReport> {
  return (await fetch(`${host.address}bench/report.json`)).json() as Promise<PublishedReport>;
}

/** Queries of views of which no two are the same: regions, and beside them a channel, a product, an age, or none. */
function differentViews(survey: Survey): readonly string[] {
  const random = seededRandom(20);
  const found = new Set<string>();
  for (let at = 0; found.size < views; at++) found.add(sliceText(randomSlice(survey, random, at)));
  return [...found].map((text) => `?${text}`);
}

function randomSlice({ dimensions }: Survey, random: () => number, at: number): Slice {
  const pick = (id: string) => {
    const options = dimensions.find((one) => one.id === id)?.options ?? [];
    return options[Math.floor(random() * options.length)]?.id ?? "";
  };
  const beside = [undefined, "channel", "product", "age"][at % 4];
  const regions = [...new Set([pick("region"), pick("region")])];
  return { region: regions, ...(beside === undefined ? {} : { [beside]: [pick(beside)] }) };
}

function bytesOf({ sent }: Host) {
  const sum = (part: string) =>
    sent.reduce((total, { path, bytes }) => total + (path.includes(part) ? bytes : 0), 0);
  return { engine: sum("engine/"), rows: sum("/store/"), report: sum("report.json") };
}

function print(lines: Readonly<Record<string, string>>): void {
  for (const [label, value] of Object.entries(lines)) console.log(`  ${label.padEnd(11)} ${value}`);
}

const p95 = (sorted: readonly number[]) => sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0;
const said = (milliseconds: number) => `${Math.round(milliseconds)} ms`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

const [rows, site] = process.argv.slice(2);
if (rows === undefined) throw new Error("usage: bench.ts ROWS [SITE]");
await measure(Number(rows), site);
