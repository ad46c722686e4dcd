import { alignWaves, type WaveSheet } from "../../src/drafting/align.ts";
import type { Field } from "../../src/drafting/field.ts";
import { type Sheet, SheetReader } from "../../src/drafting/sheet.ts";
import { findLayout } from "../../src/intake/exports/find-layout.ts";

/** A sheet of rows, the header first. */
export function sheetOf(rows: readonly (readonly string[])[], file = "answers.csv"): Sheet {
  const found = findLayout({ rows: rows.slice(0, 3) });
  if (found.status === "absent") throw new Error("rows of no form");
  const reader = new SheetReader({ layout: found.layout });
  reader.push(rows.slice(found.layout.headerRows).map((cells) => ({ cells })));
  return reader.finish({ file });
}

/** A plain column's cells under their headers. */
export type Columns = Readonly<Record<string, readonly (string | number)[]>>;

export function sheetOfColumns(columns: Columns, file?: string): Sheet {
  const headers = Object.keys(columns);
  const length = Math.max(...Object.values(columns).map((cells) => cells.length));
  const rows = Array.from({ length }, (_, at) =>
    headers.map((header) => String(columns[header]?.[at] ?? "")),
  );
  return sheetOf([headers, ...rows], file);
}

export function wave(columns: Columns, id = "1"): WaveSheet {
  return { wave: id, sheet: sheetOfColumns(columns, `${id}.csv`) };
}

/** The fields of one wave. */
export function fieldsOf(columns: Columns): readonly Field[] {
  return alignWaves([wave(columns)]);
}

/** The one field of cells under a header. */
export function fieldOf(header: string, cells: readonly (string | number)[]): Field {
  const [field] = fieldsOf({ [header]: cells });
  if (!field) throw new Error("no field");
  return field;
}

/** Values as often as is said. */
export function times(counts: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(counts).flatMap(([value, count]) => Array<string>(count).fill(value));
}
