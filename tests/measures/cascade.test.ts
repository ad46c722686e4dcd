import { beforeEach, describe, expect, test } from "vitest";
import type { Counts } from "../../src/counts/request.ts";
import { type Answers, estimateAt, type Path } from "../../src/measures/cascade.ts";
import type { Estimate } from "../../src/measures/estimate.ts";
import { othersOf } from "../../src/measures/siblings.ts";
import { branchSlice } from "../../src/views/slice.ts";
import { askRows, type Row } from "../counts/ask-rows.ts";
import { rating } from "./questions.ts";
import { dimension, surveyOf } from "./surveys.ts";

const hierarchy = ["region", "city", "shop"];
const question = rating(1, 5);
const later = { ...rating(1, 5), id: "later" };
const survey = surveyOf([question, later], {
  hierarchy,
  dimensions: hierarchy.map((id) => dimension(id, [])),
});
const { base } = survey;

/** Answers to the item in the second wave, by place; "silent" has respondents but no answer. */
const sizes: Readonly<Record<string, number>> = {
  "east/kiel/quay": 20,
  "east/kiel/hall": 9,
  "east/kiel/kiosk": 2,
  "east/ulm/dome": 7,
  "east/ulm/gate": 6,
  "east/rhede/mill": 3,
  "west/bonn/rhine": 40,
  "west/bonn/silent": 0,
  "north/husum/port": 8,
};

function rowsOf(place: string, wave: string, answers: readonly Row["answers"][]): readonly Row[] {
  const path = place.split("/");
  const places = Object.fromEntries(hierarchy.map((level, at) => [level, path[at] ?? null]));
  return answers.map((given) => ({ wave, places, answers: given }));
}

const rows = Object.entries(sizes).flatMap(([place, n]) => [
  ...rowsOf(place, "w2", n === 0 ? [{ item: null }] : Array.from({ length: n }, () => ({ item: 4 }))),
  ...rowsOf(place, "w1", [{ later: 3 }]),
]);

const shown: Estimate = {
  status: "ok",
  kind: "mean",
  value: 4,
  low: 3,
  high: 5,
  standardError: 1,
  n: 30,
  effective: 30,
};

/** The counts of a path: everybody, then each level under it. */
async function cascadeOf(path: Path): Promise<readonly Counts[]> {
  const ask = askRows(survey, rows);
  const request = { questions: ["item", "later"], waves: ["w1", "w2"] };
  const levels = path.map((_, at) =>
    ask({ ...request, by: [hierarchy[at] ?? ""], slice: branchSlice(hierarchy, path.slice(0, at)) }),
  );
  return Promise.all([ask({ ...request, by: [], slice: {} }), ...levels]);
}

async function at(
  place: string,
  { wave = "w2", of = question, estimate = (_: Answers): Estimate => shown } = {},
): Promise<Estimate | undefined> {
  const path = place === "" ? [] : place.split("/");
  return estimateAt(await cascadeOf(path), path, { question: of, wave, base }, estimate);
}

describe("whether a group is shown", () => {
  test("everybody is", async () => {
    expect(await at("")).toBe(shown);
  });

  test("not asked: the wave did not put the question, to whomever", async () => {
    for (const place of ["", "east", "east/kiel", "west/bonn/silent", "east/nowhere"])
      expect(await at(place, { wave: "w1" }), place).toBeUndefined();
  });

  test("nobody answered: neither where people are, nor where none are", async () => {
    expect(await at("west/bonn/silent")).toEqual({ status: "none" });
    expect(await at("east/nowhere")).toEqual({ status: "none" });
    expect(await at("nowhere/kiel/quay")).toEqual({ status: "none" });
  });

  // East 47, west 40 and north 8 have enough; so have Kiel 31 and Ulm 13, but Rhede has 3, and Ulm is the next smallest.
  test.each([
    ["east", "shown"],
    ["west", "shown"],
    ["north", "shown"],
    ["east/kiel", "shown"],
    ["east/rhede", "withheld"],
    ["east/ulm", "withheld"],
    ["east/rhede/mill", "withheld"],
    // Ulm is withheld, so one of its shops must be, the smaller one; with it alone the whole can't be added up.
    ["east/ulm/gate", "withheld"],
    ["east/ulm/dome", "shown"],
    // The kiosk has 2, and the hall is the next smallest.
    ["east/kiel/kiosk", "withheld"],
    ["east/kiel/hall", "withheld"],
    ["east/kiel/quay", "shown"],
    ["north/husum", "shown"],
    ["north/husum/port", "shown"],
  ])("%s is %s", async (place, expected) => {
    const found = await at(place);
    expect(found).toEqual(expected === "shown" ? shown : { status: "withheld" });
  });

  test("what is withheld is never estimated", async () => {
    const estimate = () => {
      throw new Error("estimated");
    };
    for (const place of ["east/rhede", "east/ulm", "east/ulm/gate", "west/bonn/silent"])
      expect(await at(place, { estimate }), place).not.toBe(shown);
    await expect(at("east/kiel", { estimate })).rejects.toThrow("estimated");
  });

  test("where everybody together is too few, so is every group", async () => {
    for (const place of ["", "east", "east/kiel"]) {
      const path = place === "" ? [] : place.split("/");
      const options = { question, wave: "w2", base: { minimum: 96, caution: 96 } };
      expect(estimateAt(await cascadeOf(path), path, options, () => shown)).toEqual({ status: "withheld" });
    }
  });

  test("each question of a cascade is judged by its own answers", async () => {
    const cascade = await cascadeOf(["east"]);
    const status = (of: typeof question, wave: string) =>
      estimateAt(cascade, ["east"], { question: of, wave, base }, () => shown)?.status;
    expect(status(question, "w2")).toBe("ok");
    // One respondent of each shop: six of the east, two of the west and one of the north, so the east goes too.
    expect(status(later, "w1")).toBe("withheld");
    const both = [
      ...rows,
      ...rowsOf(
        "west/bonn/rhine",
        "w2",
        Array.from({ length: 9 }, () => ({ later: 2 })),
      ),
    ];
    const ask = askRows(survey, [...both, ...rowsOf("east/ulm/dome", "w2", [{ later: 2 }])]);
    const request = { questions: ["item", "later"], waves: ["w2"], slice: {} };
    const shared = await Promise.all([ask({ ...request, by: [] }), ask({ ...request, by: ["region"] })]);
    const found = [question, later].map(
      (of) => estimateAt(shared, ["west"], { question: of, wave: "w2", base }, () => shown)?.status,
    );
    expect(found).toEqual(["ok", "withheld"]);
  });

  test("a cascade that ends above the group is a fault of the program", async () => {
    const cascade = (await cascadeOf(["east", "kiel"])).slice(0, 2);
    const options = { question, wave: "w2", base };
    expect(estimateAt(cascade, ["east"], options, () => shown)).toBe(shown);
    expect(() => estimateAt(cascade, ["east", "kiel"], options, () => shown)).toThrow("east / kiel");
    expect(() => estimateAt([], [], options, () => shown)).toThrow("0 levels");
  });
});

describe("what an estimate is handed", () => {
  let seen: Answers | undefined;
  const estimate = (answers: Answers) => {
    seen = answers;
    return shown;
  };
  beforeEach(() => {
    seen = undefined;
  });
  const bases = () =>
    seen &&
    othersOf(seen.siblings)
      .map(({ base }) => base?.n ?? Number.NaN)
      .toSorted((a, b) => a - b);

  test("of everybody: all answers, no siblings", async () => {
    await at("", { estimate });
    expect(seen?.tally.base?.n).toBe(95);
    expect(bases()).toEqual([]);
  });

  test("of a region: its answers and those of the other regions in the same wave", async () => {
    await at("east", { estimate });
    expect(seen?.tally.base?.n).toBe(47);
    expect(bases()).toEqual([8, 40]);
  });

  test("of a shop: the other shops of its city only", async () => {
    await at("east/kiel/quay", { estimate });
    expect(seen?.tally.base?.n).toBe(20);
    expect(bases()).toEqual([2, 9]);
  });

  test("those without a known place are nobody's siblings", async () => {
    const unplaced = rowsOf(
      "",
      "w2",
      Array.from({ length: 6 }, () => ({ item: 1 })),
    ).map((row) => ({
      ...row,
      places: { region: null, city: null, shop: null },
    }));
    const ask = askRows(survey, [...rows, ...unplaced]);
    const request = { questions: ["item"], waves: ["w2"], slice: {} };
    const cascade = await Promise.all([ask({ ...request, by: [] }), ask({ ...request, by: ["region"] })]);
    estimateAt(cascade, ["west"], { question, wave: "w2", base }, estimate);
    expect(bases()).toEqual([8, 47]);
  });
});

test("a group is judged by answers with a weight, so that no weighted base gives it away", async () => {
  const answered = (region: string, weights: readonly (number | null)[]): readonly Row[] =>
    weights.map((weight) => ({ wave: "w1", places: { region }, answers: { item: 3 }, weight }));
  const half = [1, 1, 1, null, null, null];
  const all = Array.from({ length: 10 }, () => 1);
  const weighed = [...answered("a", half), ...answered("b", all), ...answered("c", [...all, 1])];
  const ask = askRows(survey, weighed);
  const request = { questions: ["item"], waves: ["w1"], slice: {} };
  const cascade = await Promise.all([ask({ ...request, by: [] }), ask({ ...request, by: ["region"] })]);
  const found = ["a", "b", "c"].map((region) =>
    estimateAt(cascade, [region], { question, wave: "w1", base }, () => shown),
  );
  expect(found).toEqual([{ status: "withheld" }, { status: "withheld" }, shown]);
});
