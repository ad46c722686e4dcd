import { JSDOM } from "jsdom";
import { contextOf, type SurveySite } from "../../src/build/site.ts";
import type { AnyPanel } from "../../src/panels/page.ts";
import { renderPanels } from "../../src/panels/page.ts";

/** Sections of a demo's page, drawn from its rows as a build draws them. */
export interface DemoPage {
  /** The cells of the table of a section, row by row, the row's heading first. */
  readonly cells: (id: string) => readonly (readonly string[])[];
  /** What a section says first. */
  readonly lead: (id: string) => string;
  /** What matters most, line by line. */
  readonly found: readonly string[];
}

export async function demoPage(
  site: SurveySite,
  panels: readonly AnyPanel[],
  { path, wave }: { readonly path?: readonly string[]; readonly wave?: string } = {},
): Promise<DemoPage> {
  const branch = site.branches.find((one) => path && one.path.join("/") === path.join("/"));
  const at = { language: "en" as const, base: "/", ...(wave ? { wave } : {}), ...(branch ? { branch } : {}) };
  const { html } = await renderPanels(panels, contextOf(site, at), site);
  const page = new JSDOM(html.join("\n")).window.document;
  return {
    cells: (id) =>
      [...page.querySelectorAll(`#${id} tbody tr`)].map((row) =>
        [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent.trim()),
      ),
    lead: (id) => page.querySelector(`#${id} .lead`)?.textContent ?? "",
    found: [...page.querySelectorAll("#findings li")].map(({ textContent }) => textContent.trim()),
  };
}
