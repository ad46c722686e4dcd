import type { Counts } from "../../counts/request.ts";
import { type Estimate, isShown, type Shown } from "../../measures/estimate.ts";
import type { ReportContext } from "../context.ts";
import { type Memory, onceFor } from "../once-for.ts";
import { type OrderEnd, type OrderEnds, orderEnds } from "../order-ends.ts";
import { fairOrderOf, rankingLevel } from "../ranking.ts";
import { pathKey } from "../segments.ts";
import type { BranchProblems } from "./problems-model.ts";

/** A branch that stands apart from all others, and the one next to it. */
export interface ProblemEnd {
  readonly one: BranchProblems & { readonly estimate: Shown };
  readonly beside: BranchProblems & { readonly estimate: Shown };
}

/** The branches with clearly the fewest and clearly the most problems of those that are ranked. */
export interface ProblemEnds {
  readonly fewest?: ProblemEnd;
  readonly most?: ProblemEnd;
  readonly ranked: number;
}

interface Of {
  /** Of whom the branches are. */
  readonly whole: Estimate;
  readonly counts: Counts;
  readonly id: string;
}

/**
 * Which of the branches under a page's own has clearly the fewest problems per 100 and which clearly the most: the first
 * and the last in fair order (M31), judged as those of the survey's other figures. None of fewer than three, and none
 * where branches are only ranked within segments.
 */
export function problemEnds(
  { survey, wave, branch }: ReportContext,
  branches: readonly BranchProblems[],
  { whole, counts, id }: Of,
): ProblemEnds | undefined {
  const level = branch?.path.length ?? 0;
  if (survey.segments.length > 0 && level === survey.hierarchy.length - 1) return undefined;
  const found = onceFor(orders, counts, [id, wave, branch?.path ?? []], () => {
    const candidates = branches.map((one) => ({ id: idOf(one), estimate: one.estimate }));
    const ranking = fairOrderOf(survey, candidates, { parent: whole, better: "lower" });
    if (!ranking) return undefined;
    return { ends: orderEnds(ranking.siblings, rankingLevel(survey)), ranked: ranking.siblings.length };
  });
  if (!found) return undefined;
  const { ends, ranked } = found;
  const [fewest, most] = [endOf(branches, ends.better), endOf(branches, ends.worse)];
  return { ...(fewest ? { fewest } : {}), ...(most ? { most } : {}), ranked };
}

/** The pages of both languages, and the panels of a page, share an order. */
const orders: Memory<{ readonly ends: OrderEnds; readonly ranked: number } | undefined> = new WeakMap();

function endOf(branches: readonly BranchProblems[], end: OrderEnd | undefined): ProblemEnd | undefined {
  const [one, beside] = [end?.one, end?.beside].map((sibling) => {
    const found = branches.find((branch) => idOf(branch) === sibling?.id);
    return found && isShown(found.estimate) ? { ...found, estimate: found.estimate } : undefined;
  });
  return one && beside ? { one, beside } : undefined;
}

function idOf({ branch }: BranchProblems): string {
  return pathKey(branch.path);
}
