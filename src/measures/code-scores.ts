import { isScaleQuestion, type Question, type ScaleQuestion } from "../survey/question.ts";
import type { MeasureName } from "../survey/survey.ts";
import { scoresOf } from "./graded.ts";
import { recommendGroups } from "./net.ts";
import { measures } from "./registry.ts";
import { bottomCodes, topCodes } from "./share.ts";

/** What an answer of a code counts for in a figure. */
export type CodeScore = (code: number) => number;

const onScale: Partial<Readonly<Record<MeasureName, (question: ScaleQuestion) => CodeScore>>> = {
  mean: () => (code) => code,
  grade: ({ scale }) => {
    const scores = scoresOf(scale);
    return (code) => scores?.[code] ?? 0;
  },
  csat: (question) => oneFor(topCodes(question, 2)),
  ces: () => (code) => code,
  easy: (question) => oneFor(topCodes(question, 3)),
  top1: (question) => oneFor(topCodes(question, 1)),
  top2: (question) => oneFor(topCodes(question, 2)),
  bottom2: (question) => oneFor(bottomCodes(question, 2)),
  net: (question) => opposites(1, oneFor(topCodes(question, 2)), oneFor(bottomCodes(question, 2))),
  satisfied: ({ scale }) => oneFor(scale.satisfied),
  nps: () =>
    opposites(
      100,
      (code) => Number(recommendGroups.promoters(code)),
      (code) => Number(recommendGroups.detractors(code)),
    ),
  promoters: () => (code) => Number(recommendGroups.promoters(code)),
  passives: () => (code) => Number(recommendGroups.passives(code)),
  detractors: () => (code) => Number(recommendGroups.detractors(code)),
};

/**
 * A figure as the mean of a score of codes, Σw·score/Σw(base): a share counts 1 for its codes, a net and the NPS count
 * the opposite codes against them, a mean takes the code itself. So every one of them splits as a mean does (M32).
 * Undefined where the measure does not fit the question; of a measured quantity the mean has no codes and needs none.
 *
 * @param option of a share: the code or the place among the options
 * @example scoreOfCode("nps", recommend)?.(10) // 100
 */
export function scoreOfCode(
  measure: MeasureName,
  question: Question,
  option?: number,
): CodeScore | undefined {
  if (!measures[measure].appliesTo(question)) return undefined;
  if (measure === "share") return option === undefined ? undefined : oneFor([option]);
  return isScaleQuestion(question) ? onScale[measure]?.(question) : undefined;
}

function oneFor(codes: readonly number[]): CodeScore {
  return (code) => Number(codes.includes(code));
}

function opposites(scale: number, plus: CodeScore, minus: CodeScore): CodeScore {
  return (code) => scale * (plus(code) - minus(code));
}
