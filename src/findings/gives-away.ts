import type { BaseRules } from "../survey/survey.ts";
import type { Restatement } from "./restated.ts";

/** The lowest and highest that one answer can be in a figure. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** What a value of seven digits can be off by, of a change that is just as large as allowed. */
const tolerance = 1e-6;

/**
 * True where a figure before and after, set side by side, would give away the answers of a few (M34): of fewer than the
 * minimum base, who on their own would be withheld.
 *
 * Bases that differ by 1 to minimum − 1 answers: so many came or went. Equal bases: answers were corrected, or people
 * exchanged. Fewer than the minimum can move the figure by (minimum − 1) ÷ n of its span at most; one that moved
 * further rests on at least the minimum of changed answers, and so do all other figures of these people. Respondents
 * with large weights can move a weighted figure further than that: a small base is held back whatever it moved.
 */
export function givesAway(
  { before, after }: Pick<Restatement<unknown>, "before" | "after">,
  { minimum, caution }: BaseRules,
  { min, max }: Span,
): boolean {
  const few = minimum - 1;
  const moved = Math.abs(after.n - before.n);
  if (moved > 0 || few < 1) return moved > 0 && moved <= few;
  const span = max - min;
  const most = few * span + after.n * span * tolerance;
  return after.n < caution || Math.abs(after.value - before.value) * after.n <= most;
}
