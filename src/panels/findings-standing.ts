import { compared, type Finding } from "../findings/finding.ts";
import { isShown } from "../measures/estimate.ts";
import { apartFindings, common, endFindings, luckFinding, restFinding } from "./findings-branches.ts";
import type { PartsFound, ScoredPartOf } from "./findings-parts.ts";
import { effectIn, type FindingsView, findingFigure, isLatest, measured } from "./findings-view.ts";

/** What is true of the page's wave by itself: weak and strong parts, targets, who stands out, small bases. */
export function standingFindings(view: FindingsView): readonly Finding[] {
  return [
    ...fewFinding(view),
    ...weakestFindings(view),
    ...targetFinding(view),
    ...restFinding(view),
    ...luckFinding(view),
    ...apartFindings(view),
    ...endFindings(view),
  ];
}

function fewFinding(view: FindingsView): readonly Finding[] {
  const { model, context } = view;
  const { estimate } = model.head;
  if (estimate?.status !== "low") return [];
  const { caution } = context.survey.base;
  const detail = { kind: "few", n: estimate.n, caution } as const;
  return [{ ...common(view), detail, effect: 0, scope: 1, evidence: `${context.links.methods}#settings` }];
}

/** The lowest part of the page's figure; on the page of a factor also that this is the lowest of its like. */
function weakestFindings(view: FindingsView): readonly Finding[] {
  const { parts, among } = view.model;
  const own = among ? weakestFinding(view, among) : [];
  return [
    ...own.filter(({ figure }) => figure.id === view.subject.id),
    ...(parts ? weakestFinding(view, parts) : []),
  ];
}

/** The part that is clearly lower than each other one, and whether it clearly costs most. */
function weakestFinding(view: FindingsView, found: PartsFound): readonly Finding[] {
  const { context, judge, page, subject } = view;
  const { parts, scores, costs, lost } = found;
  const [lowest, next] = parts.toSorted((a, b) => a.estimate.value - b.estimate.value);
  if (!lowest || !next) return [];
  const others = parts.filter((part) => part !== lowest);
  if (others.some(({ id }) => judge(scores.between(lowest.id, id)) !== "fall")) return [];
  const weighs = others.every(({ share }) => lowest.share > share + rounding);
  const most = others.every(({ id }) => judge(costs.between(lowest.id, id)) === "rise");
  const { links } = context;
  const address = lowest.kind === "item" ? links.question(lowest.id) : links.factor(lowest.id);
  const panel = lowest.kind === "item" ? "#questions" : "#factors";
  return [
    {
      novelty: "standing",
      figure: findingFigure(context.survey, lowest.subject),
      detail: {
        kind: "weakest",
        now: measured(lowest.shown),
        parts: parts.length,
        of: lowest.kind === "item" ? "questions" : "factors",
        ...(weighs ? { weighsMost: lowest.share / totalShare(parts) } : {}),
        ...(most && lowest.kind === "factor" ? { costsMost: { lost: lowest.lost, all: lost } } : {}),
      },
      effect: effectIn(lowest.estimate, next.estimate.value - lowest.estimate.value),
      scope: 1,
      evidence:
        lowest.id === subject.id
          ? `${links.overview()}#factors`
          : isLatest(context) && page !== "branch"
            ? address
            : panel,
    },
  ];
}

const rounding = 1e-9;

function totalShare(parts: readonly ScoredPartOf[]): number {
  return parts.reduce((sum, { share }) => sum + share, 0);
}

function targetFinding(view: FindingsView): readonly Finding[] {
  const { subject, model, judge } = view;
  const { target, estimate } = model.head;
  if (!target || !estimate || !isShown(estimate) || subject.kind !== "index" || subject.target === undefined)
    return [];
  const gap = compared(target, judge(target));
  if (!gap || gap.verdict === "unclear") return [];
  return [
    {
      ...common(view),
      detail: { kind: "target", target: subject.target, gap, n: estimate.n },
      effect: effectIn(estimate, gap.value),
      scope: 1,
      evidence: "#trend",
    },
  ];
}
