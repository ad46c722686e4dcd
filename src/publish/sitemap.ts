import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { xmlText } from "./xml.ts";

/** A page that search engines may list, with its addresses in all languages. */
export interface SitemapPage {
  readonly address: string;
  readonly alternates: readonly { readonly language: string; readonly address: string }[];
}

/** So many addresses may stand in one file, as sitemaps.org has it. */
const mostAddresses = 50_000;

/**
 * Writes the sitemap of a finished site: the pages that name themselves as their canonical address and are not kept
 * from search engines. Where no page has such an address, the site's own is not known and there is no sitemap.
 * @returns how many pages it lists.
 */
export async function writeSitemap(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html")).sort();
  const pages: SitemapPage[] = [];
  for (const name of names) pages.push(...(pageOf(await readFile(join(folder, name), "utf-8")) ?? []));
  if (pages.length === 0) return 0;
  for (const [name, text] of sitemapFiles(pages)) await writeFile(join(folder, name), text);
  return pages.length;
}

/** The sitemap's files by name: one, or more of them and an index of these. */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  most = mostAddresses,
): ReadonlyMap<string, string> {
  const sorted = pages.toSorted((one, other) => (one.address < other.address ? -1 : 1));
  if (sorted.length <= most) return new Map([["sitemap.xml", urlSet(sorted)]]);
  const parts = Array.from({ length: Math.ceil(sorted.length / most) }, (_, at) => ({
    name: `sitemap-${at + 1}.xml`,
    text: urlSet(sorted.slice(at * most, (at + 1) * most)),
  }));
  const root = rootOf(sorted);
  const listed = parts.map(({ name }) => `<sitemap><loc>${xmlText(root + name)}</loc></sitemap>`);
  const index = `${declaration}<sitemapindex ${namespace}>\n${listed.join("\n")}\n</sitemapindex>\n`;
  return new Map([["sitemap.xml", index], ...parts.map(({ name, text }) => [name, text] as const)]);
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

function urlSet(pages: readonly SitemapPage[]): string {
  const entries = pages.map(({ address, alternates }) => {
    const links = alternates.map(
      (one) =>
        `<xhtml:link rel="alternate" hreflang="${xmlText(one.language)}" href="${xmlText(one.address)}"/>`,
    );
    return `<url><loc>${xmlText(address)}</loc>${links.join("")}</url>`;
  });
  return `${declaration}<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join("\n")}\n</urlset>\n`;
}

/** The address of the site: that of its language pages without the language. */
function rootOf(pages: readonly SitemapPage[]): string {
  const shortest = pages.reduce((one, other) => (other.address.length < one.address.length ? other : one));
  return shortest.address.replace(/[^/]+\/$/, "");
}

/** A page by what its head says; undefined where it is not for search engines. */
function pageOf(html: string): readonly SitemapPage[] | undefined {
  const head = html.slice(0, html.indexOf("</head>"));
  const own = /<meta property="og:url" content="([^"]*)"/.exec(head)?.[1];
  if (own === undefined || /<meta name="robots" content="[^"]*noindex/.test(head)) return undefined;
  const alternates = [...head.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)];
  return [
    {
      address: plain(own),
      alternates: alternates.map(([, language = "", address = ""]) => ({
        language,
        address: plain(address),
      })),
    },
  ];
}

/** An attribute's text. */
function plain(attribute: string): string {
  return attribute
    .replaceAll("&quot;", '"')
    .replaceAll("&#34;", '"')
    .replaceAll("&#38;", "&")
    .replaceAll("&amp;", "&");
}
