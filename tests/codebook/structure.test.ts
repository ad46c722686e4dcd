/** What is checked across keys: waves and their files, ids that two things share, and keys that do nothing yet. */
import { describe, expect, test } from "vitest";
import { codebook, interpret, lineOf, onlyProblem, understood, variable } from "./codebook-text.ts";

const withWaves = (...waves: readonly string[]) =>
  codebook().replace(
    '[{ id: "2024", file: answers.csv }]',
    `\n${waves.map((wave) => `  - { ${wave} }`).join("\n")}`,
  );
const withQuestion = (written: string) => codebook({ questions: `  - ${written}\n` });
const region = "dimensions: [{ id: region, column: R, labels: { a: A } }]";

describe("waves", () => {
  test.each([
    [
      "one file for two waves",
      withWaves('id: "1", file: ./a.csv', 'id: "2", file: b.csv', 'id: "3", file: a.csv'),
      "waves[2].file",
      "a.csv",
      /"1" and "3" have the same file/,
    ],
    [
      "waves that are not in the order of time",
      withWaves(
        'id: "1", file: a.csv, start: 2024-05-01',
        'id: "2", file: b.csv',
        'id: "3", file: c.csv, start: 2024-04-30',
      ),
      "waves[2].start",
      "2024-04-30",
      /starts before "1"/,
    ],
    [
      "a wave that ends before it starts",
      withWaves('id: "1", file: a.csv, start: 2024-05-01, end: 2024-04-30'),
      "waves[0].end",
      "2024-04-30",
      /ends before/,
    ],
  ])("%s", (_, text, column, value, message) => {
    const problem = onlyProblem(text);
    expect(problem).toMatchObject({ severity: "stop", column, value });
    expect(problem.message).toMatch(message);
  });

  test("that start on one day may follow each other", () => {
    const text = withWaves(
      'id: "1", file: a.csv, start: 2024-05-01',
      'id: "2", file: b.csv, start: 2024-05-01',
    );
    expect(interpret(text).problems).toEqual([]);
  });
});

describe("ids and levels", () => {
  test.each([
    [
      "a level of the hierarchy twice",
      codebook({ keys: `${region}\nhierarchy: [region, region]` }),
      "hierarchy[1]",
    ],
    [
      "a question with the id of a dimension",
      codebook({ keys: region, questions: "  - { id: Region, type: text, column: T }\n" }),
      "questions[1].id",
    ],
    [
      "an id that programs use",
      withQuestion("{ id: constructor, type: text, column: T }"),
      "questions[1].id",
    ],
    ["caution below the minimum", codebook({ keys: "base: { minimum: 10, caution: 9 }" }), "base.caution"],
  ])("%s", (_, text, column) => {
    expect(onlyProblem(text)).toMatchObject({ severity: "stop", column });
  });

  test("a key that would vanish", () => {
    const text = withQuestion(
      '{ id: a, type: single, column: A, recode: { default: { "__proto__": "1" } }, labels: { "1": One } }',
    );
    expect(onlyProblem(text)).toMatchObject({ line: lineOf(text, "__proto__") });
  });

  test("a caution that is not written is never below the minimum", () => {
    const base = (keys: string) => understood(codebook({ keys })).survey.base;
    expect(base("base: { minimum: 40 }")).toEqual({ minimum: 40, caution: 40 });
    expect(base("base: { minimum: 10 }")).toEqual({ minimum: 10, caution: 30 });
  });

  test("choices may be called as programs call things", () => {
    const text = codebook({
      wave: ", columns: { overall: Q7 }",
      questions: `  - { id: toString, type: text, column: T }
  - { id: m, type: multi, columns: { a: A }, labels: { a: A, constructor: Builder } }
`,
    });
    const interpretation = understood(text);
    expect(variable(interpretation, "2024", "q_toString")).toMatchObject({ column: "T" });
    expect(variable(interpretation, "2024", "q_m")).toMatchObject({
      choices: [{ option: "a", column: "A" }, { option: "constructor" }],
    });
  });
});

describe("columns of the row as a whole", () => {
  const text = codebook({
    keys: "weight: W\nrespondent: ID\nmissing: [99]\ndate: { column: D, publish: quarter, format: dmy }",
    wave: ", columns: { weight: Q7, respondent: Q8, date: Q9 }",
    questions: `  - { id: weight, type: number, column: Q1 }
  - { id: respondent, type: text, column: Q2 }
  - { id: date, type: date, column: Q3, format: mdy }
`,
  });
  const interpretation = understood(text);

  test("are not those of questions with the same names", () => {
    expect(interpretation.reading.waves[0]).toMatchObject({ weight: "W", respondent: "ID", date: "D" });
    expect(variable(interpretation, "2024", "q_weight")).toMatchObject({ column: "Q7" });
  });

  test("dates are read as their format says, to the precision that is published", () => {
    const [wave] = interpretation.reading.waves;
    expect(wave).toMatchObject({ datePrecision: "quarter", dateFormat: "dmy", noRespondent: ["99"] });
    expect(variable(interpretation, "2024", "q_date")).toMatchObject({ format: "mdy", precision: "month" });
  });
});

test("open columns outside the hierarchy join values below the minimum", () => {
  const interpretation = understood(
    codebook({
      keys: `base: { minimum: 7 }
dimensions: [{ id: region, column: R }, { id: brand, column: B }, { id: age, column: A, labels: { a: A } }]
hierarchy: [region]`,
      questions: "  - { id: shop, type: single, column: S }\n",
    }),
  );
  const rare = ["d_region", "d_brand", "d_age", "q_shop"].map((name) => {
    const found = variable(interpretation, "2024", name);
    return found?.kind === "options" ? found.rareBelow : "no options";
  });
  expect(rare).toEqual([undefined, 7, undefined, 7]);
});

describe("keys that change nothing", () => {
  test("are noted, and the survey is understood nevertheless", () => {
    const text = codebook({
      keys: `languages: [en]\n${region}\nsegments: [region]\nfilters: [region]`,
      questions: "factors: [{ id: f, of: [overall] }]\nindex: { id: i, of: [f] }\n",
    });
    const { interpretation, problems } = interpret(text);
    expect(interpretation).toBeDefined();
    expect(problems.map(({ severity, column }) => `${severity} ${column}`).toSorted()).toEqual([
      "note languages",
    ]);
  });

  test("are not noted where nothing is lost", () => {
    const text = codebook({ keys: "languages: [en, zh]\nfilters: []\nsegments: []" });
    expect(interpret(text).problems).toEqual([]);
  });

  test.each(["true", "yes"])("the words of a text are never published: publish: %s", (publish) => {
    const problem = onlyProblem(withQuestion(`{ id: t, type: text, column: T, publish: ${publish} }`));
    expect(problem).toMatchObject({ severity: "stop", column: "questions[1].publish", value: publish });
    expect(problem.expected).toMatch(/never published/);
  });

  test("no word is proposed for itself", () => {
    const elsewhere = onlyProblem(withQuestion("{ id: t, type: text, column: T, separator2: x, }"));
    expect(elsewhere.mend).not.toMatch(/"separator2"/);
    expect(onlyProblem(withQuestion("{ id: t, type: text, column: T, min: 1 }")).mend).not.toMatch(/"min"/);
  });
});

describe("a label file", () => {
  const text = codebook({ keys: "dimensions: [{ id: r, column: R, labels: labels/r.csv }]" });

  test.each([
    ["a code twice", "code,en\n1,East\n\n1,West\n", 4, /"1" stands in line 2/],
    ["no code", "code,en\n1,East\n ,West\n", 3, /no code/],
    ["more cells than the header", 'code,en\n1,"East\nor so"\n2,West,far\n', 4, /3 cells/],
  ])("with %s stops at its line", (_, content, line, message) => {
    const problem = onlyProblem(text, { "labels/r.csv": content });
    expect(problem).toMatchObject({ severity: "stop", file: "labels/r.csv", line });
    expect(problem.message).toMatch(message);
  });

  test("may have semicolons", () => {
    const { survey } = understood(text, { "labels/r.csv": "code;en;zh\n1;East;东\n" });
    expect(survey.dimensions[0]?.options).toEqual([{ id: "1", label: { en: "East", zh: "东" } }]);
  });
});
