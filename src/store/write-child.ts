/**
 * The process that writes one wave's database file. It is handed coded columns on its standard input and nothing
 * else, because a database file written by a process that has seen free text carries pieces of that text in its
 * padding. Started by `writeStore` with zeroed memory; one thread, so that equal rows give equal bytes.
 */
import { buffer } from "node:stream/consumers";
import { deserialize } from "node:v8";
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBVector,
  INTEGER,
  USMALLINT,
  UTINYINT,
} from "@duckdb/node-api";
import type { StoreColumn, StoreTable } from "./table.ts";

const rowsInChunk = 2048;
/** Waves under this many rows get small blocks: 1,500 rows take 193 kB in place of 537 kB. */
const smallBlockRows = 200_000;
const types: Readonly<Record<StoreColumn["type"], DuckDBType>> = { UTINYINT, USMALLINT, INTEGER, DOUBLE };

async function main(path: string): Promise<void> {
  const table = deserialize(await buffer(process.stdin)) as StoreTable;
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run("SET autoload_known_extensions = false");
  await connection.run("SET autoinstall_known_extensions = false");
  const block = table.rows < smallBlockRows ? 16384 : 262144;
  await connection.run(
    `ATTACH '${path.replaceAll("'", "''")}' AS store (STORAGE_VERSION 'v1.0.0', BLOCK_SIZE ${block})`,
  );
  const columns = table.columns.map(({ name, type }) => `"${name.replaceAll('"', '""')}" ${type}`);
  await connection.run(`CREATE TABLE store.answers (${columns.join(", ")})`);
  await append(connection, table);
  await connection.run("CHECKPOINT store");
  await connection.run("DETACH store");
  connection.closeSync();
  instance.closeSync();
}

async function append(connection: DuckDBConnection, table: StoreTable): Promise<void> {
  const appender = await connection.createAppender("answers", "main", "store");
  const columnTypes = table.columns.map(({ type }) => types[type]);
  for (let start = 0; start < table.rows; start += rowsInChunk) {
    const chunk = DuckDBDataChunk.create(columnTypes, Math.min(rowsInChunk, table.rows - start));
    for (const [at, column] of table.columns.entries()) fill(chunk.getColumnVector(at), column, start);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/**
 * Fills a vector with a column's values from a row on. Missing ones are set last: once a vector has one, every further
 * value costs it several times as much.
 */
function fill(vector: DuckDBVector, column: StoreColumn, start: number): void {
  const { values } = column;
  const isMissing = column.type === "DOUBLE" ? Number.isNaN : (value: number) => value === column.missing;
  const missing: number[] = [];
  for (let at = 0; at < vector.itemCount; at++) {
    const value = values[start + at] ?? 0;
    if (isMissing(value)) missing.push(at);
    else vector.setItem(at, value);
  }
  for (const at of missing) vector.setItem(at, null);
  vector.flush();
}

const path = process.argv[2];
if (path === undefined) throw new Error("usage: write-child.ts FILE < columns");
await main(path);
