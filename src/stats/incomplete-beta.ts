import { logBeta } from "./log-gamma.ts";

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a beta
 * variable with shapes a and b is at most x.
 *
 * In words: x^a · (1−x)^b / (a · B(a, b)) times a continued fraction, which is evaluated
 * from the front. Beyond the fraction's quick range, 1 − I_{1−x}(b, a) is used instead.
 *
 * Source: continued fraction in DLMF 8.17.22; evaluation Lentz (1976) as modified by
 * Thompson & Barnett (1986). Serves M02 and M20 through Student's t.
 *
 * @param x between 0 and 1
 * @param a,b the shapes, positive and finite
 * @throws RangeError when x is outside [0, 1] or a shape is not positive and finite
 * @example incompleteBeta(0.3, 2, 3) // 0.3483
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) {
    throw new RangeError(`The incomplete beta function needs x between 0 and 1, not ${x}.`);
  }
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerPart(1 - x, b, a);
  return lowerPart(x, a, b);
}

function lowerPart(x: number, a: number, b: number): number {
  const scale = logBeta(a, b);
  if (x === 0) return 0;
  const power = a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(power - scale) / a) * continuedFraction(x, a, b);
}

/**
 * 1/(1 + d₁/(1 + d₂/(1 + …))). Carried along are the ratio of successive numerators and
 * the inverse of that of successive denominators; their product is the factor by which
 * one more term changes the bottom of the fraction.
 */
function continuedFraction(x: number, a: number, b: number): number {
  let numeratorRatio = 1;
  let inverseDenominatorRatio = 0;
  let value = 1;
  for (let index = 1; index <= MOST_TERMS; index++) {
    const coefficient = partialNumerator(index, x, a, b);
    numeratorRatio = awayFromZero(1 + coefficient / numeratorRatio);
    inverseDenominatorRatio = 1 / awayFromZero(1 + coefficient * inverseDenominatorRatio);
    const factor = numeratorRatio * inverseDenominatorRatio;
    value *= factor;
    if (Math.abs(factor - 1) < SETTLED) return 1 / value;
  }
  throw new Error(`The incomplete beta function did not settle at x = ${x}, a = ${a}, b = ${b}.`);
}

/** d of an odd index 2m + 1 and of an even index 2m have different forms. */
function partialNumerator(index: number, x: number, a: number, b: number): number {
  const m = Math.floor(index / 2);
  const twice = a + 2 * m;
  if (index % 2 === 0) return (m * (b - m) * x) / ((twice - 1) * twice);
  return (-(a + m) * (a + b + m) * x) / (twice * (twice + 1));
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

const TINY = 1e-300;
// A few units in the last place: rounding can keep the factor from ever being exactly 1.
const SETTLED = 4 * Number.EPSILON;
const MOST_TERMS = 10_000;
