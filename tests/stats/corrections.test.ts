import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg, holm, holmThreshold } from "../../src/stats/corrections.ts";

// The fifteen p-values of Benjamini & Hochberg (1995) and their adjustments: golden figures of M20 (goldens.json).
const P_VALUES = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];
const BY_HOLM = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1];
const BY_BENJAMINI_HOCHBERG = [
  0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486,
  0.5811818181818182, 0.714875, 0.7532307692307694, 0.8132142857142857, 1,
];

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toEqual(expected.map((value) => expect.closeTo(value, 13)));
}

/** The same list in another order, so that order in must be order out. */
function shuffled<T>(values: readonly T[]): T[] {
  return values.map((_, index) => values[(index * 7 + 3) % values.length] as T);
}

const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

describe.each([
  { name: "holm", adjust: holm, golden: BY_HOLM },
  { name: "benjaminiHochberg", adjust: benjaminiHochberg, golden: BY_BENJAMINI_HOCHBERG },
])("$name", ({ adjust, golden }) => {
  test("gives the golden figures, in whatever order the p-values come", () => {
    expectClose(adjust(P_VALUES), golden);
    expectClose(adjust(shuffled(P_VALUES)), shuffled(golden));
  });

  test("never lowers a p-value, never exceeds 1, and keeps their order", () => {
    fc.assert(
      fc.property(family, (pValues) => {
        const adjusted = adjust(pValues);
        const pairs = pValues.map((p, index) => [p, adjusted[index] as number] as const);
        for (const [p, q] of pairs) {
          // p·m/m can fall an ulp short of p.
          expect(q).toBeGreaterThanOrEqual(p * (1 - 1e-15));
          expect(q).toBeLessThanOrEqual(1);
        }
        const sorted = pairs.toSorted(([p], [other]) => p - other).map(([, q]) => q);
        expect(sorted).toEqual(sorted.toSorted((q, other) => q - other));
      }),
    );
  });

  test("leaves a family of one alone, takes an empty one, and does not touch its input", () => {
    expect(adjust([0.04])).toEqual([0.04]);
    expect(adjust([])).toEqual([]);
    const frozen = Object.freeze([0.9, 0.01]);
    expect(adjust(frozen)).toEqual([0.9, 0.02]);
  });

  test("gives equal p-values equal adjustments", () => {
    const [first, second, third] = adjust([0.02, 0.5, 0.02]);
    expect(first).toBe(third);
    expect(second).toBe(0.5);
  });

  test("refuses what is no probability", () => {
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => adjust([0.5, p])).toThrow(RangeError);
  });
});

test("the examples in the docstrings hold", () => {
  expectClose(holm([0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);
  expectClose(benjaminiHochberg([0.01, 0.04, 0.03]), [0.03, 0.04, 0.04]);
});

test("Holm is never the more lenient of the two", () => {
  fc.assert(
    fc.property(family, (pValues) => {
      const lenient = benjaminiHochberg(pValues);
      holm(pValues).forEach((q, index) => {
        expect(q).toBeGreaterThanOrEqual((lenient[index] as number) - 1e-15);
      });
    }),
  );
});

describe("holmThreshold", () => {
  test("of the golden p-values is the third at 5 %, and the first at 0.2 %", () => {
    const family = Float64Array.from(shuffled(P_VALUES));
    expect(holmThreshold(family, 0.05)).toBe(0.0019);
    expect(holmThreshold(family, 0.002)).toBe(0.0001);
    expect(holmThreshold(family, 0.001)).toBeUndefined();
    expect(holmThreshold(Float64Array.of(0.03, 0.01), 0.05)).toBe(0.03);
    expect(holmThreshold(new Float64Array(), 0.05)).toBeUndefined();
  });

  test("rejects what the adjusted p-values reject", () => {
    fc.assert(
      fc.property(family, fc.double({ min: 0.001, max: 0.6, noNaN: true }), (pValues, level) => {
        const threshold = holmThreshold(Float64Array.from(pValues), level) ?? -1;
        const adjusted = holm(pValues);
        expect(pValues.map((p) => p <= threshold)).toEqual(adjusted.map((p) => p <= level));
      }),
    );
  });

  test("needs no p-value above the level: those that are left out count for the size of the family", () => {
    fc.assert(
      fc.property(family, fc.double({ min: 0.001, max: 0.6, noNaN: true }), (pValues, level) => {
        const small = pValues.filter((p) => p <= level);
        expect(holmThreshold(Float64Array.from(small), level, pValues.length)).toBe(
          holmThreshold(Float64Array.from(pValues), level),
        );
      }),
    );
  });
});
