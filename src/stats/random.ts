/**
 * A reproducible stream of uniform numbers in [0, 1).
 *
 * The same seed gives the same stream in Node and in every browser, because only
 * 32-bit integer arithmetic is used. Fit for resampling and simulation, not for secrets.
 *
 * In words: four 32-bit words, three mixed by shifts and additions and the fourth a
 * counter, so that the period is never shorter than 2³²; both halves of the seed go in,
 * and the first draws, which still resemble the seed, are thrown away.
 *
 * Source: sfc32, Chris Doty-Humphrey, PractRand (2010). Serves M13 and M31.
 *
 * @param seed a whole number that a double holds exactly
 * @throws RangeError when the seed is not such a number
 * @example seededRandom(7)() === seededRandom(7)() // true
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`A seed must be a safe whole number, not ${seed}.`);
  }
  let a = seed | 0;
  let b = Math.floor(seed / TWO_TO_32) | 0;
  let c = GOLDEN_RATIO_BITS;
  let counter = 1;

  function draw(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_TO_32;
  }

  for (let round = 0; round < WARM_UP_ROUNDS; round++) draw();
  return draw;
}

/**
 * One draw from the standard normal distribution (mean 0, standard deviation 1).
 *
 * In words: the radius √(−2·ln u) of a point in the plane, turned by a uniform angle and
 * read off on one axis. Two uniform numbers are used per draw; the point's other
 * coordinate is dropped so that the function keeps no state.
 *
 * Source: Box & Muller (1958). Serves M13 and M31.
 *
 * @param random a source of uniform numbers in [0, 1), such as `seededRandom(1)`
 */
export function normal(random: () => number): number {
  // 1 − u lies in (0, 1], so the logarithm is finite.
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** So many draws of a seed are kept, 8 bytes each. */
const mostKept = 2_000_000;
const kept = new Map<number, { draws: Float64Array; readonly random: () => number }>();

/**
 * The first so many draws of `normal(seededRandom(seed))`. As they are the same every time, they are kept for whoever
 * asks again, unless they are too many.
 */
export function seededNormals(seed: number, count: number): Float64Array {
  if (count > mostKept) {
    const random = seededRandom(seed);
    return Float64Array.from({ length: count }, () => normal(random));
  }
  const known = kept.get(seed) ?? { draws: new Float64Array(0), random: seededRandom(seed) };
  kept.set(seed, known);
  const { draws, random } = known;
  if (draws.length < count) {
    known.draws = new Float64Array(count);
    known.draws.set(draws);
    for (let at = draws.length; at < count; at++) known.draws[at] = normal(random);
  }
  return known.draws.subarray(0, count);
}

const TWO_TO_32 = 2 ** 32;
const GOLDEN_RATIO_BITS = 0x9e3779b9 | 0;
const WARM_UP_ROUNDS = 20;
