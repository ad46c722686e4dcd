import { describe, expect, test } from "vitest";
import type { Counts } from "../../src/counts/request.ts";
import { mean } from "../../src/measures/mean.ts";
import { indexFigure } from "../../src/models/moves/index-figure.ts";
import { questionFigure } from "../../src/models/moves/question-figure.ts";
import { walk } from "../../src/models/moves/walk.ts";
import { moves, type SplitMoves } from "../../src/models/moves.ts";
import { seededRandom } from "../../src/stats/random.ts";
import type { Row } from "../counts/ask-rows.ts";
import { tallyOfTable } from "../counts/count-answers.ts";
import { items } from "../measures/index/index-survey.ts";
import { pairsBy, placedDefinition, placedSurvey } from "./placed-rows.ts";

const options = { from: "w1", to: "w2", minimum: 5 };

/** City → how many gave 2 and 4 in each wave; its region is its first letter. */
function splitOf(cities: Readonly<Record<string, readonly (readonly [number, number])[]>>): SplitMoves {
  const groups = Object.entries(cities).flatMap(([city, waves]) =>
    waves.map(([low, high], at) => ({
      wave: `w${at + 1}`,
      key: [city[0] ?? "", city],
      tallies: new Map([["grade", tallyOfTable({ 2: low, 4: high })]]),
    })),
  );
  const request = { questions: ["grade"], waves: ["w1", "w2"], by: ["region", "city"], slice: {} };
  const counts: Counts = { request, groups };
  const found = moves(
    questionFigure(counts, { survey: placedSurvey, question: "grade", measure: mean }),
    options,
  );
  if (found.status !== "split") throw new Error(found.reason);
  return found;
}
const pathsOf = (found: SplitMoves, rest: object = {}) =>
  walk(found, rest).paths.map((path) => path.map(({ id }) => id));
const same = [
  [50, 50],
  [50, 50],
] as const;
const fell = [
  [50, 50],
  [80, 20],
] as const;
const rose = [
  [50, 50],
  [25, 75],
] as const;

describe("a walk down the hierarchy", () => {
  test("leads from the region that fell to the city that did it", () => {
    expect(pathsOf(splitOf({ n1: same, n2: fell, s1: same, s2: same }))).toEqual([["n", "n2"]]);
  });

  test("leads nowhere where nothing moved", () => {
    expect(pathsOf(splitOf({ n1: same, n2: same, s1: same, s2: same }))).toEqual([]);
  });

  test("tells of parts that moved against each other, the larger first, and of no more than are asked for", () => {
    const found = splitOf({ n1: same, n2: rose, s1: same, s2: fell });
    expect(pathsOf(found)).toEqual([
      ["s", "s2"],
      ["n", "n2"],
    ]);
    expect(pathsOf(found, { most: 1 })).toEqual([["s", "s2"]]);
  });

  const little = [
    [50, 50],
    [58, 42],
  ] as const;
  const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, at) => [`n${at}`, little]));

  test("ends where no city stands out though the region does", () => {
    expect(pathsOf(splitOf({ ...many(12), s1: same }))).toEqual([["n"]]);
  });

  test("does not go on with a city that moved the other way than its region", () => {
    const found = splitOf({ ...many(24), n99: rose, s1: same, s2: same });
    expect(pathsOf(found)).toEqual([["n"]]);
    const north = found.level.lines.find(({ id }) => id === "n");
    const risen = north?.level?.lines.find(({ id }) => id === "n99")?.effects.total;
    expect(north?.effects.total.value).toBeLessThan(0);
    expect(risen?.value).toBeGreaterThan(0);
    expect(risen?.test.status === "tested" && risen.test.p).toBeLessThan(0.1 / 25);
  });
});

describe("cells of branch and factor", () => {
  const random = seededRandom(12);
  /** Factor f (a, b) falls by three in the south's second city. */
  const rows = ["w1", "w2"].flatMap((wave) =>
    ["n1", "n2", "s1", "s2"].flatMap((city) =>
      Array.from({ length: 60 }, (): Row => {
        const off = wave === "w2" && city === "s2" ? 3 : 0;
        const answers = items.map((id) => [
          id,
          5 + Math.floor(random() * 4) - (["a", "b"].includes(id) ? off : 0),
        ]);
        return {
          wave,
          places: { region: city[0] === "n" ? "north" : "south", city },
          answers: Object.fromEntries(answers),
        };
      }),
    ),
  );
  const figure = indexFigure(pairsBy(rows, ["region", "city"]), {
    definitionOf: () => placedDefinition,
    base: placedSurvey.base,
  });
  const found = moves(figure, options);
  if (found.status !== "split") throw new Error(found.reason);
  const { cells, paths } = walk(found);

  test("stand by level, the one that fell first, with its part of what the factor did", () => {
    expect(cells.map((level) => level.length)).toEqual([4, 8]);
    const firsts = cells.map(([first]) => first);
    expect(firsts.map((cell) => [cell?.path, cell?.member, cell?.standsOut])).toEqual([
      [["south"], "f", true],
      [["south", "s2"], "f", true],
    ]);
    // Half of the south's customers, by three points of ten of ¾ of the index: 0.25·0.75·300 points.
    expect(firsts[1]?.effect.value).toBeLessThan(-45);
    expect(firsts[1]?.effect.value).toBeGreaterThan(-67);
    expect(firsts[1]?.ofFactor).toBeGreaterThan(0.8);
    expect(paths.map((path) => path.map(({ id }) => id))).toEqual([["south", "s2"]]);
  });

  test("their p-values are Benjamini and Hochberg's of the whole level", () => {
    for (const level of cells) {
      const raw = level.map(({ effect: { test: tested } }) => (tested.status === "tested" ? tested.p : 1));
      const ascending = raw.toSorted((a, b) => a - b);
      for (const [at, cell] of level.entries()) {
        const larger = ascending.map((p, rank) => ({ p, by: (p * level.length) / (rank + 1) }));
        const own = larger.filter(({ p }) => p >= (raw[at] ?? 0)).map(({ by }) => by);
        expect(cell.adjusted).toBeCloseTo(Math.min(1, ...own), 12);
        expect(cell.standsOut).toBe((cell.adjusted ?? 1) <= 0.1);
      }
    }
  });
});
