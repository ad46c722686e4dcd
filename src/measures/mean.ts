import type { CountedTally, PublishedShares, Tally } from "../counts/tally.ts";
import { exactZeroEvents, type Interval } from "../stats/intervals.ts";
import { studentQuantile } from "../stats/student-t.ts";
import { type Moments, momentsFromSums, weightedMoments } from "../stats/weighted-moments.ts";
import { isScaleQuestion, type Question } from "../survey/question.ts";
import { scaleEnds } from "../survey/scale.ts";
import { onBase } from "./estimate.ts";
import type { Measure, MeasureOptions } from "./measure.ts";
import { isPrinted, publishedFigure, sumOfShares } from "./published.ts";
import { pooling, type Siblings, type VariancePart } from "./siblings.ts";
import type { Weighting } from "./weighting.ts";
import { weigh } from "./weighting.ts";

/**
 * M02, mean score on the question's own scale: Σwx/Σw. Its interval is Student's t on n_eff − 1 degrees of freedom
 * around a variance of Σw²(x−m)²/(Σw)²·n/(n−1), held within the ends of the scale. Where the variance is zero the
 * pooled within-group variance of the siblings stands in; without siblings, the most that unseen answers could move
 * the mean (exact binomial bound, Clopper and Pearson 1934). A measured quantity without spread and without siblings has
 * no known error: both ends are the value, and it is neither given an interval on pages nor tested.
 */
export const mean: Measure = {
  name: "mean",
  method: "M02",
  unitOf: (question) => (question.type === "number" ? question.unit.en : "scale"),
  appliesTo: (question) => isScaleQuestion(question) || question.type === "number",
  estimate: (tally, question, options) => {
    const codes = isScaleQuestion(question) ? question.scale.codes : [];
    if (tally.kind === "shares") return publishedFigure("mean", meanOfShares(tally, codes));
    if (!isPrinted(tally, codes)) return { status: "unprinted" };
    return onBase(tally, options, ({ n }) => {
      const moments = momentsOf(tally, options.weighting);
      return {
        kind: "mean",
        value: moments.mean,
        n,
        effective: moments.effective,
        deviation: moments.sd,
        ...errorOf(moments, question, options),
      };
    });
  },
};

/** Σ share·code ÷ Σ share: published shares are rounded and need not sum to 1. */
function meanOfShares(tally: PublishedShares, codes: readonly number[]): number | undefined {
  const whole = sumOfShares(tally, codes);
  if (whole === undefined || whole === 0) return undefined;
  return codes.reduce((sum, code) => sum + code * (tally.shares.get(code) ?? 0), 0) / whole;
}

/**
 * Mean, standard deviation and effective base of a tally.
 * @throws RangeError for a tally without answers: ask for its base first.
 */
export function momentsOf(tally: CountedTally, weighting: Weighting): Moments {
  if (tally.kind === "codes") {
    const table = [...tally.cells].map(([value, cell]) => ({ value, ...weigh(cell, weighting) }));
    const given = table.filter(({ w }) => w > 0);
    const moments = weightedMoments(given);
    const [only] = given;
    // Where all gave one answer, the rounding of Σwx/Σw must leave neither another mean nor a variance.
    return given.length === 1 && only ? { ...moments, mean: only.value, sd: 0, meanVariance: 0 } : moments;
  }
  const { n, w, w2 } = weigh(tally.base, weighting);
  const { x, xx, wx, wxx, w2x, w2xx } = tally.sums;
  return momentsFromSums(
    weighting === "weighted"
      ? { n, w, w2, wx, wxx, w2x, w2xx }
      : { n, w, w2, wx: x, wxx: xx, w2x: x, w2xx: xx },
  );
}

/** Pooled variance within groups, Σ(n−1)s²/Σ(n−1); undefined where no group has two answers. */
export function pooledVariance(siblings: Siblings<Tally>, weighting: Weighting): number | undefined {
  const { squares, degrees } = pools[weighting](siblings);
  return degrees > 0 && squares > 0 ? squares / degrees : undefined;
}

const pools = { weighted: pooling(partOf("weighted")), unweighted: pooling(partOf("unweighted")) };

function partOf(weighting: Weighting): (tally: Tally) => VariancePart {
  return (tally) => {
    const isKnown = tally.kind === "sums" || (tally.kind === "codes" && !tally.unknown);
    if (!isKnown || weigh(tally.base, weighting).n < 2) return { squares: 0, degrees: 0 };
    const { n, sd } = momentsOf(tally, weighting);
    return { squares: (n - 1) * sd * sd, degrees: n - 1 };
  };
}

function errorOf(
  moments: Moments,
  question: Question,
  options: MeasureOptions,
): Interval & { readonly standardError: number } {
  const own = Math.sqrt(moments.meanVariance);
  if (own > 0) return withinScale(moments.mean, own, moments.effective - 1, question);
  const pooled = options.siblings && pooledVariance(options.siblings, options.weighting);
  if (pooled !== undefined)
    return withinScale(moments.mean, Math.sqrt(pooled / moments.effective), moments.effective - 1, question);
  return boundedByScale(moments, question);
}

function withinScale(value: number, standardError: number, degrees: number, question: Question) {
  const half = studentQuantile(0.975, Math.max(1, degrees)) * standardError;
  const ends = endsOf(question);
  return { low: Math.max(ends.min, value - half), high: Math.min(ends.max, value + half), standardError };
}

/** Nobody differed and nothing tells how much people may differ: at worst, the unseen share sits at the scale's end. */
function boundedByScale({ mean: value, effective }: Moments, question: Question) {
  if (!isScaleQuestion(question)) return { low: value, high: value, standardError: 0 };
  const { min, max } = scaleEnds(question.scale);
  const unseen = exactZeroEvents(effective);
  return { low: value - unseen * (value - min), high: value + unseen * (max - value), standardError: 0 };
}

/** What can be answered at all: the ends of the scale, or of the measured quantity where the codebook names them. */
function endsOf(question: Question): { readonly min: number; readonly max: number } {
  if (isScaleQuestion(question)) return scaleEnds(question.scale);
  const { min = -Infinity, max = Infinity } = question.type === "number" ? question : {};
  return { min, max };
}
