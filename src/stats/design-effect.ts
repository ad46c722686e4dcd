/** What weights cost in precision. */
export interface DesignEffect {
  /** n·Σw²/(Σw)²: how much larger they make the variance of a mean unrelated to them; 1 for equal weights. */
  readonly deff: number;
  /** (Σw)²/Σw²: as many equally weighted answers would be as exact. */
  readonly effective: number;
}

/**
 * Kish's design effect of weighting.
 *
 * Source: Kish (1965). Method id: M19.
 *
 * @throws RangeError when the weights do not sum to a positive finite number
 * @example designEffect([1, 1, 2]) // { deff: 1.125, effective: 2.667 }
 */
export function designEffect(weights: Iterable<number>): DesignEffect {
  let [n, w, w2] = [0, 0, 0];
  for (const weight of weights) {
    n += 1;
    w += weight;
    w2 += weight * weight;
  }
  if (!(w > 0 && w2 < Infinity)) throw new RangeError(`Weights sum to more than 0, not to ${w}.`);
  return { deff: (n * w2) / (w * w), effective: (w * w) / w2 };
}
