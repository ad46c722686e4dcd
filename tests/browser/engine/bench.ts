/**
 * `npm run bench engine`: what a reader waits for, in a real browser: the engine cold and warm, every count of an overview
 * for 30 slices, the overview drawn anew for as many, and bytes. The site must be built. Prints and asserts nothing. MANYI_BENCH_ROWS: numbers of rows, 100000,1000000 by default.
 */
import { loadavg } from "node:os";
import { join } from "node:path";
import { median } from "../../../src/cli/bench/benchmark.ts";
import { codebookFor } from "../../../src/cli/bench/ingest/codebook.ts";
import { columns, writeExport } from "../../../src/cli/bench/ingest/export-file.ts";
import { seededRandom } from "../../../src/stats/random.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import { type Slice, sliceText } from "../../../src/views/slice.ts";
import { launch } from "../browser.ts";
import { overviewFiles, repaintTimes } from "./overview-page.ts";
import { openHarness } from "./session.ts";
import { smallSite } from "./small-site.ts";

const views = 30;

async function measure(rows: number): Promise<void> {
  const codebook = `${codebookFor("export.csv")}publish: rows\n`;
  const built = await smallSite({ "survey.yaml": codebook }, (folder) =>
    writeExport(join(folder, "export.csv"), rows),
  );
  const browser = await launch();
  const extra = await overviewFiles("bench", "all");
  const harness = await openHarness({ browser }, built.site, { extra });
  try {
    const { survey } = built.survey;
    const open = () => harness.call("open", harness.host.address, survey.id);
    const empty = { scores: [], waves: [], by: [], slice: {}, rows: "own" } as const;
    const ready = async () => (await harness.call("time", [{ askLinear: [empty] }]))[0] ?? 0;
    const first = async () =>
      (await harness.call("time", [{ ask: [{ questions: [], waves: ["all"], by: [], slice: {} }] }]))[0] ?? 0;
    await open();
    const cold = { engine: await ready(), rows: await first() };
    const coldBytes = bytesOf(harness.host.sent);
    await harness.load();
    harness.host.sent.length = 0;
    await open();
    const warm = { engine: await ready(), rows: await first() };
    const times = await harness.call(
      "time",
      Array.from({ length: views }, (_, at) => overview(survey, randomSlice(survey, at))),
    );
    const sorted = times.toSorted((a, b) => a - b);
    const queries = Array.from({ length: views + 1 }, (_, at) => `?${sliceText(randomSlice(survey, at))}`);
    await harness.page.goto(`${harness.host.address}en/overview.html${queries[views]}`);
    await harness.page.waitForSelector(".view-base", { timeout: 120_000 });
    const paints = (await repaintTimes(harness.page, queries.slice(0, views))).toSorted((a, b) => a - b);
    const lines = {
      rows: `${rows.toLocaleString("en")} × ${columns.length} columns, load of this machine ${loadavg()[0]?.toFixed(1)}`,
      cold: `engine ready ${said(cold.engine)}, rows fetched and open ${said(cold.rows)} more`,
      warm: `engine ready ${said(warm.engine)}, rows open ${said(warm.rows)} more`,
      overview: `all counts of a view: median ${said(median(times))}, p95 ${said(sorted[Math.ceil(0.95 * views) - 1] ?? 0)} of ${views}`,
      repaint: `view set to overview drawn: median ${said(median(paints))}, p95 ${said(paints[Math.ceil(0.95 * views) - 1] ?? 0)} of ${views}`,
      bytes: `cold: engine ${megabytes(coldBytes.engine)}, rows ${megabytes(coldBytes.rows)} (${(coldBytes.rows / rows).toFixed(1)} bytes a row); second visit ${megabytes(bytesOf(harness.host.sent).engine + bytesOf(harness.host.sent).rows)}`,
    };
    for (const [label, value] of Object.entries(lines)) console.log(`  ${label.padEnd(9)} ${value}`);
  } finally {
    await harness.close();
    await browser.close();
    await built.remove();
  }
}

/** What the panels of an overview count: every question of everybody and by every short dimension. */
function overview(survey: Survey, slice: Slice) {
  const questions = survey.questions.filter(({ type }) => type !== "text").map(({ id }) => id);
  const short = survey.dimensions.filter(({ options }) => options.length <= 10).map(({ id }) => [id]);
  return { ask: [[], ...short].map((by) => ({ questions, waves: ["all"], by, slice })) };
}

function randomSlice({ dimensions }: Survey, seed: number): Slice {
  const random = seededRandom(seed);
  const pick = (id: string) => {
    const options = dimensions.find((one) => one.id === id)?.options ?? [];
    return options[Math.floor(random() * options.length)]?.id ?? "";
  };
  const region = { region: [pick("region"), pick("region")] };
  return seed % 2 === 0 ? region : { ...region, channel: [pick("channel")] };
}

function bytesOf(sent: readonly { readonly path: string; readonly bytes: number }[]) {
  const sum = (part: string) =>
    sent.reduce((total, { path, bytes }) => total + (path.includes(part) ? bytes : 0), 0);
  return { engine: sum("engine/"), rows: sum("store/") };
}

const said = (milliseconds: number) => `${Math.round(milliseconds)} ms`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

// A process for each: what a survey's pages are made from is opened once.
const [only] = process.argv.slice(2);
if (only === undefined) throw new Error("usage: bench.ts ROWS");
await measure(Number(only));
