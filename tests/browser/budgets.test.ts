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

test("the scripts that a page asks for at once take at most 15 kB, compressed", async () => {
  const pages = (await readdir(siteFolder, { recursive: true })).filter((name) => name.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(100);
  const sizes = new Map<string, number>();
  let scripted = 0;
  for (const name of pages) {
    const html = await readFile(join(siteFolder, name), "utf-8");
    const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source = ""]) => source);
    // Nothing inline: a strict content security policy allows only files.
    expect(html.match(/<script(?![^>]*\ssrc=)/g), name).toBeNull();
    if (scripts.length > 0) scripted++;
    let total = 0;
    for (const source of scripts) total += await withImports(source, sizes);
    expect(total, name).toBeLessThanOrEqual(15 * kilobyte);
  }
  expect(scripted).toBeGreaterThan(100);
});

/** Size of a script with all that it imports at once; what it imports later, when it is needed, is not counted. */
async function withImports(source: string, known: Map<string, number>): Promise<number> {
  const found = known.get(source);
  if (found !== undefined) return found;
  const code = await readFile(join(siteFolder, source));
  const imports = [...code.toString("utf-8").matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)];
  let total = size(code);
  known.set(source, total);
  for (const [, name = ""] of imports) total += await withImports(join(source, "..", name), known);
  known.set(source, total);
  return total;
}

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
