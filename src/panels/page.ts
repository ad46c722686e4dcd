import { Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import { verdictsOf } from "../measures/difference.ts";
import type { ReportContext } from "./context.ts";
import {
  type Asks,
  type Basis,
  type GatheringPanel,
  type Panel,
  type ReadPanel,
  readPanel,
} from "./panel.ts";

/** A panel of whatever model, on the list of a page. */
// biome-ignore lint/suspicious/noExplicitAny: the model is private to each panel and never leaves it.
export type AnyPanel = Panel<any> | GatheringPanel<any>;

/** A page's panels as HTML, in reading order, the sentence that titles it, and what it says in short. */
export interface RenderedPage {
  readonly html: readonly string[];
  readonly title?: string;
  readonly basis?: Basis;
  /** The first one or two sentences of its findings, without markup. */
  readonly summary?: string;
  /** Its main figure in short, as HTML. */
  readonly brief?: string;
}

/**
 * Renders all panels of a page: counts first, then one family of tests over everything that the page states, then the
 * drawing.
 */
export async function renderPanels(
  panels: readonly AnyPanel[],
  context: ReportContext,
  asks: Asks,
): Promise<RenderedPage> {
  // All ask at once, so that whoever counts can count for several together.
  const read = await Promise.all(panels.map((panel): Promise<ReadPanel> => readPanel(panel, context, asks)));
  const judge = verdictsOf(read.flatMap((panel) => panel.claims));
  const title = read.map((panel) => panel.title(judge)).findLast((found) => found !== undefined);
  const summary = read.map((panel) => panel.summary(judge)).find((found) => found !== undefined);
  const html = read.map((panel) => renderToString(h("div", { class: "contents" }, panel.draw(judge, title))));
  const brief = read.map((panel) => panel.brief(judge)).find((found) => found !== undefined);
  const basis = read.find((panel) => panel.basis !== undefined)?.basis;
  return {
    html,
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(brief === undefined ? {} : { brief: renderToString(h(Fragment, {}, brief)) }),
    ...(basis ? { basis } : {}),
  };
}
