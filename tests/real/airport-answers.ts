/**
 * The real files of San Francisco Airport, read by themselves: no code of the product. Which codes are which terminal
 * stands in each year's code list; which column is which question, in the codebook.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { parse } from "yaml";

const folder = resolve(import.meta.dirname, "../../../shared/data/sfo-airport");

/** True where the files are not there. */
export const airportIsAbsent = !existsSync(folder);

export interface Respondent {
  readonly w: number;
  readonly x: number;
  readonly terminal: string | undefined;
  /** Asked by an interviewer, filled in by oneself, or neither. */
  readonly form: string;
  /** Code of where they live, by the year's own list. */
  readonly home: string;
}

interface YearColumns {
  readonly overall: string;
  readonly place: string;
  readonly weighted: boolean;
  readonly terminal: (code: string) => string | undefined;
}

const names = ["Terminal 1", "Terminal 2", "Terminal 3", "International Terminal"] as const;
const [one, two, three, international] = names;
const byCode = (codes: Readonly<Record<string, string>>) => (code: string) => codes[code];
const byArea = byCode({
  A: international,
  B: one,
  C: one,
  D: two,
  E: three,
  F: three,
  G: international,
});

function byGate(code: string): string | undefined {
  const gate = /^\d+$/.test(code) ? Number(code) : 0;
  const within = (low: number, high: number) => gate >= low && gate <= high;
  if (within(1, 12) || within(91, 102)) return international;
  if (within(20, 38) || within(40, 48)) return one;
  if (within(50, 59)) return two;
  return within(68, 90) ? three : undefined;
}

export const years: Readonly<Record<string, YearColumns>> = {
  "2010": {
    overall: "Q6N",
    place: "TERM",
    weighted: true,
    terminal: byCode({ "1": one, "2": international, "3": three }),
  },
  "2011": {
    overall: "Q8N",
    place: "TERM",
    weighted: false,
    terminal: byCode({ "1": one, "2": two, "3": three, "4": international }),
  },
  "2012": { overall: "Q8N_WHOLE", place: "BAREA", weighted: false, terminal: byArea },
  "2013": { overall: "Q7O_WHOLE", place: "GATE", weighted: true, terminal: byGate },
  "2014": { overall: "Q7ALL", place: "AREA", weighted: true, terminal: byArea },
  "2015": { overall: "Q7ALL", place: "BAREA", weighted: true, terminal: byArea },
};

const files = new Map<string, readonly Record<string, string>[]>();

function rowsOf(year: string): readonly Record<string, string>[] {
  const known = files.get(year);
  if (known) return known;
  const text = readFileSync(join(folder, `${year}.csv`), "utf-8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  files.set(year, data);
  return data;
}

const isGrade = (text: string) => /^[1-5]$/.test(text);

/** Everybody who answered a question; where none is named, who rated the airport as a whole. */
export function respondentsOf(
  year: string,
  column = years[year]?.overall ?? "",
  isAnswer: (text: string) => boolean = isGrade,
): readonly Respondent[] {
  const columns = years[year];
  if (!columns) throw new Error(`there is no year ${year}`);
  return rowsOf(year).flatMap((row) => {
    const given = (name: string) => (row[name] ?? "").trim();
    if (!isAnswer(given(column))) return [];
    return [
      {
        w: columns.weighted ? Number(given("WEIGHT")) : 1,
        x: Number(given(column)),
        terminal: columns.terminal(given(columns.place)),
        form: given("SAQ"),
        home: given(year === "2010" ? "SFFLAG" : "HOME"),
      },
    ];
  });
}

/** In the Bay Area or elsewhere, by the code lists: in 2010 of counties and states, later of counties and regions. */
export function residenceOf(year: string, code: string): "local" | "visitor" | undefined {
  if (!/^\d+$/.test(code)) return undefined;
  const number = Number(code);
  if (year === "2010") {
    if (number === 1 || number === 2 || (number >= 10 && number <= 17)) return "local";
    return number === 3 || number === 4 ? "visitor" : undefined;
  }
  if ((number >= 1 && number <= 9) || number === 90) return "local";
  return (number >= 10 && number <= 19) || number === 91 ? "visitor" : undefined;
}

export interface Mean {
  readonly value: number;
  readonly error: number;
  readonly n: number;
  /** (Σw)²/Σw². */
  readonly effective: number;
  /** Variance of single answers. */
  readonly variance: number;
}

/** A weighted mean and its error, √(Σw²(x − m)²/(Σw)²·n/(n − 1)). */
export function meanOf(rows: readonly Respondent[]): Mean {
  const size = rows.reduce((sum, { w }) => sum + w, 0);
  const value = rows.reduce((sum, { w, x }) => sum + w * x, 0) / size;
  const squares = rows.reduce((sum, { w, x }) => sum + (w * (x - value)) ** 2, 0);
  const n = rows.length;
  return {
    value,
    error: Math.sqrt((squares / size ** 2) * (n / (n - 1))),
    n,
    effective: size ** 2 / rows.reduce((sum, { w }) => sum + w ** 2, 0),
    variance: (rows.reduce((sum, { w, x }) => sum + w * (x - value) ** 2, 0) / size) * (n / (n - 1)),
  };
}

/** How many errors two means of different people are apart. */
export function apart(a: Mean, b: Mean): number {
  return (a.value - b.value) / Math.hypot(a.error, b.error);
}

/** The terminals of a year, best first. */
export function terminalsOf(year: string): readonly (Mean & { readonly name: string })[] {
  const rows = respondentsOf(year);
  return names
    .map((name) => ({ name, ...meanOf(rows.filter(({ terminal }) => terminal === name)) }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.value - a.value);
}

interface AskedQuestion {
  readonly id: string;
  readonly type: string;
  readonly short: { readonly en: string };
  readonly column?: string | Readonly<Record<string, string>>;
  readonly min?: number;
  readonly max?: number;
}

/** Those questions of the codebook of which a mean is shown. */
export const questions = (
  parse(readFileSync(join(import.meta.dirname, "sfo-airport", "survey.yaml"), "utf-8")) as {
    readonly questions: readonly AskedQuestion[];
  }
).questions.filter(({ type }) => type === "rating" || type === "number");

export function answersTo({ column, min, max }: AskedQuestion, year: string): readonly Respondent[] {
  const name = typeof column === "string" ? column : (column?.[year] ?? column?.["default"]);
  if (name === undefined) return [];
  if (min === undefined || max === undefined) return respondentsOf(year, name);
  return respondentsOf(
    year,
    name,
    (text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max,
  );
}
