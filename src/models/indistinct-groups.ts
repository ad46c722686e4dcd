import { holmThreshold } from "../stats/corrections.ts";
import { zTest } from "../stats/difference-tests.ts";
import { normalQuantile } from "../stats/normal-distribution.ts";
import type { GroupFigure } from "../stats/shrinkage.ts";

/**
 * M31, groups that are not shown to differ: going down the list, a new group starts at the first figure that is
 * significantly below the first of the group before. Who is first was found by looking, so that every pair could have
 * been compared: Holm's correction is over all pairs. Given in the order of the list, from 0.
 */
export function groupsInOrder(figures: readonly GroupFigure[], level = 0.05): readonly number[] {
  const isBelow = belowTests(figures, level);
  let [first, group] = [0, 0];
  return figures.map((_, at) => {
    if (isBelow(first, at)) {
      first = at;
      group += 1;
    }
    return group;
  });
}

/** Whether a figure is significantly below one that stands before it. */
function belowTests(
  figures: readonly GroupFigure[],
  level: number,
): (first: number, other: number) => boolean {
  const withErrors = figures.map(({ value, variance }) => ({ value, standardError: Math.sqrt(variance) }));
  const testOf = (first: number, other: number) => {
    const [one, two] = [withErrors[first], withErrors[other]];
    return one && two ? zTest(one, two) : undefined;
  };
  const pairs = (figures.length * (figures.length - 1)) / 2;
  const apart = pairsApart(figures, { level, pairs });
  const pValues = Float64Array.from(apart, ([first, other]) => {
    const test = testOf(first, other);
    return test?.testable ? test.p : 1;
  });
  const threshold = holmThreshold(pValues, level, pairs);
  return (first, other) => {
    const test = testOf(first, other);
    return threshold !== undefined && test?.testable === true && test.difference > 0 && test.p <= threshold;
  };
}

/**
 * The pairs that Holm's correction may reject, found without the p-value of every pair: three thousand figures make
 * millions of them. No more are rejected than there are pairs under the level by themselves, so that the p-value of any
 * that is rejected is at most the level over one more than the rest.
 */
function pairsApart(
  figures: readonly GroupFigure[],
  { level, pairs }: { readonly level: number; readonly pairs: number },
): readonly (readonly [number, number])[] {
  const values = Float64Array.from(figures, ({ value }) => value);
  const variances = Float64Array.from(figures, ({ variance }) => variance);
  const beyond = (p: number, tell: (first: number, other: number) => void) => {
    const least = p < 1 ? (normalQuantile(p / 2) * nearly) ** 2 : 0;
    for (let first = 0; first < values.length; first++)
      for (let other = first + 1; other < values.length; other++) {
        const difference = (values[first] as number) - (values[other] as number);
        const variance = (variances[first] as number) + (variances[other] as number);
        if (difference * difference >= least * variance) tell(first, other);
      }
  };
  let alone = 0;
  beyond(level, () => {
    alone += 1;
  });
  const found: (readonly [number, number])[] = [];
  beyond(level / Math.max(1, pairs - alone + 1), (first, other) => found.push([first, other]));
  return found;
}

/** Room for rounding. */
const nearly = 1 - 1e-9;
