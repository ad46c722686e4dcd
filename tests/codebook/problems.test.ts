import { describe, expect, test } from "vitest";
import { codebook, interpret, lineOf, onlyProblem } from "./codebook-text.ts";

const overall = "{ id: overall, type: rating, scale: { min: 1, max: 10 }, column: Q1 }";
const withQuestion = (written: string) => codebook({ questions: `  - ${written}\n` });
const inPlaceOfOverall = (written: string) => codebook().replace(overall, written);

interface Case {
  readonly text: string;
  /** A piece of the codebook that stands on the line to be named. */
  readonly at: string;
  readonly column: string;
  readonly value?: string;
  readonly message: RegExp;
  readonly expected: RegExp;
  readonly mend: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  "an unknown key at the top": {
    text: codebook({ keys: "respondant: ID" }),
    at: "respondant",
    column: "respondant",
    value: "respondant",
    message: /not a key that belongs here/,
    expected: /key of the codebook/,
    mend: /Did you mean "respondent"\?/,
  },
  "an unknown key of a question": {
    text: withQuestion("{ id: a, type: rating, scale: { min: 1, max: 5 }, colum: A, column: B }"),
    at: "colum:",
    column: "questions[1].colum",
    value: "colum",
    message: /not a key/,
    expected: /key/,
    mend: /Did you mean "column"/,
  },
  "a key that is known elsewhere only": {
    text: withQuestion("{ id: a, type: text, column: A, scale: ten }"),
    at: "scale: ten",
    column: "questions[1].scale",
    value: "scale",
    message: /not a key that belongs here/,
    expected: /key/,
    mend: /./,
  },
  "an unknown scale": {
    text: codebook({
      keys: "scales: { grade5: { min: 1, max: 5 }, ten: { min: 1, max: 10 } }",
      questions: "  - { id: a, type: rating, scale: grad5, column: A }\n",
    }),
    at: "scale: grad5",
    column: "questions[1].scale",
    value: "grad5",
    message: /no scale "grad5"/,
    expected: /one of grade5, ten/,
    mend: /Did you mean "grade5"/,
  },
  "a scale named where none is defined": {
    text: withQuestion("{ id: a, type: rating, scale: ten, column: A }"),
    at: "scale: ten",
    column: "questions[1].scale",
    value: "ten",
    message: /no scale "ten"/,
    expected: /a scale of this codebook/,
    mend: /Define the scale/,
  },
  "a question defined twice": {
    text: withQuestion("{ id: overall, type: text, column: A }"),
    at: "{ id: overall, type: text",
    column: "questions[1].id",
    value: "overall",
    message: /question "overall" is defined twice/,
    expected: /once/,
    mend: /Rename/,
  },
  "two questions that differ in case only, which the store and addresses can't tell apart": {
    text: withQuestion("{ id: Overall, type: text, column: A }"),
    at: "{ id: Overall, type: text",
    column: "questions[1].id",
    value: "Overall",
    message: /question "Overall" is defined twice/,
    expected: /once/,
    mend: /Rename/,
  },
  "a dimension defined twice": {
    text: codebook({ keys: "dimensions:\n  - { id: region, column: A }\n  - { id: region, column: B }" }),
    at: "{ id: region, column: B }",
    column: "dimensions[1].id",
    value: "region",
    message: /dimension "region" is defined twice/,
    expected: /once/,
    mend: /Rename/,
  },
  "a wave defined twice": {
    text: codebook()
      .replace("questions:", "questions:")
      .replace(
        '[{ id: "2024", file: answers.csv }]',
        '\n  - { id: "2024", file: a.csv }\n  - { id: "2024", file: b.csv }',
      ),
    at: "file: b.csv",
    column: "waves[1].id",
    value: "2024",
    message: /wave "2024" is defined twice/,
    expected: /once/,
    mend: /Rename/,
  },
  "a value of the wrong type": {
    text: codebook({ wave: ", invited: many" }),
    at: "invited: many",
    column: "waves[0].invited",
    value: "many",
    message: /can't be used/,
    expected: /number/,
    mend: /Change the value/,
  },
  "a value that is none of those allowed": {
    text: codebook({ keys: "publish: protect" }),
    at: "publish: protect",
    column: "publish",
    value: "protect",
    message: /can't be used/,
    expected: /protected or rows or pages/,
    mend: /Did you mean "protected"/,
  },
  "an unknown type of question": {
    text: withQuestion("{ id: a, type: ratng, scale: { min: 1, max: 5 }, column: A }"),
    at: "type: ratng",
    column: "questions[1].type",
    value: "ratng",
    message: /can't be used/,
    expected: /rating, nps, single, multi, kano, number, text, date/,
    mend: /Did you mean "rating"/,
  },
  "an unknown measure": {
    text: codebook({ keys: "measures: [mean, top3]" }),
    at: "measures:",
    column: "measures[1]",
    value: "top3",
    message: /can't be used/,
    expected: /mean or top1 or top2/,
    mend: /Did you mean "top/,
  },
  "a date that is none": {
    text: codebook({ wave: ", start: 2024-02-30" }),
    at: "start: 2024-02-30",
    column: "waves[0].start",
    value: "2024-02-30",
    message: /can't be used/,
    expected: /YYYY-MM-DD/,
    mend: /Change the value/,
  },
  "an id with a blank": {
    text: inPlaceOfOverall('{ id: "over all", type: text, column: Q1 }'),
    at: "over all",
    column: "questions[0].id",
    value: "over all",
    message: /can't be used/,
    expected: /letters, digits, - and _ only/,
    mend: /Change the value/,
  },
  "a missing key": {
    text: inPlaceOfOverall("{ id: overall, type: rating, column: Q1 }"),
    at: "{ id: overall",
    column: "questions[0].scale",
    message: /"scale" is missing/,
    expected: /./,
    mend: /Add the key/,
  },
  "a wave without its file": {
    text: codebook().replace(", file: answers.csv", ""),
    at: "waves:",
    column: "waves[0]",
    message: /"2024" has no file/,
    expected: /file: an export.*tabulated: printed counts/,
    mend: /Add `file`, or `tabulated`/,
  },
  "no wave at all": {
    text: codebook().replace('[{ id: "2024", file: answers.csv }]', "[]"),
    at: "waves:",
    column: "waves",
    value: "[]",
    message: /can't be used/,
    expected: />=1|1 items|at least/i,
    mend: /Change the value/,
  },
  "a hierarchy that names an unknown dimension": {
    text: codebook({ keys: "dimensions: [{ id: region, column: R }]\nhierarchy: [regoin]" }),
    at: "hierarchy:",
    column: "hierarchy[0]",
    value: "regoin",
    message: /no dimension "regoin"/,
    expected: /one of region/,
    mend: /Did you mean "region"/,
  },
  "a filter that names an unknown dimension": {
    text: codebook({ keys: "dimensions: [{ id: region, column: R }]\nfilters:\n  - region\n  - channel" }),
    at: "- channel",
    column: "filters[1]",
    value: "channel",
    message: /no dimension "channel"/,
    expected: /one of region/,
    mend: /Define the dimension/,
  },
  "a factor that names an unknown question": {
    text: codebook({ questions: "factors:\n  - id: f\n    of:\n      - { id: g, of: [overal] }\n" }),
    at: "overal]",
    column: "factors[0].of[0].of[0]",
    value: "overal",
    message: /no question "overal"/,
    expected: /one of overall/,
    mend: /Did you mean "overall"/,
  },
  "an index over an unknown factor": {
    text: codebook({
      questions: "factors: [{ id: service, of: [overall] }]\nindex: { id: csi, of: [servce] }\n",
    }),
    at: "index:",
    column: "index.of[0]",
    value: "servce",
    message: /no factor "servce"/,
    expected: /one of service/,
    mend: /Did you mean "service"/,
  },
  "an outcome that is no question": {
    text: codebook({ keys: "outcome: total" }),
    at: "outcome:",
    column: "outcome",
    value: "total",
    message: /no question "total"/,
    expected: /one of overall/,
    mend: /Define the question/,
  },
  "a wave's column for an unknown question": {
    text: codebook({ wave: ", columns: { overal: Q9 }" }),
    at: "overal: Q9",
    column: "waves[0].columns.overal",
    value: "overal",
    message: /no question or dimension "overal"/,
    expected: /one of overall/,
    mend: /Did you mean "overall"/,
  },
  "a version from an unknown wave": {
    text: withQuestion('{ id: a, type: text, column: A, versions: [{ from: "2014", comparable: no }] }'),
    at: 'from: "2014"',
    column: "questions[1].versions[0].from",
    value: "2014",
    message: /no wave "2014"/,
    expected: /one of 2024/,
    mend: /Did you mean "2024"/,
  },
  "a column for a wave that there isn't": {
    text: inPlaceOfOverall(
      '{ id: overall, type: rating, scale: { min: 1, max: 10 }, column: { "2025": Q1, default: Q2 } }',
    ),
    at: '"2025"',
    column: "questions[0].column.2025",
    value: "2025",
    message: /no wave "2025"/,
    expected: /one of 2024, default/,
    mend: /Did you mean "2024"/,
  },
  "recodes for a wave that there isn't": {
    text: codebook({ keys: 'dimensions: [{ id: r, column: R, recode: { defualt: { "1": a } } }]' }),
    at: "defualt",
    column: "dimensions[0].recode.defualt",
    value: "defualt",
    message: /no wave "defualt"/,
    expected: /one of 2024, default/,
    mend: /Did you mean "default"/,
  },
  "missing codes of a wave that there isn't": {
    text: codebook({ questions: '  - { id: b, type: text, column: B, missing: { "2023": ["9"] } }\n' }),
    at: "missing",
    column: "questions[1].missing.2023",
    value: "2023",
    message: /no wave "2023"/,
    expected: /one of 2024, default/,
    mend: /Did you mean "2024"/,
  },
  "labels of another number than the codes": {
    text: codebook({
      keys: "scales:\n  ten:\n    min: 1\n    max: 3\n    labels: { en: [bad, good], zh: [差, 中, 好] }",
      questions: "  - { id: a, type: rating, scale: ten, column: A }\n",
    }),
    at: "labels: { en:",
    column: "scales.ten.labels.en",
    message: /2 labels for 3 codes/,
    expected: /one label for each of 1, 2, 3/,
    mend: /as many labels as codes/,
  },
  "one list of labels of another number than the codes": {
    text: inPlaceOfOverall(
      "{ id: overall, type: rating, scale: { codes: [1, 2], labels: [a, b, c] }, column: Q1 }",
    ).replace("labels", "labels"),
    at: "labels: [a, b, c]",
    column: "questions[0].scale.labels",
    message: /3 labels for 2 codes/,
    expected: /one label for each of 1, 2/,
    mend: /as many labels as codes/,
  },
  "a label for a code that the scale hasn't": {
    text: inPlaceOfOverall(
      "{ id: overall, type: rating, scale: { codes: [1, 2], labels: { 1: a, 3: c } }, column: Q1 }",
    ),
    at: "3: c",
    column: "questions[0].scale.labels.3",
    value: "3",
    message: /no code "3"/,
    expected: /one of 1, 2/,
    mend: /./,
  },
  "a satisfied code that the scale hasn't": {
    text: inPlaceOfOverall(
      "{ id: overall, type: rating, scale: { min: 1, max: 5, satisfied: [5, 6] }, column: Q1 }",
    ),
    at: "satisfied",
    column: "questions[0].scale.satisfied",
    value: "6",
    message: /no code "6"/,
    expected: /one of 1, 2, 3, 4, 5/,
    mend: /./,
  },
  "a scale with one end": {
    text: inPlaceOfOverall("{ id: overall, type: rating, scale: { min: 1 }, column: Q1 }"),
    at: "scale:",
    column: "questions[0].scale",
    message: /neither codes nor both ends/,
    expected: /codes: \[1, 2, 3, 4, 5\]/,
    mend: /min below max/,
  },
  "a code above 255": {
    text: inPlaceOfOverall("{ id: overall, type: rating, scale: { min: 1, max: 300 }, column: Q1 }"),
    at: "max: 300",
    column: "questions[0].scale.max",
    value: "300",
    message: /can't be used/,
    expected: /255/,
    mend: /Change the value/,
  },
  "a recommend question on 1–5": {
    text: withQuestion("{ id: nps, type: nps, scale: { min: 1, max: 5 }, column: A }"),
    at: "{ id: nps",
    column: "questions[1].scale",
    value: "1–5",
    message: /recommend question can't be on 1–5/,
    expected: /0–10 or 1–10/,
    mend: /make the question a rating/,
  },
  "mentions without labels": {
    text: withQuestion("{ id: m, type: multi, columns: [A, B] }"),
    at: "{ id: m",
    column: "questions[1]",
    message: /needs labels/,
    expected: /labels:/,
    mend: /Add the codes/,
  },
  "a choice with a column and no label": {
    text: withQuestion("{ id: m, type: multi, columns: { tv: A, webb: B }, labels: { tv: TV, web: Web } }"),
    at: "{ id: m",
    column: "questions[1].columns",
    value: "webb",
    message: /no choice "webb"/,
    expected: /one of tv, web/,
    mend: /Did you mean "web"/,
  },
  "a label file that isn't there": {
    text: codebook({ keys: "dimensions: [{ id: r, column: R, labels: labels/r.csv }]" }),
    at: "labels:",
    column: "dimensions[0].labels",
    value: "labels/r.csv",
    message: /can't be found/,
    expected: /CSV file/,
    mend: /path/,
  },
};

describe("each thing wrong is said with its place, what was expected, and how to mend it", () => {
  test.each(Object.entries(cases))("%s", (_, { text, at, column, value, message, expected, mend }) => {
    const problem = onlyProblem(text);
    expect(problem).toMatchObject({ severity: "stop", file: "survey.yaml", column });
    expect(problem.line).toBe(lineOf(text, at));
    expect(problem.value).toBe(value);
    expect(problem.message).toMatch(message);
    expect(problem.expected).toMatch(expected);
    expect(problem.mend).toMatch(mend);
  });
});

describe("label files", () => {
  const text = codebook({ keys: "dimensions: [{ id: r, column: R, labels: r.csv }]" });

  test("without a column code", () => {
    expect(onlyProblem(text, { "r.csv": "id,en\n1,East\n" })).toMatchObject({
      column: "dimensions[0].labels",
      value: "id,en",
      line: lineOf(text, "labels:"),
      expected: expect.stringContaining("code,en,zh"),
    });
  });
});

describe("YAML", () => {
  test("a syntax error is said at its line", () => {
    const text = codebook({ keys: "hierarchy: [a, b\nbase: { minimum: 5 }" });
    const [problem] = interpret(text).problems;
    expect(problem).toMatchObject({
      severity: "stop",
      file: "survey.yaml",
      expected: expect.stringContaining("valid YAML"),
    });
    expect(problem?.message).toMatch(/can't be read/);
    expect(Math.abs((problem?.line ?? 0) - lineOf(text, "hierarchy"))).toBeLessThanOrEqual(1);
  });

  test("a repeated key is said at the second one", () => {
    const text = codebook({ keys: "respondent: ID\nweight: W\nrespondent: NUMBER" });
    expect(onlyProblem(text)).toMatchObject({
      line: lineOf(text, "respondent: NUMBER"),
      message: expect.stringMatching(/unique/),
    });
  });

  test("one code written as a number and as a text is a repeated key, too", () => {
    const text = withQuestion('{ id: a, type: single, column: A, labels: { 1: One,\n      "1": Another } }');
    expect(onlyProblem(text)).toMatchObject({
      line: lineOf(text, '"1": Another'),
      message: expect.stringMatching(/unique, and 1 stands twice/),
    });
  });

  test("an alias without its anchor", () => {
    const text = codebook({ keys: "missing: *codes" });
    expect(onlyProblem(text)).toMatchObject({
      severity: "stop",
      line: lineOf(text, "*codes"),
      message: expect.stringContaining("codes"),
    });
  });

  test.each([
    ["an empty file", ""],
    ["a text in place of a map", "just words\n"],
    ["a list in place of a map", "- a\n- b\n"],
  ])("%s", (_, text) => {
    const { interpretation, problems } = interpret(text);
    expect(interpretation).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem).toMatchObject({ severity: "stop", file: "survey.yaml", line: 1 });
      expect(problem.column).toMatch(/\S/);
    }
  });
});

test("what is wrong with a scale that several questions share is said once", () => {
  const text = codebook({
    keys: "scales: { s: { min: 1, max: 3, labels: [bad, good] } }",
    questions:
      "  - { id: a, type: rating, scale: s, column: A }\n  - { id: b, type: rating, scale: s, column: B }\n",
  });
  expect(onlyProblem(text)).toMatchObject({ column: "scales.s.labels", message: "2 labels for 3 codes" });
});

test("columns of a multiple choice for a wave that there isn't", () => {
  const text = withQuestion('{ id: m, type: multi, columns: { "2023": { a: A }, "2024": { a: A } } }');
  expect(onlyProblem(text)).toMatchObject({
    column: "questions[1].columns.2023",
    line: lineOf(text, '"2023"'),
    value: "2023",
  });
});

test("all problems come in one go", () => {
  const text = codebook({
    keys: "hierarchy: [nowhere]\noutcome: nothing",
    questions: "  - { id: overall, type: rating, scale: none, column: B }\n",
  });
  expect(
    interpret(text)
      .problems.map(({ column }) => column)
      .toSorted(),
  ).toEqual(["hierarchy[0]", "outcome", "questions[1].id", "questions[1].scale"]);
});
