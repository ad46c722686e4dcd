/** Scores by written rules, held against the strata file and the answers that they are made of. */
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/survey/problem.ts";
import { prepareFiles } from "./prepare-files.ts";

const codebook = (scoring: string, sector = "labels: { A: A, B: B }") => `id: halls
title: Halls
waves:
  - { id: "2023", file: w.csv }
  - { id: "2024", file: w.csv2 }
strata: strata.csv
dimensions:
  - { id: sector, column: S, ${sector} }
  - { id: hall, column: H }
hierarchy: [sector, hall]
questions:
  - { id: q, type: rating, column: Q, scale: { codes: [1, 2, 3, 4, 5], scores: [0, 3, 6, 8, 10] } }
scoring:
  ${scoring}
`;
/** Five halls of A and two of B, ten answers each. */
const halls = ["A,a1", "A,a2", "A,a3", "A,a4", "A,a5", "B,b1", "B,b2"];
const answers = `S,H,Q\n${halls.flatMap((hall) => Array.from({ length: 10 }, (_, at) => `${hall},${(at % 5) + 1}`)).join("\n")}\n`;
const whole = ["2023", "2024"].flatMap((wave) => [`${wave},A,900,60,50`, `${wave},B,400,30,20`]);
const strata = ["wave,sector,customers,handed_out,returned", ...whole].join("\n");

async function problemsOf(scoring: string, file = strata, sector?: string): Promise<readonly Problem[]> {
  const { problems, prepared, remove } = await prepareFiles({
    "halls/survey.yaml": codebook(scoring, sector),
    "halls/w.csv": answers,
    "halls/w.csv2": answers.replace("5\n", "4\n"),
    "halls/strata.csv": file,
  });
  await remove();
  expect(prepared === undefined).toBe(problems.some(({ severity }) => severity === "stop"));
  return problems.filter(({ column }) => column !== undefined && !column.startsWith("waves"));
}
const both = "national: { deduct: true }\n  sample: { rule: 1 }";
const without = (...columns: readonly string[]) => {
  const [header = "", ...rows] = strata.split("\n").map((row) => row.split(","));
  const kept = [...header].flatMap((name, at) => (columns.includes(name) ? [] : [at]));
  return [header, ...rows].map((row) => kept.map((at) => row[at]).join(",")).join("\n");
};

describe("the strata file", () => {
  test("has all that scores take from it: nothing is said", async () => {
    expect(await problemsOf(both)).toEqual([]);
  });

  test("without the columns that a deduction stands on stops, each of them named", async () => {
    const problems = await problemsOf("national: { deduct: true }", without("handed_out", "returned"));
    expect(problems).toMatchObject(
      ["handed_out", "returned"].map((column) => ({
        severity: "stop",
        file: "halls/strata.csv",
        line: 1,
        column,
        value: "wave,sector,customers",
        message: expect.stringMatching(/no column .*scoring\.national\.deduct/),
        mend: expect.stringMatching(/Add the counts, or take scoring\.national\.deduct out/),
      })),
    );
    expect(problems).toHaveLength(2);
  });

  test("names every score that needs the column, so that none is left for another run", async () => {
    const [problem] = await problemsOf(
      "national: { deduct: true }\n  fiveToOne: { deduct: true }",
      without("returned"),
    );
    expect(problem).toMatchObject({ column: "returned" });
    expect(problem?.mend).toMatch(/take scoring\.national\.deduct and scoring\.fiveToOne\.deduct out/);
  });

  test("without customers stops a sample rule, and says nothing to a survey that has none", async () => {
    const file = without("customers");
    expect(await problemsOf("sample: { rule: 1 }", file)).toMatchObject([
      { severity: "stop", file: "halls/strata.csv", column: "customers" },
    ]);
    expect(await problemsOf("national: { deduct: true }", file)).toEqual([]);
  });

  test("whose column is blank throughout stops alike", async () => {
    const blank = strata.replaceAll(/,(900|400),/g, ",,");
    expect(await problemsOf("sample: { rule: 1 }", blank)).toMatchObject([
      { severity: "stop", column: "customers", message: expect.stringMatching(/blank throughout/) },
    ]);
  });

  test("that lacks a wave is noted, for the deduction and for the sample", async () => {
    const problems = await problemsOf(both, strata.split("\n").slice(0, 3).join("\n"));
    expect(problems.map(({ severity, value }) => [severity, value])).toEqual([
      ["note", "2024"],
      ["note", "2024"],
    ]);
    expect(problems[0]?.message).toMatch(/^No deduction can be given for 2024: .* handed_out and returned/);
    expect(problems[1]?.message).toMatch(/^No sample rule can be given for 2024: .* customers/);
  });

  test("that lacks a stratum of a wave is noted with it", async () => {
    const problems = await problemsOf(both, strata.split("\n").slice(0, 4).join("\n"));
    expect(problems).toMatchObject([{ severity: "note", file: "halls/strata.csv", value: "2024", count: 1 }]);
    expect(problems[0]?.message).toMatch(/^No deduction and no sample rule can be given .*: sector=B$/);
  });

  test("that leaves counts of a stratum blank is noted at its line", async () => {
    const problems = await problemsOf(both, strata.replace("2024,A,900,60,50", "2024,A,900,60,"));
    expect(problems).toMatchObject([
      { severity: "note", line: 4, column: "handed_out and returned", count: 1 },
    ]);
  });
});

describe("how many firms there are", () => {
  const firms = (written: string) => `national: { firm: hall, industry: sector, firms: ${written} }`;
  const keyLine = codebook("x").split("\n").length - 1;

  test("fits what answered: nothing is said", async () => {
    expect(await problemsOf(firms("{ A: 5, B: 40 }"))).toEqual([]);
  });

  test("is fewer than answered: that stops, at its key", async () => {
    expect(await problemsOf(firms("{ A: 2, B: 40 }"))).toMatchObject([
      {
        severity: "stop",
        file: "halls/survey.yaml",
        line: keyLine,
        column: "scoring.national.firms.A",
        value: "2",
        message: expect.stringMatching(/from 5 values of "hall" of "A" .*more than the 2 firms/),
        expected: "at least 5",
      },
    ]);
  });

  test.each(["{ A: 50 }", "{}"])("is not said of an industry: %s stops once", async (written) => {
    expect(await problemsOf(firms(written))).toMatchObject([
      { severity: "stop", column: "scoring.national.firms", message: expect.stringMatching(/ B$/) },
    ]);
  });

  test("is not said of an industry that only answers tell of", async () => {
    expect(await problemsOf(firms("{ A: 50 }"), strata, "")).toMatchObject([
      { severity: "stop", column: "scoring.national.firms", value: "B" },
    ]);
  });
});
