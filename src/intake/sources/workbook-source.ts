import { read, set_cptable, type WorkBook } from "@e965/xlsx";
import type { Row } from "../responses/table.ts";
import { type RowSource, SourceError } from "./source.ts";
import { startsAsWorkbook } from "./source-kind.ts";
import { cellText } from "./workbook-cells.ts";

/** What the library says of workbooks with a password, depending on who wrote them. */
const protection = /password|ECMA-376|Encryption(?:Info| scheme| Flags)/;

export interface WorkbookOptions {
  /** Name of the sheet to read; the first where there is none. */
  readonly sheet?: string;
  /** Names near to one that is not there, for the message. */
  readonly suggest?: (written: string, names: readonly string[]) => string;
}

/**
 * One sheet of a workbook (.xlsx, .xlsm, .xlsb, .xls). A row's line is its number in the sheet; wholly blank rows and
 * columns at the end are left out, and a row is as long as the longest one.
 *
 * @throws SourceError for a workbook that is broken or has a password, and for a sheet that is not there
 */
export async function workbookSource(
  bytes: Uint8Array,
  { sheet, suggest }: WorkbookOptions = {},
): Promise<RowSource> {
  const book = await openWorkbook(bytes);
  const name = sheet ?? book.SheetNames[0];
  if (name === undefined || !book.SheetNames.includes(name)) {
    const names = book.SheetNames;
    throw new SourceError({
      value: sheet ?? "",
      message: `The workbook has no sheet "${sheet ?? ""}"`,
      expected: `one of its sheets: ${names.join(", ")}`,
      mend: suggest?.(sheet ?? "", names) ?? "Correct the wave's `sheet`, or leave it out to read the first.",
    });
  }
  const rows = rowsOf(book, name);
  return {
    encoding: bytes[0] === 0x50 ? "xlsx" : "xls",
    sheet: name,
    sheets: book.SheetNames,
    readRows: async ({ onRows }) => onRows(rows),
  };
}

async function openWorkbook(bytes: Uint8Array): Promise<WorkBook> {
  // The library would take other text for a table, with dates of its own guessing.
  if (!startsAsWorkbook(bytes)) throw new SourceError(broken);
  // Workbooks of before 1997 are in the code page of the computer that wrote them, 936 where that was Chinese.
  set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  try {
    return read(bytes, { type: "array", dense: true, cellNF: true, cellHTML: false, cellFormula: false });
  } catch (error) {
    throw new SourceError(protection.test(String(error)) ? locked : broken, error);
  }
}

function rowsOf(book: WorkBook, name: string): readonly Row[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const grid = book.Sheets[name]?.["!data"] ?? [];
  const rows: { cells: string[]; line: number }[] = [];
  let width = 0;
  // The grid has holes where the sheet has no row and no cell.
  for (let at = 0; at < grid.length; at++) {
    const cells = Array.from(grid[at] ?? [], (cell) => cellText(cell, { date1904 }));
    const filled = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    if (filled > 0) rows.push({ cells, line: at + 1 });
    width = Math.max(width, filled);
  }
  return rows.map(({ cells, line }) => ({
    cells: Array.from({ length: width }, (_, place) => cells[place] ?? ""),
    line,
  }));
}

const locked = {
  message: "The workbook is protected by a password",
  expected: "a workbook that opens without one",
  mend: "Save it without a password, or as CSV.",
};

const broken = {
  message: "The file is no workbook that can be read",
  expected: "a whole workbook (.xlsx or .xls)",
  mend: "Open it in a spreadsheet program and save it again, export it anew, or unpack it where it is an archive.",
};
