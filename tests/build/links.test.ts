import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import { fixtureFiles } from "./fixture-survey.ts";

const origin = "https://reports.example";

/** What refers to something, by the attribute that does. */
const referring = [
  ["a[href]", "href"],
  ["link[href]", "href"],
  ["script[src]", "src"],
  ["img[src]", "src"],
] as const;
const naming = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"] as const;

describe.each(["/", "/reports/"])("a site built for %s", (base) => {
  let workshop: Workshop;
  let files: ReadonlyMap<string, Buffer>;
  const pages = new Map<string, Document>();
  beforeAll(async () => {
    workshop = await openWorkshop();
    await workshop.write("shops", fixtureFiles());
    // BASE_URL is another program's: many shells have one, and no link may follow it.
    await buildOrThrow(workshop, { BASE_PATH: base, SITE_URL: origin, BASE_URL: "/elsewhere/" });
    files = await filesUnder(workshop.out);
    for (const [name, content] of files)
      if (name.endsWith(".html")) pages.set(name, new JSDOM(content.toString("utf-8")).window.document);
  });
  afterAll(() => workshop?.remove());

  /** The published file that an address inside the site leads to. */
  function fileOf(url: URL): string | undefined {
    if (!url.pathname.startsWith(base)) return undefined;
    const path = decodeURIComponent(url.pathname.slice(base.length));
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  }

  /** Why a reference leads nowhere; undefined where it leads somewhere. */
  function broken(reference: string, page: string): string | undefined {
    const url = new URL(reference, new URL(`${base}${page.replace(/index\.html$/, "")}`, origin));
    if (url.origin !== origin) return "another origin";
    const file = fileOf(url);
    if (file === undefined) return `outside ${base}`;
    if (!files.has(file)) return "no such file";
    const id = decodeURIComponent(url.hash.slice(1));
    return id === "" || pages.get(file)?.getElementById(id) ? undefined : "no such place on the page";
  }

  test("has a page for every part of the survey in both languages", () => {
    const kinds = [
      "",
      "w/2024-H1/",
      "q/overall/",
      "b/north/",
      "b/north/ferry/",
      "b/south/城东-1店/",
      "data/",
      "changes/",
      "methods/",
    ];
    const expected = ["en", "zh"].flatMap((language) =>
      kinds.map((kind) => `${language}/shops/${kind}index.html`),
    );
    expect([...pages.keys()]).toEqual(expect.arrayContaining(["index.html", "404.html", ...expected]));
  });

  test("has no link, script, style or picture that leads nowhere", () => {
    const all = [...pages].flatMap(([page, document]) =>
      referring.flatMap(([selector, attribute]) =>
        [...document.querySelectorAll(selector)].map((element) => ({
          page,
          reference: element.getAttribute(attribute) ?? "",
        })),
      ),
    );
    expect(all.length).toBeGreaterThan(20 * pages.size);
    const dead = all.flatMap(({ page, reference }) => {
      const why = broken(reference, page);
      return why === undefined ? [] : [`${page}: ${reference}: ${why}`];
    });
    expect(dead).toEqual([]);
  });

  test("links every page from another one", () => {
    const linked = new Set(
      [...pages].flatMap(([page, document]) =>
        [...document.querySelectorAll("a[href]")].flatMap((link) => {
          const target = fileOf(new URL(link.getAttribute("href") ?? "", new URL(`${base}${page}`, origin)));
          return target === page || target === undefined ? [] : [target];
        }),
      ),
    );
    const orphans = [...pages.keys()].filter((page) => !linked.has(page));
    expect(orphans.sort()).toEqual(["404.html", "index.html"]);
  });

  test("names elements of its own page only, each id once", () => {
    for (const [page, document] of pages) {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      expect(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        `${page}: repeated ids`,
      ).toEqual([]);
      const named = naming.flatMap((attribute) =>
        [...document.querySelectorAll(`[${attribute}]`)].flatMap((element) =>
          (element.getAttribute(attribute) ?? "").split(/\s+/),
        ),
      );
      const drawn = [...document.documentElement.outerHTML.matchAll(/url\(["']?#([^"')]+)/g)].map(
        ([, id]) => id ?? "",
      );
      expect(
        [...named, ...drawn].filter((id) => !ids.includes(id)),
        `${page}: ids that are not there`,
      ).toEqual([]);
    }
  });

  test("has one canonical address a page, its own", () => {
    for (const [page, document] of pages) {
      const canonical = [...document.querySelectorAll("link[rel=canonical]")].map((link) =>
        link.getAttribute("href"),
      );
      if (page === "404.html" || page === "index.html") continue;
      expect(
        canonical.map((address) => decodeURI(address ?? "")),
        page,
      ).toEqual([`${origin}${base}${page.replace(/index\.html$/, "")}`]);
    }
  });
});
