import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Counts } from "../../src/counts/request.ts";
import { type Estimate, isShown } from "../../src/measures/estimate.ts";
import { mean } from "../../src/measures/mean.ts";
import { measures } from "../../src/measures/registry.ts";
import { optionShare } from "../../src/measures/share.ts";
import type { Weighting } from "../../src/measures/weighting.ts";
import type { MovingFigure } from "../../src/models/moves/figure.ts";
import { factorDefinition, indexFigure } from "../../src/models/moves/index-figure.ts";
import { indexFromTallies } from "../../src/models/moves/index-from-tallies.ts";
import type { MoveLevel, MoveLine } from "../../src/models/moves/level.ts";
import { questionFigure } from "../../src/models/moves/question-figure.ts";
import { type Moves, moves, type SplitMoves } from "../../src/models/moves.ts";

import { questionOf } from "../../src/survey/survey.ts";
import { askRows, type Row } from "../counts/ask-rows.ts";
import { tallyOfTable } from "../counts/count-answers.ts";
import { items } from "../measures/index/index-survey.ts";
import { pairsBy, placedDefinition, placedSurvey, twoWaves } from "./placed-rows.ts";

const waves = { from: "w1", to: "w2" };
const base = placedSurvey.base;
const minimum = base.minimum;

function split(found: Moves): SplitMoves {
  if (found.status !== "split") throw new Error(`there is no split: ${found.reason}`);
  return found;
}

/** Counts of one question by one dimension: group → code → how many. */
function countsOf(
  question: string,
  byWave: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>,
): Counts {
  const groups = Object.entries(byWave).flatMap(([wave, parts]) =>
    Object.entries(parts).map(([key, table]) => ({
      wave,
      key: [key === "?" ? null : key],
      tallies: new Map([[question, tallyOfTable(table)]]),
    })),
  );
  return { request: { questions: [question], waves: ["w1", "w2"], by: ["region"], slice: {} }, groups };
}

const gradeOptions = { survey: placedSurvey, question: "grade", measure: mean };
const lineOf = ({ lines }: MoveLevel, id: string): MoveLine => {
  const found = lines.find((line) => line.id === id);
  if (!found) throw new Error(`there is no line "${id}" among ${lines.map((line) => line.id).join(", ")}`);
  return found;
};

describe("what moved a question's mean, by hand", () => {
  // North: 20 of mean 4 → 10 of mean 4; south: 20 of mean 3 → 30 of mean 3.5. From 3.5 to 3.625.
  const counts = countsOf("grade", {
    w1: { north: { 3: 10, 5: 10 }, south: { 2: 10, 4: 10 } },
    w2: { north: { 3: 5, 5: 5 }, south: { 3: 15, 4: 15 } },
  });
  const found = split(moves(questionFigure(counts, gradeOptions), { ...waves, minimum }));

  test("shares, scores and effects", () => {
    const [north, south] = [lineOf(found.level, "north"), lineOf(found.level, "south")];
    expect(found.value).toBeCloseTo(0.125, 12);
    expect([north.earlier?.share, north.later?.share]).toEqual([0.5, 0.25]);
    expect(south.later?.estimate).toMatchObject({ status: "ok", value: 3.5, n: 30 });
    expect(south.effects.scored.value).toBeCloseTo(0.625 * 0.5, 12);
    // S̄ = 3.5625: (4 − 3.5625)·(−¼) and (3.25 − 3.5625)·¼.
    expect(north.effects.shared.value).toBeCloseTo(-0.109375, 12);
    expect(south.effects.shared.value).toBeCloseTo(-0.078125, 12);
    expect(found.level.sums.total.value).toBeCloseTo(0.125, 12);
    expect([north.kind, north.under, north.groups, found.level.by]).toEqual(["group", [], 1, "region"]);
  });

  test("their errors: p̄²·(e² + e²), with half of Δs in the shares beside it", () => {
    const { scored } = lineOf(found.level, "south").effects;
    // Variances of 20 at 2 and 4, 30 at 3 and 4: 20/19/20 and 7.5/29/30.
    const fromScores = 0.625 ** 2 * (1 / 19 + 7.5 / 29 / 30);
    const places = 0.25 / 40 + 0.1875 / 40;
    const fromShares = 0.25 ** 2 * places;
    const twice = ((1 / 19 + 7.5 / 29 / 30) * places) / 4;
    expect(scored.standardError).toBeCloseTo(Math.sqrt(fromScores + fromShares - twice), 12);
    expect(scored.test).toMatchObject({
      status: "tested",
      claim: "moved grade mean  region w1 w2 group south scored",
    });
  });

  test("the largest effect stands first", () => {
    expect(found.level.lines.map(({ id }) => id)).toEqual(["south", "north"]);
  });
});

describe("groups that come and go", () => {
  const counts = countsOf("grade", {
    w1: { old: { 4: 5, 2: 5 }, stays: { 4: 10, 3: 10 } },
    w2: { stays: { 4: 10, 3: 10 }, fresh: { 5: 10, 4: 10 } },
  });
  const found = split(moves(questionFigure(counts, gradeOptions), { ...waves, minimum }));

  test("have lines of their own, with an error", () => {
    const [old, fresh] = [lineOf(found.level, "old"), lineOf(found.level, "fresh")];
    expect(old.later).toBeUndefined();
    expect(fresh.earlier).toBeUndefined();
    // From 20/6 to 4: S̄ = 11/3.
    expect(old.effects.left.value).toBeCloseTo((-1 / 3) * (3 - 11 / 3), 12);
    expect(fresh.effects.arrived.value).toBeCloseTo(0.5 * (4.5 - 11 / 3), 12);
    expect(fresh.effects.arrived.standardError).toBeGreaterThan(0);
    expect(fresh.effects.scored).toEqual({
      value: 0,
      test: { status: "untested", reason: "base", value: 0 },
    });
    expect(found.level.sums.arrived.value).toBeCloseTo(fresh.effects.total.value, 12);
  });
});

describe("what can't be told", () => {
  const reasonOf = (counts: Counts, rest: object = {}) => {
    const found = moves(questionFigure(counts, gradeOptions), { ...waves, minimum, ...rest });
    return found.status === "none" ? found.reason : found.status;
  };
  const two = { north: { 4: 10, 5: 9 }, south: { 3: 12, 5: 9 } };

  test("a whole that is too small, hidden, or was not asked", () => {
    expect(reasonOf(countsOf("grade", { w1: two, w2: { north: { 4: 3 }, south: { 5: 1 } } }))).toBe("base");
    expect(reasonOf(countsOf("grade", { w1: two, w2: two }), { hidden: true })).toBe("base");
    expect(reasonOf(countsOf("grade", { w1: two }))).toBe("base");
    expect(reasonOf(countsOf("grade", { w1: two, w2: two }))).toBe("split");
  });

  test("parts that may not be told apart", () => {
    expect(reasonOf(countsOf("grade", { w1: two, w2: { north: { 4: 30 }, south: { 3: 2 } } }))).toBe(
      "groups",
    );
  });

  test("shares published without a base, and codes that a table does not tell", () => {
    const published = countsOf("grade", { w1: two, w2: two });
    const shares = { kind: "shares", shares: new Map([[4, 1]]) } as const;
    const groups = published.groups.map((group, at) =>
      at === 3 ? { ...group, tallies: new Map([["grade", shares]]) } : group,
    );
    expect(reasonOf({ ...published, groups })).toBe("counts");
    const unknown = published.groups.map((group, at) => {
      const tally = group.tallies.get("grade");
      return at === 3 && tally?.kind === "codes"
        ? { ...group, tallies: new Map([["grade", { ...tally, unknown: new Set([3]) }]]) }
        : group;
    });
    expect(reasonOf({ ...published, groups: unknown })).toBe("counts");
  });

  test("printed tables of nested groups, which need not add up", () => {
    const counts = countsOf("grade", { w1: two, w2: two });
    const printed = new Map([["w1", new Set(["grade"])]]);
    expect(reasonOf({ ...counts, printed })).toBe("split");
    expect(reasonOf({ ...counts, printed, request: { ...counts.request, by: ["region", "city"] } })).toBe(
      "counts",
    );
  });

  test("where nobody differs in any group, an effect has no error and is not tested", () => {
    const counts = countsOf("grade", {
      w1: { north: { 4: 10 }, south: { 2: 10 } },
      w2: { north: { 5: 10 }, south: { 2: 10 } },
    });
    const found = split(moves(questionFigure(counts, gradeOptions), { ...waves, minimum }));
    expect(lineOf(found.level, "north").effects.scored).toEqual({
      value: 0.5,
      test: { status: "untested", reason: "error", value: 0.5 },
    });
  });

  test("where one group is of one mind, it has the others' pooled error", () => {
    const spread = { 1: 5, 3: 5 };
    const counts = countsOf("grade", {
      w1: { north: { 4: 10 }, south: spread },
      w2: { north: { 4: 10 }, south: spread },
    });
    const found = split(moves(questionFigure(counts, gradeOptions), { ...waves, minimum }));
    // South's variance of 10/9, over ten answers in each wave, for half of the customers.
    const { scored } = lineOf(found.level, "north").effects;
    expect(scored.standardError).toBeCloseTo(0.5 * Math.sqrt(2 * (10 / 9 / 10)), 12);
  });

  test("so has a share that all have", () => {
    const half = { 1: 5, 5: 5 };
    const counts = countsOf("grade", {
      w1: { north: { 5: 10 }, south: half },
      w2: { north: { 5: 10 }, south: half },
    });
    const figure = questionFigure(counts, { ...gradeOptions, measure: measures.top2 });
    const found = split(moves(figure, { ...waves, minimum }));
    // ½·½ in the south and 0 in the north, pooled: ⅛ over ten answers.
    const { scored } = lineOf(found.level, "north").effects;
    expect(scored.standardError).toBeCloseTo(0.5 * Math.sqrt(2 * (1 / 8 / 10)), 12);
    expect(scored.test).toMatchObject({ status: "tested", value: 0, p: 1 });
  });
});

/** The index of two groups, of which only the north's is known with its error. */
function handedFigure(deviation: number) {
  const tallies = (n: number) => new Map([["a", tallyOfTable({ 7: n })]]);
  const groups = ["w1", "w2"].flatMap((wave) => [
    { wave, key: ["north"], tallies: tallies(25) },
    { wave, key: ["south"], tallies: tallies(16) },
  ]);
  const known: Estimate = {
    status: "ok",
    kind: "index",
    value: 700,
    low: 660,
    high: 740,
    standardError: deviation / 5,
    deviation,
    n: 25,
    effective: 25,
  };
  const request = { questions: items, waves: ["w1", "w2"], by: ["region"], slice: {} };
  return indexFromTallies(
    { request, groups },
    {
      definitionOf: () => placedDefinition,
      base,
      estimateOf: ([key]) => (key?.[0] === "north" ? known : undefined),
    },
  );
}

test("of counts of items alone, groups taken together are judged by what each has answers for", () => {
  const tallies = (sizes: Readonly<Record<string, number>>) =>
    new Map(Object.entries(sizes).map(([item, n]) => [item, tallyOfTable({ 6: n / 2, 8: n / 2 })]));
  const groups = ["w1", "w2"].flatMap((wave) => [
    { wave, key: ["north"], tallies: tallies({ a: 4 }) },
    { wave, key: ["south"], tallies: tallies({ c: 4 }) },
    { wave, key: ["west"], tallies: tallies({ a: 6, c: 6 }) },
    { wave, key: ["east"], tallies: tallies({ a: 40, c: 40 }) },
  ]);
  const request = { questions: items, waves: ["w1", "w2"], by: ["region"], slice: {} };
  const figure = indexFromTallies(
    { request, groups },
    { definitionOf: () => placedDefinition, base, estimateOf: () => undefined },
  );
  const { lines } = split(moves(figure, { ...waves, minimum })).level;
  // Four answered a, four others c, and six both: fourteen people, not ten.
  expect(lines.map(({ kind, groups: of, earlier }) => [kind, of, earlier?.estimate])).toEqual([
    ["group", 1, expect.objectContaining({ n: 40 })],
    ["small", 3, expect.objectContaining({ n: 14 })],
  ]);
  const [east, small] = lines.map(({ earlier }) => earlier?.estimate);
  // Nobody says how exact they are: Clopper and Pearson's 0.025^(1/n) of the value is all that is sure, and no test.
  expect(east).toMatchObject({
    value: expect.closeTo(700, 9),
    low: expect.closeTo(700 * 0.025 ** (1 / 40), 6),
  });
  expect(small).toMatchObject({ high: expect.closeTo(1000 - 300 * 0.025 ** (1 / 14), 6), standardError: 0 });
  expect(lines.map(({ effects }) => effects.scored.test.status)).toEqual(["untested", "untested"]);
});

test("of counts of items alone, estimates are those that are handed in, and give their error to groups without one", () => {
  const found = split(moves(handedFigure(100), { ...waves, minimum }));
  const [north, south] = [lineOf(found.level, "north"), lineOf(found.level, "south")];
  expect(north.earlier?.estimate).toMatchObject({ value: 700, standardError: 20, n: 25 });
  // A deviation of 100 over sixteen answers.
  expect(south.earlier?.estimate).toMatchObject({ standardError: expect.closeTo(100 / 4, 9), n: 16 });
  expect(south.effects.scored.test.status).toBe("tested");
});

type AnyFigure = MovingFigure<never>;

/** Every figure that can be split, of random respondents. */
async function figuresOf(
  rows: readonly Row[],
  by: readonly string[],
  weighting: Weighting,
): Promise<readonly AnyFigure[]> {
  const request = { waves: ["w1", "w2"], by, slice: {} };
  const ask = askRows(placedSurvey, rows);
  const questions = ["grade", "recommend", "wait", "reason"];
  const counts = await ask({ ...request, questions });
  const options = { survey: placedSurvey, weighting };
  const ofQuestions = questions.flatMap((id) => {
    const question = questionOf(placedSurvey, id);
    if (question.type === "single")
      return [questionFigure(counts, { ...options, question: id, measure: optionShare(1), option: 1 })];
    return Object.values(measures)
      .filter((measure) => measure.name !== "share" && measure.appliesTo(question))
      .map((measure) => questionFigure(counts, { ...options, question: id, measure }));
  });
  const pairs = pairsBy(rows, by);
  const ofIndex = ["csi", "g"].map((id) => {
    const definition = id === "csi" ? placedDefinition : factorDefinition(placedDefinition, id);
    return indexFigure(pairs, { definitionOf: () => definition, base, weighting });
  });
  const tallies = indexFromTallies(await ask({ ...request, questions: items }), {
    definitionOf: () => placedDefinition,
    base,
    weighting,
    estimateOf: () => undefined,
  });
  return [...ofQuestions, ...ofIndex, tallies] as unknown as readonly AnyFigure[];
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const near = (value: number, expected: number, name: string) =>
  expect(Math.abs(value - expected), `${name}: ${value} against ${expected}`).toBeLessThan(1e-9);

describe("whatever the respondents", () => {
  const byWays = [["region"], ["channel"], ["region", "city"]] as const;
  const surveys = (check: (found: SplitMoves, figure: AnyFigure) => void) =>
    fc.assert(
      fc.asyncProperty(
        twoWaves,
        fc.constantFrom(...byWays),
        fc.constantFrom<Weighting>("weighted", "unweighted"),
        async (rows, by, weighting) => {
          for (const figure of await figuresOf(rows, by, weighting)) {
            const found = moves(figure, { ...waves, minimum });
            if (found.status === "split") check(found, figure);
          }
        },
      ),
      { numRuns: 60 },
    );
  const levels = (level: MoveLevel): readonly MoveLevel[] => [
    level,
    ...level.lines.flatMap((line) => (line.level ? levels(line.level) : [])),
  ];

  test("the parts add up to the whole, at every level", async () => {
    let [splits, nested] = [0, 0];
    await surveys(({ level, items: ofItems, value, earlier, later }, { id }) => {
      splits += 1;
      near(sum(level.lines.map(({ effects }) => effects.total.value)) + sum(ofItems.values()), value, id);
      near(level.sums.total.value + sum(ofItems.values()), value, id);
      if (isShown(earlier) && isShown(later)) near(later.value - earlier.value, value, id);
      for (const each of levels(level)) {
        for (const name of ["scored", "shared", "arrived", "left"] as const)
          near(sum(each.lines.map(({ effects }) => effects[name].value)), each.sums[name].value, id);
        for (const { effects } of each.lines) {
          const { scored, shared, arrived, left, total } = effects;
          near(scored.value + shared.value + arrived.value + left.value, total.value, id);
        }
        for (const line of each.lines) {
          if (!line.level) continue;
          nested += 1;
          near(line.level.sums.total.value, line.effects.scored.value, `${id} ${line.id}`);
        }
        for (const time of ["earlier", "later"] as const)
          near(sum(each.lines.map((line) => line[time]?.share ?? 0)), 1, `shares of ${id}`);
      }
    });
    expect(splits).toBeGreaterThan(200);
    expect(nested).toBeGreaterThan(30);
  });

  test("an index's factors add up to what parts scored, part by part and in all", async () => {
    let whole = 0;
    await surveys(({ level }, { id, parts }) => {
      for (const each of parts ? levels(level) : []) {
        near(sum(each.members.values()), each.sums.scored.value, id);
        for (const { members, effects } of each.lines) {
          const shown = members.flatMap((move) => (move.status === "withheld" ? [] : [move]));
          if (members.length === 0 || shown.length < members.length) continue;
          whole += 1;
          const values = shown.map((move) => (move.status === "shown" ? move.effect.value : 0));
          near(sum(values), effects.scored.value, id);
        }
      }
    });
    expect(whole).toBeGreaterThan(30);
  });

  test("no line rests on fewer answers than the minimum, and every line carries its base and interval", async () => {
    await surveys(({ level }) => {
      for (const line of levels(level).flatMap(({ lines }) => lines)) {
        for (const place of [line.earlier, line.later]) {
          if (!place) continue;
          if (!isShown(place.estimate)) throw new Error(`"${line.id}" is ${place.estimate.status}`);
          expect(place.estimate.n).toBeGreaterThanOrEqual(minimum);
        }
        expect(line.earlier || line.later).toBeTruthy();
        for (const { value, standardError, test: tested } of Object.values(line.effects)) {
          if (tested.status === "untested") continue;
          expect(standardError).toBeGreaterThan(0);
          expect(tested.low < value && value < tested.high && tested.p >= 0 && tested.p <= 1).toBe(true);
        }
      }
    });
  });

  test("nothing hangs on the order in which groups were counted", async () => {
    await fc.assert(
      fc.asyncProperty(twoWaves, async (rows) => {
        const by = ["region", "city"];
        const [found, turned] = await Promise.all(
          [rows, rows.toReversed()].map(async (each) => {
            const pairs = pairsBy(rows, by);
            const inOrder = each === rows ? pairs : { ...pairs, groups: pairs.groups.toReversed() };
            return moves(indexFigure(inOrder, { definitionOf: () => placedDefinition, base }), {
              ...waves,
              minimum,
            });
          }),
        );
        expect(turned).toEqual(found);
      }),
      { numRuns: 30 },
    );
  });

  test("counts of the items alone give the same effects as pairs, where each has the same respondents", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(twoWaves, async (rows) => {
        // Everybody answers everything, so that both judge groups by the same base.
        const full = rows.map((row) => ({
          ...row,
          answers: { ...row.answers, ...Object.fromEntries(items.map((id) => [id, row.answers[id] ?? 5])) },
        }));
        const counts = await askRows(
          placedSurvey,
          full,
        )({
          questions: items,
          waves: ["w1", "w2"],
          by: ["region"],
          slice: {},
        });
        const options = { definitionOf: () => placedDefinition, base };
        const one = moves(indexFigure(pairsBy(full, ["region"]), options), { ...waves, minimum });
        const figure = indexFromTallies(counts, { ...options, estimateOf: () => undefined });
        const other = moves(figure, { ...waves, minimum });
        expect(other.status).toBe(one.status);
        if (one.status !== "split" || other.status !== "split") return;
        compared += 1;
        for (const line of one.level.lines)
          near(lineOf(other.level, line.id).effects.total.value, line.effects.total.value, line.id);
      }),
      { numRuns: 50 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});
