import { type PairCounts, pairGroupsOf } from "../counts/pairs/request.ts";
import { studentQuantile } from "../stats/student-t.ts";
import { rareValues } from "../survey/reading.ts";
import type { BaseRules } from "../survey/survey.ts";
import type { Estimate, Shown } from "./estimate.ts";
import { isShown } from "./estimate.ts";

/** Whether enough firms were sampled, and of how many. */
export interface FirmSample {
  /** Firms with a score that may be shown. */
  readonly sampled: number;
  /** Firms of which answers came, whose score is withheld and no part of the mean. */
  readonly withheld: number;
  /** How many there are; absent where the codebook doesn't say. */
  readonly population?: number;
  /** 10 % of the firms, never fewer than 5, never more than there are; 5 where their number is not known. */
  readonly required: number;
  /** unknown: five or more, but nobody knows of how many. */
  readonly verdict: "enough" | "tooFew" | "unknown";
}

export interface FirmMean extends FirmSample {
  readonly estimate: Estimate;
}

/**
 * M03, the second stage: the plain mean of the sampled firms' scores, in points of 100. Firms are the sample, so the
 * interval is that of a mean of k scores, Student's t on k − 1; what is uncertain about each firm's own score is part of
 * how the scores differ. No finite-population correction: it would be too sure of firms that are themselves sampled.
 * n counts respondents, the effective base firms. A firm whose score is withheld is left out, so that the mean gives
 * it not away. Where all firms score alike their own errors stand in; of one firm the interval is not known.
 */
export function firmMean(
  firms: readonly Estimate[],
  { population, base }: { readonly population?: number | undefined; readonly base: BaseRules },
): FirmMean {
  const shown = firms.filter(isShown);
  const sample = firmSample(shown.length, population);
  const withheld = firms.filter(({ status }) => status === "withheld").length;
  return { ...sample, withheld, estimate: meanOf(shown, { ...sample, withheld }, base) };
}

/** M03, how many firms of an industry must be sampled, and whether so many are. */
export function firmSample(sampled: number, population?: number): Omit<FirmSample, "withheld"> {
  const tenth = population === undefined ? fewestFirms : Math.max(fewestFirms, Math.ceil(population / 10));
  const required = Math.min(tenth, population ?? tenth);
  const isEnough = sampled >= required;
  const verdict = !isEnough ? "tooFew" : population === undefined ? "unknown" : "enough";
  return { sampled, ...(population === undefined ? {} : { population }), required, verdict };
}

/** The firms of which answers came; values that were joined for their rarity are no firm. */
export function firmsIn(counts: PairCounts, wave: string): readonly string[] {
  return pairGroupsOf(counts, wave).flatMap(({ key: [firm] }) =>
    firm === undefined || firm === null || firm === rareValues ? [] : [firm],
  );
}

function meanOf(firms: readonly Shown[], { withheld, verdict }: FirmSample, base: BaseRules): Estimate {
  const count = firms.length;
  if (count === 0) return { status: withheld > 0 ? "withheld" : "none" };
  const sum = (of: (firm: Shown) => number) => firms.reduce((total, firm) => total + of(firm), 0);
  const value = sum((firm) => firm.value) / count;
  const squares = sum((firm) => (firm.value - value) ** 2);
  const between = count > 1 ? squares / (count - 1) / count : 0;
  const within = sum(({ standardError }) => standardError ** 2) / count ** 2;
  const variance = between > rounding ? between : count > 1 ? within : 0;
  const standardError = Math.sqrt(variance);
  const half = count > 1 ? studentQuantile(0.975, count - 1) * standardError : 0;
  const n = sum((firm) => firm.n);
  return {
    status: n < base.caution || verdict === "tooFew" ? "low" : "ok",
    kind: "index",
    value,
    low: Math.max(0, value - half),
    high: Math.min(100, value + half),
    standardError,
    deviation: Math.sqrt(between * count),
    n,
    effective: count,
  };
}

const fewestFirms = 5;
const rounding = 1e-18;
