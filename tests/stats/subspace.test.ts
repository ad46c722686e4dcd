import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intersectionOf, isWithin, orthogonalTo, spanOf } from "../../src/stats/subspace.ts";

describe("a subspace", () => {
  test("holds sums of multiples of what spans it, and nothing else", () => {
    const plane = spanOf([
      [1, 1, 0],
      [0, 1, 1],
      [1, 2, 1],
    ]);
    expect(plane).toHaveLength(2);
    expect(isWithin([3, 1, -2], plane)).toBe(true);
    expect(isWithin([1, 0, 0], plane)).toBe(false);
    expect(isWithin([0, 0, 0], spanOf([]))).toBe(true);
  });

  test("meets another in a line, worked out by hand", () => {
    // x = y and y = z: the line through (1, 1, 1).
    const line = intersectionOf(
      [
        spanOf([
          [1, 1, 0],
          [0, 0, 1],
        ]),
        spanOf([
          [0, 1, 1],
          [1, 0, 0],
        ]),
      ],
      3,
    );
    expect(line).toEqual([[1, 1, 1]]);
    expect(intersectionOf([], 2)).toHaveLength(2);
  });

  test("stands at right angles to its complement, and both together fill the space", () => {
    const vectors = fc.array(fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 6, maxLength: 6 }), {
      maxLength: 7,
    });
    fc.assert(
      fc.property(vectors, (given) => {
        const [own, other] = [spanOf(given), orthogonalTo(spanOf(given), 6)];
        expect(own.length + other.length).toBe(6);
        for (const a of given)
          for (const b of other)
            expect(a.reduce((sum, entry, at) => sum + entry * (b[at] ?? 0), 0)).toBeCloseTo(0, 9);
        for (const vector of given) expect(isWithin(vector, own)).toBe(true);
        expect(spanOf([...own, ...other])).toHaveLength(6);
      }),
      { seed: 5 },
    );
  });
});
