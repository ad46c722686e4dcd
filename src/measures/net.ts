import type { Tally } from "../counts/tally.ts";
import { adjustedNet, netStandardError } from "../stats/intervals.ts";
import { isScaleQuestion } from "../survey/question.ts";
import { type Estimate, onBase } from "./estimate.ts";
import type { Measure, MeasureOptions } from "./measure.ts";
import { bottomCodes, sumCells, topCodes } from "./share.ts";
import { effectiveBase, weigh } from "./weighting.ts";

/**
 * Share of some codes less the share of others, times `scale`. Standard error √((p+d−(p−d)²)/n_eff); the interval is
 * the adjusted Wald one with three pseudo-answers (Rocks 2016), which does not shrink to nothing when all agree.
 */
function netOf(
  tally: Tally,
  {
    plus,
    minus,
    scale,
  }: { readonly plus: readonly number[]; readonly minus: readonly number[]; readonly scale: number },
  options: MeasureOptions,
): Estimate {
  const base = weigh(tally.base, options.weighting);
  return onBase(base.n, options.base, () => {
    // Weights added up in another order than the base's can come out a rounding above it.
    const shareOf = (codes: readonly number[]) =>
      Math.min(1, weigh(sumCells(tally, codes), options.weighting).w / base.w);
    const [p, d] = [shareOf(plus), shareOf(minus)];
    const effective = effectiveBase(base);
    const interval = adjustedNet({ plus: p, minus: d, n: effective });
    return {
      kind: "net",
      value: scale * (p - d),
      low: scale * Math.min(interval.low, p - d),
      high: scale * Math.max(interval.high, p - d),
      standardError: scale * netStandardError(p, d, effective),
      n: base.n,
      effective,
    };
  });
}

/** M07, net: share of the two best answers less share of the two worst. */
export const net: Measure = {
  name: "net",
  method: "M07",
  unitOf: () => "proportion",
  appliesTo: (question) => question.type === "rating" && question.scale.codes.length >= 4,
  estimate: (tally, question, options) =>
    isScaleQuestion(question)
      ? netOf(tally, { plus: topCodes(question, 2), minus: bottomCodes(question, 2), scale: 1 }, options)
      : { status: "none" },
};

/**
 * M08, Net Promoter Score (Reichheld 2003), −100 to 100 points: share of 9–10 less share of 0–6. On a scale of 1–10
 * detractors are 1–6.
 */
export const nps: Measure = {
  name: "nps",
  method: "M08",
  unitOf: () => "points",
  appliesTo: (question) => question.type === "nps",
  estimate: (tally, question, options) => {
    if (!isScaleQuestion(question)) return { status: "none" };
    const plus = question.scale.codes.filter((code) => code >= 9);
    const minus = question.scale.codes.filter((code) => code <= 6);
    return netOf(tally, { plus, minus, scale: 100 }, options);
  },
};
