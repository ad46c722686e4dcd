import { holmThreshold } from "../stats/corrections.ts";
import { zTest } from "../stats/difference-tests.ts";
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
  // Three thousand figures make millions of pairs.
  const pairs = new Float64Array((figures.length * (figures.length - 1)) / 2);
  let pair = 0;
  for (let first = 0; first < figures.length; first++)
    for (let other = first + 1; other < figures.length; other++) {
      const test = testOf(first, other);
      pairs[pair++] = test?.testable ? test.p : 1;
    }
  const threshold = holmThreshold(pairs, level);
  return (first, other) => {
    const test = testOf(first, other);
    return threshold !== undefined && test?.testable === true && test.difference > 0 && test.p <= threshold;
  };
}
