import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { sitemapFiles, writeSitemap } from "../../src/publish/sitemap.ts";

const origin = "https://reports.example";

function head({ path, extra = "" }: { readonly path?: string; readonly extra?: string }): string {
  const own =
    path === undefined
      ? ""
      : `<link rel="alternate" hreflang="en" href="${origin}${path}"/><meta property="og:url" content="${origin}${path}"/>`;
  return `<html><head>${own}${extra}</head><body></body></html>`;
}

async function written(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly names: readonly string[]; readonly places: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-sitemap-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    await writeSitemap(folder);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".xml"));
    const text = names.length > 0 ? await readFile(join(folder, "sitemap.xml"), "utf-8") : "<none/>";
    return { names, places: placesIn(text) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function placesIn(text: string): readonly string[] {
  const { document } = new JSDOM(text, { contentType: "application/xml" }).window;
  return [...document.querySelectorAll("loc")].map(({ textContent }) => textContent ?? "");
}

describe("the sitemap of a finished site", () => {
  test("lists pages that have an address of their own and may be listed, in order", async () => {
    const { names, places } = await written({
      "zh/index.html": head({ path: "/zh/" }),
      "en/index.html": head({ path: "/en/a&amp;b/" }),
      "en/old/index.html": head({ path: "/en/old/", extra: '<meta name="robots" content="noindex"/>' }),
      "404.html": head({}),
    });
    expect(names).toEqual(["sitemap.xml"]);
    expect(places).toEqual([`${origin}/en/a&b/`, `${origin}/zh/`]);
  });

  test("is not there where no page has a whole address", async () => {
    expect((await written({ "en/index.html": head({}) })).names).toEqual([]);
  });

  test("of more pages than a file may hold is an index of files", () => {
    const pages = ["en", "en/b", "en/c", "zh", "zh/b"].map((path) => ({
      address: `${origin}/base/${path}/`,
      alternates: [],
    }));
    const files = sitemapFiles(pages, 2);
    expect([...files.keys()]).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
    expect(placesIn(files.get("sitemap.xml") ?? "")).toEqual(
      [1, 2, 3].map((at) => `${origin}/base/sitemap-${at}.xml`),
    );
    const listed = [1, 2, 3].flatMap((at) => placesIn(files.get(`sitemap-${at}.xml`) ?? ""));
    expect(listed).toEqual(pages.map(({ address }) => address));
  });
});
