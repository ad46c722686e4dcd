import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { AskPairs } from "../counts/pairs/request.ts";
import type { Ask } from "../counts/request.ts";
import { verdictsOf } from "../measures/difference.ts";
import type { ReportContext } from "./context.ts";
import { type Panel, type ReadPanel, readPanel } from "./panel.ts";

/** A panel of whatever model, on the list of a page. */
// biome-ignore lint/suspicious/noExplicitAny: the model is private to each panel and never leaves it.
export type AnyPanel = Panel<any>;

/** Whoever can count what a page needs. */
export interface Asks {
  readonly ask: Ask;
  readonly askPairs: AskPairs;
}

/** A page's panels as HTML, in reading order, and the sentence that titles it. */
export interface RenderedPage {
  readonly html: readonly string[];
  readonly title?: string;
}

/**
 * Renders all panels of a page: counts first, then one family of tests over everything that the page states, then the
 * drawing.
 */
export async function renderPanels(
  panels: readonly AnyPanel[],
  context: ReportContext,
  { ask, askPairs }: Asks,
): Promise<RenderedPage> {
  const read: ReadPanel[] = [];
  for (const panel of panels) {
    const [counts, pairs] = await Promise.all([
      Promise.all(panel.needs(context).map(ask)),
      Promise.all((panel.pairs?.(context) ?? []).map(askPairs)),
    ]);
    read.push(readPanel(panel, context, { counts, pairs }));
  }
  const judge = verdictsOf(read.flatMap((panel) => panel.claims));
  const title = read.map((panel) => panel.title(judge)).find((found) => found !== undefined);
  const html = read.map((panel) => renderToString(h("div", { class: "contents" }, panel.draw(judge))));
  return { html, ...(title === undefined ? {} : { title }) };
}
