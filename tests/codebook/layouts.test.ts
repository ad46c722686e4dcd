import { describe, expect, test } from "vitest";
import { codebook, interpret, onlyProblem, understood, variable } from "./codebook-text.ts";

const question = (text: string) => codebook({ questions: `  - ${text}\n` });

describe("all choices in one cell", () => {
  const media =
    '{ id: media, type: multi, column: Q9, separator: "┋", labels: { tv: TV, net: Internet, no: None }';

  test("are parted by the separator; `none` and `other` name choices", () => {
    const interpretation = understood(question(`${media}, none: no, other: net, base: asked }`));
    expect(variable(interpretation, "2024", "q_media")).toEqual({
      kind: "separated",
      name: "q_media",
      column: "Q9",
      separator: "┋",
      options: ["tv", "net", "no"],
      words: { TV: "tv", Internet: "net", None: "no" },
      other: "net",
      none: "no",
      base: "asked",
      missing: [],
      recode: {},
    });
    expect(interpretation.survey.questions[1]).toMatchObject({ none: "no", base: "asked" });
  });

  test.each([
    ["a choice that does not exist", `${media}, none: nothing }`, "questions[1].none"],
    ["no column at all", "{ id: m, type: multi, labels: { a: A } }", "questions[1]"],
    ["no separator", "{ id: m, type: multi, column: M, labels: { a: A } }", "questions[1]"],
    [
      "a separator without a cell",
      '{ id: m, type: multi, columns: { a: A }, separator: ";" }',
      "questions[1]",
    ],
    ["no labels", '{ id: m, type: multi, column: M, separator: ";" }', "questions[1]"],
  ])("stop with %s", (_, text, column) => {
    expect(onlyProblem(question(text))).toMatchObject({ severity: "stop", column });
  });
});

describe("words for codes", () => {
  test("are the labels of all languages, but for those that are codes or stand for two", () => {
    const text = `{ id: s, type: single, column: S, labels: { "1": { en: Good, zh: 好 }, "2": "1", "3": Same, "4": Same } }`;
    const reading = variable(understood(question(text)), "2024", "q_s");
    expect(reading).toMatchObject({ words: { Good: "1", 好: "1" } });
  });

  test("stand for the codes of a scale too", () => {
    const text =
      "{ id: r, type: rating, column: R, scale: { codes: [1, 2, 5], labels: { en: [Poor, Fair, Great] } } }";
    expect(variable(understood(question(text)), "2024", "q_r")).toMatchObject({
      codes: [1, 2, 5],
      words: { Poor: 1, Fair: 2, Great: 5 },
    });
  });
});

describe("a feature of Kano's", () => {
  const kano =
    "{ id: app, type: kano, functional: A, dysfunctional: B, codes: [5, 4, 3, 2, 1], short: { en: App, zh: 应用 } }";

  test("is two single questions whose answers stand in Kano's order, whatever the codes", () => {
    const interpretation = understood(question(kano));
    const [, functional, dysfunctional] = interpretation.survey.questions;
    expect(functional).toMatchObject({
      id: "app_functional",
      type: "single",
      short: { en: "App (with it)" },
    });
    expect(dysfunctional).toMatchObject({ id: "app_dysfunctional", short: { zh: "应用（不具备时）" } });
    const options = functional?.type === "single" ? functional.options : [];
    expect(options.map(({ id, label }) => [id, label.en])).toEqual([
      ["5", "I like it"],
      ["4", "I expect it"],
      ["3", "I don't mind"],
      ["2", "I can live with it"],
      ["1", "I dislike it"],
    ]);
    expect(interpretation.survey.kano).toEqual([
      {
        id: "app",
        title: { en: "App", zh: "应用" },
        functional: "app_functional",
        dysfunctional: "app_dysfunctional",
      },
    ]);
    expect(variable(interpretation, "2024", "q_app_dysfunctional")).toMatchObject({
      kind: "options",
      column: "B",
    });
  });

  test.each([
    ["a code twice", kano.replace("[5, 4, 3, 2, 1]", "[5, 4, 3, 2, 2]"), "questions[1].codes"],
    ["four codes", kano.replace("[5, 4, 3, 2, 1]", "[5, 4, 3, 2]"), "questions[1].codes"],
    ["a label of no code", kano.replace("codes:", 'labels: { "9": X }, codes:'), "questions[1].labels.9"],
  ])("stops with %s", (_, text, column) => {
    expect(onlyProblem(question(text))).toMatchObject({ severity: "stop", column });
  });
});

describe("pairs, sets and pooling", () => {
  const legs = `  - { id: e, type: rating, scale: { min: 1, max: 10 }, column: E }
  - { id: five, type: rating, scale: { min: 1, max: 5 }, column: F }\n`;
  const keys = "dimensions: [{ id: city, column: C, labels: { A: Alpha, B: Beta } }]\nhierarchy: [city]";

  test("are taken over", () => {
    const { survey } = understood(
      codebook({
        keys: `${keys}
sets: [{ id: both, title: Both, slice: { city: [A, B] } }]
pairs: [{ expectation: e, perception: overall }]
base: { pool: { city: 4 } }`,
        questions: legs,
      }),
    );
    expect(survey.sets).toEqual([
      { id: "both", title: { en: "Both", zh: "Both" }, slice: { city: ["A", "B"] } },
    ]);
    expect(survey.pairs).toEqual([
      { expectation: "e", perception: "overall", title: { en: "overall", zh: "overall" } },
    ]);
    expect(survey.base).toEqual({ minimum: 5, caution: 30, pool: { city: 4 } });
  });

  test.each([
    ["a dimension that does not exist", "sets: [{ id: s, slice: { town: [A] } }]", "sets[0].slice.town"],
    ["a code that does not exist", "sets: [{ id: s, slice: { city: [A, Z] } }]", "sets[0].slice.city[1]"],
    ["a set twice", "sets: [{ id: s, slice: {} }, { id: S, slice: {} }]", "sets[1].id"],
    ["one leg missing", "pairs: [{ expectation: x, perception: e }]", "pairs[0].expectation"],
    ["legs on two scales", "pairs: [{ expectation: e, perception: five }]", "pairs[0]"],
    ["one question as both legs", "pairs: [{ expectation: e, perception: e }]", "pairs[0]"],
    ["a level that is none", "base: { pool: { region: 4 } }", "base.pool.region"],
    ["one wave pooled", "base: { pool: { city: 1 } }", "base.pool.city"],
  ])("stop with %s", (_, key, column) => {
    expect(onlyProblem(codebook({ keys: `${keys}\n${key}`, questions: legs }))).toMatchObject({
      severity: "stop",
      column,
    });
  });
});

describe("dimensions without a column", () => {
  const levels = "dimensions: [{ id: region }, { id: dealer, column: D }]\nhierarchy: [region, dealer]";

  test("come from the branches' file, above another level", () => {
    const { reading } = understood(codebook({ keys: `${levels}\nbranches: branches.csv` }));
    expect(reading.branches).toBe("branches.csv");
    expect(reading.waves[0]?.variables.map(({ name }) => name)).toEqual(["d_dealer", "q_overall"]);
  });

  test("stop without that file, and at the lowest level", () => {
    expect(onlyProblem(codebook({ keys: levels }))).toMatchObject({ column: "dimensions[0]" });
    const lowest = levels.replace(", column: D", "").replace("id: region", "id: region, column: R");
    expect(onlyProblem(codebook({ keys: `${lowest}\nbranches: b.csv` }))).toMatchObject({
      column: "dimensions[1]",
    });
  });
});

describe("a version with another scale", () => {
  const rating = (scale: string) =>
    codebook({
      questions: `  - { id: r, type: rating, scale: { min: 1, max: 5 }, column: R, versions: [{ from: "2024", scale: ${scale} }] }\n`,
    });

  test("is read with it from its wave on", () => {
    const interpretation = understood(rating("{ min: 0, max: 3 }"));
    expect(variable(interpretation, "2024", "q_r")).toMatchObject({ codes: [0, 1, 2, 3] });
  });

  test("must name a scale, and belongs to ratings", () => {
    expect(onlyProblem(rating("ten"))).toMatchObject({
      column: "questions[1].versions[0].scale",
      value: "ten",
    });
    const text = question(
      '{ id: t, type: text, column: T, versions: [{ from: "2024", scale: { min: 1, max: 2 } }] }',
    );
    expect(onlyProblem(text)).toMatchObject({ column: "questions[1].versions[0].scale" });
  });
});

describe("keys that a later version uses", () => {
  test("are noted, not refused", () => {
    const { interpretation, problems } = interpret(
      codebook({ keys: "models: { kano: {}, plan: { target: 850 } }\nbase: { minimum: 4 }" }),
    );
    expect(interpretation).toBeDefined();
    expect(problems.map(({ severity, column }) => `${severity} ${column}`)).toEqual(["note models"]);
  });

  test("must still be keys of the format", () => {
    expect(onlyProblem(codebook({ keys: "models: { kanno: {} }" }))).toMatchObject({ severity: "stop" });
  });
});
