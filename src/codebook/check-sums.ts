import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookFactor } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

/** Sums that shares are meant to have. */
const wholes = [1, 100];
/** Weights that miss a whole by less than this share of it look like shares of it of which one is wrong. */
const near = 0.1;
const rounding = 1e-9;

/**
 * Weights count by their share of their sum, whatever that is (M09, M10). Where it is nearly 1 or 100 but is not, one of
 * them may be a slip: it is said, and nothing stops.
 */
export function noteSums({ factors = [], index, pairs = [] }: Codebook, notebook: Notebook): void {
  const weightOf = new Map(factors.map(({ id, weight }) => [id, weight]));
  if (index && index.weights !== "equal")
    noteSum(
      ["index", "of"],
      `factors of "${index.id}"`,
      index.of.map((id) => weightOf.get(id)),
      notebook,
    );
  factors.forEach((factor, at) => {
    noteUnder(factor, ["factors", at], notebook);
  });
  noteSum(
    ["pairs"],
    "pairs",
    pairs.map(({ weight }) => weight),
    notebook,
  );
}

function noteUnder({ id, of }: CodebookFactor, path: KeyPath, notebook: Notebook): void {
  const factors = of.map((member) => (typeof member === "string" ? undefined : member));
  noteSum(
    [...path, "of"],
    `members of "${id}"`,
    factors.map((factor) => factor?.weight),
    notebook,
  );
  factors.forEach((factor, at) => {
    if (factor) noteUnder(factor, [...path, "of", at], notebook);
  });
}

function noteSum(
  path: KeyPath,
  name: string,
  weights: readonly (number | undefined)[],
  notebook: Notebook,
): void {
  // Weights that only some state are stopped elsewhere.
  if (weights.length < 2 || weights.some((weight) => weight === undefined)) return;
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0);
  const whole = wholes.find((one) => Math.abs(sum - one) < near * one);
  if (whole === undefined || Math.abs(sum - whole) <= rounding * whole) return;
  const shown = Number(sum.toFixed(6));
  notebook.note(path, {
    message: `The weights of the ${name} sum to ${shown}, not to ${whole}`,
    expected: `weights that sum to ${whole}, where they are meant as shares`,
    mend: `Correct the weight that is wrong. On any scale, each counts its share of the sum, here of ${shown}.`,
    value: shown,
  });
}
