import type { Question } from "../../survey/question.ts";
import { halfUnit } from "./cells.ts";
import { type Figure, stopAt } from "./figure.ts";

/**
 * Percentages of a question with one answer each make up 100, but for rounding: each of them can be half a unit of
 * its last digit off. Where one is not known, the others are at most 100. Of a multiple choice any sum will do.
 */
export function checkShares(figures: readonly Figure[], question: Question): void {
  const shares = figures.filter(({ kind }) => kind === "share");
  const [first] = shares;
  if (!first || question.type === "multi") return;
  const sum = shares.reduce((total, { value }) => total + value, 0);
  // Zeros at the end may have been cut off: the finest of the figures tells how they were rounded.
  const unit = Math.min(...shares.map(({ place }) => halfUnit(place.value)));
  const tolerance = shares.length * unit + 1e-9;
  const whole = shares.length === figures.length;
  if (sum <= 100 + tolerance && (!whole || sum >= 100 - tolerance)) return;
  const written = Number(sum.toFixed(6));
  stopAt(
    { ...first.place, value: String(written) },
    {
      message: `The percentages of "${question.id}" add up to ${written}`,
      expected: `100, give or take ${Number(tolerance.toFixed(6))} for rounding`,
      mend: "Correct them, or add the options that are missing; of several answers each, make it a multi.",
    },
  );
}
