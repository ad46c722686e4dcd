import { type Claim, type Difference, varianceBase } from "../../measures/difference.ts";
import { type Estimate, isShown } from "../../measures/estimate.ts";
import { type ChangeLine, totalOf } from "../../stats/change-split.ts";
import type { EffectErrors, EffectName } from "../../stats/change-split-errors.ts";
import { sumOfVariances } from "../../stats/satterthwaite.ts";
import type { EffectError } from "../../stats/slope-errors.ts";
import { studentCdf, studentQuantile } from "../../stats/student-t.ts";
import { type Slice, sliceText } from "../../views/slice.ts";

/** Part of a change, in the unit of the figure that changed. */
export interface Effect {
  readonly value: number;
  /** Absent where no error is known. */
  readonly standardError?: number;
  /** Whether it is more than chance: Student's t, 95 % interval. */
  readonly test: Difference;
}

/** All that a part did, by kind; 0 and untested what it did not do. */
export type Effects = Readonly<Record<EffectName, Effect>>;

/** What a comparison is called, and whose parts it is judged together with. */
export interface MoveClaim {
  readonly claim: string;
  /** All that is said of what moved one whole; of the parts of a part, what is said of that. */
  readonly of: string;
}

/** The family of all that is said of what moved one whole: a figure, and whose it is. */
export function wholeFamily({ id, slice }: { readonly id: string; readonly slice: Slice }): string {
  return `${id} ${sliceText(slice)}`;
}

export function inMoves({ claim, of }: MoveClaim): Claim {
  return { claim, families: [{ kind: "moves", of }] };
}

/** M20, an effect held against its error. */
export function effectOf(value: number, error: EffectError | undefined, claim: MoveClaim): Effect {
  if (!error) return { value, test: { status: "untested", reason: "error", value } };
  const { standardError, degrees } = error;
  const half = studentQuantile(0.975, degrees) * standardError;
  const p = 2 * studentCdf(-Math.abs(value / standardError), degrees);
  return {
    value,
    standardError,
    test: { status: "tested", value, low: value - half, high: value + half, p, ...inMoves(claim) },
  };
}

/** An effect that there is none of: nothing was new, gone or hidden. */
export function noEffect(value = 0): Effect {
  return { value, test: { status: "untested", reason: "base", value } };
}

/** The effects of a line of the split, each with its error where it has one. */
export function effectsOf(line: ChangeLine, errors: EffectErrors, { claim, of }: MoveClaim): Effects {
  const values = { ...line, total: totalOf(line) };
  const effect = (name: EffectName): Effect =>
    values[name] === 0 && !errors[name]
      ? noEffect()
      : effectOf(values[name], errors[name], { claim: `${claim} ${name}`, of });
  return {
    scored: effect("scored"),
    shared: effect("shared"),
    arrived: effect("arrived"),
    left: effect("left"),
    total: effect("total"),
  };
}

/** Errors of effects that count for so much of themselves in a larger whole. */
export function scaled(errors: EffectErrors = {}, scale: number): EffectErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, { standardError, degrees }]) => [
      name,
      { standardError: scale * standardError, degrees },
    ]),
  );
}

/** Degrees of freedom of an estimate's error, at least 1. */
export function degreesOf(estimate: Estimate): number {
  return isShown(estimate) ? Math.max(1, varianceBase(estimate) - 1) : 1;
}

/**
 * Error of a known share of the change between two estimates of different respondents (Welch 1947); undefined where
 * one of them has none.
 */
export function changeError(
  earlier: Estimate | undefined,
  later: Estimate | undefined,
  share: number,
): EffectError | undefined {
  const parts = [earlier, later].map((estimate) => {
    const error = estimate && isShown(estimate) ? share * estimate.standardError : 0;
    return { variance: error * error, degrees: estimate ? degreesOf(estimate) : 1 };
  });
  if (parts.some(({ variance }) => !(variance > 0))) return undefined;
  const { variance, degrees } = sumOfVariances(parts);
  return { standardError: Math.sqrt(variance), degrees };
}
