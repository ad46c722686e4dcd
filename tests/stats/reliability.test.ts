import { describe, expect, test } from "vitest";
import { reliability } from "../../src/stats/reliability.ts";

describe("Cronbach's α (M21)", () => {
  test("of eight respondents and three items is what numpy gives", () => {
    // numpy 2: cov of [[4,5,3],[2,3,2],[5,5,4],[3,4,4],[1,2,2],[4,3,5],[5,4,4],[2,2,1]], rows being respondents.
    const rows = [
      [4, 5, 3],
      [2, 3, 2],
      [5, 5, 4],
      [3, 4, 4],
      [1, 2, 2],
      [4, 3, 5],
      [5, 4, 4],
      [2, 2, 1],
    ];
    const means = [0, 1, 2].map((j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / 8);
    const found = reliability(
      [0, 1, 2].map((i) =>
        [0, 1, 2].map(
          (j) =>
            rows.reduce(
              (sum, row) => sum + ((row[i] ?? 0) - (means[i] ?? 0)) * ((row[j] ?? 0) - (means[j] ?? 0)),
              0,
            ) / 7,
        ),
      ),
    );
    expect(found?.alpha).toBeCloseTo(0.88021534320323, 12);
    expect(found?.standardised).toBeCloseTo(0.881365122584852, 12);
    const rest = [0.8799465585047963, 0.7388265436854142, 0.7127049616196692];
    const dropped = [0.7247386759581882, 0.8621553884711779, 0.8791208791208793];
    found?.items.forEach(({ restCorrelation, alphaIfDropped }, at) => {
      expect(restCorrelation).toBeCloseTo(rest[at] ?? 0, 12);
      expect(alphaIfDropped).toBeCloseTo(dropped[at] ?? 0, 12);
    });
  });

  test("of two items is twice their correlation over one more (Spearman and Brown), and has no α without one", () => {
    const found = reliability([
      [4, 1.2],
      [1.2, 4],
    ]);
    expect(found?.alpha).toBeCloseTo(0.6 / 1.3, 12);
    expect(found?.items).toEqual([
      { restCorrelation: expect.closeTo(0.3, 12) },
      { restCorrelation: expect.closeTo(0.3, 12) },
    ]);
  });

  test("is 0 for items that have nothing to do with each other, negative for items that contradict", () => {
    expect(
      reliability([
        [1, 0],
        [0, 1],
      ])?.alpha,
    ).toBe(0);
    expect(
      reliability([
        [1, -0.5],
        [-0.5, 1],
      ])?.alpha,
    ).toBe(-2);
  });

  test("is nothing for one item, an item all agree on, or items that cancel out", () => {
    expect(reliability([[1]])).toBeUndefined();
    expect(
      reliability([
        [1, 0],
        [0, 0],
      ]),
    ).toBeUndefined();
    expect(
      reliability([
        [1, -1],
        [-1, 1],
      ]),
    ).toBeUndefined();
  });
});
