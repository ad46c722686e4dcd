import { describe, expect, test } from "vitest";
import { codebook, interpret, onlyProblem } from "./codebook-text.ts";

const text = "  - { id: words, type: text, column: W }\n";

describe("what can't be meant", () => {
  test("a comment in a factor", () => {
    const found = onlyProblem(
      codebook({ keys: "factors: [{ id: f, of: [overall, words] }]", questions: text }),
    );
    expect(found).toMatchObject({ severity: "stop", column: "factors[0].of[1]", value: "words" });
  });

  test("a comment as the outcome", () => {
    const found = onlyProblem(codebook({ keys: "outcome: words", questions: text }));
    expect(found).toMatchObject({ severity: "stop", column: "outcome", value: "words" });
  });

  test("limits without a number between them", () => {
    const found = onlyProblem(
      codebook({ questions: "  - { id: n, type: number, column: N, min: 10, max: 5 }\n" }),
    );
    expect(found).toMatchObject({ severity: "stop", column: "questions[1].min", value: "10" });
  });

  test("one column for two questions is noted", () => {
    const { problems, interpretation } = interpret(
      codebook({ questions: "  - { id: again, type: nps, column: Q1 }\n" }),
    );
    expect(interpretation).toBeDefined();
    expect(problems.map(({ severity, column, value }) => [severity, column, value])).toEqual([
      ["note", "questions[1].column", "Q1"],
    ]);
  });

  test("a feature whose leg has the id of a question", () => {
    const kano = "  - { id: app, type: kano, functional: A, dysfunctional: B, codes: [1, 2, 3, 4, 5] }\n";
    const clash = "  - { id: APP_functional, type: text, column: C }\n";
    const found = onlyProblem(codebook({ questions: kano + clash }));
    expect(found).toMatchObject({ severity: "stop", column: "questions[1].id", value: "app" });
  });

  test("an id given twice stops, and every variable is read once all the same", () => {
    const twice = "  - { id: Overall, type: nps, column: Q2 }\n";
    const { problems, interpretation, partial } = interpret(codebook({ questions: twice }));
    expect(interpretation).toBeUndefined();
    expect(problems.map(({ column }) => column)).toEqual(["questions[1].id"]);
    expect(partial?.reading.waves[0]?.variables.map(({ name }) => name)).toEqual(["q_overall"]);
  });
});

describe("what was expected is said in words of YAML", () => {
  test.each([
    ["a list", "hierarchy: region", "hierarchy", /a list/],
    ["a map", "base: 5", "base", /a map of keys and values/],
    ["a number that is large enough", "base: { minimum: 0 }", "base.minimum", /at least 1/],
  ])("%s", (_, keys, column, expected) => {
    const found = onlyProblem(codebook({ keys }));
    expect(found.column).toBe(column);
    expect(found.expected).toMatch(expected);
  });
});
