/**
 * The same 234 respondents scored by every method, from their export to the open results, against figures of an
 * independent program (all-methods/make.py, Python's standard library only; it also invented the respondents).
 */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSurvey } from "../../src/build/open-survey.ts";
import { estimatesCsv } from "../../src/publish/estimates.ts";
import { onlySurvey, type PreparedFiles, prepareFiles } from "../build/prepare-files.ts";

type Row = Readonly<Record<string, string>>;

const read = (name: string) => readFileSync(`${import.meta.dirname}/all-methods/${name}`, "utf-8");
const rowsOf = (text: string) => Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
const expected = rowsOf(read("expected.csv"));
const keyOf = (row: Row) =>
  [row["measure"], row["subject"], row["option"], row["weighted"], row["slice"]].join(" ");

let files: PreparedFiles;
let found: ReadonlyMap<string, Row>;
let published: readonly Row[];
beforeAll(async () => {
  files = await prepareFiles(
    Object.fromEntries(["survey.yaml", "answers.csv", "strata.csv"].map((name) => [name, read(name)])),
  );
  if (!files.prepared) throw new Error(JSON.stringify(files.problems));
  const open = await openSurvey(onlySurvey(files), files.prepared.storeFolder);
  published = rowsOf((await Array.fromAsync(estimatesCsv(open))).join("").slice(1));
  open.close();
  found = new Map(published.map((row) => [keyOf(row), row]));
});
afterAll(() => files?.remove());

const methods: Readonly<Record<string, string>> = {
  ...{
    mean: "M02",
    grade: "M03",
    national: "M03",
    national_firms: "M03",
    national_firms_after: "M05",
    five_to_one: "M04",
  },
  ...{ national_after: "M05", five_to_one_after: "M05", deduction: "M05", satisfied: "M07", csat: "M08" },
  ...{ sample_required: "M06", sample_shortfall: "M06", response_rate: "M06", valid_rate: "M06" },
  ...{ margin_of_error: "M06", ces: "M08", easy: "M08", nps: "M08", gap: "M09", pp100: "M11" },
  ...{ band: "M18", sure: "M18" },
};

describe.each(Object.entries(methods))("%s (%s)", (measure, method) => {
  const wanted = expected.filter((row) => row["measure"] === measure);

  test("is that of the independent program, with base and interval, in every group", () => {
    expect(wanted.length).toBeGreaterThan(0);
    for (const row of wanted) {
      const own = found.get(keyOf(row));
      expect(own, keyOf(row)).toBeDefined();
      expect(own?.["method"]).toBe(method);
      for (const column of ["n", "n_eff", "value", "low", "high"]) {
        // Where nothing bounds a figure above, the program writes no number.
        const [one, other] = [own?.[column] ?? "", row[column] ?? ""];
        const size = Math.max(1, Math.abs(Number(other)));
        const isNear = one === other || Math.abs(Number(one) - Number(other)) <= 1e-8 * size;
        expect(
          isNear && (one === "") === (other === ""),
          `${column} of ${keyOf(row)}: ${one}, not ${other}`,
        ).toBe(true);
      }
    }
  });
});

describe("what is published beside", () => {
  const of = (measure: string, slice: string) =>
    published.filter((row) => row["measure"] === measure && row["slice"] === slice);

  test("whether enough firms were sampled: 7 of 64 are, and 5 of 45 too, which is the fewest", () => {
    const numbers = (measure: string) => ["A", "B"].map((id) => of(measure, `sector=${id}`)[0]?.["value"]);
    expect(numbers("firms_sampled")).toEqual(["7", "5"]);
    expect(numbers("firms_required")).toEqual(["7", "5"]);
  });

  test("nothing of three respondents, nor of the next smallest group, which would give them away", () => {
    for (const measure of ["national", "five_to_one", "gap", "pp100"])
      for (const row of of(measure, "channel=post"))
        expect(row).toMatchObject({ n: "", value: "", low: "", status: "withheld" });
    for (const row of of("national", "channel=desk")) expect(row["status"]).toBe("withheld");
  });
});
