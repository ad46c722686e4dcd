import type { PairCounts } from "../counts/pairs/request.ts";
import type { Counts } from "../counts/request.ts";
import type { Branch } from "../survey/branches.ts";
import { branchSlice } from "../views/slice.ts";
import type { ReportContext } from "./context.ts";
import type { Judge, Panel } from "./panel.ts";

/** Makes a panel that is about the branches of everybody be about those of the one branch that a reader's filter leaves. */
export function underSole<Model>(panel: Panel<Model>): Panel<Model> {
  const { needs, pairs, read, draw } = panel;
  return {
    ...panel,
    needs: (context) => needs(soleContext(context)),
    ...(pairs ? { pairs: (context: ReportContext) => pairs(soleContext(context)) } : {}),
    read: (context, counts: readonly Counts[], pairCounts: readonly PairCounts[]) =>
      read(soleContext(context), counts, pairCounts),
    draw: (context, model, judge: Judge, title?: string) => draw(soleContext(context), model, judge, title),
  };
}

/** The context of the lowest branch that holds all whom a view shows, where there is one that holds others. */
export function soleContext(context: ReportContext): ReportContext {
  const { survey, tree, branch, fromRows } = context;
  if (!fromRows || branch) return context;
  const line = soleLine(tree, survey.hierarchy.length);
  const sole = line.at(-1);
  if (!sole) return context;
  return { ...context, branch: sole, ancestors: line, slice: branchSlice(survey.hierarchy, sole.path) };
}

/** Ids from the widest level down to the one branch that a reader's filter leaves, whatever branch the page is of. */
export function solePath({ branch: _, ...everywhere }: ReportContext): readonly string[] {
  return soleContext(everywhere).branch?.path ?? [];
}

/** Branches from the widest level down, each the only one of its level, as far as they hold others that are told apart. */
function soleLine(branches: readonly Branch[], levels: number): readonly Branch[] {
  const [only, other] = branches;
  if (!only || other || only.level + 1 >= levels || only.children.length === 0) return [];
  return [only, ...soleLine(only.children, levels)];
}
