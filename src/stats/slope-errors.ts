import type { PartThen } from "./change-split.ts";
import { leavingOneOut } from "./leaving-one-out.ts";
import { sumOfVariances, type VarianceWithDegrees } from "./satterthwaite.ts";

/** A part at one time, and how exactly its score is known. */
export interface UncertainThen extends PartThen {
  /** Squared error of the score; undefined where none is known. */
  readonly variance: number | undefined;
  /** Degrees of freedom that the variance rests on, 1 or more. */
  readonly degrees: number;
}

/** A part before and after; absent: it was not there. */
export interface UncertainChange {
  readonly earlier?: UncertainThen;
  readonly later?: UncertainThen;
}

/** How exactly an effect is known. */
export interface EffectError {
  /** Above 0, in the unit of the effect. */
  readonly standardError: number;
  /** Degrees of freedom for Student's t, 1 or more. */
  readonly degrees: number;
}

const times = ["earlier", "later"] as const;
export type Time = (typeof times)[number];

/** By how much an effect moves with a part's own score and share at one time. */
export interface OwnSlope {
  /** The part's place. */
  readonly at: number;
  readonly time: Time;
  readonly score: number;
  readonly share: number;
}

export interface Slope {
  readonly own: readonly OwnSlope[];
  /** By how much it moves with the whole, averaged over the two times. */
  readonly whole: number;
  /** What scores and shares both count: the product of their variances. */
  readonly twice: number;
}

export interface SlopeErrors {
  /** Of an effect that moves with one part and the whole alone: the same work however many parts there are. */
  readonly errorOfPart: (slope: Slope, at: number) => EffectError | undefined;
  /** Of an effect that moves with many. */
  readonly errorOfAll: (slope: Slope) => EffectError | undefined;
}

/**
 * Errors of effects of the same parts, from their slopes (M32, see `changeSplitErrors`). Undefined where the error of a
 * score that an effect moves with is not known, or where it can't be wrong.
 */
export function slopeErrors(
  parts: readonly UncertainChange[],
  bases: Readonly<Record<Time, number>>,
): SlopeErrors {
  const least = (rounding * largestScore(parts)) ** 2;
  const inTimes = times.map((time) => {
    const here = parts.map((part) => part[time]);
    return { time, here, base: bases[time], others: leavingOneOut(here.map(togetherOf), add, nothing) };
  });
  const errorOf = (slope: Slope, terms: readonly Terms[]) => errorFrom(terms, slope.twice, least);
  return {
    errorOfPart: (slope, at) =>
      errorOf(
        slope,
        inTimes.map(({ time, here, base, others }) =>
          termsOfPart(slope.whole / 2, sumOfOwn(slope, time), {
            part: here[at],
            others: others[at] ?? nothing,
            base,
          }),
        ),
      ),
    errorOfAll: (slope) =>
      errorOf(
        slope,
        inTimes.map(({ time, here, base }) => termsOfAll(slope, time, { here, base })),
      ),
  };
}

/** What is left of slopes that cancel out is no error. */
const rounding = 1e-12;

function largestScore(parts: readonly UncertainChange[]): number {
  const sizes = parts.flatMap((part) => times.map((time) => Math.abs(part[time]?.score ?? 0)));
  return sizes.reduce((largest, size) => Math.max(largest, size), 0);
}

/** Squared errors of an effect at one time, from scores and from shares. */
interface Terms {
  /** Undefined where the error of one of the scores is not known. */
  readonly fromScores: readonly VarianceWithDegrees[] | undefined;
  readonly fromShares: VarianceWithDegrees;
}

function errorFrom(terms: readonly Terms[], twice: number, least: number): EffectError | undefined {
  if (terms.some((term) => !term.fromScores)) return undefined;
  const fromScores = terms.flatMap((term) => term.fromScores ?? []);
  const fromShares = terms.map((term) => term.fromShares);
  const [ofScores, ofShares] = [sumOfVariances(fromScores).variance, sumOfVariances(fromShares).variance];
  const { variance, degrees } = sumOfVariances([...fromScores, ...fromShares]);
  if (!(variance > least)) return undefined;
  return { standardError: Math.sqrt(Math.max(ofScores, ofShares, variance - twice)), degrees };
}

/** Parts at one time taken together. */
interface Together {
  readonly share: number;
  /** Mean score by share, and Σ share·(score − mean)². */
  readonly mean: number;
  readonly spread: number;
  /** Σ share²·variance of the score. */
  readonly scores: VarianceWithDegrees;
  /** Parts of some share whose score's error is not known. */
  readonly unknown: number;
}

const nothing: Together = {
  share: 0,
  mean: 0,
  spread: 0,
  scores: { variance: 0, degrees: 1 },
  unknown: 0,
};

function togetherOf(then: UncertainThen | undefined): Together {
  if (!then) return nothing;
  const { share, score, variance, degrees } = then;
  return {
    ...{ share, mean: score, spread: 0 },
    scores: { variance: share * share * (variance ?? 0), degrees },
    unknown: variance === undefined && share !== 0 ? 1 : 0,
  };
}

/** Spreads as in Chan, Golub and LeVeque (1983), so that nothing is subtracted. */
function add(one: Together, other: Together): Together {
  const share = one.share + other.share;
  if (share === 0) return { ...nothing, unknown: one.unknown + other.unknown };
  const apart = other.mean - one.mean;
  return {
    share,
    mean: one.mean + (apart * other.share) / share,
    spread: one.spread + other.spread + (apart * apart * one.share * other.share) / share,
    scores: sumOfVariances([one.scores, other.scores]),
    unknown: one.unknown + other.unknown,
  };
}

interface OwnAmong {
  readonly part: UncertainThen | undefined;
  readonly others: Together;
  readonly base: number;
}

/** @param half by how much the effect moves with the whole at this time */
function termsOfPart(
  half: number,
  own: Pick<OwnSlope, "score" | "share">,
  { part, others, base }: OwnAmong,
): Terms {
  const ofScore = half * (part?.share ?? 0) + own.score;
  const ofShare = half * (part?.score ?? 0) + own.share;
  const [share, otherShare] = [part?.share ?? 0, half * others.mean];
  const mean = others.share * otherShare + share * ofShare;
  const variance =
    half * half * others.spread + others.share * (otherShare - mean) ** 2 + share * (ofShare - mean) ** 2;
  const { variance: known, degrees } = others.scores;
  const isKnown =
    (half === 0 || others.unknown === 0) && !(part && ofScore !== 0 && part.variance === undefined);
  return {
    fromScores: isKnown
      ? [
          { variance: half * half * known, degrees },
          ...(part ? [{ variance: ofScore * ofScore * (part.variance ?? 0), degrees: part.degrees }] : []),
        ]
      : undefined,
    fromShares: ofBase(variance, base),
  };
}

function sumOfOwn({ own }: Slope, time: Time): Pick<OwnSlope, "score" | "share"> {
  let [score, share] = [0, 0];
  for (const slope of own) {
    if (slope.time !== time) continue;
    score += slope.score;
    share += slope.share;
  }
  return { score, share };
}

function termsOfAll(
  { own, whole }: Slope,
  time: Time,
  { here, base }: { readonly here: readonly (UncertainThen | undefined)[]; readonly base: number },
): Terms {
  const scores = here.map((then) => (whole / 2) * (then?.share ?? 0));
  const shares = here.map((then) => (whole / 2) * (then?.score ?? 0));
  for (const slope of own) {
    if (slope.time !== time) continue;
    scores[slope.at] = (scores[slope.at] ?? 0) + slope.score;
    shares[slope.at] = (shares[slope.at] ?? 0) + slope.share;
  }
  const moving = here.flatMap((then, at) => {
    const slope = scores[at] ?? 0;
    return then && slope !== 0 ? [{ then, slope }] : [];
  });
  const isKnown = moving.every(({ then }) => then.variance !== undefined);
  return {
    fromScores: isKnown
      ? moving.map(({ then: { variance = 0, degrees }, slope }) => ({
          variance: slope * slope * variance,
          degrees,
        }))
      : undefined,
    fromShares: ofBase(multinomialVariance(here, shares), base),
  };
}

/** Of shares among so many. */
function ofBase(variance: number, base: number): VarianceWithDegrees {
  return { variance: variance / base, degrees: Math.max(1, base - 1) };
}

/** Σ p·b² − (Σ p·b)² of one respondent's place, taken about the mean so that it loses no digits. */
function multinomialVariance(parts: readonly (PartThen | undefined)[], slopes: readonly number[]): number {
  const mean = parts.reduce((sum, part, at) => sum + (part?.share ?? 0) * (slopes[at] ?? 0), 0);
  return parts.reduce((sum, part, at) => sum + (part?.share ?? 0) * ((slopes[at] ?? 0) - mean) ** 2, 0);
}
