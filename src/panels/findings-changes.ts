import {
  compared,
  type Finding,
  type FindingFigure,
  type FindingPlace,
  type Measured,
} from "../findings/finding.ts";
import { isShown, type Shown } from "../measures/estimate.ts";
import { clearCells } from "../models/moves/clear-walk.ts";
import type { Branch } from "../survey/branches.ts";
import type { Survey } from "../survey/survey.ts";
import { type Language, sameText, type Text } from "../survey/text.ts";
import { english } from "../words/en.ts";
import { chinese } from "../words/zh.ts";
import type { ReportContext } from "./context.ts";
import type { FindingsModel, FindingsPage, PlacedChange } from "./findings-model.ts";
import type { Judge } from "./panel.ts";
import { poolText } from "./pooled-note.tsx";
import { spanOfLevel } from "./pooling.ts";
import { betterOf, indexSubjects, measureName, type Subject } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";
import { clearMixes } from "./why-findings.ts";
import { branchOf, lineName, whyLink } from "./why-texts.ts";

/** What all that makes findings is handed. */
export interface FindingsView {
  readonly context: ReportContext;
  readonly subject: Subject;
  readonly page: FindingsPage;
  readonly model: FindingsModel;
  readonly judge: Judge;
}

/** A subject as findings know it. */
export function findingFigure(survey: Survey, subject: Subject): FindingFigure {
  const { id, unit } = subject;
  return {
    id,
    name: figureTitle(subject),
    within: withinOf(survey, subject),
    unit,
    measured:
      subject.kind === "question" && subject.question.type === "number"
        ? subject.question.unit
        : sameText(""),
    better: betterOf(subject),
  };
}

/** The name of a figure, with its measure where that is neither an index nor a mean. */
function figureTitle(subject: Subject): Text {
  const { name } = subject;
  if (subject.kind === "index" || subject.measure.name === "mean") return name;
  const { question, measure } = subject;
  const within = (text: string, words: ReportContext["words"]) =>
    `${text}${words.parenOpen}${measureName(question, measure, words)}${words.parenClose}`;
  return { en: within(name.en, english), zh: within(name.zh, chinese) };
}

/** Ids of the figures that one is part of, widest first, itself last. */
function withinOf(survey: Survey, subject: Subject): readonly string[] {
  const ids = new Set(questionsUnder(survey, subject).map(({ id }) => id));
  const holding = indexSubjects(survey).filter((one) => {
    const own = questionsUnder(survey, one);
    return own.length >= ids.size && [...ids].every((id) => own.some((question) => question.id === id));
  });
  return [...new Set([...holding.map(({ id }) => id), subject.id])];
}

export const everybodyPlace: FindingPlace = { name: sameText(""), path: [] };

/** A branch as a place; the page's own goes without its name, which the page bears. */
export function placeOf(branch: Branch | undefined): FindingPlace {
  return branch ? { name: branch.label, path: branch.path } : everybodyPlace;
}

export function measured({ value, low, high, n }: Shown): Measured {
  return { value, low, high, n };
}

/** Standard deviation of single answers. */
export function spreadOf({ standardError, effective, deviation }: Shown): number {
  return deviation ?? standardError * Math.sqrt(effective);
}

/** A size in standard deviations of single answers; 0 where these do not differ. */
export function effectIn(estimate: Shown, size: number): number {
  const spread = spreadOf(estimate);
  return spread > 0 ? Math.abs(size) / spread : 0;
}

/** What a part of the page's respondents is of all of them. */
export function scopeOf(part: Shown, { head }: FindingsModel): number {
  return head.estimate && isShown(head.estimate) ? Math.min(1, part.n / head.estimate.n) : 1;
}

export function isLatest({ survey, wave }: ReportContext): boolean {
  return survey.waves.at(-1)?.id === wave;
}

export function waveText({ survey }: ReportContext, wave: string): Text {
  return survey.waves.find(({ id }) => id === wave)?.title ?? sameText(wave);
}

/** The same of the waves that branches of a level are shown over together. */
function poolsText(context: ReportContext, wave: string, level: number): Text {
  const span = spanOfLevel(context.survey, level);
  const textIn = (language: Language) =>
    poolText({ ...context, language, words: language === "en" ? english : chinese }, wave, span);
  return { en: textIn("en"), zh: textIn("zh") };
}

/** Everything on the page that rose or fell, what became of last wave's findings, and the mix. */
export function changeFindings(view: FindingsView): readonly Finding[] {
  const { model } = view;
  return [
    ...mixFindings(view),
    ...model.changes.flatMap((change) => moveFinding(view, change)),
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

function changeDetail(
  { context, judge }: FindingsView,
  { estimate, change, branch, from, earlier }: PlacedChange,
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
  if (isOwnPlace) return page === "overview" && isLatest(context) ? links.factor(moved.id) : "#factors";
  if (branch && isLatest(context))
    return `${links.branch(branch)}${moved.id === subject.id ? "" : "#factors"}`;
  return moved.id === subject.id ? "#branches" : whyLink(context);
}

/** Factors that clearly changed in a branch, of the first branches down the hierarchy. */
function cellFindings({ context, model, judge, page }: FindingsView): readonly Finding[] {
  if (!model.cells) return [];
  const { survey, wave, links } = context;
  const at = survey.waves.findIndex(({ id }) => id === wave);
  const from = survey.waves[at - 1]?.id ?? wave;
  return clearCells(model.cells.level, (difference) => judge(difference) !== "unclear").flatMap(
    ({ line, move }): readonly Finding[] => {
      const [branch, factor] = [
        branchOf(line, context),
        indexSubjects(survey).find(({ id }) => id === move.member),
      ];
      const change = compared(move.change, judge(move.change));
      if (!branch || !factor || !change || !isShown(move.later) || !isShown(move.earlier)) return [];
      return [
        {
          detail: {
            kind: "moved",
            place: placeOf(branch),
            now: measured(move.later),
            earlierBase: move.earlier.n,
            change,
            since: waveText(context, from),
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

/** The mix that clearly moved the figure; on a branch's page that of all respondents, where something of it moved. */
function mixFindings({ context, subject, model, judge, page }: FindingsView): readonly Finding[] {
  const { survey } = context;
  const { estimate } = model.head;
  if (!estimate || !isShown(estimate)) return [];
  const around = page === "branch";
  return clearMixes(model.splits, judge).flatMap((mix): readonly Finding[] => {
    const { split, only } = mix;
    const { sums } = split.moves.level;
    const [effect, scores] = [sums.shared, sums.scored].map(({ test }) => compared(test, judge(test)));
    if (!effect || !scores) return [];
    const groups = (model.shifts.get(split.dimension.id) ?? [])
      .filter(({ effects }) => effects.shared.value * effect.value > 0)
      .toSorted((a, b) => Math.abs(b.effects.shared.value) - Math.abs(a.effects.shared.value))
      .flatMap((line) =>
        line.earlier && line.later
          ? [
              {
                name: groupName(line, split.dimension.id, context),
                earlier: line.earlier.share,
                later: line.later.share,
              },
            ]
          : [],
      );
    return [
      {
        detail: {
          kind: "mix",
          dimension: lowered(split.dimension.title),
          effect,
          scores,
          only,
          groups: groups.slice(0, 3),
          around,
        },
        figure: findingFigure(survey, subject),
        effect: effectIn(estimate, effect.value) / (around ? 2 : 1),
        scope: 1,
        novelty: "new",
        evidence: page === "overview" || around ? `${whyLink(context)}#split` : "#mix",
      },
    ];
  });
}

function groupName(line: Parameters<typeof lineName>[0], dimension: string, context: ReportContext): Text {
  const nameIn = (language: "en" | "zh") =>
    lineName(line, dimension, { ...context, language, words: language === "en" ? english : chinese });
  return { en: nameIn("en"), zh: nameIn("zh") };
}

/** A title within an English sentence. */
export function lowered({ en, zh }: Text): Text {
  return { en: /^[A-Z][a-z]+( [a-z]|$)/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en, zh };
}
