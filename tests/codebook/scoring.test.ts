/** Settings of scores by written rules: what they mean, and what every nonsense setting is told, with key and line. */
import { describe, expect, test } from "vitest";
import { codebook, interpret, lineOf, onlyProblem, understood } from "./codebook-text.ts";

const card = "{ codes: [1, 2, 3, 4, 5], scores: [0, 3, 6, 8, 10] }";
const questions = `  - { id: q1, type: rating, scale: ${card}, column: A }
  - { id: q2, type: rating, scale: ${card}, column: B }
  - { id: e1, type: rating, scale: { min: 1, max: 5 }, column: C }
  - { id: stay, type: single, column: D, labels: { "1": Surely, "2": Maybe } }
`;
const index = "factors: [{ id: f, of: [q1, q2] }]\nindex: { id: csi, of: [f] }\n";
const dimensions = `dimensions:
  - { id: sector, column: S, labels: { A: A, B: B } }
  - { id: hall, column: H }
hierarchy: [sector, hall]
`;
const withKeys = (keys: string, more = "") => codebook({ keys, questions: questions + more });
const rated = (rest: string) => `  - { id: x, type: rating, column: X, ${rest} }\n`;

/** The one problem, which must name the key and stand in the line of `at`. */
function told(text: string, column: string, at: string) {
  const problem = onlyProblem(text);
  expect(problem).toMatchObject({ severity: "stop", column, line: lineOf(text, at) });
  expect(problem.mend.length).toBeGreaterThan(5);
  expect(problem.expected.length).toBeGreaterThan(0);
  return problem;
}

describe("what the settings mean", () => {
  test("scores, pictures and measures of a question", () => {
    const { survey } = understood(
      withKeys("", rated("scale: { min: 1, max: 7, pictures: faces }, measures: [ces, easy]")),
    );
    const of = (id: string) => survey.questions.find((question) => question.id === id);
    expect(of("q1")).toMatchObject({ scale: { scores: [0, 3, 6, 8, 10] } });
    expect(of("x")).toMatchObject({ scale: { pictures: "faces" }, measures: ["ces", "easy"] });
  });

  test("defaults of cards, deduction and samples", () => {
    const { survey } = understood(
      withKeys(
        "strata: s.csv\nscoring: { national: { deduct: true }, fiveToOne: { of: [q1] }, sample: { rule: 1 } }",
      ),
    );
    expect(survey.scoring).toMatchObject({
      national: { id: "national", of: ["q1", "q2"], deduct: true },
      fiveToOne: { id: "five_to_one", of: ["q1"], deduct: false },
      deduction: { threshold: 0.5, step: 0.05, points: 1 },
      sample: { rule: 1, plus: 10, share: 0.05 },
    });
    const second = understood(
      withKeys("strata: s.csv\nscoring: { sample: { rule: 2, margin: 0.03 } }"),
    ).survey;
    expect(second.scoring?.sample).toEqual({ rule: 2, margin: 0.03, proportion: 0.5 });
  });

  test("two stages: firms under industries, with how many there are", () => {
    const { survey } = understood(
      withKeys(
        `${dimensions}scoring: { national: { firm: hall, industry: sector, firms: { A: 40, B: 9 } } }`,
      ),
    );
    expect(survey.scoring?.national?.firms).toEqual({
      firm: "hall",
      industry: "sector",
      population: { A: 40, B: 9 },
    });
  });

  test("bands from the lowest up, whatever their order", () => {
    const { survey, problems } = {
      ...understood(
        withKeys(
          `${index}models: { bands: { bands: [{ id: top, from: 854 }, { id: low, to: 793 }, { id: mid, from: 794, to: 853 }], outcomes: [{ question: stay, sure: [1] }] } }`,
        ),
      ),
      problems: [],
    };
    expect(survey.bands?.bands.map(({ id, from }) => [id, from])).toEqual([
      ["low", 0],
      ["mid", 794],
      ["top", 854],
    ]);
    expect(survey.bands?.outcomes).toMatchObject([{ question: "stay", sure: ["1"] }]);
    expect(problems).toEqual([]);
  });

  test("kinds of problems", () => {
    const more =
      "  - { id: p, type: multi, base: asked, columns: { a: P1, b: P2 }, problems: [{ id: k, of: [a, b] }] }\n";
    expect(understood(withKeys("", more)).survey.questions.at(-1)).toMatchObject({
      problems: [{ id: "k", of: ["a", "b"] }],
    });
  });

  test("pairs and bands are used: nothing says otherwise", () => {
    const { problems } = interpret(
      withKeys(
        `${index}pairs: [{ expectation: e1, perception: q1 }]\nmodels: { bands: { bands: [{ id: low }, { id: high, from: 800 }], outcomes: [{ question: stay, sure: ["1"] }] } }`,
      ),
    );
    expect(problems).toEqual([]);
  });
});

describe("scales", () => {
  const scale = (written: string) => withKeys("", rated(`scale: { codes: [1, 2, 3, 4, 5], ${written} }`));
  test.each([
    ["scores: [0, 3, 6, 8]", "scores", /4 scores for 5 codes/],
    ["scores: [10, 8, 6, 3, 0]", "scores", /fall/],
    ["scores: [5, 5, 5, 5, 5]", "scores", /alike/],
    ["satisfied: [1, 2]", "satisfied", /1 counts as satisfied, and 3/],
    ["satisfied: [1, 2, 3, 4, 5]", "satisfied", /Every code/],
    ["satisfied: [3, 5]", "satisfied", /and 4, which is better/],
    ["satisfied: []", "satisfied", /No code counts as satisfied/],
    ["satisfied: [4, 5, 5]", "satisfied[2]", /"5" stands twice in satisfied/],
  ])("%s", (written, key, message) => {
    const problem = told(scale(written), `questions[5].scale.${key}`, "id: x");
    expect(problem.message).toMatch(message);
  });

  test.each([
    ["stars on 0–10", "{ min: 0, max: 10, pictures: stars }"],
    ["ten faces", "{ min: 1, max: 10, pictures: faces }"],
  ])("%s", (_, written) => {
    told(withKeys("", rated(`scale: ${written}`)), "questions[5].scale.pictures", "id: x");
  });

  test("a negative score is told by the schema", () => {
    told(scale("scores: [-3, 0, 3, 6, 10]"), "questions[5].scale.scores[0]", "id: x");
  });
});

describe("measures of a question", () => {
  test.each([
    ["CES on five points", "{ min: 1, max: 5 }", "ces", /on 1–7, and "x" is on 1–5/],
    ["easy on five points", "{ min: 1, max: 5 }", "easy", /1–7/],
    ["CSAT on ten points", "{ min: 1, max: 10 }", "csat", /on 1–5, and "x" is on 1–10/],
    ["a grade score without scores", "{ min: 1, max: 5 }", "grade", /scores/],
    ["the satisfied share of nobody", "{ min: 1, max: 5 }", "satisfied", /which codes/],
    ["an NPS of a rating", "{ min: 0, max: 10 }", "nps", /recommend question/],
  ])("%s", (_, scale, measure, message) => {
    const text = withKeys("", rated(`scale: ${scale}, measures: [mean, ${measure}]`));
    const problem = told(text, "questions[5].measures[1]", "id: x");
    expect(problem.message).toMatch(message);
  });
});

describe("cards", () => {
  test.each([
    ["scoring: { national: { of: [q1, e1] } }", "scoring.national.of[1]", /"e1" has not the grades/],
    ["scoring: { national: { of: [q1, q1] } }", "scoring.national.of[1]", /twice/],
    ["scoring: { national: { of: [q1, qq] } }", "scoring.national.of[1]", /no question "qq"/],
    ["scoring: { fiveToOne: { of: [overall] } }", "scoring.fiveToOne.of[0]", /grades/],
    ["scoring: { national: { id: q1 } }", "scoring.national.id", /already the id/],
    ["scoring: { national: { id: sample } }", "scoring.national.id", /already the id/],
    ["scoring: { national: { deduct: true } }", "scoring.national.deduct", /Without strata/],
    ["scoring: { sample: { rule: 1 } }", "scoring.sample", /Without strata/],
    ["scoring: { sample: { rule: 3 } }", "scoring.sample.rule", /can't be used/],
    ["strata: s.csv\nscoring: { sample: { rule: 2, margin: 5 } }", "scoring.sample.margin", /can't be used/],
    [
      "strata: s.csv\nscoring: { national: { deduct: true }, deduction: { step: 0 } }",
      "scoring.deduction.step",
      /can't/,
    ],
    [
      "strata: s.csv\nscoring: { national: { deduct: true }, deduction: { threshold: 1.5 } }",
      "scoring.deduction.threshold",
      /can't/,
    ],
    [
      "strata: s.csv\nscoring: { national: { deduct: true }, deduction: { threshold: 0.3, step: 0.4 } }",
      "scoring.deduction.step",
      /full step/,
    ],
    [
      "strata: s.csv\nscoring: { national: { deduct: true }, deduction: { points: 60 } }",
      "scoring.deduction.points",
      /10 steps of 60 take 600 percentage points off/,
    ],
    ["scoring: { national: {}, deduction: { step: 0.1 } }", "scoring.deduction", /no score takes it off/],
    ["scoring: { national: { industry: sector } }", "scoring.national.industry", /without firms/],
    ["scoring: { national: { firms: 40 } }", "scoring.national.firms", /without firms/],
    ["scoring: { national: { firm: shop } }", "scoring.national.firm", /no dimension "shop"/],
  ])("%s", (keys, column, message) => {
    const problem = told(withKeys(keys), column, "scoring:");
    expect(problem.message).toMatch(message);
  });

  test.each([
    ["{ firm: hall }", "scoring.national.firm", /stands under "sector"/],
    ["{ firm: sector, industry: hall }", "scoring.national.industry", /under no other level/],
    ["{ firm: hall, industry: sector, firms: 40 }", "scoring.national.firms", /One number/],
    ["{ firm: sector, firms: { A: 3 } }", "scoring.national.firms", /there is none/],
    [
      "{ firm: hall, industry: sector, firms: { A: 2, B: 4, C: 3 } }",
      "scoring.national.firms.C",
      /no industry "C"/,
    ],
    ["{ firm: hall, industry: sector, firms: { A: 50 } }", "scoring.national.firms", /firms there are in B$/],
    ["{ firm: hall, industry: sector, firms: {} }", "scoring.national.firms", /firms there are in A, B$/],
    ["{ firm: hall, industry: sector, firms: { A: 0 } }", "scoring.national.firms.A", /can't be used/],
  ])("firms: %s", (national, column, message) => {
    const problem = told(withKeys(`${dimensions}scoring: { national: ${national} }`), column, "scoring:");
    expect(problem.message).toMatch(message);
  });

  test("no question has grades", () => {
    const problem = told(codebook({ keys: "scoring: { national: {} }" }), "scoring.national", "scoring:");
    expect(problem.mend).toMatch(/Add scores/);
  });

  test("best grades that count differently", () => {
    const text = withKeys(
      "scoring: { national: {} }",
      rated("scale: { codes: [1, 2, 3], scores: [0, 50, 100] }"),
    );
    expect(told(text, "scoring.national", "scoring:").message).toMatch(/counts 10, that of "x" 100/);
  });
});

describe("pairs", () => {
  test("one leg", () => {
    const problem = told(
      withKeys("pairs:\n  - { expectation: e1 }"),
      "pairs[0].perception",
      "- { expectation",
    );
    expect(problem.message).toMatch(/"perception" is missing/);
  });

  test("different scales", () => {
    const text = withKeys("pairs:\n  - { expectation: overall, perception: q1 }");
    expect(told(text, "pairs[0]", "- { expectation").message).toMatch(/different scales/);
  });

  test("a weight on one of two", () => {
    const text = withKeys(
      "pairs:\n  - { expectation: e1, perception: q1, weight: 2 }\n  - { expectation: e1, perception: q2 }",
    );
    expect(told(text, "pairs[1]", "perception: q2").message).toMatch(/no weight/);
  });

  test("a weight of 0", () => {
    told(
      withKeys("pairs:\n  - { expectation: e1, perception: q1, weight: 0 }"),
      "pairs[0].weight",
      "weight: 0",
    );
  });

  test("a perception that has the name of the whole gap", () => {
    const text = withKeys(
      "pairs:\n  - { expectation: e1, perception: gap }",
      "  - { id: gap, type: rating, scale: { min: 1, max: 5 }, column: G }\n",
    );
    expect(told(text, "pairs[0].perception", "- { expectation").message).toMatch(/all pairs together/);
  });

  test("a pair turned round", () => {
    const text = withKeys(
      "pairs:\n  - { expectation: e1, perception: q1 }\n  - { expectation: q1, perception: e1 }",
    );
    expect(told(text, "pairs[1]", "expectation: q1").message).toMatch(/turned round/);
  });

  test("one perception for two expectations", () => {
    const text = withKeys(
      "pairs:\n  - { expectation: e1, perception: q1 }\n  - { expectation: q2, perception: q1 }",
    );
    expect(told(text, "pairs[1].perception", "expectation: q2").message).toMatch(/another pair/);
  });
});

describe("weights that do not sum", () => {
  const pairs = (one: number, other: number) =>
    withKeys(
      `pairs:\n  - { expectation: e1, perception: q1, weight: ${one} }\n  - { expectation: e1, perception: q2, weight: ${other} }`,
    );
  const weighed = (one: number, other: number, index = "index:\n  id: csi\n  of: [f, g]\n") =>
    withKeys(
      `factors:\n  - { id: f, weight: ${one}, of: [q1] }\n  - { id: g, weight: ${other}, of: [q2] }\n${index}`,
    );
  const members = (one: number, other: number) =>
    withKeys(
      `factors:\n  - { id: f, of: [{ id: g, weight: ${one}, of: [q1] }, { id: h, weight: ${other}, of: [q2] }] }\nindex: { id: csi, of: [f] }\n`,
    );

  test.each([
    [pairs(60, 39), "pairs", "pairs:", /pairs sum to 99, not to 100: q1 60 \(line 4\), q2 39 \(line 5\)$/],
    [pairs(0.5, 0.45), "pairs", "pairs:", /sum to 0.95, not to 1:/],
    [pairs(0.8, 0.8), "pairs", "pairs:", /sum to 1.6, not to 1:/],
    [weighed(60, 41), "index.of", "of: [f, g]", /factors of "csi" sum to 101, not to 100:/],
    [
      weighed(0.7, 0.4),
      "index.of",
      "of: [f, g]",
      /sum to 1.1, not to 1: f 0.7 \(line 4\), g 0.4 \(line 5\)$/,
    ],
    [weighed(0.7, 0.4, ""), "factors", "factors:", /the factors sum to 1.1, not to 1:/],
    [weighed(0.5, 0.2), "index.of", "of: [f, g]", /sum to 0.7, not to 1:/],
    [weighed(70, 20), "index.of", "of: [f, g]", /sum to 90, not to 100:/],
    [weighed(60, 0.4), "index.of", "of: [f, g]", /are of different sizes and sum to 60.4, not to 100:/],
    [members(0.5, 0.55), "factors[0].of", "- { id: f", /members of "f" sum to 1.05, not to 1:/],
  ])("%#: plain shares stop", (text, column, at, message) => {
    expect(told(text, column, at).message).toMatch(message);
  });

  test("what each counts as it stands is said", () => {
    // 0.7 / 1.1 and 0.4 / 1.1.
    expect(told(weighed(0.7, 0.4), "index.of", "of: [f, g]").mend).toMatch(/f 63.64 %, g 36.36 %/);
  });

  test.each([
    ["shares that were rounded", [0.33, 0.33, 0.33], /sum to 0.99, not to 1:/],
    ["percentages that were rounded", [33, 33, 33], /sum to 99, not to 100:/],
    ["a share beside a whole", [1, 0.5, 0.5], /sum to 2, not to 1:/],
    ["small weights near 100", [10, 10, 10, 10, 10, 10, 10, 10, 9, 9], /sum to 98, not to 100:/],
  ])("%s are noted, and stop nothing", (_, weights, message) => {
    const ids = weights.map((_, at) => `x${at}`);
    const rows = ids.map((id, at) => `  - { id: ${id}, weight: ${weights[at]}, of: [q1] }\n`).join("");
    const { problems, interpretation } = interpret(
      withKeys(`factors:\n${rows}index: { id: csi, of: [${ids.join(", ")}] }\n`),
    );
    expect(interpretation).toBeDefined();
    expect(problems).toMatchObject([{ severity: "note", column: "index.of" }]);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.mend).toMatch(/share of the sum/);
  });

  test("a part of weights that sum is noted", () => {
    const text = withKeys(
      "factors:\n  - { id: f, weight: 50, of: [q1] }\n  - { id: g, weight: 20, of: [q2] }\n  - { id: h, weight: 30, of: [e1] }\nindex: { id: csi, of: [f, g] }\n",
    );
    expect(interpret(text).problems).toMatchObject([{ severity: "note", column: "index.of", value: "70" }]);
  });

  test.each([
    pairs(2, 1),
    pairs(60, 40),
    pairs(0.7, 0.3),
    weighed(0.1, 0.9),
    weighed(24, 21),
    weighed(0.7, 0.4, "index: { id: csi, of: [f, g], weights: equal }\n"),
  ])("others say nothing (%#)", (text) => {
    expect(interpret(text).problems).toEqual([]);
  });
});

describe("bands", () => {
  const bands = (written: string, outcomes = '[{ question: stay, sure: ["1"] }]', above = index) =>
    withKeys(`${above}models:\n  bands:\n    bands: ${written}\n    outcomes: ${outcomes}`);
  test.each([
    ["[{ id: a }, { id: b, from: 1200 }]", "bands[1].from", /outside the index/],
    [
      "[{ id: a, from: 100 }, { id: b, from: 800 }]",
      "bands[0].from",
      /hole: nothing holds an index under 100/,
    ],
    ["[{ id: a }, { id: b }]", "bands[1].from", /overlaps/],
    ["[{ id: a }, { id: b, from: 800 }, { id: c, from: 800 }]", "bands[2].from", /overlaps "b"/],
    ["[{ id: a, to: 810 }, { id: b, from: 800 }]", "bands[0].to", /overlaps "b", which starts at 800/],
    ["[{ id: a, to: 780 }, { id: b, from: 800 }]", "bands[0].to", /hole between 780 and 800/],
    [
      "[{ id: a }, { id: b, from: 800, to: 5000 }]",
      "bands[1].to",
      /"b" ends outside the index, .* 0 to 1000/,
    ],
    ["[{ id: a }, { id: b, from: 0 }]", "bands[1].from", /overlaps "a": both start at 0/],
    ["[{ id: a }, { id: b, from: 800, to: 700 }]", "bands[1].to", /ends at 700, before it starts/],
    ["[{ id: a }, { id: b, from: 800, to: 900 }]", "bands[1].to", /hole: nothing holds an index over 900/],
    ["[{ id: a }, { id: a, from: 800 }]", "bands[1].id", /defined twice/],
    ["[{ id: a }]", "bands", /can't be used/],
  ])("%s", (written, key, message) => {
    const problem = told(bands(written), `models.bands.${key}`, "    bands:");
    expect(problem.message).toMatch(message);
  });

  const two = "[{ id: a }, { id: b, from: 800 }]";
  test.each([
    ['[{ question: stay, sure: ["3"] }]', "outcomes[0].sure[0]", /no answer "3"/],
    ['[{ question: stay, sure: ["1", "2"] }]', "outcomes[0].sure", /Every answer/],
    ['[{ question: stay, sure: ["1", "1"] }]', "outcomes[0].sure[1]", /"1" stands twice in sure/],
    ['[{ question: stay, sure: [1, "1"] }]', "outcomes[0].sure[1]", /"1" stands twice in sure/],
    [
      '[{ question: stay, sure: ["1"] }, { question: stay, sure: ["2"] }]',
      "outcomes[1].question",
      /"stay" is an outcome of the bands already/,
    ],
    ["[{ question: gone, sure: [1] }]", "outcomes[0].question", /no question "gone"/],
    ["[]", "outcomes", /can't be used/],
  ])("outcomes: %s", (outcomes, key, message) => {
    const problem = told(bands(two, outcomes), `models.bands.${key}`, "    outcomes:");
    expect(problem.message).toMatch(message);
  });

  test("without an index", () => {
    const text = bands(two, '[{ question: stay, sure: ["1"] }]', "");
    expect(told(text, "models.bands", "  bands:").message).toMatch(/there is no index/);
  });
});

describe("a total of problems", () => {
  const choices = (id: string, more = "base: asked, ") =>
    `  - { id: ${id}, type: multi, ${more}columns: { a: ${id}1, b: ${id}2 } }\n`;
  const total = (of: string, questions = choices("p") + choices("q")) =>
    withKeys(`scoring:\n  problems: { of: ${of} }\n`, questions);

  test("is over the questions that are named", () => {
    expect(understood(total("[p, q]")).survey.scoring?.problems).toMatchObject({
      id: "problems",
      of: ["p", "q"],
    });
  });

  test.each([
    ["[p, z]", "scoring.problems.of[1]", /no question "z"/],
    ["[p, q, p]", "scoring.problems.of[2]", /"p" stands twice/],
    ["[p, q1]", "scoring.problems.of[1]", /"q1" has no choices/],
  ])("of %s is stopped", (of, column, message) => {
    expect(told(total(of), column, "problems:").message).toMatch(message);
  });

  test("can head the report", () => {
    const text = withKeys("scoring:\n  problems: { of: [p, q], heads: true }\n", choices("p") + choices("q"));
    expect(understood(text).survey.scoring?.problems?.heads).toBe(true);
    expect(understood(total("[p, q]")).survey.scoring?.problems?.heads).toBeUndefined();
  });

  test("can't head a report whose branches are shown over several waves together", () => {
    const text = withKeys(
      `${dimensions}base: { pool: { hall: 2 } }\nscoring:\n  problems: { of: [p, q], heads: true }\n`,
      choices("p") + choices("q"),
    );
    expect(told(text, "scoring.problems.heads", "problems:").message).toMatch(/"hall" is shown over 2 waves/);
  });

  test("whose questions don't count who has none is stopped", () => {
    const text = total("[p, q]", choices("p") + choices("q", ""));
    expect(told(text, "scoring.problems.of[1]", "problems:").message).toMatch(/not in the base of "q"/);
  });
});

describe("kinds of problems", () => {
  const problems = (kinds: string, base = "base: asked, ") =>
    withKeys("", `  - { id: p, type: multi, ${base}columns: { a: P1, b: P2, c: P3 }, problems: ${kinds} }\n`);
  test.each([
    ["[{ id: k, of: [a, b] }]", "questions[5].problems", /of no kind of problem: c/],
    ["[{ id: k, of: [a, b, c] }, { id: l, of: [c] }]", "questions[5].problems[1].of[0]", /is of "k" already/],
    ["[{ id: k, of: [a, b, c, d] }]", "questions[5].problems[0].of[3]", /no choice "d"/],
    ["[{ id: k, of: [a, b] }, { id: k, of: [c] }]", "questions[5].problems[1].id", /defined twice/],
  ])("%s", (kinds, column, message) => {
    expect(told(problems(kinds), column, "id: p,").message).toMatch(message);
  });

  test("who has no problem must be in the base", () => {
    const text = problems("[{ id: k, of: [a, b, c] }]", "");
    expect(told(text, "questions[5].problems", "id: p,").message).toMatch(/not in the base/);
  });
});
