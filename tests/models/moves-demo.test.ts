/**
 * The planted stories of the demo (src/cli/demo/dealer-service/stories.md), from its rows. Golden numbers were worked out
 * from the same CSV files with numpy, item by item and without this code; errors are held against its bootstrap of
 * 6,000 resamples of both waves.
 */
import { describe, expect, test } from "vitest";
import { isShown } from "../../src/measures/estimate.ts";
import { answersFromPairs } from "../../src/measures/index/answers.ts";
import { estimateIndex } from "../../src/measures/index/estimate.ts";
import { movesByFactor } from "../../src/models/moves/by-factor.ts";
import { indexFigure } from "../../src/models/moves/index-figure.ts";
import { walk } from "../../src/models/moves/walk.ts";
import { moves, type SplitMoves } from "../../src/models/moves.ts";
import { demoDefinition, demoPairs } from "./demo-rows.ts";

const base = { minimum: 5, caution: 30 };

function movesBetween(from: string, to: string, by: readonly string[]): SplitMoves {
  const figure = indexFigure(demoPairs([from, to], by), { definitionOf: () => demoDefinition, base });
  const found = moves(figure, { from, to, minimum: base.minimum });
  if (found.status !== "split") throw new Error(found.reason);
  return found;
}

describe("2024-Q4: brand classes change places", () => {
  const found = movesBetween("2024-Q3", "2024-Q4", ["brand_class"]);
  const { sums, lines } = found.level;

  test("the mix is clear and the scores are not: −9.9 and −0.7 of −10.6 points", () => {
    expect(found.value).toBeCloseTo(-10.612925933896712, 9);
    expect(sums.shared.value).toBeCloseTo(-9.932156319231558, 9);
    expect(sums.scored.value).toBeCloseTo(-0.680769614665154, 9);
    expect(sums.shared.test).toMatchObject({ status: "tested", p: expect.closeTo(0, 12) });
    expect(sums.scored.test.status === "tested" && sums.scored.test.p).toBeGreaterThan(0.5);
  });

  test("errors are those of the bootstrap", () => {
    expect((sums.scored.standardError ?? 0) / 1.937).toBeCloseTo(1, 1.2);
    expect((sums.shared.standardError ?? 0) / 0.787).toBeCloseTo(1, 1.2);
  });

  test("domestic customers came and premium ones left, and no class scored differently", () => {
    const shares = Object.fromEntries(
      lines.map(({ id, earlier, later }) => [id, [earlier?.share.toFixed(2), later?.share.toFixed(2)]]),
    );
    expect(shares).toEqual({
      domestic: ["0.32", "0.44"],
      "joint-venture": ["0.38", "0.38"],
      premium: ["0.30", "0.18"],
    });
    const scored = Object.fromEntries(lines.map(({ id, effects }) => [id, effects.scored]));
    expect(scored["domestic"]?.value).toBeCloseTo(-0.10887508214753355, 9);
    expect(scored["joint-venture"]?.value).toBeCloseTo(-1.42436619963943, 9);
    expect(scored["premium"]?.value).toBeCloseTo(0.8524716671218094, 9);
    for (const { test: tested } of Object.values(scored))
      expect(tested.status === "tested" && tested.p).toBeGreaterThan(0.1);
  });

  test("no factor of a class stands out", () => {
    const [cells = []] = walk(found).cells;
    expect(cells).toHaveLength(15);
    expect(cells.filter(({ standsOut }) => standsOut)).toEqual([]);
  });
});

describe("2024-Q3: pick-up falls in the south-west", () => {
  const found = movesBetween("2024-Q2", "2024-Q3", ["region", "province", "city", "dealer"]);
  const { paths, cells } = walk(found);

  test("the total is not clear", () => {
    expect(found.value).toBeCloseTo(-2.139841863104784, 9);
    expect(found.change.status === "tested" && found.change.p).toBeGreaterThan(0.2);
  });

  test("the cell Southwest × pick-up is found first, and alone among the regions", () => {
    const [regions = []] = cells;
    expect(regions).toHaveLength(35);
    expect(regions.filter(({ standsOut }) => standsOut).map(({ path, member }) => [path, member])).toEqual([
      [["southwest"], "pick_up"],
    ]);
    const [first] = regions;
    expect(first?.effect.value).toBeCloseTo(-1.5584333424793795, 9);
    // Bootstrap of 400 resamples.
    expect((first?.effect.standardError ?? 0) / 0.1745).toBeCloseTo(1, 0.9);
    expect(first?.change.status === "tested" && first.change.value).toBeCloseTo(-62, 0);
    expect(first?.ofFactor).toBeGreaterThan(0.7);
  });

  test("below it only provinces and cities of the south-west stand out, all of them by pick-up", () => {
    for (const level of cells.slice(1, 3)) {
      const hits = level.filter(({ standsOut }) => standsOut);
      expect(hits.length).toBeGreaterThan(2);
      for (const { path, member } of hits) expect([path[0], member]).toEqual(["southwest", "pick_up"]);
    }
  });

  test("the path leads from the region to a province of it", () => {
    const [path = []] = paths;
    expect(paths).toHaveLength(1);
    expect(path[0]?.id).toBe("southwest");
    expect(path.length).toBeGreaterThan(1);
    for (const { under } of path.slice(1)) expect(under[0]).toBe("southwest");
  });

  test("four levels down, dealers have lines on five answers and more", () => {
    const dealers = found.level.lines
      .flatMap(({ level }) => level?.lines ?? [])
      .flatMap(({ level }) => level?.lines ?? [])
      .flatMap(({ level }) => level?.lines ?? []);
    expect(dealers.length).toBeGreaterThan(200);
    for (const place of dealers.flatMap(({ earlier, later }) => [earlier, later]))
      if (place) expect(isShown(place.estimate) && place.estimate.n).toBeGreaterThanOrEqual(base.minimum);
  });

  test("by factor: pick-up fell, and facilities, service quality, advisor and initiation are not clear", () => {
    const whole = demoPairs(["2024-Q2", "2024-Q3"], []);
    const [earlier, later] = whole.groups.map((group) =>
      estimateIndex(demoDefinition, answersFromPairs(group, "weighted"), { base }),
    );
    if (!earlier || !later) throw new Error("there is no index");
    const lines = movesByFactor(earlier, later, { claim: "asi 2024-Q2 2024-Q3", of: "asi" }) ?? [];
    expect(lines.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(found.value, 9);
    const clear = lines.filter(
      ({ scored }) => scored.test.status === "tested" && scored.test.p < 0.05 / lines.length,
    );
    expect(clear.map(({ id }) => id)).toEqual(["pick_up"]);
    expect(clear[0]?.of.map(({ id }) => id)).toEqual(["pu1", "pu2", "pu3", "pu4"]);
  });
});
