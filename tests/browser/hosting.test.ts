/** A small built site on hosts of all kinds: the right figures under a view, and what was opened without a network. */
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { contentPolicy } from "../../src/publish/hosting/content-policy.ts";
import { writeOfflineWorker } from "../../src/publish/hosting/offline.ts";
import { buildOrThrow, openWorkshop, type Workshop } from "../build/build-command.ts";
import { fixtureFiles, rowsOf } from "../build/fixture-survey.ts";
import { launch, openPage, type Session } from "./browser.ts";
import { type Host, type HostOptions, openHost } from "./engine/host.ts";

const base = "/reports/shops/";
const overview = "en/shops/";

let workshop: Workshop;
let browser: Session["browser"];
beforeAll(async () => {
  workshop = await openWorkshop();
  await workshop.write("shops", fixtureFiles({ waves: ["2024-H1", "2024-H2"], publish: "rows" }));
  await buildOrThrow(workshop, { BASE_PATH: base });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await workshop?.remove();
});

let host: Host;
let network = true;
afterEach(() => host?.close());

async function open(options: HostOptions = {}, folder = workshop.out) {
  network = true;
  host = await openHost(folder, { base, spoil: () => (network ? undefined : "no network"), ...options });
  const opened = await openPage({ browser } as Session, { serviceWorkers: "allow", reducedMotion: "reduce" });
  const violations: string[] = [];
  await opened.page.exposeFunction("violated", (said: string) => violations.push(said));
  await opened.page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      (globalThis as unknown as { violated: (said: string) => void }).violated(
        `${violatedDirective} ${blockedURI}`,
      ),
    );
  });
  return { ...opened, violations };
}

async function settled(page: Page): Promise<void> {
  await page.waitForSelector(".view-base, .view-fault");
  await page.waitForSelector("html:not([data-view])");
}

/** Waits until the browser keeps all that a page was made of so far, and a file besides. */
async function kept(page: Page, path: string): Promise<void> {
  const isKept = (file: string) =>
    page.evaluate(async (address) => {
      if (!navigator.serviceWorker.controller) return false;
      const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
      const named = fetched.filter((name) => name.includes("/_astro/"));
      for (const name of (await caches.keys()).filter((one) => one.startsWith("manyi-pages"))) {
        const cache = await caches.open(name);
        const found = await Promise.all([address, ...named].map((one) => cache.match(one)));
        if (found.every((one) => one !== undefined)) return true;
      }
      return false;
    }, file);
  await expect.poll(() => isKept(`${base}${path}`), { timeout: 20_000 }).toBe(true);
}

const inSouth = (wave: "2024-H1" | "2024-H2") => rowsOf(wave).filter(({ AREA }) => AREA === "south").length;

const hosts: readonly [string, HostOptions][] = [
  ["refuses files over 25 MiB and compresses nothing", {}],
  ["says of what is compressed that it is", { saysGzip: true }],
  [
    "compresses texts on their way and lets browsers keep everything for a day",
    { compresses: true, caching: "public, max-age=86400" },
  ],
];
test.each(hosts)("under a sub-path of a host that %s, a view has the right base", async (_, options) => {
  const { page, record, violations, close } = await open(options);
  await page.goto(`${host.address}${overview}?area=south`);
  await settled(page);
  expect(await page.textContent(".view-base")).toContain(
    `${inSouth("2024-H2")} of ${rowsOf("2024-H2").length}`,
  );
  await page.goto(`${host.address}${overview}w/2024-H1/?area=south`);
  await settled(page);
  expect(await page.textContent(".view-base")).toContain(
    `${inSouth("2024-H1")} of ${rowsOf("2024-H1").length}`,
  );
  expect(violations).toEqual([]);
  expect(record.console).toEqual([]);
  const origins = new Set(record.requests.map((url) => new URL(url.replace(/^blob:/, "")).origin));
  expect([...origins]).toEqual([new URL(host.address).origin]);
  await close();
});

test("over plain http, where browsers keep nothing, a view has the right base", async () => {
  host = await openHost(workshop.out, { base });
  const plain = await launch(["--host-resolver-rules=MAP reports.intranet 127.0.0.1"]);
  const { page, record, close } = await openPage({ browser: plain } as Session);
  const address = host.address.replace("localhost", "reports.intranet");
  await page.goto(`${address}${overview}?area=south`);
  await settled(page);
  expect(await page.evaluate(() => globalThis.isSecureContext)).toBe(false);
  expect(await page.textContent(".view-base")).toContain(
    `${inSouth("2024-H2")} of ${rowsOf("2024-H2").length}`,
  );
  expect(record.console).toEqual([]);
  await close();
  await plain.close();
});

test("a page of another origin may show one panel of it, with its view", async () => {
  host = await openHost(workshop.out, { base });
  const elsewhere = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>Elsewhere</title>
<iframe src="${host.address}${overview}?area=south&embed=trend" width="700" height="500"></iframe>`);
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const { page, record, close } = await openPage({ browser } as Session);
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const frame = page.frameLocator("iframe");
  await frame.locator(".view-base").waitFor();
  expect(await frame.locator(".view-base").textContent()).toContain(String(inSouth("2024-H2")));
  expect(await frame.locator("#trend").isVisible()).toBe(true);
  expect(record.console).toEqual([]);
  await close();
  elsewhere.close();
});

/** The engine's own script, in a browser that gives its module no memory. */
async function withoutMemory(folder: string): Promise<Readonly<Record<string, Buffer>>> {
  const report = JSON.parse(await readFile(join(folder, "shops/report.json"), "utf-8"));
  const { worker } = report.engine as { worker: { file: string; bytes: number; inflated: number } };
  const script = gunzipSync(await readFile(join(folder, worker.file)));
  const refusal = `WebAssembly.instantiateStreaming = WebAssembly.instantiate = () =>
  Promise.reject(new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance"));`;
  const content = Buffer.concat([Buffer.from(`${refusal}\n`), script]);
  Object.assign(worker, { bytes: content.byteLength, inflated: content.byteLength });
  return { [worker.file]: content, "shops/report.json": Buffer.from(JSON.stringify(report)) };
}

describe("what goes wrong is said, and the report for everybody stays", () => {
  const everybody = "The page below shows everybody.";

  async function whole(page: Page) {
    return { title: await page.textContent("h1"), figure: await page.textContent(".glance .figure") };
  }

  test.each([
    ["the report's description is missing", "missing", "report.json"],
    ["the network breaks off while the engine comes", "cut", "engine/"],
    ["the engine is gone", "missing", "engine/"],
    ["the engine is of other bytes", "other bytes", "duckdb-eh"],
    ["the network breaks off while the rows come", "cut", "store/"],
    ["the rows are of other bytes", "other bytes", "store/"],
    ["the network is gone after the page came", "no network", "shops/"],
  ] as const)("where %s; another try succeeds", async (_, how, where) => {
    let isSpoilt = true;
    host = await openHost(workshop.out, {
      base,
      // What is wrong stays in the browser's own store for a day, unless it is asked for anew.
      caching: "public, max-age=86400",
      spoil: (path) => (isSpoilt && path !== overview && path.includes(where) ? how : undefined),
    });
    const { page, close } = await openPage({ browser } as Session);
    await page.goto(`${host.address}${overview}`);
    const before = await whole(page);
    await page.goto(`${host.address}${overview}?area=south`);
    await page.waitForSelector(".view-fault button");
    expect(await page.textContent(".view-fault")).toContain(everybody);
    expect(await whole(page)).toEqual(before);
    expect(await page.locator("html[data-view]").count()).toBe(0);
    isSpoilt = false;
    await page.click(".view-fault button");
    await page.waitForSelector(".view-base");
    expect(await page.textContent(".view-base")).toContain(String(inSouth("2024-H2")));
    expect((await whole(page)).title).not.toBe(before.title);
    await close();
  });

  test("where memory runs out", async () => {
    host = await openHost(workshop.out, { base, extra: await withoutMemory(workshop.out) });
    const { page, close } = await openPage({ browser } as Session);
    await page.goto(`${host.address}${overview}`);
    const before = await whole(page);
    await page.goto(`${host.address}${overview}?area=south`);
    await page.waitForSelector(".view-fault button");
    expect(await page.textContent(".view-fault")).toContain(everybody);
    expect(await page.textContent(".view-fault")).toContain("ran out of memory");
    expect(await whole(page)).toEqual(before);
    await close();
  });

  test("where there is no WebAssembly", async () => {
    host = await openHost(workshop.out, { base });
    const { page, close } = await openPage({ browser } as Session);
    await page.addInitScript(() => Object.defineProperty(globalThis, "WebAssembly", { value: undefined }));
    await page.goto(`${host.address}${overview}`);
    const before = await whole(page);
    await page.goto(`${host.address}${overview}?area=south`);
    await page.waitForSelector(".view-fault");
    expect(await page.textContent(".view-fault")).toContain("WebAssembly");
    expect(await page.textContent(".view-fault")).toContain(everybody);
    expect(await whole(page)).toEqual(before);
    expect(host.sent.filter(({ path }) => /engine|store/.test(path))).toEqual([]);
    await close();
  });
});

test("every page carries the policy, before anything that it is for; nothing stands inline", async () => {
  const names = await readdir(workshop.out, { recursive: true });
  const pages = names.filter((name) => name.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(40);
  for (const name of pages) {
    const html = await readFile(join(workshop.out, name), "utf-8");
    const policy = html.indexOf(`<meta http-equiv="content-security-policy" content="${contentPolicy}"`);
    expect(policy, name).toBeGreaterThan(0);
    expect(policy, name).toBeLessThan(html.search(/<script|<link/));
    expect(html, name).not.toMatch(/<style|<script(?![^>]* src=)|\son[a-z]+="/);
  }
});

test("a policy of this kind lets nothing else in", async () => {
  const { page, violations, close } = await open();
  await page.goto(`${host.address}${overview}`);
  await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "globalThis.inline = true";
    document.head.append(script);
    document.body.insertAdjacentHTML(
      "beforeend",
      '<img src="https://elsewhere.example/x.png" onerror="inline = 2">',
    );
    await fetch("https://elsewhere.example/").catch(() => {});
  });
  expect(await page.evaluate(() => "inline" in globalThis)).toBe(false);
  expect(violations.map((said) => said.split(" ")[0]).sort()).toEqual(
    expect.arrayContaining(["connect-src", "img-src", "script-src-elem"]),
  );
  await close();
});

test("a chart can be saved once the network is back, though its first press failed", async () => {
  const asked: string[] = [];
  let isCut = true;
  host = await openHost(workshop.out, {
    base,
    spoil: (path) => {
      if (!path.includes("downloads")) return undefined;
      asked.push(path);
      return isCut ? "no network" : undefined;
    },
  });
  const { page, close } = await openPage({ browser } as Session);
  await page.goto(`${host.address}${overview}`);
  const button = page.locator('#trend [data-download="svg"]').first();
  await button.click();
  await page.waitForSelector("#trend [role=alert]");
  expect(asked.length).toBeGreaterThan(0);
  isCut = false;
  const [saved] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(saved.suggestedFilename()).toMatch(/\.svg$/);
  expect(await page.locator("#trend [role=alert]").count()).toBe(0);
  await close();
});

test("what saves a chart is here once a button was pointed at, though the network is cut then", async () => {
  const { page, close } = await open();
  await page.goto(`${host.address}${overview}`);
  const button = page.locator('#trend [data-download="csv"]').first();
  await Promise.all([
    page.waitForResponse((response) => response.url().includes("downloads")),
    button.hover(),
  ]);
  await page.waitForLoadState("networkidle");
  network = false;
  const [saved] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(saved.suggestedFilename()).toMatch(/\.csv$/);
  await close();
});

describe("without a network", () => {
  test("what was opened once opens, with its view, and says that it is a copy", async () => {
    const { page, close } = await open();
    await page.goto(`${host.address}${overview}?area=south`);
    await settled(page);
    const [title, figure] = [await page.title(), await page.textContent(".glance .figure")];
    await kept(page, overview);
    await kept(page, "shops/report.json");
    expect(await page.isVisible('[data-note="kept"]')).toBe(false);
    network = false;
    await page.goto(`${host.address}${overview}?area=south`);
    await settled(page);
    expect(await page.title()).toBe(title);
    expect(await page.textContent(".glance .figure")).toBe(figure);
    expect(await page.textContent('[data-note="kept"]')).toMatch(/no connection.* 20\d\d/s);
    expect(await page.isVisible('[data-note="kept"]')).toBe(true);
    // A view that was never asked for, of the same wave.
    await page.goto(`${host.address}${overview}?channel=desk`);
    await settled(page);
    const desk = rowsOf("2024-H2").filter(({ CHANNEL }) => CHANNEL === "desk").length;
    expect(await page.textContent(".view-base")).toContain(`${desk} of ${rowsOf("2024-H2").length}`);
    network = true;
    await page.reload();
    await settled(page);
    expect(await page.isVisible('[data-note="kept"]')).toBe(false);
    await close();
  });

  test("a page that was never opened says so and names those that were", async () => {
    const { page, close } = await open();
    await page.goto(`${host.address}${overview}`);
    await kept(page, overview);
    network = false;
    const response = await page.goto(`${host.address}en/shops/methods/`);
    expect(response?.status()).toBe(503);
    expect(await page.textContent("body")).toContain("没有网络");
    await page.click("li a");
    await page.waitForURL(`**${base}${overview}`);
    expect(await page.isVisible('[data-note="kept"]')).toBe(true);
    await close();
  });
});

describe("a site that was updated", () => {
  async function update(folder: string): Promise<void> {
    const path = join(folder, overview, "index.html");
    const html = await readFile(path, "utf-8");
    await writeFile(path, html.replace(/<h1([^>]*)>/, "<h1$1>News: "));
    await writeOfflineWorker(folder, true);
  }

  test("shows its new pages at once, tells pages that are open, and is what opens without a network", async () => {
    const folder = join(workshop.folder, "updated");
    await cp(workshop.out, folder, { recursive: true });
    const { page, close } = await open({ caching: "public, max-age=86400" }, folder);
    await page.goto(`${host.address}${overview}`);
    await kept(page, overview);
    await update(folder);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await page.waitForSelector('[data-note="updated"]:not([hidden])');
    expect(await page.textContent("h1")).not.toContain("News");
    network = false;
    await page.reload();
    expect(await page.textContent("h1")).toContain("News");
    network = true;
    await update(folder);
    await page.goto(`${host.address}${overview}`);
    expect(await page.textContent("h1")).toContain("News: News");
    await page.waitForTimeout(500);
    expect(await page.isVisible('[data-note="updated"]')).toBe(false);
    await close();
  });

  test("of a site that keeps nothing, browsers forget what they had; other sites of its origin keep theirs", async () => {
    const folder = join(workshop.folder, "forgetting");
    await cp(workshop.out, folder, { recursive: true });
    const { page, close } = await open({}, folder);
    await page.goto(`${host.address}${overview}?area=south`);
    await settled(page);
    await kept(page, overview);
    const other = host.address.replace(base, "/reports/");
    const others = [`manyi-pages ${other} 1`, `manyi-rows ${other}`, "manyi"].toSorted();
    const before = await page.evaluate(
      async ([site, elsewhere, names]) => {
        for (const name of names)
          await (await caches.open(name)).put(`${elsewhere}engine/x.bin`, new Response());
        await (await caches.open("manyi")).put(`${site}shops/store/old.bin`, new Response("rows"));
        return caches.keys();
      },
      [host.address, other, others] as const,
    );
    expect(before).toEqual(
      expect.arrayContaining([
        `manyi-rows ${host.address}`,
        expect.stringContaining(`manyi-pages ${host.address}`),
      ]),
    );
    await buildOrThrow(workshop, { BASE_PATH: base, MANYI_OFFLINE: "no", MANYI_OUT: join(folder, "no") });
    await cp(join(folder, "no"), folder, { recursive: true });
    await page.goto(`${host.address}${overview}?area=south`);
    await settled(page);
    expect(await page.textContent(".view-base")).toContain(String(inSouth("2024-H2")));
    const names = async () => (await page.evaluate(() => caches.keys())).toSorted();
    await expect.poll(names, { timeout: 20_000 }).toEqual(others);
    const shared = await page.evaluate(async () =>
      (await (await caches.open("manyi")).keys()).map(({ url }) => url),
    );
    expect(shared).toEqual([`${other}engine/x.bin`]);
    // Another visit keeps nothing, either.
    await page.goto(`${host.address}${overview}?channel=desk`);
    await settled(page);
    expect(await names()).toEqual(others);
    await close();
  });
});
