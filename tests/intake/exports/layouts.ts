import { findLayout } from "../../../src/intake/exports/find-layout.ts";
import type { ExportColumn, ExportHead, ExportLayout } from "../../../src/intake/exports/layout.ts";
import type { ExportFormat } from "../../../src/survey/reading.ts";

/** The layout that is found for the first rows of a file. */
export function layoutOf(rows: ExportHead["rows"], format?: ExportFormat): ExportLayout {
  const found = findLayout({ rows }, format === undefined ? {} : { format });
  if (found.status !== "found") throw new Error(`no layout: ${JSON.stringify(found.problem)}`);
  return found.layout;
}

/** Each column's values of some keys, in order; absent ones are undefined. */
export function pick<Key extends keyof ExportColumn>(
  { columns }: ExportLayout,
  ...keys: readonly Key[]
): readonly (readonly ExportColumn[Key][])[] {
  return columns.map((column) => keys.map((key) => column[key]));
}
