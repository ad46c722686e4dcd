import type { ComponentChildren } from "preact";
import type { PairCounts, PairsRequest } from "../counts/pairs/request.ts";
import type { Counts, CountsRequest } from "../counts/request.ts";
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
  readonly draw: (context: ReportContext, model: Model, judge: Judge) => ComponentChildren;
  /** The page's answer in a sentence, where this panel heads a page. */
  readonly title?: (context: ReportContext, model: Model, judge: Judge) => string;
}

/** A panel with its counts read, its model hidden inside. */
export interface ReadPanel {
  readonly claims: readonly Difference[];
  readonly draw: (judge: Judge) => ComponentChildren;
  readonly title: (judge: Judge) => string | undefined;
}

/** Reads a panel, so that panels with different models can stand in one list. */
export function readPanel<Model>(
  panel: Panel<Model>,
  context: ReportContext,
  { counts, pairs }: { readonly counts: readonly Counts[]; readonly pairs: readonly PairCounts[] },
): ReadPanel {
  const model = panel.read(context, counts, pairs);
  return {
    claims: panel.claims(model),
    draw: (judge) => panel.draw(context, model, judge),
    title: (judge) => panel.title?.(context, model, judge),
  };
}
