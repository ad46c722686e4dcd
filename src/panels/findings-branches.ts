import { compared, type FarSide, type Finding } from "../findings/finding.ts";
import { isShown } from "../measures/estimate.ts";
import type { RankedSibling } from "../models/fair-ranking.ts";
import type { FarBranch } from "../models/far-apart.ts";
import { allBranches, type Branch } from "../survey/branches.ts";
import { dimensionOf } from "../survey/survey.ts";
import { sameText, type Text } from "../survey/text.ts";
import { tableName } from "./branch-luck.tsx";
import { childrenOf } from "./findings-model.ts";
import {
  effectIn,
  type FindingsView,
  findingFigure,
  lowered,
  measured,
  placeOf,
  poolsText,
  scopeOf,
} from "./findings-view.ts";
import { type OrderEnd, orderEnds } from "./order-ends.ts";
import { spanOfLevel } from "./pooling.ts";
import { rankingLevel } from "./ranking.ts";
import { pathKey } from "./segments.ts";

/** What all findings of the page's figure have in common. */
export function common({ context, subject, model }: FindingsView) {
  const figure = findingFigure(context.survey, subject);
  return { figure: model.problems ? { ...figure, named: true } : figure, novelty: "standing" } as const;
}

/** A branch that clearly differs from the rest above it; not where its page says that luck alone explains its score. */
export function restFinding(view: FindingsView): readonly Finding[] {
  const { context, model, judge } = view;
  if (model.luck.kind === "standing" && model.luck.standing.luck.outside === "no") return [];
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

export function luckFinding(view: FindingsView): readonly Finding[] {
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

/** Branches far from the others of their table, better and worse in one sentence, furthest first. */
export function apartFindings(view: FindingsView): readonly Finding[] {
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
  const sides = (["better", "worse"] as const).flatMap((side): readonly FarSide[] => {
    const ofSide = clear
      .filter(({ distance }) => (side === "better") === (distance > 0 === (figure.better === "higher")))
      .toSorted((a, b) => Math.abs(b.distance) - Math.abs(a.distance));
    const branches = ofSide.flatMap((one) => branchAt(context, one.sibling.id) ?? []);
    if (branches.length === 0) return [];
    return [
      {
        side,
        branches: branches.map((branch) => ({ name: branch.label, href: links.branch(branch) })),
        distances: endsOfAll(ofSide.map(({ distance }) => distance)),
        bases: endsOfAll(ofSide.map(({ sibling }) => sibling.estimate.n)),
      },
    ];
  });
  if (sides.length === 0) return [];
  return [
    {
      ...common(view),
      detail: {
        kind: "apart",
        sides,
        level: lowered(dimensionOf(survey, hierarchy[far.level] ?? "").title),
        ...(isParted && segment !== undefined && segments.length === 1
          ? { segment: lowered(dimensionOf(survey, segment).title) }
          : {}),
        ranked,
        ...(spanOfLevel(survey, far.level + 1) > 1
          ? { over: poolsText(context, context.wave, far.level + 1) }
          : {}),
      },
      effect: meanOf(clear.map((one) => effectIn(one.sibling.estimate, one.distance))),
      scope: Math.min(1, clear.length / Math.max(1, ranked)),
      evidence: `${links.best}#${id}`,
    },
  ];
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

/** The first or last branch of those under the page's own, where it is clearly apart from every other one. */
export function endFindings(view: FindingsView): readonly Finding[] {
  const siblings = view.model.ranking?.siblings ?? [];
  const { better, worse } = orderEnds(siblings, rankingLevel(view.context.survey));
  return [
    ...(better ? endFinding(view, "better", better) : []),
    ...(worse ? endFinding(view, "worse", worse) : behindFinding(view, siblings)),
  ];
}

/** The last branch in fair order where it is a group of its own: it is clearly behind the first of the group before. */
function behindFinding(view: FindingsView, siblings: readonly RankedSibling[]): readonly Finding[] {
  const { context, model } = view;
  const last = siblings.at(-1);
  const beside = last && siblings.find(({ group }) => group === last.group - 1);
  if (!beside || siblings.at(-2)?.group === last.group) return [];
  const { survey, links } = context;
  const [branch, other] = [last, beside].map((one) => childAt(context, one));
  if (!branch || !other) return [];
  return [
    {
      ...common(view),
      detail: {
        kind: "behind",
        branch: { name: branch.label, href: links.branch(branch) },
        level: lowered(dimensionOf(survey, survey.hierarchy[branch.level] ?? "").title),
        now: measured(last.estimate),
        other: other.label,
        otherValue: beside.estimate.value,
        isFirst: beside === siblings[0],
      },
      effect: effectIn(last.estimate, last.estimate.value - beside.estimate.value),
      scope: scopeOf(last.estimate, model),
      evidence: "#branches",
    },
  ];
}

function childAt(context: FindingsView["context"], sibling: RankedSibling): Branch | undefined {
  return childrenOf(context).find(({ path }) => pathKey(path) === sibling.id);
}

function endFinding(
  view: FindingsView,
  side: "better" | "worse",
  { one, beside: other }: OrderEnd,
): readonly Finding[] {
  const { context, model } = view;
  const [branch, beside] = [childAt(context, one), childAt(context, other)];
  if (!branch || !beside) return [];
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
