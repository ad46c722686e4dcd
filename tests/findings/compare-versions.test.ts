import { describe, expect, test } from "vitest";
import { compareVersions, earlierVersion } from "../../src/findings/compare-versions.ts";
import { givesAway } from "../../src/findings/gives-away.ts";
import { restatedAmong, sameFigure } from "../../src/findings/restated.ts";
import type { FiguresByWave, RecordedFigure, VersionRecord } from "../../src/survey/version-record.ts";
import { branch, figure, question, version, wave, withheld } from "./records.ts";

describe("waves of two versions", () => {
  const before = version("a", {
    waves: [wave("w0"), wave("w1"), wave("w2"), wave("w3"), wave("w4")],
    questions: [question("item", { w1: figure(4, 0.2, 90), w2: figure(3, 0.2, 91), w3: figure(3, 0.2, 92) })],
  });
  const after = version("b", {
    waves: [
      wave("w1"),
      wave("w2", { sha256: "another", rows: 97 }),
      wave("w3"),
      wave("w4", { weighted: true }),
      wave("w5", { rows: 120 }),
    ],
    questions: [
      question("item", { w1: figure(4, 0.2, 90), w2: figure(3, 0.2, 91), w3: figure(3.5, 0.2, 92) }),
    ],
  });
  const { waves } = compareVersions(before, after);
  const stateOf = (id: string) => waves.find((found) => found.id === id);

  test("stand in the order of the later version, those that are gone behind them", () => {
    expect(waves.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "w1 same",
      "w2 corrected",
      "w3 corrected",
      "w4 corrected",
      "w5 added",
      "w0 removed",
    ]);
  });

  test("a correction says what it shows in", () => {
    expect(["w1", "w2", "w3", "w4", "w5"].map((id) => stateOf(id)?.reasons)).toEqual([
      [],
      ["file", "rows"],
      ["figures"],
      ["weights"],
      [],
    ]);
  });

  test("rows and headline before and now; a new wave has no before, one that is gone no now", () => {
    expect(stateOf("w3")?.before?.headline).toMatchObject({ value: 3, n: 92 });
    expect(stateOf("w3")?.after?.headline).toMatchObject({ value: 3.5, n: 92 });
    expect([stateOf("w2")?.before?.rows, stateOf("w2")?.after?.rows]).toEqual([100, 97]);
    expect(stateOf("w5")).not.toHaveProperty("before");
    expect(stateOf("w5")?.after?.rows).toBe(120);
    expect(stateOf("w0")).not.toHaveProperty("after");
  });
});

const base = { minimum: 5, caution: 30 };
const scale = { min: 1, max: 10 };

describe("restated figures", () => {
  const restatedOf = (was: FiguresByWave, is: FiguresByWave) =>
    compareVersions(
      version("a", { waves: [wave("w1"), wave("w2")], questions: [question("item", was)] }),
      version("b", { waves: [wave("w1"), wave("w2")], questions: [question("item", is)] }),
    ).restated;

  test("are counted among those that both versions have; a figure of one version alone is none", () => {
    const restated = restatedOf(
      { w1: figure(4, 0.2, 90), w2: figure(3, 0.2, 90) },
      { w1: figure(4, 0.2, 90), w2: figure(3.1, 0.2, 88), w3: figure(1, 0.2, 90) },
    );
    expect(restated).toMatchObject({ compared: 2, restated: 1, hidden: 0, revealed: 0 });
    expect(restated.largest.map(({ wave }) => wave)).toEqual(["w2"]);
  });

  test("another base, interval or status is a restatement too", () => {
    const low = { ...figure(4, 0.2, 25), status: "low" as const };
    const as = (is: RecordedFigure) => restatedOf({ w1: figure(4, 0.2, 25) }, { w1: is }).restated;
    expect([figure(4, 0.2, 25), figure(4, 0.2, 26), figure(4, 0.1, 25), low].map(as)).toEqual([0, 1, 1, 1]);
  });

  test("stand in the order of their size against the margin that was published", () => {
    // 0.3 of a margin of 0.2 is 1.5; 4 points of a margin of 8 are 0.5; 0.1 of no known margin can't be put in order.
    const before = version("a", {
      waves: [wave("w1")],
      questions: [
        question("points", { w1: figure(10, 8, 90) }, "nps"),
        question("item", { w1: figure(4, 0.2, 90) }),
        question("wait", { w1: figure(5, 0, 90) }),
        question("base", { w1: figure(5, 0, 90) }),
      ],
    });
    const after = version("b", {
      waves: [wave("w1")],
      questions: [
        question("points", { w1: figure(14, 8, 90) }, "nps"),
        question("item", { w1: figure(3.7, 0.2, 90) }),
        question("wait", { w1: figure(5.1, 0, 90) }),
        question("base", { w1: figure(5, 0, 80) }),
      ],
    });
    const { largest } = compareVersions(before, after).restated;
    expect(largest.map(({ subject }) => subject.question.id)).toEqual(["wait", "item", "points", "base"]);
    expect(largest.map(({ margins }) => margins && Math.round(margins * 1e9) / 1e9)).toEqual([
      undefined,
      1.5,
      0.5,
      undefined,
    ]);
    expect(largest[1]?.change).toBeCloseTo(-0.3, 12);
  });

  test("of what is withheld on one side only the number is known", () => {
    const shown = figure(4, 0.2, 90);
    expect(restatedOf({ w1: shown, w2: withheld }, { w1: withheld, w2: shown })).toEqual({
      compared: 2,
      restated: 2,
      hidden: 1,
      revealed: 1,
      largest: [],
    });
    expect(restatedOf({ w1: withheld }, { w1: withheld }).restated).toBe(0);
  });

  test.each([
    [90, 90, true],
    [90, 89, true],
    [86, 90, true],
    [90, 85, false],
  ])("from %i answers to %i, at a minimum of 5, gives the few away: %s", (was, is, expected) => {
    expect(givesAway({ before: figure(4, 0.2, was), after: figure(4, 0.2, is) }, base, scale)).toBe(expected);
  });

  // Four of 44 answers move a mean on 1–10 by 4 × 9 ÷ 44 = 0.82 at most.
  test.each([
    [44, 0.02, true],
    [44, 0.81, true],
    [44, 0.83, false],
    // Under the caution threshold whatever it moved: 4 × 9 ÷ 29 = 1.24.
    [29, 2, true],
    [30, 2, false],
  ])("with %i answers before and now, moved by %f: gives a few away: %s", (n, moved, expected) => {
    const pair = { before: figure(4, 0.2, n), after: figure(4 + moved, 0.2, n) };
    expect(givesAway(pair, base, scale)).toBe(expected);
    expect(givesAway({ before: pair.after, after: pair.before }, base, scale)).toBe(expected);
  });

  test("a share moved by as many answers as the minimum gives nobody away; by one fewer it does", () => {
    const shareOf = (yes: number) => figure(Number((yes / 90).toPrecision(7)), 0.1, 90);
    const moved = (to: number) =>
      givesAway({ before: shareOf(40), after: shareOf(to) }, base, { min: 0, max: 1 });
    expect([41, 44, 45, 36, 35].map(moved)).toEqual([true, true, false, true, false]);
  });

  test("a quantity without known ends, and a minimum of one answer", () => {
    const pair = { before: figure(4, 0.2, 90), after: figure(40, 0.2, 90) };
    const open = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
    expect(givesAway(pair, base, open)).toBe(true);
    expect(givesAway(pair, { minimum: 1, caution: 30 }, open)).toBe(false);
  });
});

describe("questions that come or go", () => {
  const shown = figure(4, 0.2, 90);
  const before = version("a", {
    waves: [wave("w1"), wave("w2")],
    questions: [
      question("item", { w1: shown, w2: shown }),
      question("dropped", { w1: shown, w2: shown }),
      question("late", { w2: shown }),
      question("once", { w1: shown, w2: shown }),
    ],
  });
  const after = version("b", {
    waves: [wave("w1"), wave("w2"), wave("w3")],
    questions: [
      question("item", { w1: shown, w2: shown, w3: shown }),
      question("late", { w1: shown, w2: shown, w3: shown }),
      question("once", { w1: shown, w2: shown }),
      question("fresh", { w3: shown }),
    ],
  });
  const { questions } = compareVersions(before, after);

  test("in the survey", () => {
    expect(questions.appeared.map(({ id }) => id)).toEqual(["fresh"]);
    expect(questions.vanished.map(({ id }) => id)).toEqual(["dropped"]);
  });

  test("in a wave: against itself in the earlier version, or, where it is new, against the wave before", () => {
    const said = questions.asked.map(({ wave, against, appeared, vanished }) => ({
      wave,
      against,
      appeared: appeared.map(({ id }) => id),
      vanished: vanished.map(({ id }) => id),
    }));
    expect(said).toEqual([
      { wave: "w1", against: undefined, appeared: ["late"], vanished: [] },
      { wave: "w3", against: "w2", appeared: [], vanished: ["once"] },
    ]);
  });

  test("where it is not known when a question was asked, nothing is said of its waves", () => {
    const { asked, ...unknown } = question("late", { w2: shown });
    expect(asked).toEqual(["w2"]);
    const old = { ...before, questions: [...before.questions.filter(({ id }) => id !== "late"), unknown] };
    expect(compareVersions(old, after).questions.asked.map(({ wave }) => wave)).toEqual(["w3"]);
  });
});

describe("branches", () => {
  const before = version("a", {
    waves: [wave("w1"), wave("w2")],
    branches: [
      branch("east", { w1: figure(4, 0.2, 90), w2: figure(4, 0.2, 90) }),
      branch("east/closed", { w2: figure(4, 0.2, 20) }),
    ],
  });
  const after = version("b", {
    waves: [wave("w1"), wave("w2"), wave("w3")],
    branches: [
      branch("east", { w2: figure(4.1, 0.2, 90), w3: figure(5, 0.2, 90) }),
      branch("east/opened", { w3: figure(4, 0.2, 20) }),
    ],
  });

  test("come and go, and are compared in the waves that both versions record", () => {
    const { branches } = compareVersions(before, after);
    expect(branches.appeared.map(({ path }) => path)).toEqual([["east", "opened"]]);
    expect(branches.vanished.map(({ path }) => path)).toEqual([["east", "closed"]]);
    expect(branches.waves).toEqual(["w2"]);
    expect(branches.restated).toMatchObject({ compared: 1, restated: 1 });
    expect(branches.restated.largest[0]?.change).toBeCloseTo(0.1, 12);
  });

  test("are no pair where another figure heads the report", () => {
    const other = { ...after, headline: { question: "recommend", measure: "nps" } };
    const comparison = compareVersions(before, other);
    expect(comparison.sameHeadline).toBe(false);
    expect(comparison.branches.restated.compared).toBe(0);
    expect(compareVersions(before, after).sameHeadline).toBe(true);
  });
});

test("a version compared with itself has changed in nothing", () => {
  const one = version("a", {
    waves: [wave("w1")],
    questions: [question("item", { w1: figure(4, 0.2, 90) })],
    branches: [branch("east", { w1: withheld })],
  });
  const { waves, questions, restated, branches } = compareVersions(one, one);
  expect(waves.map(({ state }) => state)).toEqual(["same"]);
  expect([questions.appeared, questions.vanished, questions.asked]).toEqual([[], [], []]);
  expect([restated.restated, branches.restated.restated]).toEqual([0, 0]);
});

test("the earlier version is the last that is not the present one", () => {
  const records = ["a", "b", "c"].map((id) => version(id));
  expect(earlierVersion(records, "d")?.dataVersion).toBe("c");
  expect(earlierVersion(records, "c")?.dataVersion).toBe("b");
  expect(earlierVersion([version("a")], "a")).toBeUndefined();
  expect(earlierVersion([], "a")).toBeUndefined();
});

test("a figure published elsewhere is restated where its value is another, and neither hidden nor revealed", () => {
  const published = (value: number) => ({ status: "published" as const, value });
  expect(sameFigure(published(0.7), published(0.7))).toBe(true);
  expect(sameFigure(published(0.7), published(0.8))).toBe(false);
  const pair = { subject: "q", wave: "w1", before: published(0.7), after: published(0.8) };
  expect(restatedAmong([pair])).toMatchObject({ compared: 1, restated: 1, hidden: 0, revealed: 0 });
  const gone = { ...pair, after: { status: "withheld" as const } };
  expect(restatedAmong([gone])).toMatchObject({ restated: 1, hidden: 1, revealed: 0 });
});

describe("the index in two versions", () => {
  const part = (figures: FiguresByWave, unit = "index1000") => ({
    id: "csi",
    short: { en: "Index", zh: "指数" },
    unit,
    figures,
  });
  const compare = (was: VersionRecord["index"], is: VersionRecord["index"]) =>
    compareVersions(
      version("a", { waves: [wave("w1")], ...(was ? { index: was } : {}) }),
      version("b", { waves: [wave("w1")], ...(is ? { index: is } : {}) }),
    );

  test("is compared wave by wave, and a wave whose index moved is a corrected one", () => {
    const found = compare([part({ w1: figure(812, 4, 900) })], [part({ w1: figure(815, 4, 900) })]);
    expect(found.kinds).toEqual(["index"]);
    expect(found.restated).toMatchObject({ compared: 1, restated: 1 });
    expect(found.restated.largest[0]).toMatchObject({
      change: 3,
      margins: 0.75,
      subject: { kind: "index", measure: "index", question: { id: "csi" } },
    });
    expect(found.waves).toMatchObject([{ id: "w1", state: "corrected", reasons: ["figures"] }]);
  });

  test("is not compared where the earlier version has none, or one on another scale", () => {
    const now = [part({ w1: figure(812, 4, 900) })];
    expect(compare(undefined, now).restated.compared).toBe(0);
    expect(compare([part({ w1: figure(81.2, 0.4, 900) }, "index100")], now).restated.compared).toBe(0);
  });
});

test("a branch's figure of one wave is not compared with one of several waves together", () => {
  const waves = ["w1", "w2", "w3"].map((id) => wave(id));
  const compare = (was: FiguresByWave, is: FiguresByWave) =>
    compareVersions(
      version("a", { waves, branches: [branch("east", was)] }),
      version("b", { waves, branches: [branch("east", is)] }),
    ).branches;
  const pooled = { "w1..w2": figure(4, 0.2, 60), "w2..w3": figure(4.1, 0.2, 60) };
  expect(compare({ w3: figure(4, 0.3, 30) }, pooled)).toMatchObject({ waves: [], restated: { compared: 0 } });
  expect(compare({ ...pooled, "w1..w2": figure(3, 0.2, 60) }, pooled)).toMatchObject({
    waves: ["w1..w2", "w2..w3"],
    restated: { compared: 2, restated: 1 },
  });
});
