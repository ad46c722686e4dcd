/** `read-csv-process.ts CSV`: DuckDB's own typed reading of the same export on one thread; prints a ReadCsvRun. */
import { DuckDBInstance } from "@duckdb/node-api";
import { type Elapsed, startStopwatch } from "../stopwatch.ts";
import { columns, items } from "./export-file.ts";

export interface ReadCsvRun extends Elapsed {
  readonly rows: number;
}

const numbers = new Set([...items, "overall", "nps"]);

function typeOf(column: string): string {
  if (column === "submitted_at") return "DATE";
  return numbers.has(column) ? "UTINYINT" : "VARCHAR";
}

async function main(path: string): Promise<ReadCsvRun> {
  const types = columns.map((column) => `'${column}': '${typeOf(column)}'`).join(", ");
  const file = path.replaceAll("'", "''");
  const elapsed = startStopwatch();
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE answers AS FROM read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"',
     columns = {${types}})`,
  );
  const time = elapsed();
  const counted = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM answers");
  return { ...time, rows: Number(counted.getRows()[0]?.[0]) };
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: read-csv-process.ts CSV");
console.log(JSON.stringify(await main(path)));
