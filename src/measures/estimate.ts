import type { CountedTally } from "../counts/tally.ts";
import type { BaseRules } from "../survey/survey.ts";
import { type WeightedCell, type Weighting, weigh } from "./weighting.ts";

/** The unit of a value: `proportion` (0–1), `points` (NPS: −100 to 100), `scale` (the question's own), or a unit of measurement such as `minutes`. */
export type Unit = string;

/** A figure with what is needed to judge it. `low` and `high` bound it at 95 %. */
export interface Shown {
  /** low: on fewer answers than the survey's caution threshold; shown and flagged. */
  readonly status: "ok" | "low";
  /** What kind of figure it is, which decides how two of them are compared (M20). */
  readonly kind: "mean" | "share" | "net" | "index";
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** 0 where nothing tells how exact the figure is: it can't be tested then. */
  readonly standardError: number;
  /** Standard deviation of single respondents' answers, for means, or of their linearised scores, for indices. */
  readonly deviation?: number;
  /** Answers that the figure rests on. */
  readonly n: number;
  /** Effective base (Σw)²/Σw² (Kish 1965): as many equally weighted answers would be as exact. */
  readonly effective: number;
}

/**
 * A figure taken over from a publication that does not say how many answered: a value, and nothing to judge it by. It
 * has no interval and is never tested; wherever it stands, words say so.
 */
export interface Published {
  readonly status: "published";
  readonly kind: Shown["kind"];
  readonly value: number;
}

/**
 * An estimate, or why there is none. withheld: the base is under the survey's minimum; neither value nor base is
 * carried, so that neither can leak. none: nobody answered. unprinted: only printed tables of the wave survive, and they
 * don't have this figure.
 */
export type Estimate =
  | Shown
  | Published
  | { readonly status: "withheld" }
  | { readonly status: "none" }
  | { readonly status: "unprinted" };

/** True for a figure with a base and an interval. */
export function isShown(estimate: Estimate): estimate is Shown {
  return estimate.status === "ok" || estimate.status === "low";
}

/** True for a figure with a value, be it computed here or published elsewhere. */
export function hasValue(estimate: Estimate): estimate is Shown | Published {
  return isShown(estimate) || estimate.status === "published";
}

export function isPublished(estimate: Estimate): estimate is Published {
  return estimate.status === "published";
}

/**
 * Holds a figure against the survey's base rules; computes it only where it may be shown. none: nobody answered at
 * all. Answers that carry no weight are no base of a weighted figure: too few of the others withhold it.
 */
export function onBase(
  tally: CountedTally,
  { weighting, base }: { readonly weighting: Weighting; readonly base: BaseRules },
  compute: (cell: WeightedCell) => Omit<Shown, "status">,
): Estimate {
  if (tally.base.n === 0) return { status: "none" };
  const cell = weigh(tally.base, weighting);
  if (cell.n < base.minimum) return { status: "withheld" };
  return { ...compute(cell), status: cell.n < base.caution ? "low" : "ok" };
}
