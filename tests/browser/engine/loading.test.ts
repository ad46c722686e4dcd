import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { packedParts } from "../../../src/build/pack.ts";
import type { PublishedReport } from "../../../src/panels/report.ts";
import { countRows, filesOf, randomRespondents } from "../../counts/random-survey.ts";
import { launch, type Session } from "../browser.ts";
import type { HostOptions } from "./host.ts";
import { openHarness } from "./session.ts";
import { smallSite } from "./small-site.ts";

const respondents = randomRespondents(11, 400);
const files = filesOf(respondents);
/** Rows as they are, so that they can be counted here one by one. */
const codebook = `${files["survey.yaml"]}publish: rows\n`;
const request = { questions: ["r1", "recommend"], waves: ["w2"], by: [], slice: { region: ["east"] } };
const wanted = countRows(respondents, request).get("w2")?.rows.n;

let built: Awaited<ReturnType<typeof smallSite>>;
let browser: Session["browser"];
beforeAll(async () => {
  built = await smallSite({ ...files, "survey.yaml": codebook });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await built?.remove();
});

let harness: Awaited<ReturnType<typeof openHarness>>;
let spoil: HostOptions["spoil"];
beforeEach(() => {
  spoil = undefined;
});
afterEach(() => harness?.close());

async function open(options: HostOptions = {}) {
  harness = await openHarness({ browser }, built.site, { spoil: (path) => spoil?.(path), ...options });
  return harness.call("open", harness.host.address, built.survey.survey.id);
}

/** How many rows of the east the engine counts in the second wave. */
async function count() {
  const { answer, ...rest } = (await harness.call("ask", { ask: [request] })) as {
    answer?: { ask: { groups: { rows: { n: number } }[] }[] };
  };
  return answer ? answer.ask[0]?.groups[0]?.rows.n : rest;
}

const fetched = (part: string) => harness.host.sent.filter(({ path }) => path.includes(part));

describe("a host that serves from a sub-path, refuses files over 25 MiB and compresses nothing", () => {
  test("gives the right numbers under a strict policy, nothing from elsewhere, only the wave that is asked for", async () => {
    await open({ base: "/a/sub path/" });
    expect(fetched("engine/")).toEqual([]);
    expect(await count()).toBe(wanted);
    expect(fetched("engine/")).toHaveLength(2);
    expect(fetched("store/").map(({ path }) => path)).toEqual([expect.stringContaining("store/w2-")]);
    expect(harness.record.console).toEqual([]);
    const origins = new Set(
      harness.record.requests.map((url) => url.replace(/^blob:/, "")).map((url) => new URL(url).origin),
    );
    expect([...origins]).toEqual([new URL(harness.host.address).origin]);
  });

  test("tells the progress in bytes, of the engine and rows together, up to all of them", async () => {
    await open();
    await count();
    const progress = await harness.call("progress");
    const all = [...fetched("engine/"), ...fetched("store/")].reduce((sum, { bytes }) => sum + bytes, 0);
    expect(progress.filter(({ of }) => of === all).length).toBeGreaterThan(3);
    expect(progress.at(-1)).toEqual({ bytes: all, of: all });
    const told = progress.map(({ bytes }) => bytes);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test("fetches rows while the engine is on its way", async () => {
    await open();
    spoil = (path) => (path.includes("duckdb-eh") ? "slow" : undefined);
    expect(await count()).toBe(wanted);
    const order = harness.host.sent.map(({ path }) => path).filter((path) => /engine|store/.test(path));
    expect(order).toHaveLength(3);
    const progress = await harness.call("progress");
    // The module comes 400 ms late: by then the rest is here.
    const module = fetched("duckdb-eh")[0]?.bytes ?? 0;
    expect(progress.some(({ bytes, of }) => bytes === of - module)).toBe(true);
  });

  test("is asked for nothing on the second visit", async () => {
    await open();
    await count();
    harness.host.sent.length = 0;
    await harness.load();
    await harness.call("open", harness.host.address, built.survey.survey.id);
    expect(await count()).toBe(wanted);
    expect([...fetched("engine/"), ...fetched("store/")]).toEqual([]);
  });

  test("keeps its own apart from other sites of the same origin, and takes over what once stood among theirs", async () => {
    await open({ base: "/reports/" });
    await count();
    const own = `manyi-rows ${harness.host.address}`;
    const names = () => harness.page.evaluate(() => caches.keys());
    expect(await names()).toEqual([own]);
    const elsewhere = harness.host.address.replace("/reports/", "/others/engine/x.bin");
    await harness.page.evaluate(
      async ([from, other]) => {
        const shared = await caches.open("manyi");
        const cache = await caches.open(`${from}`);
        for (const request of await cache.keys()) {
          const response = await cache.match(request);
          if (response) await shared.put(request, response);
        }
        await shared.put(`${other}`, new Response("kept"));
        await caches.delete(`${from}`);
      },
      [own, elsewhere],
    );
    harness.host.sent.length = 0;
    await harness.load();
    await harness.call("open", harness.host.address, built.survey.survey.id);
    expect(await count()).toBe(wanted);
    expect([...fetched("engine/"), ...fetched("store/")]).toEqual([]);
    const left = await harness.page.evaluate(async () =>
      (await (await caches.open("manyi")).keys()).map(({ url }) => url),
    );
    expect([await names(), left]).toEqual([expect.arrayContaining([own, "manyi"]), [elsewhere]]);
  });

  test("where nothing shall be kept, nothing is, in the page's store or the browser's own", async () => {
    const path = `${built.survey.survey.id}/report.json`;
    const report = JSON.parse(await readFile(join(built.site, path), "utf-8")) as PublishedReport;
    const extra = { [path]: JSON.stringify({ ...report, keeps: false }) };
    await open({ extra, caching: "public, max-age=86400" });
    expect(await count()).toBe(wanted);
    expect(await harness.page.evaluate(() => caches.keys())).toEqual([]);
    harness.host.sent.length = 0;
    await harness.load();
    await harness.call("open", harness.host.address, built.survey.survey.id);
    expect(await count()).toBe(wanted);
    expect(fetched("store/")).toHaveLength(1);
  });

  test("gives the same where a wave's rows are in several files, and keeps all of them", async () => {
    const folder = join(built.site, built.survey.survey.id);
    const report = JSON.parse(await readFile(join(folder, "report.json"), "utf-8")) as PublishedReport;
    const waves = await Promise.all(
      report.waves.map(async (wave) => {
        const whole = Buffer.from(gunzipSync(await readFile(join(built.site, wave.file))));
        const held = await packedParts(basename(wave.file), whole, 2000);
        const parts = held.map(({ name, content, inflated }) => ({
          ...{ file: `${dirname(wave.file)}/${name}`, bytes: content.byteLength, inflated },
        }));
        for (const [at, { file }] of parts.entries())
          await writeFile(join(built.site, file), held[at]?.content ?? "");
        return {
          ...wave,
          file: "nowhere.bin",
          bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
          parts,
        };
      }),
    );
    const split = JSON.stringify({ ...report, waves });
    const extra = { [`${built.survey.survey.id}/report.json`]: split };
    await open({ saysGzip: true, extra });
    expect(await count()).toBe(wanted);
    const parts = waves.find(({ layout }) => layout.wave === "w2")?.parts ?? [];
    expect(parts.length).toBeGreaterThan(2);
    expect(fetched("store/").map(({ path }) => path)).toEqual(parts.map(({ file }) => file));
    harness.host.sent.length = 0;
    await harness.load();
    await harness.call("open", harness.host.address, built.survey.survey.id);
    expect(await count()).toBe(wanted);
    expect(fetched("store/")).toEqual([]);
  });
});

test("a host that says of what is compressed that it is gives the same", async () => {
  await open({ saysGzip: true });
  expect(await count()).toBe(wanted);
});

describe("what goes wrong is a fault that can be worded, and the next question may succeed", () => {
  test.each([
    ["a file that is not there", "missing", "engine/", { kind: "network", status: 404 }],
    ["a network that breaks off", "cut", "engine/", { kind: "network" }],
    ["an engine of other bytes", "other bytes", "duckdb-eh", { kind: "damaged" }],
    ["rows of other bytes", "other bytes", "store/", { kind: "damaged" }],
    ["rows that are not there", "missing", "store/", { kind: "network", status: 404 }],
  ] as const)("%s", async (_, how, where, fault) => {
    await open();
    spoil = (path) => (path.includes(where) ? how : undefined);
    expect(await count()).toMatchObject({ fault });
    spoil = undefined;
    expect(await count()).toBe(wanted);
  });

  test.each([
    ["a file that is not there", "missing", "engine/", { kind: "network", status: 404 }],
    ["an engine of other bytes", "other bytes", "duckdb-eh", { kind: "damaged" }],
    ["rows of other bytes", "other bytes", "store/", { kind: "damaged" }],
    ["rows that are not there", "missing", "store/", { kind: "network", status: 404 }],
  ] as const)("all questions of a view fail with one try: %s", async (_, how, where, fault) => {
    await open();
    const asked: string[] = [];
    let isSpoilt = true;
    spoil = (path) => {
      if (/engine\/|store\//.test(path)) asked.push(path);
      return isSpoilt && path.includes(where) ? how : undefined;
    };
    const values = ["east", "west", "north", "south", "nowhere"];
    const many = values.map((region) => ({ ...request, slice: { region: [region] } }));
    const faults = await harness.call("faults", many);
    expect(faults).toEqual(many.map(() => expect.objectContaining(fault)));
    // Of the worker's script, the engine and one wave each is asked for once at most.
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
    isSpoilt = false;
    expect(await count()).toBe(wanted);
    expect(asked.length).toBeLessThanOrEqual(6);
    expect(asked.some((path) => path.includes("store/"))).toBe(true);
  });

  test("an engine that runs out of memory is ended, and the next question starts another", async () => {
    await open();
    expect(await count()).toBe(wanted);
    // Stands in for the engine's worker, which says this of any question once its memory is full.
    await harness.page.evaluate(() => {
      const [send, end] = [Worker.prototype.postMessage, Worker.prototype.terminate];
      const told = { ended: 0 };
      Object.assign(globalThis, { told });
      Worker.prototype.terminate = function (this: Worker) {
        told.ended += 1;
        Worker.prototype.postMessage = send;
        end.call(this);
      };
      Worker.prototype.postMessage = function (this: Worker, { messageId }: { messageId: number }) {
        const message =
          "Out of Memory Error: failed to allocate data of size 16.0 MiB (24.0 MiB/25.0 MiB used)";
        const data = { messageId: 0, requestId: messageId, type: "ERROR", data: { name: "Error", message } };
        this.dispatchEvent(new MessageEvent("message", { data }));
      } as Worker["postMessage"];
    });
    const other = { ...request, waves: ["w1", "w2"] };
    expect(await harness.call("ask", { ask: [other] })).toEqual({ fault: { kind: "memory" } });
    const ended = () =>
      harness.page.evaluate(() => (globalThis as unknown as { told: { ended: number } }).told);
    expect(await ended()).toEqual({ ended: 1 });
    expect(await count()).toBe(wanted);
    expect(await harness.call("ask", { ask: [other] })).toMatchObject({ answer: { ask: [{}] } });
  });

  test("a browser without WebAssembly", async () => {
    harness = await openHarness({ browser }, built.site);
    await harness.page.evaluate(() => {
      Object.defineProperty(globalThis, "WebAssembly", { value: undefined });
    });
    expect(await harness.call("open", harness.host.address, built.survey.survey.id)).toEqual({
      fault: { kind: "unsupported" },
    });
  });
});

test("of two views at once the newest wins, the other is dropped", async () => {
  await open();
  const both = await harness.call("supersede", { ask: [request] }, { ask: [request] });
  expect(both[0]).toEqual({ fault: { kind: "superseded" } });
  expect(both[1]).toMatchObject({ answer: { ask: [{ groups: [{ rows: { n: wanted } }] }] } });
});
