/** A small built site on hosts of all kinds: the right figures under a view, and what was opened without a network. */
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
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

  test("of a site that keeps nothing, browsers forget what they had", async () => {
    const folder = join(workshop.folder, "forgetting");
    await cp(workshop.out, folder, { recursive: true });
    const { page, close } = await open({}, folder);
    await page.goto(`${host.address}${overview}`);
    await kept(page, overview);
    await writeOfflineWorker(folder, false);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const names = () => page.evaluate(() => caches.keys());
    await expect
      .poll(async () => (await names()).filter((name) => name.startsWith("manyi-pages")), { timeout: 20_000 })
      .toEqual([]);
    await close();
  });
});
