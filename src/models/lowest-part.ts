import type { Difference, Family } from "../measures/difference.ts";
import type { Shown } from "../measures/estimate.ts";
import { normalCdf, Z95 } from "../stats/normal-distribution.ts";

/** A part of a figure, such as a factor of the index, scored by the same respondents as the others. */
export interface ScoredPart {
  readonly id: string;
  readonly estimate: Pick<Shown, "value" | "standardError">;
}

/** Parts that are compared pair by pair, and what they are judged with. */
export interface PartPairs {
  /** By the ids of the two: the first less the second. */
  readonly between: (one: string, other: string) => Difference;
  readonly all: readonly Difference[];
}

/**
 * M20 for figures of the same respondents: all pairs, each against the largest error that two correlated figures can
 * have, e₁ + e₂ (as if one always fell when the other rose). What is clear so is clear whatever the correlation.
 */
export function partPairs(
  parts: readonly ScoredPart[],
  { of, what }: { readonly of: string; readonly what: string },
): PartPairs {
  const families: readonly Family[] = [{ kind: "ranking", of: `${what} ${of}` }];
  const known = new Map<string, Difference>();
  parts.forEach((one, at) => {
    for (const other of parts.slice(at + 1)) {
      const error = one.estimate.standardError + other.estimate.standardError;
      const value = one.estimate.value - other.estimate.value;
      const isKnown = one.estimate.standardError > 0 && other.estimate.standardError > 0;
      known.set(
        JSON.stringify([one.id, other.id]),
        isKnown
          ? {
              status: "tested",
              value,
              low: value - Z95 * error,
              high: value + Z95 * error,
              p: 2 * normalCdf(-Math.abs(value / error)),
              claim: `${what} ${of} ${one.id} ${other.id}`,
              families,
            }
          : { status: "untested", reason: "error", value },
      );
    }
  });
  return {
    all: [...known.values()],
    between: (one, other) =>
      known.get(JSON.stringify([one, other])) ?? turned(known.get(JSON.stringify([other, one]))),
  };
}

function turned(difference: Difference | undefined): Difference {
  if (!difference) return { status: "untested", reason: "base" };
  if (difference.status === "untested") return difference;
  const { value, low, high } = difference;
  return { ...difference, value: -value, low: -high, high: -low };
}
