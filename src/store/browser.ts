import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";
import type { ResultColumns } from "../counts/pairs/read.ts";
import type { ResultRow } from "../counts/read-counts.ts";
import type { Result, Run } from "./asks.ts";

export { type Asks, asksOf, type Result, type Run } from "./asks.ts";

/** The engine's two parts as files in memory: a script for a worker, and the module that it runs. */
export interface EngineParts {
  readonly worker: Blob;
  readonly module: Blob;
}

/** DuckDB-WASM in a worker of its own, in memory only. */
export interface BrowserDatabase {
  readonly run: Run;
  /** Opens a wave's database file under a name. The content is handed over to the worker. */
  readonly attach: (content: Uint8Array, name: string) => Promise<void>;
  /** Whether the worker has ended by itself: nothing more comes of it. */
  readonly isBroken: () => boolean;
  /** Ends the worker, which alone gives memory back. */
  readonly close: () => void;
}

/** The engine's script does not answer for what its promises come to, such as memory that it is not given. */
const tellsRejections = `addEventListener("unhandledrejection", ({ reason }) => { setTimeout(() => { throw reason; }); });\n`;

/**
 * Starts the engine from its parts, under a policy that allows no evaluated script. It never looks for extensions on the
 * network.
 * @throws Error where the worker or the module does not start
 */
export async function openDatabase({ worker: script, module }: EngineParts): Promise<BrowserDatabase> {
  const told = new Blob([tellsRejections, script], { type: script.type });
  const [scriptUrl, moduleUrl] = [URL.createObjectURL(told), URL.createObjectURL(module)];
  const worker = new Worker(scriptUrl);
  // A worker that dies leaves its callers without an answer.
  const { promise: broken, reject } = Promise.withResolvers<never>();
  let hasEnded = false;
  broken.catch(() => {
    hasEnded = true;
  });
  worker.addEventListener("error", ({ message }) => reject(new Error(message || "the worker ended")));
  const alive = <Answer>(answer: Promise<Answer>) => Promise.race([answer, broken]);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await alive(database.instantiate(moduleUrl));
    await alive(database.open({ path: ":memory:", maximumThreads: 1 }));
    const connection = await alive(database.connect());
    await alive(connection.query("SET autoload_known_extensions = false"));
    await alive(connection.query("SET autoinstall_known_extensions = false"));
    return {
      run: (sql) => alive(resultOf(connection, sql)),
      attach: async (content, name) => {
        const file = `${name}.duckdb`;
        await alive(database.registerFileBuffer(file, content));
        try {
          await alive(connection.query(`ATTACH '${file}' AS ${name} (READ_ONLY)`));
        } catch (error) {
          await alive(database.dropFile(file));
          throw error;
        }
      },
      isBroken: () => hasEnded,
      close: () => {
        reject(new Error("the engine was closed"));
        worker.terminate();
      },
    };
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(scriptUrl);
    URL.revokeObjectURL(moduleUrl);
  }
}

async function resultOf(connection: AsyncDuckDBConnection, sql: string): Promise<Result> {
  const table = await connection.query(sql);
  const columns = (): ResultColumns =>
    Object.fromEntries(
      table.schema.fields.map(({ name }, at) => {
        const column = table.getChildAt(at);
        // As an array of numbers a column would have 0 for null.
        return [name, column?.nullCount === 0 ? column.toArray() : Array.from(column ?? [])];
      }),
    );
  return { columns, rows: () => rowsOf(columns(), table.numRows) };
}

function rowsOf(columns: ResultColumns, count: number): readonly ResultRow[] {
  const entries = Object.entries(columns);
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(entries.map(([name, values]) => [name, values[row] ?? null])),
  );
}

/** Whether the engine failed for want of memory, by what it says. */
export function isOutOfMemory(error: unknown): boolean {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return /out of memory|memory access out of bounds|failed to allocate|cannot enlarge memory|bad_alloc|RangeError.*(memory|alloc|length)/i.test(
    text,
  );
}
