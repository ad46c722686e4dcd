import { type Links, waveTitle } from "../../panels/context.ts";
import { linksOf } from "../../panels/links.ts";
import type { PageAddress } from "../../panels/page-address.ts";
import type { Asks } from "../../panels/panel.ts";
import { type PublishedReport, reportContext } from "../../panels/report.ts";
import type { Language } from "../../survey/text.ts";
import { wordsIn } from "../../words/words.ts";
import { faultOf } from "../engine/fault.ts";
import { showChips } from "../filters/chips.tsx";
import { bandOf } from "./band.tsx";
import { loadReport } from "./load-report.ts";
import { type Shown, showingOn } from "./showing.ts";
import { stageIn } from "./stage.ts";
import { openViews, type ViewStore } from "./view-store.ts";

/**
 * A page whose panels follow its view, for whoever lets readers choose one, such as a bar of filters:
 *
 *     const { views, report, shown, onShown, asks } = await openView(document);
 *     views.set({ ...views.get(), slice: { region: ["east"] } });
 */
export interface ReportView {
  readonly report: PublishedReport;
  readonly language: Language;
  /** What the page is about; absent where it always shows everybody. */
  readonly address?: PageAddress;
  readonly views: ViewStore;
  readonly links: Links;
  readonly shown: () => Shown;
  /** Tells of every change of what is shown. Gives back what ends it. */
  readonly onShown: (listener: (shown: Shown) => void) => () => void;
  /**
   * Counts answers of whomever a request names, for lists of options: the page's view narrows nothing here. A new view
   * supersedes what still waits.
   * @throws EngineError
   */
  readonly asks: () => Asks;
  /** Works the current view out again, after a fault. */
  readonly retry: () => void;
}

const opened = new WeakMap<Document, Promise<ReportView>>();

/**
 * The view of a page, opened once.
 * @throws EngineError where the report's description can't be had, which the band says; the next call tries again
 */
export function reportViewOf(document: Document): Promise<ReportView> {
  const known = opened.get(document) ?? open(document);
  opened.set(document, known);
  known.catch(() => opened.delete(document));
  return known;
}

async function open(document: Document): Promise<ReportView> {
  const element = document.querySelector<HTMLElement>("[data-report]");
  const window = document.defaultView;
  if (!element || !window) throw new Error("the page is about no survey");
  const language: Language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const band = bandOf(element, wordsIn(language));
  const url = new URL(element.dataset["report"] ?? "", document.location.href);
  const report = await loadReport(url).catch((error: unknown) => {
    band.fail(faultOf(error), () => void reportViewOf(document).catch(() => {}));
    throw error;
  });
  const views = openViews(report.survey, window);
  let shown: Shown = { kind: "everybody" };
  const listeners = new Set<(shown: Shown) => void>();
  const tell = (next: Shown) => {
    shown = next;
    if (next.kind === "working") document.documentElement.dataset["view"] = "working";
    else delete document.documentElement.dataset["view"];
    band.show(next);
    for (const listener of [...listeners]) listener(next);
  };
  const address = addressIn(element);
  const root = new URL("../", url).pathname;
  const showing = showingOn({
    ...{ report, address, language, views, document, tell },
    facts: reportContext(report),
    root,
    stage: stageIn(element, waveTitle({ survey: report.survey, language }, address?.wave ?? "")),
  });
  const view: ReportView = {
    ...{ report, language, views, links: linksOf(root, language, report.survey.id) },
    ...(address ? { address } : {}),
    shown: () => shown,
    onShown: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    asks: showing.asks,
    retry: () => void showing.show(views.get()),
  };
  band.open(view);
  showChips(view, document);
  views.subscribe((next) => void showing.show(next));
  void showing.show(views.get());
  return view;
}

/** What a page says that it is about. */
function addressIn({ dataset }: HTMLElement): PageAddress | undefined {
  return dataset["page"] === undefined ? undefined : (JSON.parse(dataset["page"]) as PageAddress);
}
