import { describe, expect, test } from "vitest";
import { interpret, onlyProblem, understood } from "./codebook-text.ts";

const text = `id: shop
title: Shop
changes: changes.csv
waves:
  - { id: "2022", file: 2022.csv }
  - { id: "2023", file: 2023.csv }
  - { id: "2024", file: 2024.csv }
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 10 }, column: Q1, versions: [{ from: "2024", reason: New }] }
  - { id: f1, type: kano, functional: F, dysfunctional: D, codes: [1, 2, 3, 4, 5] }
`;
const head = "question,from,comparable,reason,reason_zh,text,text_zh";
const withLines = (...lines: readonly string[]) => ({ "changes.csv": [head, ...lines].join("\n") });

describe("a file of changes", () => {
  test("adds versions to those of the codebook, in the order of the waves", () => {
    const { survey } = understood(
      text,
      withLines(
        "overall,2023,yes,Shorter,缩短,How was it?,如何？",
        "overall,2022,no,First,,,",
        "f1,2023,,Moved,,,",
      ),
    );
    expect(survey.questions[0]?.versions).toEqual([
      { from: "2022", comparable: false, reason: { en: "First", zh: "First" } },
      {
        from: "2023",
        comparable: true,
        reason: { en: "Shorter", zh: "缩短" },
        text: { en: "How was it?", zh: "如何？" },
      },
      { from: "2024", comparable: false, reason: { en: "New", zh: "New" } },
    ]);
    const moved = [{ from: "2023", comparable: false, reason: { en: "Moved", zh: "Moved" } }];
    expect(survey.questions.slice(1).map(({ versions }) => versions)).toEqual([moved, moved]);
  });

  test("may give Chinese words only, and is separated as it likes", () => {
    const { survey } = understood(text, { "changes.csv": "question;from;reason_zh\noverall;2023;换题\n" });
    expect(survey.questions[0]?.versions[0]?.reason).toEqual({ en: "换题", zh: "换题" });
  });

  test.each([
    ["an unknown question", "overal,2023,,,,,", "overal", /Did you mean "overall"/],
    ["an unknown wave", "overall,2032,,,,,", "2032", /Did you mean "2022"/],
    ["an answer that is neither yes nor no", "overall,2023,maybe,,,,", "maybe", /yes or no/],
    ["too few cells", "overall,2023", undefined, /./],
    ["a wave whose version the codebook has", "overall,2024,,,,,", "2024", /together/],
  ])("stops with %s, at its line", (_, line, value, mend) => {
    const problem = onlyProblem(text, withLines("f1,2024,no,,,,", line));
    expect(problem).toMatchObject({ severity: "stop", file: "changes.csv", line: 3 });
    expect(problem.value).toBe(value);
    expect(problem.mend).toMatch(mend);
  });

  test("can't say two things of one wave, though both legs of a feature changed", () => {
    const problem = onlyProblem(text, withLines("f1,2023,,,,,", "f1,2023,,,,,"));
    expect(problem).toMatchObject({ file: "changes.csv", line: 3, value: "2023" });
  });

  test("is held against its header first", () => {
    const { problems } = interpret(text, { "changes.csv": "question,form,reson\noverall,2023,x\n" });
    expect(problems.map(({ line, value, mend }) => [line, value, mend])).toEqual([
      [1, "form", 'Did you mean "from"?'],
      [1, "reson", 'Did you mean "reason"?'],
      [1, "question,form,reson", "Name the columns as expected."],
    ]);
  });

  test("must be there", () => {
    expect(onlyProblem(text)).toMatchObject({
      severity: "stop",
      file: "survey.yaml",
      line: 3,
      column: "changes",
    });
  });

  test("faults are listed together", () => {
    const { problems } = interpret(text, withLines("nobody,2023,,,,,", "overall,1999,perhaps,,,,"));
    expect(problems.map(({ line, value }) => [line, value])).toEqual([
      [2, "nobody"],
      [3, "1999"],
      [3, "perhaps"],
    ]);
  });
});

test("a file of remedies must be there, and is not used yet", () => {
  const remedied = text.replace("changes: changes.csv", "remedies: remedies.csv");
  expect(onlyProblem(remedied)).toMatchObject({ severity: "stop", column: "remedies", line: 3 });
  const { problems } = interpret(remedied, { "remedies.csv": "finding,remedy\n" });
  expect(problems.map(({ severity, column }) => [severity, column])).toEqual([["note", "remedies"]]);
});
