import type { Tally } from "../counts/tally.ts";
import { adjustedNet, netStandardError } from "../stats/intervals.ts";
import { isScaleQuestion } from "../survey/question.ts";
import { type Estimate, onBase } from "./estimate.ts";
import type { Measure, MeasureOptions } from "./measure.ts";
import { isPrinted, publishedFigure, sumOfShares } from "./published.ts";
import { bottomCodes, shareOfCodes, sumCells, topCodes } from "./share.ts";
import { effectiveBase, shareOfBase, weigh } from "./weighting.ts";

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
  if (tally.kind === "shares") {
    const [p, d] = [sumOfShares(tally, plus), sumOfShares(tally, minus)];
    return publishedFigure("net", p === undefined || d === undefined ? undefined : scale * (p - d));
  }
  if (!isPrinted(tally, [...plus, ...minus])) return { status: "unprinted" };
  return onBase(tally, options, (base) => {
    const shareOf = (codes: readonly number[]) =>
      shareOfBase(weigh(sumCells(tally, codes), options.weighting), base);
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

/** Codes of a recommend question: 9–10 promote, 7–8 are passive, 0–6 (on a scale of 1–10, 1–6) detract (M08). */
export const recommendGroups = {
  promoters: (code: number) => code >= 9,
  passives: (code: number) => code === 7 || code === 8,
  detractors: (code: number) => code <= 6,
} as const;

/**
 * M08, Net Promoter Score (Reichheld 2003), −100 to 100 points: share of promoters less share of detractors.
 */
export const nps: Measure = {
  name: "nps",
  method: "M08",
  unitOf: () => "points",
  appliesTo: (question) => question.type === "nps",
  estimate: (tally, question, options) => {
    if (!isScaleQuestion(question)) return { status: "none" };
    const plus = question.scale.codes.filter(recommendGroups.promoters);
    const minus = question.scale.codes.filter(recommendGroups.detractors);
    return netOf(tally, { plus, minus, scale: 100 }, options);
  },
};

function recommendShare(name: keyof typeof recommendGroups): Measure {
  return {
    name,
    method: "M08",
    unitOf: () => "proportion",
    appliesTo: (question) => question.type === "nps",
    estimate: (tally, question, options) =>
      isScaleQuestion(question)
        ? shareOfCodes(tally, question.scale.codes.filter(recommendGroups[name]), options)
        : { status: "none" },
  };
}

/** M08, share of those who would recommend. */
export const promoters = recommendShare("promoters");
/** M08, share of those who neither recommend nor warn. */
export const passives = recommendShare("passives");
/** M08, share of those who would not recommend. */
export const detractors = recommendShare("detractors");
