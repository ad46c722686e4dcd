import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeSplit, type PartChange, totalOf } from "../../src/stats/change-split.ts";

describe("the change of a weighted mean (M32)", () => {
  test("by hand: from ½·8 + ½·6 to ¼·8 + ¾·7, up by ¼", () => {
    const [one, other] = changeSplit([
      { earlier: { share: 0.5, score: 8 }, later: { share: 0.25, score: 8 } },
      { earlier: { share: 0.5, score: 6 }, later: { share: 0.75, score: 7 } },
    ]);
    // S̄ = 7.125. First: nothing scored, (8 − 7.125)·(−¼); second: 0.625·1 scored, (6.5 − 7.125)·¼.
    expect(one).toEqual({ scored: 0, shared: -0.21875, arrived: 0, left: 0 });
    expect(other).toEqual({ scored: 0.625, shared: -0.15625, arrived: 0, left: 0 });
  });

  test("new and closed parts have lines of their own", () => {
    const lines = changeSplit([
      { earlier: { share: 0.5, score: 6 } },
      { earlier: { share: 0.5, score: 8 }, later: { share: 0.5, score: 8 } },
      { later: { share: 0.5, score: 10 } },
    ]);
    // From 7 to 9, S̄ = 8.
    expect(lines.map(({ left, arrived }) => [left, arrived])).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
    expect(lines.map(totalOf).reduce((sum, line) => sum + line, 0)).toBe(2);
  });

  test("a pure change of mix scores nothing differently", () => {
    const lines = changeSplit(
      [9, 5].map((score, at) => ({
        earlier: { share: at ? 0.2 : 0.8, score },
        later: { share: at ? 0.5 : 0.5, score },
      })),
    );
    expect(lines.every(({ scored }) => scored === 0)).toBe(true);
    expect(lines.map(totalOf).reduce((sum, line) => sum + line, 0)).toBeCloseTo(-1.2, 12);
  });

  test("always adds up, to 1e-9", () => {
    const then = fc.option(
      fc.record({
        share: fc.integer({ min: 1, max: 99 }),
        score: fc.double({ min: -100, max: 1000, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(then, then), { minLength: 1, maxLength: 12 }), (drawn) => {
        const [before, after] = [0, 1].map((at) =>
          drawn.reduce((sum, pair) => sum + (pair[at]?.share ?? 0), 0),
        );
        fc.pre((before ?? 0) > 0 && (after ?? 0) > 0);
        const parts = drawn.map(
          ([earlier, later]): PartChange => ({
            ...(earlier ? { earlier: { ...earlier, share: earlier.share / (before ?? 1) } } : {}),
            ...(later ? { later: { ...later, share: later.share / (after ?? 1) } } : {}),
          }),
        );
        const whole = (side: "earlier" | "later") =>
          parts.reduce((sum, part) => sum + (part[side]?.share ?? 0) * (part[side]?.score ?? 0), 0);
        const total = changeSplit(parts)
          .map(totalOf)
          .reduce((sum, line) => sum + line, 0);
        expect(Math.abs(total - (whole("later") - whole("earlier")))).toBeLessThan(1e-9);
      }),
    );
  });

  test("shares that do not make a whole are refused", () => {
    expect(() => changeSplit([{ earlier: { share: 0.9, score: 1 }, later: { share: 1, score: 1 } }])).toThrow(
      /0.9/,
    );
  });
});
