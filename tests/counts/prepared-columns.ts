import { join } from "node:path";
import { readColumns, type WaveColumns } from "../../src/counts/columns/wave-columns.ts";
import { readTable } from "../../src/store/read-table.ts";
import { onlySurvey, type PreparedFiles } from "../build/prepare-files.ts";

/** The waves of a prepared survey as the columns that a browser counts, read beside DuckDB's own. */
export async function preparedColumns(files: PreparedFiles): Promise<ReadonlyMap<string, WaveColumns>> {
  const { survey, waves } = onlySurvey(files);
  const folder = files.prepared?.storeFolder ?? "";
  const columns = new Map<string, WaveColumns>();
  for (const { wave, name, layout } of waves) {
    const table = await readTable(join(folder, name), layout.columns, layout.rows);
    const given = table.columns.map((column) => {
      const missing = column.type === "DOUBLE" ? Number.NaN : column.missing;
      return [column.name, [...column.values].map((value) => (value === missing ? null : value))] as const;
    });
    columns.set(wave, readColumns(survey, layout, Object.fromEntries(given)));
  }
  return columns;
}
