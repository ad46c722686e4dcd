/** The 97.5 % point of the standard normal: half the width of a 95 % interval in standard errors. */
export const Z95 = 1.959963984540054;

/**
 * The probability that a standard normal variable is at most z.
 *
 * In words: near the centre, one half plus the density times z + z³/3 + z⁵/(3·5) + …,
 * whose terms all have one sign; in the tails, the density times Mills' ratio as a
 * continued fraction, so that small tails keep their relative accuracy (about 1e-14).
 *
 * Source: Abramowitz & Stegun (1964), 26.2.11 and 26.2.14. Serves M20 and M22.
 *
 * @param z in standard deviations; infinities give 0 and 1
 * @throws RangeError when z is not a number
 * @example normalCdf(-1.96) // 0.024997895148220435
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("The normal distribution was asked for z = NaN.");
  if (Math.abs(z) < SERIES_LIMIT) return 0.5 + centralArea(z);
  const tail = normalDensity(z) * millsRatio(Math.abs(z));
  return z < 0 ? tail : 1 - tail;
}

/**
 * The z below which a standard normal variable falls with probability p.
 *
 * In words: a rational first guess (error below 4.5e-4), then three Halley steps on the
 * cumulative probability, each of which triples the number of right digits. The upper
 * half is the mirrored lower half, so that no precision is lost in 1 − p.
 *
 * Source: first guess Abramowitz & Stegun (1964), 26.2.23. Serves M06, M20 and M22.
 *
 * @param p a probability strictly between 0 and 1
 * @throws RangeError when p is 0, 1 or outside: no finite z belongs to it
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(`A normal quantile needs 0 < p < 1, not ${p}.`);
  }
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = firstGuess(p);
  for (let step = 0; step < HALLEY_STEPS; step++) {
    const newton = (normalCdf(z) - p) / normalDensity(z);
    z -= newton / (1 + (z * newton) / 2);
  }
  return z;
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The signed area between 0 and z. */
function centralArea(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * Number.EPSILON; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum * normalDensity(z);
}

/** Upper tail divided by density: 1/(z + 1/(z + 2/(z + 3/…))), worked from the inside out. */
function millsRatio(z: number): number {
  let fraction = z;
  for (let level = FRACTION_LEVELS; level > 0; level--) fraction = z + level / fraction;
  return 1 / fraction;
}

function firstGuess(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return numerator / denominator - t;
}

const SERIES_LIMIT = 3;
// At |z| = 3, the worst case, 100 levels leave an error far below the last bit.
const FRACTION_LEVELS = 100;
const HALLEY_STEPS = 3;
