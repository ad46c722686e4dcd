import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { quoteName } from "../views/predicate.ts";
import type { StoreColumn, StoreTable } from "./table.ts";

/** Reads columns of a wave's database file back as they were handed to the writer. */
export async function readTable(path: string, names: readonly string[], rows: number): Promise<StoreTable> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    await connection.run("SET autoload_known_extensions = false");
    await connection.run("SET autoinstall_known_extensions = false");
    await connection.run(`ATTACH '${path.replaceAll("'", "''")}' AS wave (READ_ONLY)`);
    const types = await typesOf(connection);
    const columns = names.map((name) => emptyColumn(name, types.get(name), rows));
    const result = await connection.stream(`SELECT ${names.map(quoteName).join(", ")} FROM wave.answers`);
    for (let start = 0; ; ) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) break;
      for (const [at, column] of columns.entries()) fill(column, start, chunk.getColumnValues(at) as Values);
      start += chunk.rowCount;
    }
    return { rows, columns };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

type Values = readonly (number | null)[];

async function typesOf(connection: DuckDBConnection): Promise<ReadonlyMap<string, string>> {
  const result = await connection.runAndReadAll("DESCRIBE wave.answers");
  return new Map(
    result.getRowObjects().map((row) => [String(row["column_name"]), String(row["column_type"])]),
  );
}

/** @throws Error for a column that the writer never writes */
function emptyColumn(name: string, type: string | undefined, rows: number): StoreColumn {
  switch (type) {
    case "UTINYINT":
      return { name, type, values: new Uint8Array(rows), missing: 255 };
    case "USMALLINT":
      return { name, type, values: new Uint16Array(rows), missing: 65535 };
    case "INTEGER":
      return { name, type, values: new Int32Array(rows), missing: -2147483648 };
    case "DOUBLE":
      return { name, type, values: new Float64Array(rows) };
    default:
      throw new Error(`the store has no column "${name}" of codes or numbers (${type})`);
  }
}

function fill(column: StoreColumn, start: number, values: Values): void {
  const missing = column.type === "DOUBLE" ? Number.NaN : column.missing;
  for (const [at, value] of values.entries()) column.values[start + at] = value ?? missing;
}
