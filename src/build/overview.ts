import { type RenderedPage, renderPanels } from "../panels/page.ts";
import { overviewPanels } from "../panels/pages.ts";
import type { Language } from "../survey/text.ts";
import { contextOf, type SurveySite } from "./site.ts";

interface OverviewOptions {
  readonly language: Language;
  readonly base: string;
  readonly wave: string;
}

const rendered = new WeakMap<SurveySite, Map<string, Promise<RenderedPage>>>();

/** The overview of a wave, made once for its page, its picture and the feed. */
export function overviewOf(site: SurveySite, options: OverviewOptions): Promise<RenderedPage> {
  const known = rendered.get(site) ?? new Map<string, Promise<RenderedPage>>();
  rendered.set(site, known);
  const key = JSON.stringify([options.language, options.base, options.wave]);
  const page = known.get(key) ?? renderPanels(overviewPanels(site.survey), contextOf(site, options), site);
  known.set(key, page);
  return page;
}
