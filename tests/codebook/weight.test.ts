import { describe, expect, test } from "vitest";
import { codebook, lineOf, onlyProblem, understood } from "./codebook-text.ts";

const dimensions = "dimensions: [{ id: age, column: AGE }, { id: terminal, column: TERM }]\n";
const files = { "population.csv": "age,terminal,people\n1,2,3\n" };
const weighted = (weight: string) => codebook({ keys: `${dimensions}weight: ${weight}` });
const target = "{ to: population.csv, by: [age, terminal] }";

/** How the one wave is weighted. */
function readingOf(weight: string) {
  const [wave] = understood(weighted(weight), files).reading.waves;
  return { weight: wave?.weight, weighting: wave?.weighting };
}

describe("how a wave is weighted", () => {
  test.each([
    ["W", { weight: "W" }],
    ['{ "2024": W }', { weight: "W" }],
    ["{ default: W }", { weight: "W" }],
    [`{ rake: ${target} }`, { weighting: { method: "rake", to: "population.csv", by: ["age", "terminal"] } }],
    [
      `{ cells: ${target} }`,
      { weighting: { method: "cells", to: "population.csv", by: ["age", "terminal"] } },
    ],
    [
      `{ "2024": { rake: ${target} }, default: W }`,
      { weighting: { method: "rake", to: "population.csv", by: ["age", "terminal"] } },
    ],
    [`{ "2024": W, default: { cells: ${target} } }`, { weight: "W" }],
  ])("%s", (written, reading) => {
    expect(readingOf(written)).toEqual({ weight: undefined, weighting: undefined, ...reading });
  });

  test("a wave that a map does not name has none", () => {
    const two = weighted(`{ "2024": W }`).replace("waves: [", 'waves: [{ id: "2023", file: earlier.csv }, ');
    const [first, second] = understood(two, files).reading.waves;
    expect([first?.weight, first?.weighting, second?.weight]).toEqual([undefined, undefined, "W"]);
  });
});

describe("what can't be meant is said at its line, with what was expected and how to mend it", () => {
  test.each([
    {
      name: "an unknown dimension",
      weight: "{ rake: { to: population.csv, by: [aeg] } }",
      problem: {
        column: "weight.rake.by[0]",
        value: "aeg",
        message: 'There is no dimension "aeg"',
        expected: "one of age, terminal",
        mend: 'Did you mean "age"?',
      },
    },
    {
      name: "a dimension twice",
      weight: "{ cells: { to: population.csv, by: [age, terminal, age] } }",
      problem: {
        column: "weight.cells.by[2]",
        value: "age",
        message: 'The dimension "age" is named twice',
        expected: "every dimension once",
        mend: "Take one of the two out.",
      },
    },
    {
      name: "a population file that is not there",
      weight: "{ rake: { to: people.csv, by: [age] } }",
      problem: {
        column: "weight.rake.to",
        value: "people.csv",
        message: 'The population file "people.csv" can\'t be found or read',
        expected: expect.stringContaining("relative to the codebook"),
        mend: expect.stringContaining("add the file"),
      },
    },
    {
      name: "a column and raking both",
      weight: `{ column: W, rake: ${target} }`,
      problem: {
        column: "weight",
        value: "column, rake",
        message: "A wave can't be weighted in more than one way",
        expected: expect.stringContaining("weight: COLUMN"),
        mend: expect.stringContaining("Take all but one out"),
      },
    },
    {
      name: "raking and cells both",
      weight: `{ rake: ${target}, cells: ${target} }`,
      problem: { column: "weight", value: "rake, cells", message: /more than one way/ },
    },
    {
      name: "both of one wave",
      weight: `{ "2024": { rake: ${target}, cells: ${target} } }`,
      problem: { column: "weight.2024", value: "rake, cells", message: /more than one way/ },
    },
    {
      name: "a wave that does not exist",
      weight: '{ "2042": W }',
      problem: { column: "weight.2042", value: "2042", message: 'There is no wave "2042"' },
    },
    {
      name: "nothing",
      weight: "{}",
      problem: { column: "weight", message: "It does not say how to weight" },
    },
    {
      name: "nothing of a wave",
      weight: '{ "2024": {} }',
      problem: { column: "weight.2024", message: "It does not say how to weight" },
    },
    {
      name: "no dimensions",
      weight: "{ rake: { to: population.csv } }",
      problem: { column: "weight.rake.by", message: '"by" is missing', expected: "a list" },
    },
    {
      name: "an empty list of dimensions",
      weight: "{ rake: { to: population.csv, by: [] } }",
      problem: { column: "weight.rake.by", expected: "a list of at least 1" },
    },
    {
      name: "no file",
      weight: "{ cells: { by: [age] } }",
      problem: { column: "weight.cells.to", message: '"to" is missing', expected: "a text" },
    },
    {
      name: "a text in place of a target",
      weight: "{ rake: population.csv }",
      problem: { column: "weight.rake", value: "population.csv", expected: "a map of keys and values" },
    },
    {
      name: "a key that is none",
      weight: "{ rake: { to: population.csv, by: [age], trim: 3 } }",
      problem: { column: "weight.rake.trim", value: "trim", message: /not a key that belongs here/ },
    },
    {
      name: "a number",
      weight: "5",
      problem: { column: "weight", value: "5", expected: "a text, or a map of keys and values" },
    },
  ])("$name", ({ weight, problem }) => {
    const text = weighted(weight);
    const { message, ...rest } = { message: /./, ...problem };
    const found = onlyProblem(text, files);
    expect(found).toMatchObject({
      severity: "stop",
      file: "survey.yaml",
      line: lineOf(text, "weight:"),
      ...rest,
    });
    if (message instanceof RegExp) expect(found.message).toMatch(message);
    else expect(found.message).toBe(message);
    expect(found.expected).not.toBe("");
    expect(found.mend).not.toBe("");
  });

  test("a wave of printed tables, by name", () => {
    const text = weighted(`{ "2009": { rake: ${target} }, default: W }`).replace(
      "waves: [",
      'waves: [{ id: "2009", tabulated: counts.csv }, ',
    );
    expect(onlyProblem(text, { ...files, "counts.csv": "" })).toMatchObject({
      severity: "stop",
      line: lineOf(text, "weight:"),
      column: "weight.2009",
      message: 'The wave "2009" is printed tables: there are no respondents to weight',
      expected: "waves with a file of respondents",
    });
  });

  test("a survey of printed tables only", () => {
    const text = weighted(`{ rake: ${target} }`).replace("file: answers.csv", "tabulated: counts.csv");
    expect(onlyProblem(text, files)).toMatchObject({
      severity: "stop",
      column: "weight",
      message: "All waves are printed tables: there are no respondents to weight",
    });
  });
});
