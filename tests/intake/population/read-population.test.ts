import { describe, expect, test } from "vitest";
import { checkTold } from "../../../src/intake/population/check-told.ts";
import { readPopulation } from "../../../src/intake/population/read-population.ts";
import type { Problem } from "../../../src/survey/problem.ts";
import { dimension } from "../../measures/surveys.ts";

const options = {
  file: "population.csv",
  waves: ["2023", "2024"],
  printed: ["2009"],
  // Cities are taken as found.
  dimensions: [dimension("sex", ["f", "m"]), dimension("age", ["1", "2"]), dimension("city", [])],
  needed: ["sex", "age"],
};
const read = (text: string) => readPopulation(text, options);

describe("a population file", () => {
  test("holds people by combinations, by wave", () => {
    expect(read("wave,sex,age,people\n2023,f,1,10\n2024,f,1,12.5\n")).toEqual({
      cells: [
        { line: 2, wave: "2023", place: { sex: "f", age: "1" }, people: 10 },
        { line: 3, wave: "2024", place: { sex: "f", age: "1" }, people: 12.5 },
      ],
      problems: [],
    });
  });

  test("may leave dimensions blank, hold more of them, semicolons, and codes as spreadsheets write them", () => {
    const { cells, problems } = read("sex;age;city;people\nf;;;0\n;1.0;;7\n;;Ulm;8\n\n;02;;9\n");
    expect(problems).toEqual([]);
    expect(cells).toEqual([
      { line: 2, place: { sex: "f" }, people: 0 },
      { line: 3, place: { age: "1" }, people: 7 },
      { line: 4, place: { city: "Ulm" }, people: 8 },
      { line: 6, place: { age: "2" }, people: 9 },
    ]);
  });

  test.each([
    [
      "a column that means nothing",
      "sex,aeg,people\nf,1,1\n",
      {
        line: 1,
        column: "aeg",
        value: "aeg",
        message: /means nothing here/,
        expected: /sex, age, city, people/,
        mend: 'Did you mean "age"?',
      },
    ],
    [
      "a column twice",
      "sex,age,age,people\nf,1,1,1\n",
      { line: 1, column: "age", message: /twice/, expected: /once/ },
    ],
    [
      "no column of a dimension that is weighted by",
      "sex,people\nf,1\n",
      { line: 1, column: "age", value: "sex,people", message: /no column "age"/, expected: /sex,age,people/ },
    ],
    ["no column of people", "sex,age\nf,1\n", { line: 1, column: "people", message: /no column "people"/ }],
    [
      "no rows",
      "sex,age,people\n",
      { line: 1, column: "people", message: /no rows/, expected: /a row for each group/ },
    ],
    [
      "an unknown code",
      "sex,age,people\nf,3,1\n",
      {
        line: 2,
        column: "age",
        value: "3",
        message: 'The dimension "age" has no such code',
        expected: "one of 1, 2",
        mend: /Correct|Did you mean/,
      },
    ],
    [
      "a label in place of a code",
      "sex,age,people\nWomen,1,1\n",
      { line: 2, column: "sex", value: "Women", expected: "one of f, m", mend: /Codes stand in it/ },
    ],
    [
      "a blank number",
      "sex,age,people\nf,1,\n",
      { line: 2, column: "people", message: /does not say how many/, expected: /0 or more/, mend: /write 0/ },
    ],
    [
      "a negative number",
      "sex,age,people\nf,1,-3\n",
      { line: 2, column: "people", value: "-3", message: "This is no number of people" },
    ],
    [
      "a number with a separator of thousands",
      'sex,age,people\nf,1,"12,000"\n',
      { line: 2, column: "people", value: "12,000", expected: /without separators/ },
    ],
    ["a number in words", "sex,age,people\nf,1,many\n", { line: 2, column: "people", value: "many" }],
    ["an infinite number", "sex,age,people\nf,1,1e999\n", { line: 2, column: "people", value: "1e999" }],
    [
      "a row of nobody in particular",
      "sex,age,people\nf,1,1\n,,500\n",
      { line: 3, column: "sex", message: /does not say who/, mend: /totals are added up/ },
    ],
    [
      "a row twice",
      "sex,age,people\nf,1,1\nm,1,1\nf,01,2\n",
      {
        line: 4,
        column: "sex, age",
        value: "f / 1",
        message: "These people stand in line 2 already",
        expected: "every row once",
      },
    ],
    [
      "a row of a wave twice",
      "wave,sex,age,people\n2024,f,1,1\n2023,f,1,1\n2024,f,1,1\n",
      { line: 4, value: "f / 1", message: /line 2 already/, expected: "every row of a wave once" },
    ],
    [
      "an unknown wave, once",
      "wave,sex,age,people\n2025,f,1,1\n2025,m,1,1\n2024,f,1,1\n",
      {
        line: 2,
        column: "wave",
        value: "2025",
        message: "There is no such wave",
        expected: "2023, 2024",
        mend: /Did you mean "2023"/,
      },
    ],
    [
      "a blank wave",
      "wave,sex,age,people\n,f,1,1\n",
      { line: 2, column: "wave", message: "The row names no wave" },
    ],
    [
      "a wave of printed tables",
      "wave,sex,age,people\n2009,f,1,1\n",
      { line: 2, column: "wave", value: "2009", message: /printed tables/, mend: /Take the wave's rows out/ },
    ],
    [
      "a row of another length",
      "sex,age,people\nf,1,1\nm,1\n",
      { line: 3, message: "The row has 2 cells, the header 3" },
    ],
    ["a quote that is not closed", 'sex,age,people\n"f,1,1\n', { line: 2, expected: /quotes in pairs/ }],
  ])("with %s is refused", (_, text, wanted) => {
    const [problem] = read(text).problems;
    expect(problem).toMatchObject({ severity: "stop", file: "population.csv" });
    for (const [key, want] of Object.entries(wanted)) {
      const found = problem?.[key as keyof Problem];
      if (want instanceof RegExp) expect(String(found), key).toMatch(want);
      else expect(found, key).toEqual(want);
    }
    expect(problem?.expected).not.toBe("");
    expect(problem?.mend).not.toBe("");
  });
});

describe("what a population says of a wave", () => {
  const told = (text: string, method: "rake" | "cells" = "rake", by: readonly string[] = ["sex", "age"]) => {
    const { cells, problems } = read(text);
    expect(problems).toEqual([]);
    return checkTold({ file: "population.csv", cells }, { method, by });
  };
  const joint = "sex,age,people\nf,1,3\nf,2,2\nm,1,2\nm,2,3\n";
  const alone = "sex,age,people\nf,,5\nm,,5\n,1,5\n,2,5\n";

  test.each([
    ["combinations, for raking", joint, "rake"],
    ["combinations, for cells", joint, "cells"],
    ["each dimension alone, for raking", alone, "rake"],
    [
      "one dimension in combination with another that nothing is weighted by",
      "sex,age,city,people\nf,,Ulm,3\nm,,Ulm,2\n,1,,4\n,2,,1\n",
      "rake",
    ],
    [
      "rows of a dimension that nothing is weighted by",
      `${joint.replace("age,", "age,city,").replaceAll(/,(?=\d\n)/g, ",,")},,Ulm,9\n`,
      "cells",
    ],
  ] as const)("is enough: %s", (_, text, method) => {
    expect(told(text, method)).toEqual([]);
  });

  test("can't be counted in two ways by one dimension", () => {
    expect(told(`${joint}f,,5\n`)).toEqual([
      {
        severity: "stop",
        file: "population.csv",
        line: 6,
        column: "sex",
        message: "People by sex are counted in two ways: by age × sex from line 2 on, and here by sex",
        expected: "rows of one kind, which add up to everybody once",
        mend: "Leave sex blank in the rows of one of the two kinds, or take them out.",
      },
    ]);
  });

  test("must name every dimension in every row for cells", () => {
    expect(told(alone, "cells")).toMatchObject([
      {
        severity: "stop",
        line: 2,
        column: "sex, age",
        message: expect.stringContaining("leaves age blank"),
        mend: expect.stringContaining("rake"),
      },
    ]);
  });

  test("must tell of every dimension", () => {
    expect(told("sex,age,people\nf,,5\nm,,5\n")).toMatchObject([
      { severity: "stop", column: "age", message: "No row says how many people there are by age" },
    ]);
  });

  test("must have anybody at all", () => {
    expect(told("sex,age,people\nf,,0\nm,,0\n,1,5\n,2,5\n")).toMatchObject([
      { severity: "stop", line: 2, column: "people", message: "By sex the population has nobody at all" },
    ]);
  });

  test("is noted where the dimensions add up to different numbers of people, and not where they nearly agree", () => {
    const other = (people: number) => told(`sex,age,people\nf,,500\nm,,500\n,1,500\n,2,${people}\n`);
    expect(other(509)).toEqual([]);
    expect(other(520)).toMatchObject([{ severity: "note", column: "people", value: "sex: 1000; age: 1020" }]);
  });
});
