import { holm } from "../stats/corrections.ts";
import { zTest } from "../stats/difference-tests.ts";
import type { GroupFigure } from "../stats/shrinkage.ts";

/**
 * M31, groups that can't be told apart: going down the list, a new group starts at the first figure that is
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
  const pairs = withErrors.flatMap((one, first) =>
    withErrors
      .slice(first + 1)
      .map((other, at) => ({ first, other: first + 1 + at, test: zTest(one, other) })),
  );
  const adjusted = holm(pairs.map(({ test }) => (test.testable ? test.p : 1)));
  const below = new Set(
    pairs
      .filter(({ test }, at) => test.difference > 0 && (adjusted[at] ?? 1) <= level)
      .map(({ first, other }) => `${first} ${other}`),
  );
  return (first, other) => below.has(`${first} ${other}`);
}
