import type { ComponentChildren } from "preact";
import type { AskPairs, PairCounts, PairsRequest } from "../counts/pairs/request.ts";
import type { Ask, Counts, CountsRequest } from "../counts/request.ts";
import type { Difference, Verdict } from "../measures/difference.ts";
import type { ReportContext } from "./context.ts";

export type Judge = (difference: Difference) => Verdict;

/**
 * One question of a page. It runs at build and in the browser alike: it says what must be counted, turns the counts
 * into a model, names the differences that it will state (tested as one family with those of all panels of the page),
 * and draws.
 */
export interface Panel<Model> {
  readonly needs: (context: ReportContext) => readonly CountsRequest[];
  /** The same for pairs of questions, which figures made of several questions rest on. */
  readonly pairs?: (context: ReportContext) => readonly PairsRequest[];
  readonly read: (context: ReportContext, counts: readonly Counts[], pairs: readonly PairCounts[]) => Model;
  readonly claims: (model: Model) => readonly Difference[];
  /** @param title what the page is titled, for the panel that heads it */
  readonly draw: (context: ReportContext, model: Model, judge: Judge, title?: string) => ComponentChildren;
  /** The page's answer in a sentence, where this panel heads a page or knows it better; the last one that does titles it. */
  readonly title?: (context: ReportContext, model: Model, judge: Judge) => string | undefined;
  /** The first of what the page has to say, without markup. */
  readonly summary?: (context: ReportContext, model: Model, judge: Judge) => string | undefined;
  /** The page's main figure in short, for what leads to the page, where this panel heads one. */
  readonly brief?: (context: ReportContext, model: Model, judge: Judge) => ComponentChildren;
  /** What the page's main figure rests on, where this panel heads a page. */
  readonly basis?: (context: ReportContext, model: Model) => Basis;
}

/** When the main figure of a page was measured and on how many answers, in words: the foot of printed sheets says it. */
export interface Basis {
  readonly wave: string;
  readonly base: string;
}

/** Whoever can count what a page needs. */
export interface Asks {
  readonly ask: Ask;
  readonly askPairs: AskPairs;
  /**
   * True where what was counted is held anyway: figures may then be worked out when somebody looks at them. Else a survey
   * of thousands of branches would be held whole.
   */
  readonly held?: boolean;
}

/** A panel of so many counts that it asks for them itself, one part after the other, and holds only what it makes of them. */
export interface GatheringPanel<Model>
  extends Pick<Panel<Model>, "claims" | "draw" | "title" | "summary" | "basis" | "brief"> {
  readonly gather: (context: ReportContext, asks: Asks) => Promise<Model>;
}

/** A panel with its counts read, its model hidden inside. */
export interface ReadPanel {
  readonly claims: readonly Difference[];
  readonly draw: (judge: Judge, title?: string) => ComponentChildren;
  readonly title: (judge: Judge) => string | undefined;
  readonly basis: Basis | undefined;
  readonly summary: (judge: Judge) => string | undefined;
  readonly brief: (judge: Judge) => ComponentChildren;
}

/** Reads a panel, so that panels with different models can stand in one list. */
export async function readPanel<Model>(
  panel: Panel<Model> | GatheringPanel<Model>,
  context: ReportContext,
  asks: Asks,
): Promise<ReadPanel> {
  const model = await modelOf(panel, context, asks);
  return {
    claims: panel.claims(model),
    draw: (judge, title) => panel.draw(context, model, judge, title),
    title: (judge) => panel.title?.(context, model, judge),
    basis: panel.basis?.(context, model),
    summary: (judge) => panel.summary?.(context, model, judge),
    brief: (judge) => panel.brief?.(context, model, judge),
  };
}

/** What a panel is drawn from, for another that says part of the same. */
export async function modelOf<Model>(
  panel: Pick<Panel<Model>, "needs" | "pairs" | "read"> | Pick<GatheringPanel<Model>, "gather">,
  context: ReportContext,
  asks: Asks,
): Promise<Model> {
  if ("gather" in panel) return panel.gather(context, asks);
  const [counts, pairs] = await Promise.all([
    Promise.all(panel.needs(context).map(asks.ask)),
    Promise.all((panel.pairs?.(context) ?? []).map(asks.askPairs)),
  ]);
  return panel.read(context, counts, pairs);
}
