import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isShown } from "../../src/measures/estimate.ts";
import { answersFromPairs } from "../../src/measures/index/answers.ts";
import { indexSets } from "../../src/measures/index/definition.ts";
import { estimateIndex, type IndexPart } from "../../src/measures/index/estimate.ts";
import { type FactorLine, movesByFactor } from "../../src/models/moves/by-factor.ts";
import { type JointRow, pairsOfRows } from "../counts/joint-rows.ts";
import { items } from "../measures/index/index-survey.ts";
import { placedDefinition } from "./placed-rows.ts";

const sets = indexSets(placedDefinition);

function indexOf(rows: readonly JointRow[], minimum = 1): IndexPart {
  const answers = answersFromPairs(pairsOfRows(rows, items, sets), "weighted");
  const part = estimateIndex(placedDefinition, answers, { base: { minimum, caution: 1 } });
  if (!part) throw new Error("nobody answered");
  return part;
}
const scoreOf = ({ estimate }: IndexPart) => (isShown(estimate) ? estimate.value : Number.NaN);
const linesOf = (earlier: IndexPart, later: IndexPart): readonly FactorLine[] => {
  const found = movesByFactor(earlier, later, { claim: "index", of: "index" });
  if (!found) throw new Error("there is no figure");
  return found;
};
const find = (lines: readonly FactorLine[], id: string): FactorLine | undefined =>
  lines.find((line) => line.id === id) ??
  lines.map(({ of }) => find(of, id)).find((found) => found !== undefined);
const sumOf = (lines: readonly FactorLine[]) => lines.reduce((sum, { total }) => sum + total, 0);

/** Two of everything, one point apart, so that every item has an error. */
const around = (answers: Readonly<Record<string, number>>): readonly JointRow[] =>
  [-1, 1].map((off) => ({
    answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, value + off])),
  }));

describe("what each factor and item did to the change of an index (M32)", () => {
  // ¾ on f (a, b), ¼ on g: of it ⅓ on g1 (c, d) and ⅔ on g2 (e). A point of ten is 100 of 1000.
  const [before, after] = [
    { a: 6, b: 6, c: 5, d: 5, e: 8 },
    { a: 7, b: 6, c: 5, d: 8, e: 6 },
  ].map((answers) => indexOf(around(answers)));
  if (!before || !after) throw new Error("there is no index");
  const lines = linesOf(before, after);

  test("is its weight times the change of its score", () => {
    expect(find(lines, "f")?.total).toBeCloseTo(0.75 * 50, 9);
    expect(find(lines, "g")?.total).toBeCloseTo(0.25 * (150 / 3 - (2 / 3) * 200), 9);
    expect(find(lines, "a")?.scored.value).toBeCloseTo(0.375 * 100, 9);
    expect(find(lines, "e")?.scored.value).toBeCloseTo((1 / 6) * -200, 9);
    expect(find(lines, "d")?.total).toBeCloseTo((1 / 24) * 300, 9);
    expect(find(lines, "g1")?.of.map(({ id }) => id)).toEqual(["c", "d"]);
    expect(find(lines, "g")?.earlier?.weight).toBeCloseTo(0.25, 12);
  });

  test("has the error of its own scores, and a change of its own", () => {
    // A variance of 2 of two answers, 1 of the mean, 100 points; both waves alike.
    const { scored, change } = find(lines, "a") ?? {};
    expect(scored?.standardError).toBeCloseTo(0.375 * 100 * Math.SQRT2, 6);
    expect(scored?.test).toMatchObject({ status: "tested", claim: "index f a scored" });
    expect(change).toMatchObject({
      status: "tested",
      value: expect.closeTo(100, 9),
      claim: "index f a change",
    });
  });

  test("adds up to the change of the index, and under each factor to what it scored differently", () => {
    const answer = fc.option(fc.integer({ min: 1, max: 10 }), { freq: 3 });
    const row = fc.record({
      answers: fc.record({ a: answer, b: answer, c: answer, d: answer, e: answer }),
      weight: fc.double({ min: 0.1, max: 5, noNaN: true }),
    });
    // Few rows, so that whole items and factors are missing in a wave.
    const rows = fc
      .array(row, { minLength: 1, maxLength: 12 })
      .filter((of) => of.some(({ answers }) => Object.values(answers).some((value) => value !== null)));
    fc.assert(
      fc.property(rows, rows, fc.constantFrom(1, 4), (one, other, minimum) => {
        const [earlier, later] = [indexOf(one, minimum), indexOf(other, minimum)];
        fc.pre(isShown(earlier.estimate) && isShown(later.estimate));
        const found = linesOf(earlier, later);
        expect(Math.abs(sumOf(found) - (scoreOf(later) - scoreOf(earlier)))).toBeLessThan(1e-9);
        const check = ({ of, scored, id }: FactorLine): void => {
          if (of.length > 0) expect(Math.abs(sumOf(of) - scored.value), id).toBeLessThan(1e-9);
          of.forEach(check);
        };
        found.forEach(check);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a factor that one wave did not ask", () => {
  const found = linesOf(indexOf(around({ a: 6, b: 6 })), indexOf(around({ a: 6, b: 6, c: 8, d: 8, e: 8 })));

  test("arrived: a quarter of what it lies above the middle of both waves", () => {
    // From 600 to 650; g scores 800.
    expect(find(found, "g")).toMatchObject({ arrived: expect.closeTo(0.25 * (800 - 625), 9), of: [] });
    expect(find(found, "g")?.scored.value).toBe(0);
    expect(find(found, "g")?.earlier).toBeUndefined();
    expect(sumOf(found)).toBeCloseTo(50, 9);
  });
});

describe("factors that too few answered", () => {
  const all = { a: 6, b: 6, c: 5, d: 5, e: 8 };
  const many = (rows: readonly JointRow[]) => [...rows, ...rows, ...rows];

  test("leave the later index, with an effect and without a test", () => {
    const few = [...many(around({ a: 6, b: 6, c: 5, d: 5 })), ...around({ e: 8 })];
    const [earlier, later] = [indexOf(many(around(all)), 5), indexOf(few, 5)];
    const g = find(linesOf(earlier, later), "g");
    // Two answered e, the only item of g2: the later index is worked out without it.
    const [g1, g2] = g?.of ?? [];
    expect([g1?.id, g1?.later?.estimate.status]).toEqual(["g1", "ok"]);
    expect([g2?.id, g2?.later, g2?.scored.value]).toEqual(["g2", undefined, 0]);
    expect(g2?.scored.test).toEqual({ status: "untested", reason: "base", value: 0 });
    expect(Math.abs(g2?.left ?? 0)).toBeGreaterThan(0);
    expect((g1?.total ?? 0) + (g2?.total ?? 0)).toBeCloseTo(g?.scored.value ?? Number.NaN, 9);
  });

  test("and there is nothing to split where the index itself is withheld", () => {
    const [earlier, later] = [indexOf(many(around(all)), 5), indexOf(around(all), 5)];
    expect(movesByFactor(earlier, later, { claim: "index", of: "index" })).toBeUndefined();
  });
});
