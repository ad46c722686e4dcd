import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import { fixtureFiles, waveIds } from "./fixture-survey.ts";

const origin = "https://reports.example";
const base = "/reports/";

/** A site's files, and its pages as documents. */
interface Built {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly pages: ReadonlyMap<string, Document>;
  readonly workshop: Workshop;
}

/** When waves ended; the codebook does not tell of the first. */
const ends = [
  ["2025-H1", "2025-06-30"],
  ["2024-H2", "2024-12-31"],
] as const;

function datedFiles(): Readonly<Record<string, string>> {
  const files = fixtureFiles();
  const dated = ends.reduce(
    (codebook, [wave, end]) => codebook.replace(`{ id: ${wave}, `, `{ id: ${wave}, end: ${end}, `),
    files["survey.yaml"] ?? "",
  );
  return { ...files, "survey.yaml": dated };
}

async function built(environment: Readonly<Record<string, string>>): Promise<Built> {
  const workshop = await openWorkshop();
  await workshop.write("shops", datedFiles());
  await buildOrThrow(workshop, environment);
  const files = await filesUnder(workshop.out);
  const pages = new Map(
    [...files]
      .filter(([name]) => name.endsWith(".html"))
      .map(([name, content]) => [name, new JSDOM(content.toString("utf-8")).window.document] as const),
  );
  return { files, pages, workshop };
}

function meta(document: Document | undefined, name: string): string | undefined {
  return (
    document?.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute("content") ??
    undefined
  );
}

function xml(content: Buffer | undefined): Document {
  return new JSDOM(content?.toString("utf-8") ?? "", { contentType: "application/xml" }).window.document;
}

describe("a site whose address is known", () => {
  let site: Built;
  beforeAll(async () => {
    site = await built({ SITE_URL: origin, BASE_PATH: base });
  });
  afterAll(() => site?.workshop.remove());

  test("has a picture for every overview, named by the pages in whole addresses", () => {
    for (const language of ["en", "zh"])
      for (const [at, wave] of waveIds.entries()) {
        const isLatest = at === waveIds.length - 1;
        const document = site.pages.get(`${language}/shops/${isLatest ? "" : `w/${wave}/`}index.html`);
        const picture = meta(document, "og:image") ?? "";
        expect(picture).toBe(`${origin}${base}shops/share/${language}-${wave}.png`);
        const png = site.files.get(picture.slice(`${origin}${base}`.length));
        expect(png?.subarray(1, 4).toString()).toBe("PNG");
        expect(png?.readUInt32BE(16)).toBe(Number(meta(document, "og:image:width")));
        expect(png?.readUInt32BE(20)).toBe(Number(meta(document, "og:image:height")));
        expect(png?.byteLength).toBeLessThan(100_000);
        expect(meta(document, "og:image:alt")).toBe(document?.querySelector("h1")?.textContent);
        expect(meta(document, "twitter:card")).toBe("summary_large_image");
      }
  });

  test("has a sitemap of exactly the pages with an address of their own, each with its other language", () => {
    const canonical = [...site.pages.values()].flatMap((document) => {
      const own = document.querySelector("link[rel=canonical]")?.getAttribute("href");
      return own ? [own] : [];
    });
    const sitemap = xml(site.files.get("sitemap.xml"));
    const places = [...sitemap.querySelectorAll("url > loc")].map(({ textContent }) => textContent ?? "");
    expect(places.length).toBeGreaterThan(40);
    expect(places).toEqual(canonical.toSorted());
    for (const entry of sitemap.querySelectorAll("url")) {
      const others = [...entry.querySelectorAll("[hreflang]")].map((link) => link.getAttribute("href") ?? "");
      expect(others).toHaveLength(2);
      expect(others.every((other) => places.includes(other))).toBe(true);
    }
    expect(sitemap.documentElement.outerHTML).not.toContain("lastmod");
    expect(site.files.get("robots.txt")?.toString()).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${origin}${base}sitemap.xml\n`,
    );
  });

  test("has a feed in each language, with an entry for every wave that the codebook dates", () => {
    for (const language of ["en", "zh"]) {
      const overview = site.pages.get(`${language}/shops/index.html`);
      const link = overview?.querySelector('link[type="application/atom+xml"]')?.getAttribute("href") ?? "";
      expect(link).toBe(`${base}${language}/shops/feed.xml`);
      const feed = xml(site.files.get(link.slice(base.length)));
      const titles = [...feed.querySelectorAll("entry > title")].map(({ textContent }) => textContent);
      expect(titles[0]).toBe(overview?.querySelector("h1")?.textContent);
      const ids = [...feed.querySelectorAll("entry > id")].map(({ textContent }) => textContent);
      expect(ids).toEqual(ends.map(([wave]) => `${origin}${base}${language}/shops/w/${wave}/`));
      const days = [...feed.querySelectorAll("entry > updated")].map(({ textContent }) => textContent);
      expect(days).toEqual(ends.map(([, end]) => `${end}T00:00:00Z`));
      const links = [...feed.querySelectorAll("entry > link")].map((one) => one.getAttribute("href"));
      expect(links[0]).toBe(`${origin}${base}${language}/shops/`);
      expect(links.slice(1)).toEqual(ids.slice(1));
      for (const { textContent } of feed.querySelectorAll("entry > summary"))
        expect(textContent).toMatch(/\d/);
    }
  });

  test("has icons, and a manifest that finds them", () => {
    const manifest = JSON.parse(site.files.get("site.webmanifest")?.toString() ?? "") as {
      readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string }[];
    };
    expect(manifest.icons.length).toBeGreaterThan(1);
    for (const { src, sizes, type } of manifest.icons) {
      const icon = site.files.get(src);
      expect(icon, src).toBeDefined();
      if (type === "image/png") expect(`${icon?.readUInt32BE(16)}x${icon?.readUInt32BE(20)}`).toBe(sizes);
    }
    expect(site.files.get("apple-touch-icon.png")?.readUInt32BE(16)).toBe(180);
  });

  test("lets every page but those that lead on be listed", () => {
    const kept = [...site.pages].filter(([, document]) => meta(document, "robots") !== undefined);
    expect(
      kept.filter(([, document]) => document.querySelector('meta[http-equiv="refresh"]') === null),
    ).toEqual([]);
  });
});

describe("a site whose address is not known", () => {
  let site: Built;
  beforeAll(async () => {
    site = await built({});
  });
  afterAll(() => site?.workshop.remove());

  test("asks not to be listed, on every page", () => {
    expect(site.pages.size).toBeGreaterThan(40);
    const listed = [...site.pages]
      .filter(([, document]) => meta(document, "robots") !== "noindex")
      .map(([name]) => name);
    expect(listed).toEqual([]);
    expect(site.files.get("robots.txt")?.toString()).toBe("User-agent: *\nAllow: /\n");
  });

  test("makes no address up: no sitemap, no feed, no whole address in any head", () => {
    const names = [...site.files.keys()];
    expect(names.filter((name) => name.endsWith(".xml"))).toEqual([]);
    for (const [name, document] of site.pages) {
      expect(document.head.innerHTML, name).not.toMatch(/https?:/);
      expect(document.head.innerHTML, name).not.toContain("atom+xml");
    }
  });

  test("has the picture all the same, with a link to it", () => {
    const link = [...(site.pages.get("en/shops/index.html")?.querySelectorAll(".print-links a") ?? [])]
      .map((one) => one.getAttribute("href") ?? "")
      .find((href) => href.endsWith(".png"));
    expect(site.files.has(link?.slice(1) ?? "")).toBe(true);
  });

  test("describes every page, each in words of its own", () => {
    const told = [...site.pages].map(([name, document]) => ({
      name,
      text: meta(document, "description") ?? "",
    }));
    expect(told.filter(({ text }) => text.trim().length < 10)).toEqual([]);
    expect(told.filter(({ text }) => [...text].length > 160)).toEqual([]);
    const texts = told.map(({ text }) => text);
    expect(told.filter(({ text }, at) => texts.indexOf(text) !== at)).toEqual([]);
    const titles = [...site.pages].map(([, document]) => document.title);
    expect(titles.filter((title) => title.trim() === "")).toEqual([]);
  });
});
