import { compared, type Finding } from "../findings/finding.ts";
import { isShown } from "../measures/estimate.ts";
import type { RankedSibling } from "../models/fair-ranking.ts";
import type { FarBranch } from "../models/far-apart.ts";
import { allBranches, type Branch } from "../survey/branches.ts";
import { dimensionOf } from "../survey/survey.ts";
import { sameText, type Text } from "../survey/text.ts";
import { tableName } from "./branch-luck.tsx";
import {
  effectIn,
  type FindingsView,
  findingFigure,
  isLatest,
  lowered,
  measured,
  placeOf,
  scopeOf,
} from "./findings-changes.ts";
import { childrenOf } from "./findings-model.ts";
import type { PartsFound, ScoredPartOf } from "./findings-parts.ts";
import { pathKey } from "./segments.ts";

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

function common({ context, subject }: FindingsView) {
  return { figure: findingFigure(context.survey, subject), novelty: "standing" } as const;
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

function restFinding(view: FindingsView): readonly Finding[] {
  const { context, model, judge } = view;
  const { rest, estimate } = model.head;
  const { branch, ancestors, links } = context;
  const gap = rest && compared(rest, judge(rest));
  if (!gap || gap.verdict === "unclear" || !branch || !estimate || !isShown(estimate)) return [];
  const parent = ancestors.at(-2);
  return [
    {
      ...common(view),
      detail: {
        kind: "rest",
        place: placeOf(branch),
        parent: parent?.label ?? sameText(""),
        gap,
        n: estimate.n,
      },
      effect: effectIn(estimate, gap.value),
      scope: 1,
      evidence: `${parent ? links.branch(parent) : links.overview()}#branches`,
    },
  ];
}

function luckFinding(view: FindingsView): readonly Finding[] {
  const { context, subject, model } = view;
  const { luck } = model;
  const { branch } = context;
  if (luck.kind !== "standing" || luck.standing.luck.outside === "no" || !branch) return [];
  const { place, luck: found } = luck.standing;
  const widest = found.limits.at(-1);
  if (!widest) return [];
  const { estimate } = place;
  const higher = findingFigure(context.survey, subject).better === "higher";
  return [
    {
      ...common(view),
      detail: {
        kind: "luck",
        place: placeOf(branch),
        side: (found.outside === "above") === higher ? "better" : "worse",
        now: measured(estimate),
        limits: [widest.low, widest.high],
        average: luck.table.centre,
        among: inBoth(context, (of) => tableName(of, luck.table)),
      },
      effect: effectIn(estimate, estimate.value - luck.table.centre),
      scope: 1,
      evidence: "#luck",
    },
  ];
}

function inBoth(context: FindingsView["context"], say: (context: FindingsView["context"]) => string): Text {
  return { en: say({ ...context, language: "en" }), zh: say({ ...context, language: "zh" }) };
}

/** Branches far from the others of their table, better and worse, furthest first. */
function apartFindings(view: FindingsView): readonly Finding[] {
  const { context, model, judge } = view;
  const { far } = model;
  if (!far) return [];
  const { survey, links } = context;
  const { segments, hierarchy } = survey;
  const figure = findingFigure(survey, view.subject);
  const clear = far.far.filter(({ difference }) => judge(difference) !== "unclear");
  const [segment] = segments;
  const isParted = far.tables.some((table) => table.segment);
  const ranked = far.tables.reduce((sum, { ranking }) => sum + (ranking?.siblings.length ?? 0), 0);
  const id = isParted ? (hierarchy[far.level] ?? "") : (far.tables[0]?.id ?? "");
  return (["better", "worse"] as const).flatMap((side): readonly Finding[] => {
    const ofSide = clear
      .filter(({ distance }) => (side === "better") === (distance > 0 === (figure.better === "higher")))
      .toSorted((a, b) => Math.abs(b.distance) - Math.abs(a.distance));
    const branches = ofSide.flatMap((one) => branchAt(context, one.sibling.id) ?? []);
    const [first] = ofSide;
    if (!first || branches.length === 0) return [];
    return [
      {
        ...common(view),
        detail: {
          kind: "apart",
          side,
          branches: branches.map((branch) => ({ name: branch.label, href: links.branch(branch) })),
          level: lowered(dimensionOf(survey, hierarchy[far.level] ?? "").title),
          ...(isParted && segment !== undefined && segments.length === 1
            ? { segment: lowered(dimensionOf(survey, segment).title) }
            : {}),
          ranked,
          distances: endsOfAll(ofSide.map(({ distance }) => distance)),
          bases: endsOfAll(ofSide.map(({ sibling }) => sibling.estimate.n)),
        },
        effect: meanOf(ofSide.map((one) => effectIn(one.sibling.estimate, one.distance))),
        scope: Math.min(1, ofSide.length / Math.max(1, ranked)),
        evidence: `${links.best}#${id}`,
      },
    ];
  });
}

function endsOfAll(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function branchAt({ tree }: FindingsView["context"], id: FarBranch["sibling"]["id"]): Branch | undefined {
  return allBranches(tree).find(({ path }) => pathKey(path) === id);
}

/** A branch that is alone in the first or last group of those under the page's own: clearly apart from the next group's first. */
function endFindings(view: FindingsView): readonly Finding[] {
  const { context, model } = view;
  const siblings = model.ranking?.siblings ?? [];
  const groups = [...Map.groupBy(siblings, ({ group }) => group).values()];
  if (groups.length < 2) return [];
  const [first, second] = groups;
  const [last, before] = [groups.at(-1), groups.at(-2)];
  return [
    ...(first?.length === 1 ? endFinding(view, "better", first[0], second?.[0]) : []),
    ...(last?.length === 1 ? endFinding(view, "worse", last[0], before?.[0]) : []),
  ].filter(({ detail }) => context.survey.hierarchy.length > 0 && detail.kind === "end");
}

function endFinding(
  view: FindingsView,
  side: "better" | "worse",
  one: RankedSibling | undefined,
  other: RankedSibling | undefined,
): readonly Finding[] {
  const { context, model } = view;
  const branchOf = (sibling: RankedSibling | undefined) =>
    childrenOf(context).find(({ path }) => pathKey(path) === sibling?.id);
  const [branch, beside] = [branchOf(one), branchOf(other)];
  if (!one || !other || !branch || !beside) return [];
  return [
    {
      ...common(view),
      detail: {
        kind: "end",
        side,
        branch: { name: branch.label, href: context.links.branch(branch) },
        level: lowered(dimensionOf(context.survey, context.survey.hierarchy[branch.level] ?? "").title),
        now: measured(one.estimate),
        ranked: model.ranking?.siblings.length ?? 0,
        other: beside.label,
        otherValue: other.estimate.value,
      },
      effect: effectIn(one.estimate, one.estimate.value - other.estimate.value),
      scope: scopeOf(one.estimate, model),
      evidence: "#branches",
    },
  ];
}
