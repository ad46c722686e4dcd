import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Ask } from "../counts/request.ts";
import { verdictsOf } from "../measures/difference.ts";
import type { ReportContext } from "./context.ts";
import { type Panel, type ReadPanel, readPanel } from "./panel.ts";

/** A panel of whatever model, on the list of a page. */
// biome-ignore lint/suspicious/noExplicitAny: the model is private to each panel and never leaves it.
export type AnyPanel = Panel<any>;

/**
 * Renders all panels of a page to HTML, by name: counts first, then one family of tests over everything that the page
 * states, then the drawing.
 */
export async function renderPanels<Name extends string>(
  panels: Readonly<Record<Name, AnyPanel>>,
  context: ReportContext,
  ask: Ask,
): Promise<Readonly<Record<Name, string>>> {
  const read = new Map<Name, ReadPanel>();
  for (const name of Object.keys(panels) as Name[]) {
    const panel = panels[name];
    const counts = await Promise.all(panel.needs(context).map(ask));
    read.set(name, readPanel(panel, context, counts));
  }
  const judge = verdictsOf([...read.values()].flatMap((panel) => panel.claims));
  const html = [...read].map(
    ([name, panel]) => [name, renderToString(h("div", { class: "contents" }, panel.draw(judge)))] as const,
  );
  return Object.fromEntries(html) as Record<Name, string>;
}
