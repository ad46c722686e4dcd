import { Z95 } from "./normal-distribution.ts";

/** A range from low to high, in the unit of the figure it belongs to. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for a share.
 *
 * In words: centre (n·share + z²/2)/(n + z²), half-width z·√(n·share·(1−share) + z²/4)/(n + z²).
 * It stays inside [0, 1], always contains the share, and does not shrink to nothing
 * when the share is 0 or 1.
 *
 * Source: Wilson (1927). Method ids: M01, M07, M18.
 *
 * @param share between 0 and 1
 * @param n the base, a count or a real effective base above 0
 * @param z half-width in standard errors; 1.96 gives 95 %
 * @throws RangeError when n is not positive and finite, the share is outside [0, 1], or
 *   z is negative
 * @example wilson(15 / 148, 148) // { low: 0.0623863995307363, high: 0.160487241723308 }
 */
export function wilson(share: number, n: number, z: number = Z95): Interval {
  requireBase(n);
  requireShare(share, "share");
  requireWidth(z);
  const total = n + z * z;
  const centre = (n * share + (z * z) / 2) / total;
  const half = (z * Math.sqrt(n * share * (1 - share) + (z * z) / 4)) / total;
  // Very near 0 and 1 one end almost equals the share; rounding must not move it past.
  return {
    low: Math.max(0, Math.min(centre - half, share)),
    high: Math.min(1, Math.max(centre + half, share)),
  };
}

/**
 * The adjusted Wald interval for a net share, plus − minus.
 *
 * In words: three pseudo-answers are added, ¾ plus, ¾ minus and 1½ neutral; then
 * net ± z standard errors of the enlarged sample, cut to [−1, 1]. Under a base of about
 * two the pseudo-answers outvote the data, and the raw net can lie outside.
 *
 * Source: Rocks (2016). Method id: M08.
 *
 * @param shares plus and minus between 0 and 1, together at most 1; n, the base, above 0
 * @param z half-width in standard errors; 1.96 gives 95 %
 * @throws RangeError when a share, their sum, n or z is out of range
 * @example adjustedNet({ plus: 1, minus: 0, n: 10 }) // { low: 0.4750355154479, high: 1 }
 */
export function adjustedNet(
  { plus, minus, n }: { readonly plus: number; readonly minus: number; readonly n: number },
  z: number = Z95,
): Interval {
  requireBase(n);
  requireOpposites(plus, minus);
  requireWidth(z);
  const total = n + PSEUDO_ANSWERS;
  const morePlus = (n * plus + PSEUDO_ANSWERS / 4) / total;
  const moreMinus = (n * minus + PSEUDO_ANSWERS / 4) / total;
  const net = morePlus - moreMinus;
  const half = z * netStandardError(morePlus, moreMinus, total);
  return { low: Math.max(-1, net - half), high: Math.min(1, net + half) };
}

/**
 * The standard error of a net share, plus − minus.
 *
 * In words: the square root of (plus + minus − (plus − minus)²)/n, the variance of an
 * answer scored +1, −1 or 0. It is 0 when all answers are alike, which is not certainty:
 * use `adjustedNet` for an interval.
 *
 * Source: variance of a difference of multinomial shares; Rocks (2016). Method id: M08.
 *
 * @param plus,minus shares between 0 and 1, together at most 1
 * @param n the base, a count or a real effective base above 0
 * @throws RangeError when a share, their sum or n is out of range
 * @example netStandardError(70 / 150, 25 / 150, 150) // 0.0601849002842260
 */
export function netStandardError(plus: number, minus: number, n: number): number {
  requireBase(n);
  requireOpposites(plus, minus);
  return Math.sqrt((plus + minus - (plus - minus) ** 2) / n);
}

/**
 * The largest share still compatible with having seen no case among n.
 *
 * In words: 1 − (½·(1 − confidence))^(1/n), the upper end of the exact two-sided interval;
 * its lower end is 0. One-sided at the same confidence it would be a little lower (about 3/n).
 *
 * Source: Clopper & Pearson (1934). Method id: M34.
 *
 * @param n number looked at, above 0
 * @param confidence of the two-sided interval, strictly between 0 and 1
 * @throws RangeError when n is not positive and finite or the confidence is out of range
 * @example exactZeroEvents(30) // 0.115703308202702
 */
export function exactZeroEvents(n: number, confidence: number = 0.95): number {
  requireBase(n);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence lies strictly between 0 and 1, unlike ${confidence}.`);
  }
  return -Math.expm1(Math.log((1 - confidence) / 2) / n);
}

function requireBase(n: number): void {
  if (!(n > 0 && n < Infinity)) throw new RangeError(`A base is positive and finite, unlike ${n}.`);
}

function requireShare(share: number, name: string): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A ${name} is between 0 and 1, unlike ${share}.`);
}

function requireWidth(z: number): void {
  if (!(z >= 0 && z < Infinity)) throw new RangeError(`A half-width z is 0 or more, unlike ${z}.`);
}

function requireOpposites(plus: number, minus: number): void {
  requireShare(plus, "plus share");
  requireShare(minus, "minus share");
  if (plus + minus > 1 + ROUNDING) {
    throw new RangeError(`Plus and minus shares add up to at most 1, unlike ${plus} + ${minus}.`);
  }
}

const PSEUDO_ANSWERS = 3;
const ROUNDING = 1e-9;
