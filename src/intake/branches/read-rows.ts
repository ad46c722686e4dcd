import Papa from "papaparse";
import { isDay } from "../../survey/calendar.ts";
import { suggestion } from "../../survey/nearest.ts";
import { type SmallTable, smallTable } from "../../survey/small-table.ts";
import type { Text } from "../../survey/text.ts";
import type { Fault, WrittenState } from "./written-state.ts";

const columns = ["branch", "level", "parent", "name", "name_en", "name_zh", "from", "until", "into"] as const;
type Column = (typeof columns)[number];

/** Parses the file of branches: its rows, as far as they can be understood, and what is wrong with their cells. */
export function readRows(
  text: string,
  levels: readonly string[],
): { readonly rows: readonly WrittenState[]; readonly faults: readonly Fault[] } {
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t"] });
  const table = smallTable(data, errors);
  const faults: Fault[] = [...headerFaults(table, levels), ...table.faults.map(shapeFault)];
  // Without these columns every row would be at fault for the same reason.
  if (!table.header.includes("branch") || !table.header.includes("level")) return { rows: [], faults };
  const rows = table.rows.flatMap((row) => readRow(row, levels, faults) ?? []);
  return { rows, faults };
}

function headerFaults({ header }: SmallTable, levels: readonly string[]): readonly Fault[] {
  const expected = columns.join(", ");
  const fault = (column: string, message: string, mend: string): Fault => ({
    ...{ line: 1, column, value: column, message, expected, mend },
  });
  const needed: readonly Column[] = levels.length > 1 ? ["branch", "level", "parent"] : ["branch", "level"];
  const absent = needed.filter((column) => !header.includes(column));
  return [
    ...absent.map((column) =>
      fault(column, "The file of branches lacks a column", `Add the column ${column}.`),
    ),
    ...header.flatMap((column, at) => {
      if (header.indexOf(column) < at)
        return fault(column, "The file of branches has the column twice", "Take one of the two out.");
      if ((columns as readonly string[]).includes(column)) return [];
      const mend = suggestion(column, columns, "Take the column out.");
      return fault(column, "The file of branches has a column that means nothing here", mend);
    }),
  ];
}

function shapeFault({ line, message }: SmallTable["faults"][number]): Fault {
  const expected = "as many cells as the header, and quotes in pairs";
  return { line, column: "", value: "", message, expected, mend: "Correct the row." };
}

type Report = (column: Column, message: string, expected: string, mend: string) => void;

function readRow(
  { line, cells }: SmallTable["rows"][number],
  levels: readonly string[],
  faults: Fault[],
): WrittenState | undefined {
  const cell = (column: Column) => cells.get(column) ?? "";
  const report: Report = (column, message, expected, mend) =>
    faults.push({ line, column, value: cell(column), message, expected, mend });
  const id = cell("branch");
  if (id === "") report("branch", "The row has no code", "the branch's code in the exports", "Add the code.");
  const level = levelOf(cell("level"), levels, report);
  const from = dayOf(cell("from"), "from", report);
  const until = dayOf(cell("until"), "until", report);
  if (id === "" || level === undefined) return undefined;
  const isDated = from !== "unreadable" && until !== "unreadable";
  const days = isDated ? { from, until } : {};
  const [parent, into] = [cell("parent") || undefined, cell("into") || undefined];
  return { line, level, id, isDated, ...present({ ...days, parent, into, name: nameOf(cell) }) };
}

function levelOf(value: string, levels: readonly string[], report: Report): number | undefined {
  const level = levels.indexOf(value);
  if (level >= 0) return level;
  const mend = suggestion(value, levels, "Name a level of the hierarchy.");
  report("level", "There is no such level of the hierarchy", `one of ${levels.join(", ")}`, mend);
  return undefined;
}

function dayOf(value: string, column: "from" | "until", report: Report): string | undefined {
  if (value === "") return undefined;
  if (isDay(value)) return value;
  report(column, "This is no day", "a day as YYYY-MM-DD, or a blank cell", "Write the day as YYYY-MM-DD.");
  return "unreadable";
}

/** A name in every language: the language's own column, else the one for both, else the other language's. */
function nameOf(cell: (column: Column) => string): Text | undefined {
  const [both, en, zh] = [cell("name"), cell("name_en"), cell("name_zh")];
  if (both === "" && en === "" && zh === "") return undefined;
  return { en: en || both || zh, zh: zh || both || en };
}

/** Without the keys that hold nothing. */
function present<Parts extends object>(
  parts: Parts,
): { readonly [Key in keyof Parts]?: Exclude<Parts[Key], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    readonly [Key in keyof Parts]?: Exclude<Parts[Key], undefined>;
  };
}
