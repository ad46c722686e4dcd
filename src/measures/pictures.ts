import type { Scale } from "../survey/scale.ts";

/** A picture of a mean: how many stars are whole, half or empty. */
export interface StarRow {
  readonly whole: number;
  readonly half: 0 | 1;
  readonly empty: number;
}

/**
 * M02, a value to the nearest half, ties upwards: 3.74 is 3.5, 3.75 is 4.
 * @example halfStars(4.02) // 4
 */
export function halfStars(value: number): number {
  // A quarter that adding up left a hair short is a quarter.
  return Math.floor(2 * value + 0.5 + rounding) / 2;
}

/**
 * M02, a mean as a row of stars, to the nearest half.
 * @example starRow(3.6, 5) // { whole: 3, half: 1, empty: 1 }
 */
export function starRow(value: number, most: number): StarRow {
  const stars = Math.min(most, Math.max(0, halfStars(value)));
  const whole = Math.floor(stars);
  const half = stars > whole ? 1 : 0;
  return { whole, half, empty: most - whole - half };
}

/** M02, the code whose face stands for a mean: the nearest, of two as near the better. */
export function nearestCode({ codes }: Pick<Scale, "codes">, value: number): number {
  const distance = (code: number) => Math.abs(code - value);
  return codes.reduce((best, code) => (distance(code) <= distance(best) + rounding ? code : best));
}

const rounding = 1e-9;
