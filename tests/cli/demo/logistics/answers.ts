import Papa from "papaparse";
import { logisticsFiles } from "../../../../src/cli/demo/logistics/files.ts";

/** Header, or number of the question → cell. */
export type Row = Readonly<Record<string, string>>;

export const files = logisticsFiles();
export const waveIds = ["2023-H1", "2023-H2", "2024-H1", "2024-H2"];

/** A wave's rows as they stand in the file. */
export function table(path: string): readonly Row[] {
  const content = files.get(path) ?? "";
  const text =
    typeof content === "string" ? content : new TextDecoder("gb18030", { fatal: true }).decode(content);
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return data;
}

export const asWritten: ReadonlyMap<string, readonly Row[]> = new Map(
  waveIds.map((wave) => [wave, table(`waves/${wave}.csv`)]),
);

/** What the first wave's words stand for; 一般 is the middle of both scales. */
const codeOfWord: Readonly<Record<string, string>> = {
  很不满意: "1",
  不满意: "2",
  一般: "3",
  满意: "4",
  很满意: "5",
  很低: "1",
  较低: "2",
  较高: "4",
  很高: "5",
  是: "1",
  否: "2",
};

/** The rows of each wave by question number, ratings as codes. */
export const answers: ReadonlyMap<string, readonly Row[]> = new Map(
  [...asWritten].map(([wave, rows]) => [wave, rows.map((row) => numbered(row))]),
);
export const everyone: readonly Row[] = [...answers.values()].flat();

function numbered(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([header, cell]) => [shortName(header), codeOfWord[cell] ?? cell]),
  );
}

/** "Q5 货物是否…" is Q5, "Q20 理赔原因(破损)" is Q20(破损), "K1 若能…" is K1+ and "K1 若不能…" K1-. */
function shortName(header: string): string {
  const [number = "", rest = ""] = header.split(" ");
  if (number === "Q20") return number + rest.replace("理赔原因", "");
  if (/^K\d$/.test(number)) return number + (/没有|不能|查不到|不打/.test(rest) ? "-" : "+");
  return /^Q\d+$/.test(number) ? number : header;
}

export function rowsOf(wave: string, slice: Row = {}): readonly Row[] {
  return (answers.get(wave) ?? []).filter((row) => isOf(row, slice));
}

export function isOf(row: Row, slice: Row): boolean {
  return Object.entries(slice).every(([column, value]) => row[column] === value);
}

export function distinct(rows: readonly Row[], column: string): ReadonlySet<string> {
  return new Set(rows.map((row) => row[column] ?? ""));
}

/** Grades of 1–5 given to a question. */
export function grades(rows: readonly Row[], question: string): readonly number[] {
  return rows.flatMap((row) => (/^[1-5]$/.test(row[question] ?? "") ? [Number(row[question])] : []));
}

export function meanOf(rows: readonly Row[], question: string): number {
  return mean(grades(rows, question));
}

export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Half the width of a mean's 95 % interval, by the normal distribution. */
export function margin(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((total, value) => total + (value - centre) ** 2, 0);
  return 1.96 * Math.sqrt(squares / (values.length - 1) / values.length);
}
