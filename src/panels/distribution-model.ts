import type { Tally } from "../counts/tally.ts";
import type { Cascade } from "../measures/cascade.ts";
import { estimateAt } from "../measures/cascade.ts";
import type { Difference, Family } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import { isOffered, shareOfCodes, shareOfMentions } from "../measures/share.ts";
import { isChoiceQuestion, isScaleQuestion, type Question } from "../survey/question.ts";
import { codeLabel } from "../survey/scale.ts";
import { waveIds } from "../survey/survey.ts";
import { changeOf } from "./changes-of.ts";
import { previousWave, type ReportContext } from "./context.ts";
import { type OtherScale, otherScalesOf } from "./other-scales.tsx";

/** One answer of a question and the share that gave it. */
export interface OptionRow {
  readonly id: string;
  readonly label: string;
  /** Place among the answers; of a scale, worst first. */
  readonly place: number;
  /** The page's wave. */
  readonly share: Estimate | undefined;
  /** Of a multiple choice: share of all mentions. */
  readonly mentions: Estimate | undefined;
  /** True for the choice that says none of these, which is no mention. */
  readonly none: boolean;
  /** On the wave before; only for choices, whose shares no score sums up. */
  readonly change: Difference;
  /** By wave, for the waves of the model. */
  readonly shares: readonly (Estimate | undefined)[];
}

export interface DistributionModel {
  readonly rows: readonly OptionRow[];
  /** Waves in which the question was asked, on the scale of the page's wave. */
  readonly waves: readonly string[];
  /** Waves in which it was asked on another scale: their answers are others. */
  readonly otherScales: readonly OtherScale[];
}

/** Share of every answer in every wave (M01); the question as it was put in the page's wave. */
export function distributionModel(
  context: ReportContext,
  question: Question,
  cascade: Cascade,
): DistributionModel {
  const { base } = context.survey;
  const path = context.branch?.path ?? [];
  const at: At = (wave, estimate) =>
    estimateAt(cascade, path, { question, wave, base }, ({ tally }) => estimate(tally));
  const asked = waveIds(context.survey).filter((wave) => at(wave, () => ({ status: "none" })) !== undefined);
  const otherScales = otherScalesOf(context, question, asked);
  const waves = asked.filter((wave) => !otherScales.some((other) => other.wave === wave));
  const rows = answersOf(question, context).map((answer, place) =>
    rowOf(context, question, { answer, place, waves, at }),
  );
  return { rows, waves, otherScales };
}

type At = (wave: string, estimate: (tally: Tally) => Estimate) => Estimate | undefined;

function rowOf(
  context: ReportContext,
  question: Question,
  {
    answer,
    place,
    waves,
    at,
  }: { readonly answer: Answer; readonly place: number; readonly waves: readonly string[]; readonly at: At },
): OptionRow {
  const { id, code, label } = answer;
  const options = { weighting: "weighted", base: context.survey.base } as const;
  const shareIn = (wave: string) =>
    ifOffered(at, wave, question, code, (tally) => shareOfCodes(tally, [code], options));
  const from = previousWave(context);
  const share = shareIn(context.wave);
  const earlier = from === undefined ? undefined : shareIn(from);
  const change = changeOf(
    context.survey,
    { id: question.id, questions: [question] },
    {
      option: id,
      slice: context.slice,
      from,
      to: context.wave,
      earlier,
      later: share,
      families: [optionsFamily(question)],
    },
  );
  const none = noneOf(question);
  const mentions = () =>
    ifOffered(at, context.wave, question, code, (tally) =>
      shareOfMentions(tally, code, { ...options, none }),
    );
  return {
    id,
    label,
    place,
    share,
    mentions: question.type === "multi" ? mentions() : undefined,
    none: code === none,
    change: isChoiceQuestion(question) ? change : { status: "untested", reason: "base" },
    shares: waves.map(shareIn),
  };
}

/** Shares of one question's options are judged together. */
function optionsFamily({ id }: Question): Family {
  return { kind: "options", of: id };
}

/** The place of the choice that says none of these, among the options of a multiple choice that has one. */
function noneOf(question: Question): number | undefined {
  if (question.type !== "multi" || question.none === undefined) return undefined;
  return question.options.findIndex(({ id }) => id === question.none);
}

/** An estimate, unless the wave did not offer the choice: then there is none, as if it had not been asked. */
function ifOffered(
  at: At,
  wave: string,
  question: Question,
  code: number,
  estimate: (tally: Tally) => Estimate,
): Estimate | undefined {
  let offered = true;
  const found = at(wave, (tally) => {
    offered = isOffered(tally, question, code, wave);
    return offered ? estimate(tally) : { status: "none" };
  });
  return offered ? found : undefined;
}

interface Answer {
  readonly id: string;
  readonly code: number;
  readonly label: string;
}

function answersOf(question: Question, { language }: ReportContext): readonly Answer[] {
  if (isScaleQuestion(question)) {
    const { scale } = question;
    return scale.codes.map((code) => ({ id: String(code), code, label: codeLabel(scale, code, language) }));
  }
  if (!isChoiceQuestion(question)) return [];
  return question.options.map(({ id, label }, code) => ({ id, code, label: label[language] }));
}
