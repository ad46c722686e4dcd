import { compared, type Finding, type FindingPlace } from "../findings/finding.ts";
import { isShown } from "../measures/estimate.ts";
import { clearCells } from "../models/moves/clear-walk.ts";
import type { Branch } from "../survey/branches.ts";
import { sameText } from "../survey/text.ts";
import { waveBefore } from "../survey/wave-before.ts";
import type { ReportContext } from "./context.ts";
import { mixFindings } from "./findings-mix.ts";
import type { PlacedChange } from "./findings-model.ts";
import type { GroupChange } from "./findings-tables.ts";
import {
  effectIn,
  type FindingsView,
  findingFigure,
  isLatest,
  measured,
  placeOf,
  poolsText,
  scopeOf,
  waveText,
  withoutNames,
} from "./findings-view.ts";
import { headlineSubject, indexSubjects, type Subject } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";
import { branchOf, whyLink } from "./why-texts.ts";

/** Everything on the page that rose or fell, what became of last wave's findings, and the mix. */
export function changeFindings(view: FindingsView): readonly Finding[] {
  const { model } = view;
  return [
    ...mixFindings(view),
    ...model.changes.flatMap((change) => moveFinding(view, change)),
    ...model.groups.flatMap((group) => groupFinding(view, group)),
    ...cellFindings(view),
    ...model.followed.flatMap(({ now, before }) => followedFinding(view, now, before.value)),
  ];
}

/** A figure that clearly moved; of the page's own also that it did not. */
function moveFinding(view: FindingsView, placed: PlacedChange): readonly Finding[] {
  const { context, subject, judge } = view;
  const { change, branch } = placed;
  const isOwn = placed.subject.id === subject.id && branch?.path.length === context.branch?.path.length;
  const verdict = judge(change);
  if (verdict === "unclear" && !isOwn) return [];
  const detail = changeDetail(view, placed);
  if (!detail) return [];
  const { shown, ...told } = detail;
  return [
    {
      detail: { kind: verdict === "unclear" ? "steady" : "moved", ...told },
      figure: findingFigure(context.survey, placed.subject),
      effect: effectIn(shown, told.change.value),
      scope: scopeOf(shown, view.model),
      novelty: "new",
      evidence: evidenceOf(view, placed),
    },
  ];
}

/** A group outside the hierarchy in which the page's figure clearly moved. */
function groupFinding(
  { context, subject, model, judge }: FindingsView,
  group: GroupChange,
): readonly Finding[] {
  const { survey, wave } = context;
  const { estimate, earlier, name, dimension, option } = group;
  const change = compared(group.change, judge(group.change));
  const from = waveBefore(survey, wave);
  if (!change || change.verdict === "unclear" || from === undefined) return [];
  if (!estimate || !isShown(estimate) || !earlier || !isShown(earlier)) return [];
  return [
    {
      detail: {
        kind: "moved",
        place: { name, path: [dimension, option], group: true },
        now: measured(estimate),
        earlierBase: earlier.n,
        change,
        since: waveText(context, from),
        ...withoutNames(model.head.without),
      },
      figure: findingFigure(survey, subject),
      effect: effectIn(estimate, change.value),
      scope: scopeOf(estimate, model),
      novelty: "new",
      evidence: "#breakdown",
    },
  ];
}

function changeDetail(
  { context, judge }: FindingsView,
  { estimate, change, branch, from, earlier, without }: PlacedChange,
) {
  const tested = compared(change, judge(change));
  const then = earlier();
  if (!tested || !estimate || !isShown(estimate) || !then || !isShown(then) || from === undefined)
    return undefined;
  return {
    place: nameless(context, branch),
    now: measured(estimate),
    earlierBase: then.n,
    change: tested,
    since: poolsText(context, from, branch?.path.length ?? 0),
    ...withoutNames(without),
    shown: estimate,
  };
}

/** The page's own branch is not named again in its sentences. */
function nameless({ branch: own }: ReportContext, branch: Branch | undefined): FindingPlace {
  const isOwn = own !== undefined && own.path.length === branch?.path.length;
  return isOwn ? { name: sameText(""), path: branch?.path ?? [] } : placeOf(branch);
}

function followedFinding(
  view: FindingsView,
  now: PlacedChange,
  before: number | undefined,
): readonly Finding[] {
  const { context, model } = view;
  const detail = changeDetail(view, now);
  if (!detail || before === undefined || now.from === undefined) return [];
  const { shown, ...told } = detail;
  return [
    {
      detail: { kind: "followed", ...told, before: { change: before, wave: waveText(context, now.from) } },
      figure: findingFigure(context.survey, now.subject),
      effect: effectIn(shown, told.change.value),
      scope: scopeOf(shown, model),
      novelty: "followed",
      evidence: evidenceOf(view, now),
    },
  ];
}

/** Where a change is drawn with its interval: a page of its own, or in an earlier wave a panel of this one. */
function evidenceOf(
  { context, subject, page }: FindingsView,
  { subject: moved, branch }: PlacedChange,
): string {
  const { links } = context;
  const isOwnPlace = (branch?.path.length ?? 0) === (context.branch?.path.length ?? 0);
  if (isOwnPlace && moved.id === subject.id) return "#trend";
  if (isOwnPlace && moved.kind === "question") return "#questions";
  if (isOwnPlace) return page === "overview" && isLatest(context) ? links.factor(moved.id) : "#factors";
  if (branch && isLatest(context)) return `${links.branch(branch)}${panelOf(context, moved)}`;
  return moved.id === subject.id ? "#branches" : whyLink(context);
}

/** The panel of a branch's page that has a figure; the page's head has the one that heads the survey. */
function panelOf({ survey }: ReportContext, { id, kind }: Subject): string {
  if (id === headlineSubject(survey)?.id) return "";
  return kind === "index" ? "#factors" : "#questions";
}

/** Factors that clearly changed in a branch, of the first branches down the hierarchy. */
function cellFindings({ context, model, judge, page }: FindingsView): readonly Finding[] {
  if (!model.cells) return [];
  const { survey, wave, links } = context;
  const from = waveBefore(survey, wave) ?? wave;
  return clearCells(model.cells.level, (difference) => judge(difference) !== "unclear").flatMap(
    ({ line, move }): readonly Finding[] => {
      const [branch, factor] = [
        branchOf(line, context),
        indexSubjects(survey).find(({ id }) => id === move.member),
      ];
      const change = compared(move.change, judge(move.change));
      if (!branch || !factor || !change || !isShown(move.later) || !isShown(move.earlier)) return [];
      const own = questionsUnder(survey, factor);
      const without = model.head.without.filter(({ id }) => own.some((one) => one.id === id));
      const figure = without.length === 0 ? move.later : model.placed(factor, branch).estimate;
      if (!figure || !isShown(figure)) return [];
      return [
        {
          detail: {
            kind: "moved",
            place: placeOf(branch),
            now: measured(figure),
            earlierBase: move.earlier.n,
            change,
            since: waveText(context, from),
            ...withoutNames(without),
          },
          figure: findingFigure(survey, factor),
          effect: effectIn(move.later, change.value),
          scope: line.later?.share ?? 0,
          novelty: "new",
          evidence: page === "overview" ? `${whyLink(context)}#where` : `${links.branch(branch)}#factors`,
        },
      ];
    },
  );
}
