import { compared, type Finding, type FindingFigure } from "../../findings/finding.ts";
import { isShown } from "../../measures/estimate.ts";
import { dimensionOf } from "../../survey/survey.ts";
import { sameText, type Text } from "../../survey/text.ts";
import { english } from "../../words/en.ts";
import { chinese } from "../../words/zh.ts";
import { previousWave } from "../context.ts";
import { effectIn, type FindingsView, lowered, measured, waveText } from "../findings-view.ts";
import { problemUnit } from "./problem-columns.tsx";
import type { ProblemEnd } from "./problem-ends.ts";
import type { ProblemRow, ProblemsModel } from "./problems-model.ts";

/** So many kinds of problems are told of those that clearly became more or fewer. */
const mostKinds = 3;

/**
 * What a page that problems head (M11) says of them first: how all of them moved, also where that is not clear, the kinds
 * that clearly did, those that changed furthest first, and which branch clearly has the most or the fewest. Each is judged as
 * the panel that it leads to judges it.
 */
export function problemFindings(view: FindingsView): readonly Finding[] {
  const { problems } = view.model;
  if (!problems || !isShown(problems.whole.estimate)) return [];
  const of = { view, problems };
  const kinds = problems.kinds.flatMap((row) => moveFinding(of, row));
  return [
    ...fewFinding(of),
    ...moveFinding(of, problems.whole),
    ...kinds.toSorted((a, b) => changeOf(b) - changeOf(a)).slice(0, mostKinds),
    ...endFinding(of, "worse", problems.ends?.most),
    ...endFinding(of, "better", problems.ends?.fewest),
  ];
}

interface Of {
  readonly view: FindingsView;
  readonly problems: ProblemsModel;
}

function fewFinding({ view: { context }, problems: { set, whole } }: Of): readonly Finding[] {
  const { estimate } = whole;
  if (estimate.status !== "low") return [];
  const { caution } = context.survey.base;
  return [
    {
      detail: { kind: "few", n: estimate.n, caution },
      figure: figureOf(set.id, set.title),
      effect: 0,
      scope: 1,
      novelty: "standing",
      evidence: `${context.links.methods}#settings`,
    },
  ];
}

/** Problems that clearly became more or fewer; of all of them also that they did not. */
function moveFinding(
  { view: { context, judge }, problems: { set } }: Of,
  { kind, title, estimate, earlierBase, change }: ProblemRow,
): readonly Finding[] {
  const from = previousWave(context);
  const tested = compared(change, judge(change));
  if (!tested || !isShown(estimate) || earlierBase === undefined || from === undefined) return [];
  if (tested.verdict === "unclear" && kind !== "") return [];
  return [
    {
      detail: {
        kind: tested.verdict === "unclear" ? "steady" : "moved",
        place: { name: sameText(""), path: context.branch?.path ?? [] },
        now: measured(estimate),
        earlierBase,
        change: tested,
        since: waveText(context, from),
      },
      figure: kind === "" ? figureOf(set.id, set.title) : figureOf(kind, titleOfKind(set.title, title)),
      effect: effectIn(estimate, tested.value),
      scope: 1,
      novelty: "new",
      evidence: `#${set.id}-per-100`,
    },
  ];
}

function changeOf({ detail }: Finding): number {
  return "change" in detail ? Math.abs(detail.change.value) : 0;
}

function endFinding(
  { view: { context }, problems: { set, ends } }: Of,
  side: "better" | "worse",
  end: ProblemEnd | undefined,
): readonly Finding[] {
  if (!end || !ends) return [];
  const { survey } = context;
  const { one, beside } = end;
  const { estimate, branch } = one;
  return [
    {
      detail: {
        kind: "end",
        side,
        branch: { name: branch.label, href: one.href },
        level: lowered(dimensionOf(survey, survey.hierarchy[branch.level] ?? "").title),
        now: measured(estimate),
        ranked: ends.ranked,
        other: beside.branch.label,
        otherValue: beside.estimate.value,
      },
      figure: figureOf(set.id, set.title),
      effect: effectIn(estimate, estimate.value - beside.estimate.value),
      scope: 1,
      novelty: "standing",
      evidence: `#${set.id}-per-100-branches`,
    },
  ];
}

function figureOf(id: string, name: Text): FindingFigure {
  return { id, name, within: [id], unit: problemUnit, measured: sameText(""), better: "lower", named: true };
}

function titleOfKind(problems: Text, kind: Text): Text {
  return {
    en: english.findings.problemsIn(problems.en, kind.en),
    zh: chinese.findings.problemsIn(problems.zh, kind.zh),
  };
}
