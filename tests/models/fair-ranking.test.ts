import { describe, expect, test } from "vitest";
import { isShown, type Shown } from "../../src/measures/estimate.ts";
import { mean } from "../../src/measures/mean.ts";
import { fairRanking, type Sibling } from "../../src/models/fair-ranking.ts";
import { funnelLimits } from "../../src/models/funnel.ts";
import { errorVariances, pooledWithin } from "../../src/models/pooled-within.ts";
import { normal, seededNormals, seededRandom } from "../../src/stats/random.ts";
import { countCodes, tallyOfTable } from "../counts/count-answers.ts";
import { rating, unweighted } from "../measures/questions.ts";

const normals = (count: number) => seededNormals(1, count);

const figure = (value: number, deviation: number, n: number): Shown => ({
  status: "ok",
  kind: "mean",
  value,
  low: value,
  high: value,
  standardError: deviation / Math.sqrt(n),
  deviation,
  n,
  effective: n,
});
const ranked = (siblings: readonly Sibling[], parent: number, better: "higher" | "lower" = "higher") => {
  const found = fairRanking(siblings, { parent, normals, better });
  if (found.status !== "ranked") throw new Error(`there is no ranking: ${found.reason}`);
  return found;
};

describe("fair ranking (M31)", () => {
  test("a tiny branch at the top of the raw order does not stay there", () => {
    const siblings = [
      { id: "large", estimate: figure(8.2, 1.5, 900) },
      { id: "tiny", estimate: figure(8.6, 1.5, 6) },
      { id: "middle", estimate: figure(8.0, 1.5, 400) },
      { id: "poor", estimate: figure(7.4, 1.5, 700) },
    ];
    const found = ranked(siblings, 7.9);
    const [first, second] = found.siblings;
    expect([first?.id, second?.id]).toEqual(["large", "tiny"]);
    expect(second).toMatchObject({ rank: 1, ranks: { best: 1, worst: 3 } });
    expect(second?.shrunken).toBeLessThan(8.2);
    expect(found.siblings.find(({ id }) => id === "poor")?.ranks.worst).toBe(4);
  });

  test("groups: a new one starts at the first that is clearly below the first of the last", () => {
    const siblings = [9, 8.95, 8, 7.98, 6].map((value, at) => ({
      id: `b${at}`,
      estimate: figure(value, 1, 400),
    }));
    expect(ranked(siblings, 8).siblings.map(({ id, group }) => [id, group])).toEqual([
      ["b0", 0],
      ["b1", 0],
      ["b2", 1],
      ["b3", 1],
      ["b4", 2],
    ]);
  });

  test("where less is better, the order is turned round and figures keep their sign", () => {
    const siblings = [30, 20, 10].map((value) => ({ id: `${value}`, estimate: figure(value, 4, 300) }));
    const found = ranked(siblings, 20, "lower").siblings;
    expect(found.map(({ id, rank }) => [id, rank])).toEqual([
      ["10", 1],
      ["20", 2],
      ["30", 3],
    ]);
    expect(found[0]?.shrunken).toBeCloseTo(10, 1);
  });

  test("ties share a rank; the order does not hang on the order handed in", () => {
    const siblings = ["b", "a", "c", "d"].map((id) => ({ id, estimate: figure(id === "d" ? 5 : 7, 1, 100) }));
    const [one, other] = [siblings, siblings.toReversed()].map((list) => ranked(list, 6.5));
    expect(one).toEqual(other);
    expect(one?.siblings.map(({ id, rank }) => [id, rank])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 1],
      ["d", 4],
    ]);
  });

  test("where nothing is between the branches, they stand by how much speaks for each", () => {
    const all = [figure(7.1, 1, 30), figure(7.08, 1, 60), figure(7, 1, 60), figure(10, 0, 5)];
    const siblings = all.map((estimate, at) => ({ id: `b${at}`, estimate }));
    const found = fairRanking(siblings, { parent: 7, normals, ends: { min: 1, max: 10 } });
    if (found.status !== "ranked") throw new Error(found.reason);
    expect(found.between).toBe(0);
    // Distances over squared errors: 0.1 · 30, 0.08 · 60, 0, and of the five, whose error is ((1 − 0.025^(1/5)) · 9/1.96)²,
    // 3/5.7.
    expect(found.siblings.map(({ id }) => id)).toEqual(["b1", "b0", "b3", "b2"]);
  });

  test("figures that differ by rounding alone share a rank", () => {
    const values = [0.1 + 0.2, 0.3, 0.25];
    const siblings = values.map((value, at) => ({ id: `b${at}`, estimate: figure(value, 1, 100) }));
    expect(values[0]).not.toBe(values[1]);
    expect(ranked(siblings, 0.3).siblings.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  test("a branch in which everybody gave 10 never crowns a ranking by that alone", () => {
    const random = seededRandom(3);
    let crowned = 0;
    for (let round = 0; round < 300; round++) {
      // Nine branches of which none is better, and one of five who by luck all gave 10.
      const tallies = Array.from({ length: 9 }, (_, at) =>
        countCodes(
          Array.from({ length: 40 + 10 * at }, () => ({
            value: Math.min(10, Math.max(1, Math.round(8 + 1.5 * normal(random)))),
          })),
        ),
      );
      const all = [tallyOfTable({ 10: 5 }), ...tallies];
      const siblings = all.flatMap((tally, at) => {
        const options = { ...unweighted, siblings: all.filter((other) => other !== tally) };
        const estimate = mean.estimate(tally, rating(1, 10), options);
        return isShown(estimate) ? [{ id: at === 0 ? "lucky" : `b${at}`, estimate }] : [];
      });
      const [first, second] = ranked(siblings, 8).siblings;
      if (first?.id === "lucky" && (first.ranks.worst === 1 || second?.group === 1)) crowned++;
    }
    expect(crowned).toBe(0);
  });

  test("its error is what unseen answers could hide: 1 − 0.025^(1/5) of the way from 10 to 1", () => {
    const lucky = figure(10, 0, 5);
    const [own, other] = errorVariances([lucky, figure(8, 1.5, 5)], {
      within: 2.25,
      ends: { min: 1, max: 10 },
    });
    expect(own).toBeCloseTo((((1 - 0.025 ** 0.2) * 9) / 1.959964) ** 2, 5);
    expect(other).toBeCloseTo(0.45, 12);
    // Of 5,000 who all agree hardly any can differ: the pooled error is the larger.
    expect(errorVariances([figure(10, 0, 5000)], { within: 2.25 })[0]).toBeCloseTo(2.25 / 5000, 12);
  });

  test("ranks without any true difference reach far, and no group is told apart, 95 times in 100", () => {
    const random = seededRandom(8);
    let apart = 0;
    const rounds = 300;
    for (let round = 0; round < rounds; round++) {
      const siblings = Array.from({ length: 8 }, (_, at) => {
        const n = 30 + 60 * at;
        return { id: `b${at}`, estimate: figure(7 + (1.4 / Math.sqrt(n)) * normal(random), 1.4, n) };
      });
      if (ranked(siblings, 7).siblings.some(({ group }) => group > 0)) apart++;
    }
    expect(apart / rounds).toBeLessThan(0.06);
  });

  test("those on small bases have fair scores and no ranks, and nobody's rank counts them", () => {
    const siblings = [
      { id: "a", estimate: figure(9, 1, 400) },
      { id: "b", estimate: figure(8, 1, 400) },
      { id: "c", estimate: figure(6, 1, 400) },
      { id: "tiny", estimate: figure(9.5, 1, 9) },
      { id: "low", estimate: figure(2, 1, 9) },
    ];
    const options = { parent: 7.5, isSmall: ({ estimate }: Sibling) => estimate.n < 30 };
    const found = fairRanking(siblings, { ...options, normals });
    if (found.status !== "ranked") throw new Error(found.reason);
    expect(found.siblings.map(({ id, rank, ranks }) => [id, rank, ranks.worst])).toEqual([
      ["a", 1, 1],
      ["b", 2, 2],
      ["c", 3, 3],
    ]);
    expect(found.apart.map(({ id }) => id)).toEqual(["tiny", "low"]);
    // They count in what is between branches, so that everybody's fair score is the one that all ranked together have.
    const all = ranked(siblings, 7.5);
    expect(found.between).toBe(all.between);
    expect(
      Object.fromEntries([...found.siblings, ...found.apart].map(({ id, shrunken }) => [id, shrunken])),
    ).toEqual(Object.fromEntries(all.siblings.map(({ id, shrunken }) => [id, shrunken])));
    const two = fairRanking(siblings.slice(1), { ...options, normals });
    expect(two).toEqual({ status: "none", reason: "siblings" });
  });

  test("there is none of two branches, nor where nobody differs", () => {
    const [a, b, c] = ["a", "b", "c"].map((id) => ({ id, estimate: figure(10, 0, 5) }));
    if (!a || !b || !c) return;
    const options = { parent: 10, normals };
    expect(fairRanking([a, b], options)).toEqual({ status: "none", reason: "siblings" });
    expect(fairRanking([a, b, c], options)).toEqual({ status: "none", reason: "spread" });
  });
});

describe("pooled variance and funnel", () => {
  test("the pool weighs variances by n − 1: (4·1 + 9·4)/13", () => {
    expect(pooledWithin([figure(8, 1, 5), figure(7, 2, 10)])).toBeCloseTo(40 / 13, 12);
    const { deviation: _, ...index } = figure(8, 2, 10);
    expect(pooledWithin([{ ...index, kind: "index" }])).toBeCloseTo(4, 12);
    expect(pooledWithin([figure(8, 0, 1)])).toBe(0);
  });

  test("limits are 1.96 and 3.09 standard errors wide and stay on the scale", () => {
    const [inner, outer] = funnelLimits([4, 100], { parent: 8, within: 4, max: 10 });
    expect(inner?.points[1]).toEqual({
      effective: 100,
      low: expect.closeTo(8 - 0.2 * 1.959964, 6),
      high: expect.closeTo(8 + 0.2 * 1.959964, 6),
    });
    expect(outer?.points[1]?.low).toBeCloseTo(8 - 0.2 * 3.090232, 6);
    expect(outer?.points[0]?.high).toBe(10);
    expect(() => funnelLimits([0], { parent: 8, within: 4 })).toThrow(RangeError);
  });
});
