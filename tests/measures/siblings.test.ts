import fc from "fast-check";
import { expect, test } from "vitest";
import { pooledVariance } from "../../src/measures/mean.ts";
import { mapping, othersOf, pooling } from "../../src/measures/siblings.ts";
import { tallyOfTable } from "../counts/count-answers.ts";

/** How many gave 1 … 5, in each of several groups. */
const drawn = fc.array(
  fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 })
    .filter((counts) => counts.some((count) => count > 0)),
  { minLength: 1, maxLength: 12 },
);

/** Σ(x − m)² over the others' answers, one by one, over Σ(n − 1). */
function slowPooled(groups: readonly (readonly number[])[], own: number): number | undefined {
  let [squares, degrees] = [0, 0];
  for (const [at, counts] of groups.entries()) {
    const answers = counts.flatMap((count, code) => Array.from({ length: count }, () => code + 1));
    if (at === own || answers.length < 2) continue;
    const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
    squares += answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0);
    degrees += answers.length - 1;
  }
  return squares > 1e-9 ? squares / degrees : undefined;
}

test("the variance pooled over a group's siblings is that of all other groups, answer by answer", () => {
  fc.assert(
    fc.property(drawn, (groups) => {
      const tallies = groups.map((counts) =>
        tallyOfTable(Object.fromEntries(counts.map((count, code) => [code + 1, count]))),
      );
      for (const [at, own] of tallies.entries()) {
        const found = pooledVariance({ groups: tallies, own }, "unweighted");
        const expected = slowPooled(groups, at);
        if (expected === undefined) expect(found).toBeUndefined();
        else expect(found).toBeCloseTo(expected, 12);
        // Without naming one of them, the others alone come to the same.
        expect(pooledVariance({ groups: othersOf({ groups: tallies, own }) }, "unweighted")).toBe(found);
      }
    }),
  );
});

test("a list is gone through once, whichever of it asks", () => {
  let parts = 0;
  const pool = pooling(({ squares }: { readonly squares: number }) => {
    parts += 1;
    return { squares, degrees: 1 };
  });
  const groups = [0, 3, 0, 5].map((squares) => ({ squares }));
  const sums = groups.map((own) => pool({ groups, own }));
  expect(sums).toEqual([
    { squares: 8, degrees: 3 },
    { squares: 5, degrees: 3 },
    { squares: 8, degrees: 3 },
    { squares: 3, degrees: 3 },
  ]);
  expect(pool({ groups })).toEqual({ squares: 8, degrees: 4 });
  expect(parts).toBe(4);
});

test("siblings made of siblings keep their own, and come of the same list as the same list", () => {
  const doubled = mapping(({ n }: { readonly n: number }) => ({ n: 2 * n }));
  const groups = [{ n: 1 }, { n: 2 }];
  const [one, other] = groups.map((own) => doubled({ groups, own }));
  expect(one?.own).toEqual({ n: 2 });
  expect(other?.own).toEqual({ n: 4 });
  expect(one?.groups).toBe(other?.groups);
  expect(one && othersOf(one)).toEqual([{ n: 4 }]);
});
