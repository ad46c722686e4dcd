/** All that is wrong is told in one run, each at its own key and line, and nothing that only follows from it. */
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/survey/problem.ts";
import { interpret, lineOf } from "./codebook-text.ts";

const five = "{ codes: [1, 2, 3, 4, 5], satisfied: [4, 5], scores: [0, 3, 6, 8, 10] }";
const survey = `id: shop
title: Shop
waves:
  - { id: "2023", file: a.csv }
  - { id: "2024", file: b.csv }
scales:
  five: ${five}
questions:
  - { id: e1, type: rating, scale: five, column: E1 }
  - { id: p1, type: rating, scale: five, column: P1 }
  - { id: e2, type: rating, scale: five, column: E2 }
  - { id: p2, type: rating, scale: five, column: P2, measures: [satisfied, grade] }
  - { id: rec, type: nps, column: R }
  - { id: stay, type: single, column: ST, labels: { "1": Surely, "2": Maybe } }
  - { id: faults, type: multi, base: asked, columns: { a1: A, a2: B }, problems: [{ id: k, of: [a1] }, { id: l, of: [a2] }] }
factors:
  - { id: f, weight: 60, of: [p1] }
  - { id: g, weight: 40, of: [p2] }
index: { id: csi, of: [f, g] }
pairs:
  - { expectation: e1, perception: p1, weight: 0.5 }
  - { expectation: e2, perception: p2, weight: 0.5 }
scoring: { national: {} }
models:
  bands:
    bands:
      - { id: low }
      - { id: mid, from: 600 }
      - { id: top, from: 800 }
    outcomes:
      - { question: stay, sure: ["1"] }
      - { question: rec, sure: [9, 10] }
`;

type Change = readonly [before: string, after: string];

/** The codebook with some pieces written otherwise. */
function changed(...changes: readonly Change[]): string {
  return changes.reduce((text, [before, after]) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  }, survey);
}

/** Key and value of each problem. */
const told = (text: string) => interpret(text).problems.map(({ column, value }) => [column, value]);

test("the codebook as it stands has nothing wrong with it", () => {
  expect(interpret(survey).problems).toEqual([]);
});

describe("what only follows from a bad value is held back", () => {
  const cases: readonly (readonly [string, Change, string, string | undefined])[] = [
    ["pictures of a scale", ["scores: [0", "pictures: hearts, scores: [0"], "scales.five.pictures", "hearts"],
    ["a code of a scale", ["[1, 2, 3, 4, 5]", "[1, 2, x, 4, 5]"], "scales.five.codes[2]", "x"],
    ["a satisfied code", ["satisfied: [4, 5]", "satisfied: [x, 5]"], "scales.five.satisfied[0]", "x"],
    ["all satisfied codes", ["satisfied: [4, 5]", "satisfied: x"], "scales.five.satisfied", "x"],
    ["a score", ["[0, 3, 6, 8, 10]", "[0, 3, six, 8, 10]"], "scales.five.scores[2]", "six"],
    ["a key that is misspelt", ["satisfied: [4", "satisified: [4"], "scales.five.satisified", "satisified"],
    ["a weight of a factor", ["weight: 60", "weight: abc"], "factors[0].weight", "abc"],
    ["a weight of a pair", ["weight: 0.5", "weight: half"], "pairs[0].weight", "half"],
    ["a leg of a pair", ["perception: p1, ", ""], "pairs[0].perception", undefined],
    ["the members of a factor", ["of: [p1]", "of: 5"], "factors[0].of", "5"],
    ["the end of a band", ["from: 600", "from: abc"], "models.bands.bands[1].from", "abc"],
    ["the answers that mean surely", ['sure: ["1"]', "sure: []"], "models.bands.outcomes[0].sure", "[]"],
    ["all outcomes' questions", ["{ question: stay, ", "{ "], "models.bands.outcomes[0].question", undefined],
    ["a kind of problem", ["of: [a1]", "of: []"], "questions[6].problems[0].of", "[]"],
    ["the columns of choices", ["a1: A, ", "a1: {}, "], "questions[6].columns.a1", "{}"],
    [
      "the labels of a choice",
      ['labels: { "1": Surely, "2": Maybe }', "labels: 5"],
      "questions[5].labels",
      "5",
    ],
    ["the type of a question", ["id: p1, type: rating", "id: p1, type: ratng"], "questions[1].type", "ratng"],
    [
      "the scale of a question",
      ["id: p1, type: rating, scale: five", "id: p1, type: rating, scale: fiv"],
      "questions[1].scale",
      "fiv",
    ],
    ["the measure of an index", ["id: csi", "id: csi, measure: ten"], "index.measure", "ten"],
  ];
  test.each(cases)("%s", (_, change, column, value) => {
    expect(told(changed(change))).toEqual([[column, value]]);
  });

  test.each([
    ["has no id", "id: p1, "],
    ["has an id that is a list", "id: p1, ", "id: [], "],
  ])("so is what names the one question that %s", (_, before, after = "") => {
    expect(told(changed([before, after]))).toHaveLength(1);
    // Of two names one at least is a slip: both are told.
    expect(told(changed([before, after], ["of: [p2]", "of: [p2, p7]"])).map(([, value]) => value)).toContain(
      "p7",
    );
  });

  test("so are names of a list that can't be read at all", () => {
    expect(told(changed(["scales:\n  five:", "scales: 5\nlanguages: [en, zh]\n# "]))).toEqual([
      ["scales", "5"],
    ]);
  });

  test("and lines of a file of changes that name what can't be read", () => {
    const text = `${changed(["id: p1, type: rating", "id: p1, type: ratng"])}changes: c.csv\n`;
    const { problems } = interpret(text, { "c.csv": "question,from\np1,2024\npp1,2024\n" });
    expect(problems.map(({ file, value }) => [file, value])).toEqual([
      ["survey.yaml", "ratng"],
      ["c.csv", "pp1"],
    ]);
    expect(problems[1]?.mend).toBe('Did you mean "p1"?');
  });
});

describe("a bad value hides no other", () => {
  const bandOf: Change = ["from: 600", "from: abc"];
  const cases: readonly (readonly [string, readonly Change[], readonly (readonly [string, string])[]])[] = [
    [
      "a band beyond the index behind one that is no number",
      [bandOf, ["from: 800", "from: 8000"]],
      [
        ["models.bands.bands[1].from", "abc"],
        ["models.bands.bands[2].from", "8000"],
      ],
    ],
    [
      "an unknown outcome behind one without answers",
      [
        ['sure: ["1"]', "sure: []"],
        ["question: rec", "question: rett"],
      ],
      [
        ["models.bands.outcomes[0].sure", "[]"],
        ["models.bands.outcomes[1].question", "rett"],
      ],
    ],
    [
      "an unknown choice behind a kind without any",
      [
        ["of: [a1]", "of: []"],
        ["of: [a2]", "of: [a9]"],
      ],
      [
        ["questions[6].problems[0].of", "[]"],
        ["questions[6].problems[1].of[0]", "a9"],
      ],
    ],
    [
      "a typo beside questions on a bad scale, with the name that is near",
      [
        ["scores: [0", "pictures: hearts, scores: [0"],
        ["perception: p1", "perception: p9"],
      ],
      [
        ["scales.five.pictures", "hearts"],
        ["pairs[0].perception", "p9"],
      ],
    ],
    [
      "a measure that does not fit, of a question on a scale with bad pictures",
      [
        ["scores: [0", "pictures: hearts, scores: [0"],
        ["measures: [satisfied, grade]", "measures: [satisfied, ces]"],
      ],
      [
        ["scales.five.pictures", "hearts"],
        ["questions[3].measures[1]", "ces"],
      ],
    ],
    [
      "an unknown scale of a question whose id can't be used",
      [
        ["id: e1, type: rating, scale: five", 'id: "e 1", type: rating, scale: fiv'],
        ["expectation: e1", 'expectation: "e 1"'],
      ],
      [
        ["questions[0].id", "e 1"],
        ["questions[0].scale", "fiv"],
      ],
    ],
  ];
  test.each(cases)("%s", (_, changes, expected) => {
    expect(told(changed(...changes))).toEqual(expected);
  });

  test("names that can't be read are proposed all the same", () => {
    const text = changed(["[1, 2, 3, 4, 5]", "[1, 2, x, 4, 5]"], ["perception: p1", "perception: p9"]);
    const { problems } = interpret(text);
    expect(problems).toHaveLength(2);
    expect(problems[1]).toMatchObject({
      value: "p9",
      mend: 'Did you mean "p1"?',
      expected: expect.stringMatching(/p1/),
    });
  });
});

describe("key and line are those of the file where an earlier entry can't be read", () => {
  const at = (problems: readonly Problem[], value: string) => problems.find((one) => one.value === value);

  test.each([
    ["factors", ["of: [p1]", "of: [5]"], ["of: [p2]", "of: [pp]"], "factors[1].of[0]", "pp"],
    ["factors", ["id: f, weight: 60", "weight: 60"], ["of: [p2]", "of: [pp]"], "factors[1].of[0]", "pp"],
    [
      "pairs",
      ["- { expectation: e1", "- 5\n  - { expectation: e1"],
      ["perception: p2", "perception: pp"],
      "pairs[2].perception",
      "pp",
    ],
    [
      "questions",
      ["id: e1, type: rating", "id: e1, type: ratng"],
      ["column: R }", "column: R, scale: tenn }"],
      "questions[4].scale",
      "tenn",
    ],
    ["members", ["of: [p1]", "of: [5, p1, pp]"], ["of: [p2]", "of: [p2]"], "factors[0].of[2]", "pp"],
  ] as const)("in %s (%#)", (_, drop, fault, column, value) => {
    const text = changed(drop, fault);
    expect(at(interpret(text).problems, value)).toMatchObject({ column, line: lineOf(text, value) });
  });
});

describe("what stands twice in a list", () => {
  const dimensions =
    "dimensions:\n  - { id: region, column: G, labels: { N: N, S: S } }\n  - { id: city, column: C }\nhierarchy: [region, city]\n";
  const cases: readonly (readonly [string, string, string, readonly Change[]])[] = [
    ["satisfied codes", "scales.five.satisfied[2]", "5", [["satisfied: [4, 5]", "satisfied: [4, 5, 5]"]]],
    [
      "answers that mean surely",
      "models.bands.outcomes[0].sure[1]",
      "1",
      [['sure: ["1"]', 'sure: ["1", 1]']],
    ],
    ["the survey's measures", "measures[1]", "mean", [["scoring:", "measures: [mean, mean]\nscoring:"]]],
    [
      "a question's measures",
      "questions[3].measures[1]",
      "grade",
      [["[satisfied, grade]", "[grade, grade]"]],
    ],
    ["items of a factor", "factors[0].of[1]", "p1", [["of: [p1]", "of: [p1, p1]"]]],
    ["factors of the index", "index.of[2]", "f", [["of: [f, g]", "of: [f, g, f]"]]],
    ["items of a card", "scoring.national.of[1]", "p1", [["national: {}", "national: { of: [p1, p1] }"]]],
    ["choices of a kind", "questions[6].problems[0].of[1]", "a1", [["of: [a1]", "of: [a1, a1]"]]],
    ["filters", "filters[1]", "city", [["scales:", `${dimensions}filters: [city, city]\nscales:`]]],
    ["segments", "segments[1]", "city", [["scales:", `${dimensions}segments: [city, city]\nscales:`]]],
    [
      "values of a set",
      "sets[0].slice.region[1]",
      "N",
      [["scales:", `${dimensions}sets: [{ id: s, slice: { region: [N, N] } }]\nscales:`]],
    ],
    ["languages", "languages[1]", "en", [["scales:", "languages: [en, en]\nscales:"]]],
    ["missing codes", "missing[1]", "9", [["scales:", 'missing: [9, "9"]\nscales:']]],
    [
      "missing codes by wave",
      "questions[4].missing.2023[1]",
      "99",
      [["column: R }", 'column: R, missing: { "2023": [99, 99] } }']],
    ],
    [
      "codes that tell who was asked",
      "questions[4].asked.stay[1]",
      "1",
      [["column: R }", "column: R, asked: { stay: [1, 1] } }"]],
    ],
    [
      "cells that mean ticked",
      "questions[6].mentioned[1]",
      "1",
      [["base: asked", "base: asked, mentioned: [1, 1]"]],
    ],
    [
      "columns of mentions",
      "questions[7].columns[1]",
      "M1",
      [["factors:", "  - { id: m, type: multi, labels: { a: A }, columns: [M1, M1] }\nfactors:"]],
    ],
    ["columns of choices", "questions[6].columns.a2", "A", [["a2: B", "a2: A"]]],
  ];
  test.each(cases)("%s stops, and is named with its mend", (_, column, value, changes) => {
    const { problems } = interpret(changed(...changes));
    expect(problems).toMatchObject([{ severity: "stop", column, value }]);
    expect(problems[0]?.line).toBeGreaterThan(1);
    expect(problems[0]?.mend).toMatch(/Take one of the two|Correct one of the two/);
  });
});
