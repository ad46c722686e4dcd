import { DuckDBInstance } from "@duckdb/node-api";
import type { ResultColumns } from "../counts/pairs/read.ts";
import type { ResultRow } from "../counts/read-counts.ts";
import { remembering } from "../counts/remembering.ts";
import type { WaveLayout } from "../counts/sql.ts";
import type { Survey } from "../survey/survey.ts";
import { type Asks, asksOf, type Run } from "./asks.ts";

/** A wave's database file and what is in it. */
export interface StoredWave {
  readonly path: string;
  readonly layout: Omit<WaveLayout, "relation">;
}

export interface NodeStore extends Asks {
  close(): void;
}

/**
 * Opens the stores of a survey's waves in Node. `ask` remembers what it was asked: pages in two languages count once.
 * One thread, so that sums of weights add up in the same order every time.
 */
export async function openNodeStore(survey: Survey, waves: readonly StoredWave[]): Promise<NodeStore> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run("SET autoload_known_extensions = false");
  await connection.run("SET autoinstall_known_extensions = false");
  const layouts = new Map<string, WaveLayout>();
  for (const [at, { path, layout }] of waves.entries()) {
    await connection.run(`ATTACH '${path.replaceAll("'", "''")}' AS wave${at} (READ_ONLY)`);
    layouts.set(layout.wave, { ...layout, relation: `wave${at}.answers` });
  }
  const run: Run = async (sql) => {
    try {
      const result = await connection.runAndReadAll(sql);
      return {
        rows: () => result.getRowObjects() as readonly ResultRow[],
        columns: () => result.getColumnsObject() as ResultColumns,
      };
    } catch (cause) {
      throw new Error(`this query failed: ${sql}`, { cause });
    }
  };
  const asks = asksOf(survey, layouts, run);
  return {
    ...asks,
    ask: remembering(asks.ask),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
