import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LinearScore } from "../../src/counts/linear/request.ts";
import { linearStatement } from "../../src/counts/linear/sql.ts";
import { pairGroupOf } from "../../src/counts/pairs/request.ts";
import { pairsStatement } from "../../src/counts/pairs/sql.ts";
import { mergePairGroups, subtractPairGroups } from "../../src/counts/pairs/sums.ts";
import { statementsOf } from "../../src/counts/sql.ts";
import { mergeTallies, subtractTallies } from "../../src/counts/tally.ts";
import type { NodeStore } from "../../src/store/node.ts";
import { onlySurvey, openPrepared, type PreparedFiles, prepareFiles } from "../build/prepare-files.ts";
import { minutes } from "../measures/questions.ts";
import { countCodes, sumNumbers } from "./count-answers.ts";
import { type JointRow, linearOfRows, pairsIn, pairsOfRows, tallyOfRows } from "./joint-rows.ts";
import { near } from "./near.ts";
import { filesOf, type Respondent, randomRespondents } from "./random-survey.ts";

const respondents = randomRespondents(77, 400);
const questions = ["r1", "r2", "r33", "recommend", "wait"];
const sets = { all: questions, ratings: ["r1", "r2"] };

let files: PreparedFiles;
let store: NodeStore;
beforeAll(async () => {
  files = await prepareFiles(filesOf(respondents));
  if (files.prepared) store = await openPrepared(files.prepared, onlySurvey(files));
});
afterAll(async () => {
  store?.close();
  await files?.remove();
});

/** A wave's respondents as plain rows, their weights with mean 1. */
function rowsOf(wave: string, isIn: (one: Respondent) => boolean = () => true): readonly JointRow[] {
  const weights = respondents.flatMap((one) => (one.wave === "w1" ? (one.weight ?? []) : []));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return respondents
    .filter((one) => one.wave === wave && isIn(one))
    .map(({ scales, numbers, weight }) => ({
      answers: Object.fromEntries(questions.map((id) => [id, scales[id] ?? numbers[id] ?? null])),
      weight: wave === "w2" ? 1 : weight === undefined ? null : weight / mean,
    }));
}
const isFrom = (region: string | null) => (one: Respondent) => (one.places["region"] ?? null) === region;
const regions = ["east", "west", "north", null];

describe("sums over pairs in the store", () => {
  test.each(["w1", "w2"])("of everybody in %s are those of the rows", async (wave) => {
    const counts = await store.askPairs({ questions, sets, waves: ["w1", "w2"], by: [], slice: {} });
    const found = pairGroupOf(counts, wave);
    const expected = pairsOfRows(rowsOf(wave), questions, sets, { isWeighted: wave === "w1" });
    if (!found) throw new Error(`nobody answered in ${wave}`);
    expect(pairsIn(found.pairs)).toEqual(near(pairsIn(expected.pairs)));
    expect(found.answered).toEqual(near(expected.answered));
    expect(pairsIn(found.pairs).has("r33 r33")).toBe(wave === "w1");
  });

  test("by region in a slice are those of the rows, and the groups together are everybody", async () => {
    const part = { questions, sets, waves: ["w1"], slice: { city: ["Ulm", "Kiel"] } };
    const counts = await store.askPairs({ ...part, by: ["region"] });
    const inSlice = (one: Respondent) => ["Ulm", "Kiel"].includes(one.places["city"] ?? "");
    for (const region of regions) {
      const rows = rowsOf("w1", (one) => inSlice(one) && isFrom(region)(one));
      const found = pairGroupOf(counts, "w1", [region]);
      if (!found) throw new Error(`nobody answered in ${region}`);
      expect(pairsIn(found.pairs)).toEqual(near(pairsIn(pairsOfRows(rows, questions).pairs)));
    }
    const [whole] = (await store.askPairs({ ...part, by: [] })).groups;
    if (!whole) throw new Error("nobody answered");
    expect(pairsIn(counts.groups.reduce(mergePairGroups).pairs)).toEqual(near(pairsIn(whole.pairs)));
  });

  test("a question that isn't answered in numbers is a fault of the program and says its name", async () => {
    const request = { questions: ["media"], sets: {}, waves: ["w1"], by: [], slice: {} };
    await expect(store.askPairs(request)).rejects.toThrow(/media/);
  });
});

const terms = [
  { question: "r1", factor: 0.1 / 3, centre: 5.432_198_765_432_1 },
  { question: "r33", factor: 1e-7, centre: 4 },
  { question: "wait", factor: -0.01, centre: 120.5 },
];
const scoresOf = (keys: readonly (string | null)[][]): readonly LinearScore[] =>
  keys.flatMap((key, at) => [
    { id: "index", key, terms: terms.map((term) => ({ ...term, centre: term.centre + at })) },
    // The second group does without the second question.
    { id: "factor", key, terms: at === 1 ? terms.slice(0, 1) : terms.slice(0, 2) },
  ]);

describe("sums of linear scores in the store", () => {
  test.each(["own", "others"] as const)("of %s respondents are those of the rows", async (rows) => {
    const scores = scoresOf([...regions.map((region) => [region]), ["south"]]);
    const counts = await store.askLinear({ scores, waves: ["w1", "w2"], by: ["region"], slice: {}, rows });
    for (const wave of ["w1", "w2"])
      for (const { id, key, terms: constants } of scores) {
        const isOwn = isFrom(key[0] ?? null);
        const those = rowsOf(wave, (one) => isOwn(one) === (rows === "own"));
        const expected = linearOfRows(those, { terms: constants });
        const group = counts.groups.find((one) => one.wave === wave && one.key[0] === key[0]);
        const found = group?.scores.get(id);
        if (expected.base.n === 0) expect(found, `${wave} ${id} ${key[0]}`).toBeUndefined();
        else expect(found, `${wave} ${id} ${key[0]}`).toEqual(near(expected));
      }
  });

  test("without dimensions own is everybody, others nobody", async () => {
    const request = { scores: scoresOf([[]]), waves: ["w2"], by: [], slice: {} };
    const own = await store.askLinear({ ...request, rows: "own" });
    expect(own.groups[0]?.scores.get("index")).toEqual(near(linearOfRows(rowsOf("w2"), { terms })));
    expect((await store.askLinear({ ...request, rows: "others" })).groups).toEqual([]);
  });

  test("a constant that is no number is a fault of the program", async () => {
    const scores = [{ id: "a", key: [], terms: [{ question: "r1", factor: Number.NaN, centre: 0 }] }];
    const request = { scores, waves: ["w2"], by: [], slice: {}, rows: "own" } as const;
    await expect(store.askLinear(request)).rejects.toThrow(/finite/);
  });
});

test("columns of one statement have names of their own, however many measured numbers there are", () => {
  const [first] = onlySurvey(files).waves;
  if (!first) throw new Error("no wave was prepared");
  const numbers = Array.from({ length: 25 }, (_, at) => ({ ...minutes, id: `m${at}` }));
  const layout = { ...first.layout, relation: "answers", columns: numbers.map(({ id }) => `q_${id}`) };
  const request = { questions: numbers.map(({ id }) => id), waves: ["w1"], by: ["region"], slice: {} };
  const scores = numbers.map(({ id }) => ({
    id,
    key: ["east"],
    terms: [{ question: id, factor: 1, centre: 0 }],
  }));
  const texts = [
    ...statementsOf(request, numbers, layout).map(({ sql }) => sql),
    pairsStatement({ ...request, sets: {} }, numbers, layout)?.sql ?? "",
    linearStatement({ ...request, scores, rows: "own" }, layout)?.sql ?? "",
  ];
  for (const sql of texts) {
    const names = [...(sql.split(" FROM ")[0] ?? "").matchAll(/ AS ("[^"]+")/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

// Weights in sixteenths add up without rounding, so that equal means equal.
const row = fc.record({
  answers: fc.record({
    a: fc.option(fc.integer({ min: 1, max: 10 })),
    b: fc.option(fc.integer({ min: 1, max: 10 })),
    c: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
  weight: fc.option(fc.integer({ min: 1, max: 80 }).map((sixteenths) => sixteenths / 16)),
});
const rows = fc.array(row, { maxLength: 20 });
const abc = ["a", "b", "c"];
const score = {
  terms: [
    { question: "a", factor: 0.5, centre: 4 },
    { question: "c", factor: 2, centre: 7.25 },
  ],
};

describe("merging and taking away", () => {
  test("merging sums over pairs is counting the merged rows; taking a part away is counting the rest", () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const [a, b, both] = [one, other, [...one, ...other]].map((part) => pairsOfRows(part, abc));
        if (!a || !b || !both) return;
        expect(mergePairGroups(a, b)).toEqual(both);
        expect(subtractPairGroups(both, b)).toEqual(a);
      }),
    );
  });

  test("so it is with linear scores and with codes", () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const both = [...one, ...other];
        const [a, b, all] = [one, other, both].map((part) => linearOfRows(part, score));
        if (!a || !b || !all) return;
        expect(mergeTallies(a, b)).toEqual(all);
        expect(subtractTallies(all, b)).toEqual(a);
        const rest = subtractTallies(tallyOfRows(both, "a"), tallyOfRows(other, "a"));
        const left = rest.kind === "codes" ? [...rest.cells].filter(([, { n }]) => n > 0) : [];
        const alone = tallyOfRows(one, "a");
        expect(rest.base).toEqual(alone.base);
        expect(new Map(left)).toEqual(alone.kind === "codes" ? alone.cells : undefined);
      }),
    );
  });

  test("a part that is more than its whole, or of another kind, is a fault of the program", () => {
    const [one, two] = [countCodes([{ value: 1 }]), countCodes([{ value: 1 }, { value: 2 }])];
    expect(() => subtractTallies(one, two)).toThrow(/more than its whole/);
    expect(() => subtractTallies(two, sumNumbers([{ value: 1 }]))).toThrow(/sums/);
    const [small, large] = [1, 2].map((n) => pairsOfRows(Array(n).fill({ answers: { a: 3 } }), ["a"]));
    expect(() => small && large && subtractPairGroups(small, large)).toThrow(/more than its whole/);
  });
});
