/** How respondents are made to look like a population (M19). rake: every margin is met; cells: every combination. */
export type WeightingMethod = "rake" | "cells";

/** A group of respondents with like weights. Weights are multiples of the wave's mean. */
export interface WeightGroup {
  /** The weight that each of them has, or their mean. */
  readonly weight: number;
  readonly respondents: number;
  /** Their share of the sum of all weights, 0–1. */
  readonly share: number;
}

/**
 * The weights of a wave by size, largest first. No group has fewer respondents than the survey's minimum base (M34).
 * each: everybody of a group has the same weight; of more than a few different weights the largest are told, and all
 * others are the rest. parts: so few have a weight of their own that respondents are taken together in the order of
 * their weights; weights are means.
 */
export type WeightGroups =
  | { readonly kind: "each"; readonly groups: readonly WeightGroup[]; readonly rest?: WeightGroup }
  | { readonly kind: "parts"; readonly groups: readonly WeightGroup[] };

/** What a wave's weights are like. */
export interface WeightSpread {
  /** Respondents with a weight, and those without one, who count in unweighted figures only. */
  readonly respondents: number;
  readonly without: number;
  /** n·Σw²/(Σw)² (Kish): how much larger weights make the variance of a mean that has nothing to do with them. */
  readonly deff: number;
  /** (Σw)²/Σw²: as many equally weighted answers would be as exact. */
  readonly effective: number;
  /** As multiples of the mean; absent where they would tell how few respondents stand for a group of known size. */
  readonly largest?: number;
  readonly smallest?: number;
  readonly sizes: WeightGroups;
}

/** One category of a dimension that a wave was weighted to. Shares are of the weighted respondents, 0–1. */
export interface MarginLine {
  readonly dimension: string;
  readonly option: string;
  readonly respondents: number;
  readonly unweighted: number;
  /** The population's share. */
  readonly wanted: number;
  readonly got: number;
}

/** Where a wave's weights come from. */
export type WeightSource =
  | { readonly from: "column"; readonly column: string }
  | {
      readonly from: "population";
      readonly method: WeightingMethod;
      /** Dimension ids. */
      readonly by: readonly string[];
      /** The population file as the codebook names it. */
      readonly file: string;
      readonly margins: readonly MarginLine[];
      /** Rounds of the last raking, and how often large weights were cut. */
      readonly rounds: number;
      readonly trimmings: number;
    };

/** How a wave was weighted, and what that did. */
export type WaveWeighting = WeightSpread & { readonly source: WeightSource };

/** What the joining of weights in published rows changed in a wave (M34), so that figures of filters can say it. */
export interface JoinedWeights {
  /** Rows of which the weight is a mean of several. */
  readonly rows: number;
  /** Share of all weight (0–1) that stands at other respondents than before: half the sum of all changes. */
  readonly moved: number;
  /** The greatest change of a weight, relative to what it was; 0.37 is 37 %. */
  readonly most: number;
}
