import type { Estimate } from "../../measures/estimate.ts";

/** A score of the survey's own answers. */
export interface OwnScore {
  /** What rows stand under: the question, or that they are made of several. */
  readonly group: string;
  readonly name: string;
  /** Small, under the name, such as what counts as satisfied. */
  readonly note?: string;
  /** Where it is told at length. */
  readonly href?: string;
  readonly methods: readonly string[];
  readonly unit: string;
  /** The least and the most that it can be; the most is infinite where nothing limits it. */
  readonly ends: { readonly min: number; readonly max: number };
  /** True of a difference, which has its sign. */
  readonly signed?: boolean;
  /** True of a mean over firms, whose answers are many where firms are few; its note says so. */
  readonly ofFirms?: boolean;
  readonly estimate: Estimate;
  readonly hides: string;
}

/** Figures that stand in the table: all but those that nobody's answers make. */
export function isTold({ estimate: { status } }: OwnScore): boolean {
  return status !== "none" && status !== "unprinted";
}
