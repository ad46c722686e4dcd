import { describe, expect, test } from "vitest";
import { codebook, interpret, lineOf, onlyProblem, understood, variable } from "./codebook-text.ts";

const problem = '  - { id: problem, type: single, column: P, labels: { "1": Yes, "2": No } }\n';
const keys = "dimensions: [{ id: region, column: R, labels: { E: East, W: West } }]";

describe("who was asked", () => {
  const text = codebook({
    keys,
    questions: `${problem}  - { id: reason, type: text, column: C, asked: { problem: [1], region: [E, W] } }\n`,
  });

  test("is told by questions and groups, in the survey's names and in the store's", () => {
    const interpretation = understood(text);
    expect(interpretation.survey.questions[2]?.asked).toEqual([
      { id: "problem", values: ["1"] },
      { id: "region", values: ["E", "W"] },
    ]);
    expect(variable(interpretation, "2024", "q_reason")?.asked).toEqual([
      { variable: "q_problem", values: ["1"] },
      { variable: "d_region", values: ["E", "W"] },
    ]);
    expect(variable(interpretation, "2024", "q_problem")).not.toHaveProperty("asked");
  });

  test.each([
    ["a question that does not exist", "{ problm: [1] }", "asked.problm", /Did you mean "problem"/],
    ["a code that it does not have", "{ problem: [3] }", "asked.problem[0]", /one that exists/],
    ["a question without codes", "{ words: [x] }", "asked.words", /sorted by/],
  ])("can't be told by %s", (_, asked, column, mend) => {
    const wrong = codebook({
      questions: `${problem}  - { id: words, type: text, column: T }\n  - { id: reason, type: text, column: C, asked: ${asked} }\n`,
    });
    const found = onlyProblem(wrong);
    expect(found).toMatchObject({ severity: "stop", column: `questions[3].${column}` });
    expect(found.line).toBe(lineOf(wrong, "id: reason"));
    expect(found.mend).toMatch(mend);
  });

  test("can't depend on its own answer, not even by way of another", () => {
    const circle = codebook({
      questions: `  - { id: a, type: single, column: A, labels: { "1": x }, asked: { b: [1] } }
  - { id: b, type: single, column: B, labels: { "1": x }, asked: { a: [1] } }\n`,
    });
    const { problems, interpretation } = interpret(circle);
    expect(interpretation).toBeUndefined();
    expect(problems.map(({ column, message }) => [column, message])).toEqual([
      ["questions[1].asked", 'Whether "a" was asked would depend on its own answer'],
      ["questions[2].asked", 'Whether "b" was asked would depend on its own answer'],
    ]);
  });
});
