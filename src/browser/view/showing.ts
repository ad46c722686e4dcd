import { linksOf } from "../../panels/links.ts";
import type { PageAddress } from "../../panels/page-address.ts";
import type { ReportFacts } from "../../panels/page-context.ts";
import type { Asks } from "../../panels/panel.ts";
import { type PublishedReport, unknownDimensions } from "../../panels/report.ts";
import { sliceLine, sliceParts } from "../../panels/slice-text.ts";
import type { Language } from "../../survey/text.ts";
import { ofWaves } from "../../views/choosing.ts";
import { dimensionIn } from "../../views/slice.ts";
import { isDefault, sliceOf, type View } from "../../views/view.ts";
import { wordsIn } from "../../words/words.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { EngineError, type Fault, faultOf } from "../engine/fault.ts";
import type { Progress } from "../engine/files.ts";
import { carryView } from "./carry.ts";
import { comparedText, type ShortFault, shortFault } from "./missing-text.ts";
import { paintedPage, type ViewedPage } from "./painter.ts";
import type { Around, Stage } from "./stage.ts";
import type { ViewStore } from "./view-store.ts";

/** What a page shows of its view. */
export type Shown =
  /** What the page came with: the default view, or a page that always shows everybody. */
  | { readonly kind: "everybody" }
  /** Until a view is counted, what stood before stays, dimmed. */
  | { readonly kind: "working"; readonly progress?: Progress }
  /** `missing`: titles of the sections that a view leaves out. */
  | { readonly kind: "page"; readonly page: ViewedPage; readonly missing: readonly string[] }
  /** What the page came with stands again. */
  | { readonly kind: "failed"; readonly fault: Fault | Unpublished };

/** What no browser can work out, as it is not published. */
export type Unpublished =
  /** Nothing but pages. */
  | { readonly kind: "unpublished" }
  /** Too little of a dimension that the view, or the page, is about. */
  | { readonly kind: "withheld"; readonly dimension: string }
  /** A dimension that the codebook does not let readers filter by. */
  | { readonly kind: "unfiltered"; readonly dimension: string }
  /** Too few of a value that the view, or the page, is about. */
  | ShortFault;

export interface ShowingOptions {
  readonly report: PublishedReport;
  readonly facts: ReportFacts;
  /** Absent where the page always shows everybody. */
  readonly address: PageAddress | undefined;
  readonly language: Language;
  /** Path of the site's root, with a slash at its end. */
  readonly root: string;
  readonly views: ViewStore;
  readonly stage: Stage;
  readonly document: Document;
  readonly tell: (shown: Shown) => void;
}

/** What puts views on a page. The newest wins: of those before it nothing is put there any more. */
export interface Showing {
  readonly show: (view: View) => Promise<void>;
  /** @throws EngineError unsupported */
  readonly asks: () => Asks;
}

export function showingOn(options: ShowingOptions): Showing {
  const { report, facts, address, language, root, views, stage, document, tell } = options;
  const unknown = unknownDimensions(report);
  const links = linksOf(root, language, report.survey.id);
  let [newest, isWorking] = [0, false];
  let engine: Engine | undefined;
  let asks: Asks | undefined;
  const say = (shown: Shown) => {
    isWorking = shown.kind === "working";
    tell(shown);
  };
  const opened = () => {
    if (!report.engine) throw new EngineError({ kind: "unsupported" });
    engine ??= createEngine({
      ...{ report, root },
      onProgress: (progress) => isWorking && say({ kind: "working", progress }),
    });
    return engine;
  };
  /** For lists: where they can't be counted, the next of them tries anew. */
  const listAsks = (): Asks => {
    const own = opened().view();
    const lists: Asks = {
      ...own,
      ask: (request) =>
        own.ask(request).catch((error: unknown) => {
          if (asks === lists) asks = undefined;
          throw error;
        }),
    };
    return lists;
  };
  const carried = (view: View) => ({ query: views.queryOf(view), ofWave: views.queryOf(ofWaves(view)) });
  const whole = (shown: Shown) => {
    stage.restore();
    say(shown);
  };
  const paint = async (view: View, page: PageAddress, own: number) => {
    try {
      asks = opened().view();
      const painted = await paintedPage(facts, view, asks, { page, language, root, document, unknown });
      if (own !== newest) return;
      const query = views.queryOf(view);
      stage.show(painted, aroundOf(report, view, painted, { language, query }));
      carryView(document, links.overview(), carried(view));
      say({ kind: "page", page: painted, missing: stage.missing() });
    } catch (error) {
      if (own !== newest) return;
      asks = undefined;
      const fault = faultOf(error);
      if (fault.kind === "failed") console.error(error);
      whole({ kind: "failed", fault: report.engine ? fault : { kind: "unpublished" } });
    }
  };
  return {
    asks: () => {
      asks ??= listAsks();
      return asks;
    },
    show: async (view) => {
      newest += 1;
      const elsewhere = address && pageOfWave(view, address, report.survey);
      if (elsewhere) {
        const query = views.queryOf(elsewhere.view);
        document.location.replace(`${links.overview(elsewhere.wave)}${query}${document.location.hash}`);
        return;
      }
      carryView(document, links.overview(), carried(view));
      if (isDefault(view) || !address) return whole({ kind: "everybody" });
      const fault = report.engine && withheldFrom(view, report, address, unknown);
      if (fault) return whole({ kind: "failed", fault });
      say({ kind: "working" });
      await paint(view, address, newest);
    },
  };
}

/** The wave of which a view asks, where another overview is the page of it, and what is left of the view there. */
function pageOfWave(
  { waves, ...view }: View,
  { kind }: PageAddress,
  { waves: all }: PublishedReport["survey"],
) {
  const [first, last] = waves ?? [];
  const isOther = kind === "overview" && first !== undefined && first === last;
  // The latest wave's overview is the survey's own.
  return isOther ? { wave: first === all.at(-1)?.id ? undefined : first, view } : undefined;
}

/** What of a view, or of its page, is not published enough to be shown. */
function withheldFrom(
  view: View,
  report: PublishedReport,
  address: PageAddress,
  unknown: ReadonlySet<string>,
): Unpublished | undefined {
  const { filters, hierarchy } = report.survey;
  const dimension = dimensionsOf(view, report, address).find((id) => unknown.has(id));
  if (dimension === undefined) return shortFault(report, view, address);
  const kind = filters.includes(dimension) || hierarchy.includes(dimension) ? "withheld" : "unfiltered";
  return { kind, dimension };
}

/** Dimensions that a view filters by, and those that the page's own branch is a place of. */
function dimensionsOf(view: View, { survey }: PublishedReport, address: PageAddress): readonly string[] {
  const levels = address.kind === "branch" ? survey.hierarchy.slice(0, address.path.length) : [];
  const other = view.versus.kind === "slice" ? Object.keys(view.versus.slice) : [];
  const named = [...Object.keys(sliceOf(survey, view)), ...other];
  return [...named.map((name) => dimensionIn(name).dimension), ...levels];
}

/** What the page says of a view beside its panels. */
function aroundOf(
  { survey }: PublishedReport,
  view: View,
  page: ViewedPage,
  { language, query }: { readonly language: Language; readonly query: string },
): Around {
  const words = wordsIn(language);
  const line = sliceLine(sliceParts(survey, sliceOf(survey, view), language), words);
  const wave = page.waveTitle;
  const against = comparedText(survey, view, words, language);
  const foot = [survey.title[language], page.basis?.wave ?? wave, line, page.basis?.base ?? "", against];
  const named = [page.title ?? line, survey.title[language]];
  const joined = (parts: readonly string[]) => parts.filter((part) => part !== "").join(" · ");
  return { query, title: joined(named), foot: joined(foot), wave };
}
