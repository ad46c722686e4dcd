import { describe, expect, test } from "vitest";
import { groupsInOrder } from "../../src/models/indistinct-groups.ts";
import { holm } from "../../src/stats/corrections.ts";
import { zTest } from "../../src/stats/difference-tests.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import type { GroupFigure } from "../../src/stats/shrinkage.ts";

/** The definition, word by word: every pair tested, all p-values adjusted. */
function byEveryPair(figures: readonly GroupFigure[], level: number): readonly number[] {
  const errors = figures.map(({ value, variance }) => ({ value, standardError: Math.sqrt(variance) }));
  const pairs = errors.flatMap((one, at) =>
    errors
      .slice(at + 1)
      .map((other, after) => ({ name: `${at} ${at + 1 + after}`, test: zTest(one, other) })),
  );
  const adjusted = holm(pairs.map(({ test: found }) => (found.testable ? found.p : 1)));
  const below = new Set(
    pairs
      .filter(({ test: found }, at) => found.testable && found.difference > 0 && (adjusted[at] ?? 1) <= level)
      .map(({ name }) => name),
  );
  let [first, group] = [0, 0];
  return figures.map((_, at) => {
    if (below.has(`${first} ${at}`)) {
      first = at;
      group += 1;
    }
    return group;
  });
}

describe("groups that are not shown to differ", () => {
  const seeds = Array.from({ length: 40 }, (_, at) => at);

  test.each(seeds)("are those of all pairs tested and adjusted by Holm (%i)", (seed) => {
    const random = seededRandom(seed);
    const spread = (seed % 5) / 2;
    const figures = Array.from({ length: 3 + (seed % 25) }, () => ({
      value: 5 + spread * normal(random),
      variance: seed % 7 === 0 && random() < 0.3 ? 0 : 0.05 + random(),
    })).toSorted((a, b) => b.value - a.value);
    for (const level of [0.05, 0.002, 0.5])
      expect(groupsInOrder(figures, level)).toEqual(byEveryPair(figures, level));
  });

  test("are one where nothing differs, and each its own where nothing is uncertain", () => {
    const alike = [4, 4, 4].map((value) => ({ value, variance: 0.1 }));
    expect(groupsInOrder(alike)).toEqual([0, 0, 0]);
    const far = [9, 6, 3].map((value) => ({ value, variance: 0.0001 }));
    expect(groupsInOrder(far)).toEqual([0, 1, 2]);
  });
});
