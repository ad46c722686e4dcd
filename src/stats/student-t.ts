import { incompleteBeta } from "./incomplete-beta.ts";
import { logBeta } from "./log-gamma.ts";
import { normalCdf, normalQuantile } from "./normal-distribution.ts";

/**
 * The probability that a variable with Student's t distribution is at most t.
 *
 * In words: half of I_y(df/2, ½) at y = df/(df + t²) lies beyond |t| on either side;
 * near the centre the complementary form is used, so that neither small tails nor small
 * t lose accuracy.
 *
 * Source: Student (1908); Abramowitz & Stegun (1964), 26.7.1. Serves M02 and M20.
 *
 * @param df degrees of freedom, real, 1 or more; `Infinity` is the normal distribution
 * @throws RangeError when df is under 1 or t is not a number
 * @example studentCdf(-1.8608, 17.776) // 0.0396982890698899
 */
export function studentCdf(t: number, df: number): number {
  requireDegrees(df);
  if (Number.isNaN(t)) throw new RangeError("Student’s t distribution was asked for t = NaN.");
  if (df > NEARLY_NORMAL) return normalCdf(Math.sign(t) * asNormal(Math.abs(t), df));
  if (t * t < CENTRAL_SQUARE) return 0.5 + Math.sign(t) * centralArea(Math.abs(t), df);
  const tail = upperTail(Math.abs(t), df);
  return t < 0 ? tail : 1 - tail;
}

/**
 * The t below which a variable with Student's t distribution falls with probability p.
 *
 * In words: Newton's method. For p between ¼ and ¾ it runs on the area between 0 and t,
 * which is concave, so that steps from 0 never overshoot. Further out it runs on the
 * logarithm of the tail against the logarithm of t, also concave, which is nearly a
 * straight line where the tail is heavy.
 *
 * Source: as `studentCdf`; the choice of scales is our own. Serves M02, M20 and M22.
 *
 * @param p a probability strictly between 0 and 1
 * @param df degrees of freedom, real, 1 or more; `Infinity` is the normal distribution
 * @throws RangeError when df is under 1, p is not inside (0, 1), or the tail is under
 *   1e-100, where squares of t leave the range of a double
 * @example studentQuantile(0.975, 10) // 2.22813885198627
 */
export function studentQuantile(p: number, df: number): number {
  requireDegrees(df);
  if (!(p >= SMALLEST_TAIL && p < 1)) {
    throw new RangeError(`A Student quantile needs ${SMALLEST_TAIL} ≤ p < 1, not ${p}.`);
  }
  if (df > NEARLY_NORMAL) {
    const z = normalQuantile(p);
    return Math.sign(z) * fromNormal(Math.abs(z), df);
  }
  const tail = Math.min(p, 1 - p);
  const t = tail > 0.25 ? fromCentre(0.5 - tail, df) : fromTail(tail, df);
  return p < 0.5 ? -t : t;
}

function requireDegrees(df: number): void {
  if (!(df >= 1)) {
    throw new RangeError(`Student’s t distribution needs 1 or more degrees of freedom, not ${df}.`);
  }
}

function upperTail(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
}

function centralArea(t: number, df: number): number {
  return incompleteBeta((t * t) / (df + t * t), 0.5, df / 2) / 2;
}

function density(t: number, df: number): number {
  const logScale = Math.log(df) / 2 + logBeta(df / 2, 0.5);
  return Math.exp(-((df + 1) / 2) * Math.log1p((t * t) / df) - logScale);
}

function fromCentre(area: number, df: number): number {
  return settle(0, (t) => t + (area - centralArea(t, df)) / density(t, df));
}

function fromTail(tail: number, df: number): number {
  return settle(nearQuantile(-normalQuantile(tail), df), (t) => {
    const found = upperTail(t, df);
    return t * Math.exp((Math.log(found / tail) * found) / (t * density(t, df)));
  });
}

/**
 * Fisher and Cornish's expansion about the normal quantile (Abramowitz & Stegun, 26.7.5): where many degrees of freedom
 * make it close, a single step settles it. Never nearer than the normal quantile, beyond which Student's always lies.
 */
function nearQuantile(z: number, df: number): number {
  const square = z * z;
  const first = (z * (square + 1)) / 4;
  const second = (z * ((5 * square + 16) * square + 3)) / 96;
  const third = (z * (((3 * square + 19) * square + 17) * square - 15)) / 384;
  return z + Math.max(0, ((third / df + second) / df + first) / df);
}

/** Wallace (1959): the normal deviate with nearly the same tail as t. */
function asNormal(t: number, df: number): number {
  if (df === Infinity) return t;
  return (1 - 2 / (8 * df + 3)) * Math.sqrt(df * Math.log1p((t * t) / df));
}

function fromNormal(z: number, df: number): number {
  if (df === Infinity) return z;
  const widened = z / (1 - 2 / (8 * df + 3));
  return Math.sqrt(df * Math.expm1((widened * widened) / df));
}

/**
 * Repeats one of Newton's steps until it has settled. Every step about doubles the digits that are right, so after one
 * that moved its argument by less than half of them there is nothing left to move.
 */
function settle(start: number, step: (t: number) => number): number {
  let t = start;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = step(t);
    if (Math.abs(next - t) <= SETTLED * Math.abs(next)) return next;
    t = next;
  }
  return t;
}

// Above this, Wallace's formula (error below 1e-11) is closer than the continued fraction.
const NEARLY_NORMAL = 1_000_000;
const CENTRAL_SQUARE = 1;
const SMALLEST_TAIL = 1e-100;
const SETTLED = 1e-8;
const MOST_ROUNDS = 100;
