import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { newCarFiles } from "../../../src/cli/demo/new-car/files.ts";

type Row = Readonly<Record<string, string>>;

const files = newCarFiles();
const waveIds = ["2022", "2023", "2024"];
const answers = new Map(waveIds.map((wave) => [wave, table(`waves/${wave}.csv`)]));
const everyone = [...answers.values()].flat();

/** Column of a category → its file of labels and the number of its problems, in the order of the questionnaire. */
const categories: Readonly<Record<string, readonly [labels: string, problems: number]>> = {
  P1_EXTERIOR: ["exterior", 30],
  P2_DRIVING: ["driving", 26],
  P3_CONTROLS: ["controls", 30],
  P4_INFOTAINMENT: ["infotainment", 34],
  P5_SEATS: ["seats", 22],
  P6_CLIMATE: ["climate", 20],
  P7_INTERIOR: ["interior", 28],
  P8_POWERTRAIN: ["engine", 28],
  P9_ASSISTANCE: ["assistance", 22],
};
const columns = Object.keys(categories);

/** The lists of problems of all categories as one. */
const allProblems = () => Object.values(categories).flatMap(([file]) => table(`labels/${file}.csv`));

describe("the files", () => {
  test("generating twice gives the same bytes, under 1.5 MB together", () => {
    expect([...newCarFiles()]).toEqual([...files]);
    const bytes = [...files.values()].reduce((total, text) => total + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(1.5e6);
  });

  test("about 3,000 owners a year, 20 brands of three segments with two models each, in every year", () => {
    for (const [wave, rows] of answers) {
      expect(Math.abs(rows.length - 3000), wave).toBeLessThan(150);
      const sizes = ["SEGMENT", "BRAND", "MODEL", "POWERTRAIN", "REGION"].map(
        (column) => distinct(rows, column).size,
      );
      expect(sizes).toEqual([3, 20, 40, 3, 6]);
      expect(distinct(rows, "respondent_id").size).toBe(rows.length);
      for (const brand of distinct(rows, "BRAND"))
        expect(rows.filter((row) => row["BRAND"] === brand).length, brand).toBeGreaterThan(100);
    }
    for (const [child, parent] of [
      ["MODEL", "BRAND"],
      ["BRAND", "SEGMENT"],
    ] as const)
      expect(new Set(everyone.map((row) => `${row[child]} ${row[parent]}`)).size).toBe(
        distinct(everyone, child).size,
      );
  });

  test("240 problems in nine categories, each with a name of its own in both languages", () => {
    const labels = allProblems();
    expect(labels).toHaveLength(240);
    for (const column of ["code", "en", "zh"]) expect(distinct(labels, column).size).toBe(240);
    for (const { en = "", zh = "" } of labels) {
      expect(en).toMatch(/^[A-Z][\x20-\x7e]+[a-zR]$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
    for (const [at, [file, count]] of Object.values(categories).entries()) {
      const codes = Array.from({ length: count }, (_, number) => String(100 * (at + 1) + number + 1));
      expect(table(`labels/${file}.csv`).map(({ code }) => code)).toEqual(codes);
    }
  });

  test("brands and models have names in both languages", () => {
    for (const [file, column] of [
      ["brand", "BRAND"],
      ["model", "MODEL"],
    ] as const) {
      const labels = table(`labels/${file}.csv`);
      expect(distinct(labels, "code")).toEqual(distinct(everyone, column));
      for (const language of ["en", "zh"]) expect(distinct(labels, language).size).toBe(labels.length);
    }
  });

  test("every column but the summary of all problems is named in the codebook", () => {
    const codebook = readFileSync(new URL("../../../data/new-car/survey.yaml", import.meta.url), "utf8");
    const { questions, dimensions, respondent, date, quality } = parse(codebook);
    const named = [...questions, ...dimensions].map(({ column }) => column);
    const all = [respondent, date.column, quality.duration, ...named].toSorted();
    const inFiles = [...distinctHeaders()].filter((header) => header !== "ALLPROBLEMS").toSorted();
    expect(all.filter((header) => header !== "ALLPROBLEMS")).toEqual(inFiles);
  });

  test("every cell is of its kind", () => {
    const shapes: Readonly<Record<string, RegExp>> = {
      respondent_id: /^2[234]-\d{4}$/,
      INTDATE: /^202[234]-0[456]-\d\d$/,
      AGE: /^[1-4]?$/,
      KM: /^(\d{3,5}|)$/,
      Q_OUTCOME: /^([1-4]|99|)$/,
      Q_OVERALL: /^([1-9]|10|99|)$/,
      Q_RECOMMEND: /^(\d|10|99|)$/,
      Q_AGAIN: /^([1-4]|99|)$/,
      SECONDS: /^\d{2,4}$/,
      ...Object.fromEntries(
        columns.map((column, at) => [column, new RegExp(`^(${at + 1}\\d\\d(;${at + 1}\\d\\d)*)?$`)]),
      ),
    };
    const bad = everyone.flatMap((row) =>
      Object.entries(shapes).flatMap(([column, shape]) =>
        shape.test(row[column] ?? "absent") ? [] : [`${column}: ${row[column]}`],
      ),
    );
    expect(bad).toEqual([]);
    for (const [wave, rows] of answers)
      expect([...new Set(rows.map(({ INTDATE = "" }) => INTDATE.slice(0, 4)))]).toEqual([wave]);
  });

  test("problems stand once, in order, and all of them again in the summary", () => {
    for (const row of everyone) {
      const named = columns.flatMap((column) => codesIn(row, column));
      expect(codesIn(row, "ALLPROBLEMS")).toEqual(named);
      expect(new Set(named).size).toBe(named.length);
      expect(named).toEqual(named.toSorted());
    }
  });

  test("a car without an engine has no trouble with one, nor one without a socket with charging", () => {
    const codes = new Map(allProblems().map(({ en, code = "" }) => [en, code]));
    const cars = (powertrain: string, problem: string) =>
      everyone.filter(
        (row) =>
          row["POWERTRAIN"] === powertrain &&
          codesIn(row, "ALLPROBLEMS").includes(codes.get(problem) ?? "absent"),
      ).length;
    for (const problem of ["Engine stalls", "Gearbox jerks at low speed", "Uses more fuel than stated"]) {
      expect(cars("electric", problem), problem).toBe(0);
      expect(cars("petrol", problem), problem).toBeGreaterThan(5);
      expect(cars("hybrid", problem), problem).toBeGreaterThan(2);
    }
    for (const problem of ["Charging slower than stated", "Range shorter than stated"]) {
      expect(cars("petrol", problem), problem).toBe(0);
      expect(cars("electric", problem), problem).toBeGreaterThan(5);
    }
  });

  test("strata count the rows of their year, and the population the strata's owners", () => {
    const strata = table("strata.csv");
    expect(strata).toHaveLength(3 * 20);
    for (const { wave = "", brand, customers, handed_out, returned } of strata) {
      expect(rowsOf(wave, { BRAND: brand ?? "" })).toHaveLength(Number(returned));
      expect(Math.abs(Number(returned) / Number(handed_out) - 0.31)).toBeLessThan(0.08);
      expect(Number(customers)).toBeGreaterThan(Number(handed_out));
    }
    expect(table("population.csv")).toEqual(
      strata.map(({ wave, brand, customers }) => ({ wave, brand, people: customers })),
    );
  });
});

describe("the stories", () => {
  test("about 210 problems per 100 cars, a little fewer every year", () => {
    const totals = waveIds.map((wave) => weighted(wave, columns));
    expect(totals.map((total) => Math.round(total))).toEqual([209, 206, 203]);
    for (const [wave, rows] of answers) {
      const none = rows.filter((row) => row["ALLPROBLEMS"] === "").length / rows.length;
      expect(none, wave).toBeCloseTo(0.2, 1);
    }
  });

  test("audio and infotainment is the largest category in every year, with more than a fifth of all problems", () => {
    for (const wave of waveIds) {
      const sizes = columns.map((column) => weighted(wave, [column]));
      expect(Math.max(...sizes)).toBe(sizes[3]);
      expect((sizes[3] ?? 0) / weighted(wave, columns)).toBeGreaterThan(0.21);
    }
  });

  test("one brand is best in every year, far from the next", () => {
    for (const wave of waveIds) {
      const [first, second] = [...distinct(everyone, "BRAND")]
        .map((brand) => ({ brand, pp100: perHundred(rowsOf(wave, { BRAND: brand })) }))
        .toSorted((a, b) => a.pp100 - b.pp100);
      expect(first?.brand, wave).toBe("HN");
      expect(first?.pp100, wave).toBeLessThan(125);
      expect((second?.pp100 ?? 0) - (first?.pp100 ?? 0), wave).toBeGreaterThan(45);
    }
  });

  test("one brand's infotainment gets far worse in 2023 and stays so; no other brand's, and nothing else of that brand", () => {
    const infotainment = (wave: string, brand: string) =>
      perHundred(rowsOf(wave, { BRAND: brand }), ["P4_INFOTAINMENT"]);
    expect(infotainment("2022", "CG")).toBeLessThan(60);
    for (const wave of ["2023", "2024"]) {
      expect(infotainment(wave, "CG")).toBeGreaterThan(110);
      expect(infotainment(wave, "CG")).toBeLessThan(135);
      for (const brand of distinct(everyone, "BRAND"))
        if (brand !== "CG") expect(infotainment(wave, brand), brand).toBeLessThan(65);
    }
    const others = columns.filter((column) => column !== "P4_INFOTAINMENT");
    const rest = waveIds.map((wave) => perHundred(rowsOf(wave, { BRAND: "CG" }), others));
    expect(Math.max(...rest) - Math.min(...rest)).toBeLessThan(20);
  });

  test("driver assistance gets worse in 2024, in electric cars only, and no other category of theirs does", () => {
    const change = (powertrain: string, column: string) =>
      perHundred(rowsOf("2024", { POWERTRAIN: powertrain }), [column]) -
      perHundred(rowsOf("2023", { POWERTRAIN: powertrain }), [column]);
    expect(change("electric", "P9_ASSISTANCE")).toBeGreaterThan(10);
    expect(change("electric", "P9_ASSISTANCE")).toBeLessThan(18);
    for (const powertrain of ["petrol", "hybrid"])
      expect(Math.abs(change(powertrain, "P9_ASSISTANCE")), powertrain).toBeLessThan(3);
    for (const column of columns.slice(0, -1)) expect(change("electric", column), column).toBeLessThan(4);
  });

  test("electric cars become more, plug-in hybrids have the most trouble with their powertrain", () => {
    const shares = waveIds.map(
      (wave) => rowsOf(wave, { POWERTRAIN: "electric" }).length / rowsOf(wave).length,
    );
    expect(shares.map((share) => share.toFixed(2))).toEqual(["0.24", "0.30", "0.32"]);
    for (const wave of waveIds) {
      const [petrol, hybrid, electric] = ["petrol", "hybrid", "electric"].map((powertrain) =>
        perHundred(rowsOf(wave, { POWERTRAIN: powertrain }), ["P8_POWERTRAIN"]),
      );
      expect(hybrid ?? 0, wave).toBeGreaterThan(1.3 * Math.max(petrol ?? 0, electric ?? 0));
    }
  });

  test("who had fewer problems is more satisfied and would rather buy the brand again", () => {
    const groups = [
      [0, 0],
      [1, 2],
      [3, 99],
    ].map(([from = 0, to = 0]) =>
      everyone.filter((row) => {
        const { length } = codesIn(row, "ALLPROBLEMS");
        return length >= from && length <= to;
      }),
    );
    const levels = groups.map((rows) => meanOf(rows, "Q_OVERALL", /^([1-9]|10)$/));
    const again = groups.map((rows) => meanOf(rows, "Q_AGAIN", /^[1-4]$/));
    for (const at of [1, 2]) {
      expect((levels[at - 1] ?? 0) - (levels[at] ?? 0)).toBeGreaterThan(0.5);
      expect((again[at] ?? 0) - (again[at - 1] ?? 0)).toBeGreaterThan(0.2);
    }
  });
});

function table(path: string): readonly Row[] {
  const { data, errors } = Papa.parse<Row>(files.get(path) ?? "", { header: true, skipEmptyLines: true });
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return data;
}

function distinctHeaders(): ReadonlySet<string> {
  return new Set(everyone.flatMap((row, at) => (at === 0 ? Object.keys(row) : [])));
}

function rowsOf(wave: string, slice: Row = {}): readonly Row[] {
  const rows = answers.get(wave) ?? [];
  return rows.filter((row) => Object.entries(slice).every(([column, value]) => row[column] === value));
}

function distinct(rows: readonly Row[], column: string): ReadonlySet<string> {
  return new Set(rows.map((row) => row[column] ?? ""));
}

function codesIn(row: Row, column: string): readonly string[] {
  const cell = row[column] ?? "";
  return cell === "" ? [] : cell.split(";");
}

function problemsOf(row: Row, of: readonly string[]): number {
  return of.reduce((total, column) => total + codesIn(row, column).length, 0);
}

/** Problems per 100 cars, unweighted. */
function perHundred(rows: readonly Row[], of: readonly string[] = columns): number {
  return (100 * rows.reduce((total, row) => total + problemsOf(row, of), 0)) / rows.length;
}

/** Problems per 100 cars of a year, every brand with its share of the cars registered. */
function weighted(wave: string, of: readonly string[]): number {
  const population = table("population.csv").filter((row) => row["wave"] === wave);
  const all = population.reduce((total, { people }) => total + Number(people), 0);
  return population.reduce(
    (total, { brand = "", people }) =>
      total + (Number(people) / all) * perHundred(rowsOf(wave, { BRAND: brand }), of),
    0,
  );
}

function meanOf(rows: readonly Row[], column: string, answer: RegExp): number {
  const given = rows.flatMap((row) => (answer.test(row[column] ?? "") ? [Number(row[column])] : []));
  return given.reduce((total, value) => total + value, 0) / given.length;
}
