import type { JoinedWeights } from "./weighting.ts";

/** What of a wave's published rows is withheld (M34). */
export interface WithheldPlaces {
  /** Rows of which a place is withheld. */
  readonly rows: number;
  /** How many places by dimension. */
  readonly places: Readonly<Record<string, number>>;
  /** What became of their weights; absent where all stay what they are, or there are none. */
  readonly weights?: JoinedWeights;
  /** Fewer answered than the minimum: no row goes out, and nothing is told of how many they are. */
  readonly whole?: true;
}

/** What may be told of it: of a wave that goes out without a row no number. */
export function toldWithheld(withheld: WithheldPlaces, published: number): WithheldPlaces {
  return withheld.rows > published ? { rows: 0, places: {}, whole: true } : withheld;
}
