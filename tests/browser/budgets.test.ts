import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openSession, type Session, siteFolder } from "./browser.ts";
import { languages, survey } from "./page-types.ts";

const kilobyte = 1000;
const size = (content: Buffer) => gzipSync(content, { level: 9 }).byteLength;

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

test("no script is over 5 kB, compressed", async () => {
  const names = (await readdir(siteFolder, { recursive: true })).filter((name) => /\.m?js$/.test(name));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names)
    expect(size(await readFile(join(siteFolder, name))), name).toBeLessThanOrEqual(5 * kilobyte);
});

test("no page but the language chooser has a script", async () => {
  const pages = (await readdir(siteFolder, { recursive: true })).filter((name) => name.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(100);
  const scripted: string[] = [];
  for (const name of pages)
    if ((await readFile(join(siteFolder, name), "utf-8")).includes("<script")) scripted.push(name);
  expect(scripted).toEqual(["index.html"]);
});

describe.each(languages)("the first visit of the overview (%s)", (language) => {
  test("takes at most 200 kB over the wire, its HTML at most 120 kB", async () => {
    const { page, close } = await openPage(session);
    const bodies: { url: string; type: string; bytes: Promise<number> }[] = [];
    page.on("response", (response) =>
      bodies.push({
        url: response.url(),
        type: response.request().resourceType(),
        bytes: response.body().then(size),
      }),
    );
    await page.goto(`${session.address}${language}/${survey}/`, { waitUntil: "networkidle" });
    const sizes = await Promise.all(
      bodies.map(async ({ bytes, ...rest }) => ({ ...rest, bytes: await bytes })),
    );
    const types = sizes.map(({ type }) => type);
    expect(types).toContain("document");
    expect(types).toContain("stylesheet");
    const html = sizes.find(({ type }) => type === "document")?.bytes ?? Number.POSITIVE_INFINITY;
    expect(html).toBeLessThanOrEqual(120 * kilobyte);
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`overview (${language}): HTML ${html} bytes, first visit ${total} bytes, compressed`);
    expect(total).toBeLessThanOrEqual(200 * kilobyte);
    await close();
  });
});
