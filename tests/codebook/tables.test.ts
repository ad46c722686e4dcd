import { describe, expect, test } from "vitest";
import { lineOf, onlyProblem, understood } from "./codebook-text.ts";

/** A codebook of one wave of printed tables, with a dimension. */
function codebook({ wave = "tabulated: counts.csv", questions = "", more = "" } = {}): string {
  return `id: shop
title: Shop
waves:
  - { id: "2009", ${wave} }
${more}dimensions: [{ id: region, labels: { e: East } }]
questions:
  - { id: overall, type: rating, scale: { codes: [1, 2], labels: { en: [Bad, Good], zh: [差, 好] } } }
  - { id: media, type: multi, labels: { tv: TV, web: Web } }
${questions}`;
}

describe("how printed tables are read", () => {
  const tableOf = (wave: string) => understood(codebook({ wave })).reading.tabulated[0]?.tables[0];

  test("a file alone: question, option, count", () => {
    const { survey, reading } = understood(codebook({ wave: "tabulated: counts.csv, respondents: 90" }));
    expect(reading.waves).toEqual([]);
    expect(survey.waves[0]?.tabulated).toBe(true);
    expect(reading.tabulated).toEqual([
      {
        wave: "2009",
        respondents: 90,
        tables: [
          {
            file: "counts.csv",
            rows: {},
            question: "question",
            questions: {},
            options: { kind: "long", column: "option", value: "count" },
            cells: "counts",
          },
        ],
        words: {
          overall: { Bad: "1", 差: "1", Good: "2", 好: "2" },
          media: { TV: "tv", Web: "web" },
          region: { East: "e" },
        },
      },
    ]);
  });

  test("a column an option, of shares, for some rows, by a dimension", () => {
    const wave =
      'tabulated: { file: a.csv, rows: { Year: 2009 }, question: Q, questions: { Q1: overall, Q2: "" }, options: { "1": Low, "2": High }, percent: true, base: N, slice: { region: R } }';
    expect(tableOf(wave)).toEqual({
      file: "a.csv",
      rows: { Year: "2009" },
      question: "Q",
      questions: { Q1: "overall", Q2: "" },
      options: { kind: "wide", columns: { "1": "Low", "2": "High" } },
      cells: "percent",
      base: "N",
      slice: { region: "R" },
    });
  });

  test("a column of shares, in a file of a named encoding", () => {
    const { reading } = understood(
      codebook({ wave: "tabulated: { file: a.csv, percent: share }, encoding: gb18030, delimiter: ';'" }),
    );
    expect(reading.tabulated[0]).toMatchObject({
      encoding: "gb18030",
      delimiter: ";",
      tables: [{ cells: "percent", options: { kind: "long", column: "option", value: "share" } }],
    });
  });

  test("questions and dimensions of printed tables need no column, beside waves with respondents neither", () => {
    const more = '  - { id: "2010", file: answers.csv, columns: { overall: Q1 } }\n';
    const { reading } = understood(codebook({ more }));
    expect(reading.waves[0]?.variables.map(({ name }) => name)).toEqual(["q_overall"]);
  });
});

describe("what is wrong with them", () => {
  const cases: Readonly<Record<string, readonly [string, string, string, RegExp, RegExp]>> = {
    "a measured quantity where no wave has respondents": [
      codebook({ questions: "  - { id: wait, type: number, column: W }\n" }),
      "type: number",
      "questions[2].type",
      /no printed table of counts/,
      /choice of ranges/,
    ],
    "an unknown question": [
      codebook({ wave: "tabulated: { file: a.csv, questions: { Q1: overal } }" }),
      "Q1: overal",
      "waves[0].tabulated.questions.Q1",
      /no question "overal"/,
      /"overall"/,
    ],
    "an unknown dimension, in the second of two tables": [
      codebook({ wave: "tabulated: [{ file: a.csv }, { file: b.csv, slice: { regoin: R } }]" }),
      "regoin",
      "waves[0].tabulated[1].slice.regoin",
      /no dimension "regoin"/,
      /"region"/,
    ],
    "keys of an export": [
      codebook({ wave: "tabulated: a.csv, columns: { overall: Q1 }" }),
      "columns",
      "waves[0].columns",
      /means nothing in a wave of printed tables/,
      /Take it out/,
    ],
    "respondents of a wave that has them": [
      codebook({ more: '  - { id: "2010", file: a.csv, respondents: 9 }\n' }),
      "respondents",
      "waves[1].respondents",
      /means nothing in a wave with respondents/,
      /Take it out/,
    ],
    "a table of both shapes": [
      codebook({ wave: 'tabulated: { file: a.csv, options: { "1": Low }, count: N }' }),
      "count: N",
      "waves[0].tabulated.count",
      /no "count" column/,
      /Take it out/,
    ],
    "a wave with a file and tables": [
      codebook({ wave: "tabulated: a.csv, file: b.csv" }),
      '{ id: "2009"',
      "waves[0]",
      /a file and tables/,
      /Take one of the two out/,
    ],
    "a question without a column where there are no tables": [
      codebook({ wave: "file: a.csv" })
        .replace("{ id: region,", "{ id: region, column: R,")
        .replace("type: multi,", "type: multi, columns: [M],"),
      "{ id: overall",
      "questions[0].column",
      /"column" is missing/,
      /Add the key/,
    ],
  };
  test.each(Object.entries(cases))("%s", (_, [text, at, column, message, mend]) => {
    const problem = onlyProblem(text);
    expect(problem).toMatchObject({ severity: "stop", column, line: lineOf(text, at) });
    expect(problem.message).toMatch(message);
    expect(problem.mend).toMatch(mend);
  });
});
