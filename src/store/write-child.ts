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
  type DuckDBValue,
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
    const end = Math.min(start + rowsInChunk, table.rows);
    const chunk = DuckDBDataChunk.create(columnTypes, end - start);
    chunk.setColumns(table.columns.map((column) => valuesOf(column, start, end)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function valuesOf(column: StoreColumn, start: number, end: number): DuckDBValue[] {
  const slice = Array.from(column.values.subarray(start, end));
  if (column.type === "DOUBLE") return slice.map((value) => (Number.isNaN(value) ? null : value));
  return slice.map((value) => (value === column.missing ? null : value));
}

const path = process.argv[2];
if (path === undefined) throw new Error("usage: write-child.ts FILE < columns");
await main(path);
