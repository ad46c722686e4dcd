import type { PageAddress, ReportFacts } from "../../panels/page-address.ts";
import type { Asks } from "../../panels/panel.ts";
import { type PublishedReport, reportContext, unknownDimensions } from "../../panels/report.ts";
import { sliceLine, sliceParts } from "../../panels/slice-text.ts";
import type { Language } from "../../survey/text.ts";
import { dimensionIn } from "../../views/slice.ts";
import { isDefault, sliceOf, type View } from "../../views/view.ts";
import { wordsIn } from "../../words/words.ts";
import { createEngine, type Engine, type Progress } from "../engine/engine.ts";
import { EngineError, type Fault, faultOf } from "../engine/fault.ts";
import { bandOf } from "./band.tsx";
import { carryView } from "./carry.ts";
import { paintedPage, type ViewedPage } from "./painter.ts";
import { type Stage, stageIn } from "./stage.ts";
import { openViews, type ViewStore } from "./view-store.ts";

/** What a page shows of its view. */
export type Shown =
  /** What the page came with: the default view, or a page that always shows everybody. */
  | { readonly kind: "everybody" }
  /** Until a view is counted, what stood before stays, dimmed. */
  | { readonly kind: "working"; readonly progress?: Progress }
  | { readonly kind: "page"; readonly page: ViewedPage }
  /** What the page came with stands again. */
  | { readonly kind: "failed"; readonly fault: Fault | Unpublished };

/** What no browser can work out, as it is not published. */
export type Unpublished =
  /** Nothing but pages. */
  | { readonly kind: "unpublished" }
  /** Too little of a dimension that the view, or the page, is about. */
  | { readonly kind: "withheld"; readonly dimension: string };

/** A page whose panels follow its view. */
export interface ReportView {
  readonly report: PublishedReport;
  readonly facts: ReportFacts;
  readonly language: Language;
  /** What the page is about; absent where it always shows everybody. */
  readonly address?: PageAddress;
  readonly views: ViewStore;
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

/** The view of a page, opened once. @throws where the report's description can't be loaded; the next call tries again */
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
  const report = await loaded(url).catch((error: unknown) => {
    band.fail(faultOf(error), () => void reportViewOf(document));
    throw error;
  });
  const facts = reportContext(report);
  const unknown = unknownDimensions(report);
  const address = addressIn(element);
  const root = new URL("../", url).pathname;
  const views = openViews(report.survey, window);
  const stage = stageIn(element);
  let shown: Shown = { kind: "everybody" };
  const listeners = new Set<(shown: Shown) => void>();
  const tell = (next: Shown) => {
    shown = next;
    const isDim = next.kind === "working";
    if (isDim) document.documentElement.dataset["view"] = "working";
    else delete document.documentElement.dataset["view"];
    band.show(next);
    for (const listener of [...listeners]) listener(next);
  };
  let engine: Engine | undefined;
  let asks: Asks | undefined;
  const engineNow = () => {
    if (!report.engine) throw new EngineError({ kind: "unsupported" });
    engine ??= createEngine({
      ...{ report, root },
      onProgress: (progress) => shown.kind === "working" && tell({ kind: "working", progress }),
    });
    return engine;
  };
  let newest = 0;
  const show = async (view: View) => {
    newest += 1;
    const own = newest;
    carryView(document, `${root}${language}/${encodeURIComponent(report.survey.id)}/`, views.queryOf(view));
    if (isDefault(view) || !address) {
      stage.restore();
      tell({ kind: "everybody" });
      return;
    }
    const dimension = [...dimensionsOf(view, report, address)].find((id) => unknown.has(id));
    if (dimension !== undefined && report.engine) {
      stage.restore();
      tell({ kind: "failed", fault: { kind: "withheld", dimension } });
      return;
    }
    tell({ kind: "working" });
    try {
      asks = engineNow().view();
      const page = await paintedPage(facts, view, asks, { page: address, language, root, document, unknown });
      if (own !== newest) return;
      const around = aroundOf(report, view, page, { language, query: views.queryOf(view) });
      stage.show(page, around);
      carryView(document, `${root}${language}/${encodeURIComponent(report.survey.id)}/`, around.query);
      tell({ kind: "page", page });
    } catch (error) {
      if (own !== newest) return;
      stage.restore();
      const fault = faultOf(error);
      if (fault.kind === "failed") console.error(error);
      tell({ kind: "failed", fault: report.engine ? fault : { kind: "unpublished" } });
    }
  };
  const view: ReportView = {
    ...{ report, facts, language, views },
    ...(address ? { address } : {}),
    shown: () => shown,
    onShown: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    asks: () => {
      asks ??= engineNow().view();
      return asks;
    },
    retry: () => void show(views.get()),
  };
  band.open(view);
  views.subscribe((next) => void show(next));
  void show(views.get());
  return view;
}

/** Dimensions that a view filters by, and those that the page's own branch is a place of. */
function dimensionsOf(view: View, { survey }: PublishedReport, address: PageAddress): ReadonlySet<string> {
  const levels = address.kind === "branch" ? survey.hierarchy.slice(0, address.path.length) : [];
  const filtered = Object.keys(sliceOf(survey, view)).map((name) => dimensionIn(name).dimension);
  return new Set([...filtered, ...levels]);
}

async function loaded(url: URL): Promise<PublishedReport> {
  const file = url.pathname;
  const response = await fetch(url).catch((cause: unknown) => {
    throw new EngineError({ kind: "network", file }, cause);
  });
  if (!response.ok) throw new EngineError({ kind: "network", file, status: response.status });
  const report = (await response.json().catch((cause: unknown) => {
    throw new EngineError({ kind: "damaged", file }, cause);
  })) as PublishedReport;
  if (report.format !== 1) throw new EngineError({ kind: "damaged", file });
  return report;
}

/** What a page says that it is about. */
function addressIn({ dataset }: HTMLElement): PageAddress | undefined {
  return dataset["page"] === undefined ? undefined : (JSON.parse(dataset["page"]) as PageAddress);
}

function aroundOf(
  { survey }: PublishedReport,
  view: View,
  page: ViewedPage,
  { language, query }: { readonly language: Language; readonly query: string },
): Parameters<Stage["show"]>[1] {
  const words = wordsIn(language);
  const line = sliceLine(sliceParts(survey, sliceOf(survey, view), language), words);
  const wave = survey.waves.find(({ id }) => id === page.wave)?.title[language] ?? page.wave;
  const foot = [survey.title[language], page.basis?.wave ?? wave, line, page.basis?.base ?? ""];
  const named = [page.title ?? line, survey.title[language]];
  return {
    query,
    title: named.filter((part) => part !== "").join(" · "),
    foot: foot.filter((part) => part !== "").join(" · "),
  };
}
