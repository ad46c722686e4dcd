import { DuckDBInstance } from "@duckdb/node-api";
import { type ResultRow, readCounts } from "../counts/read-counts.ts";
import { remembering } from "../counts/remembering.ts";
import type { Ask } from "../counts/request.ts";
import { statementsOf, type WaveLayout } from "../counts/sql.ts";
import { questionOf, type Survey } from "../survey/survey.ts";

/** A wave's database file and what is in it. */
export interface StoredWave {
  readonly path: string;
  readonly layout: Omit<WaveLayout, "relation">;
}

export interface NodeStore {
  readonly ask: Ask;
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
  const run = async (sql: string): Promise<readonly ResultRow[]> => {
    try {
      const result = await connection.runAndReadAll(sql);
      return result.getRowObjects() as readonly ResultRow[];
    } catch (cause) {
      throw new Error(`this query failed: ${sql}`, { cause });
    }
  };
  const count: Ask = async (request) => {
    const questions = request.questions.map((id) => questionOf(survey, id));
    const results = [];
    for (const wave of request.waves) {
      const layout = layouts.get(wave);
      if (!layout) continue;
      for (const statement of statementsOf(request, questions, layout)) {
        results.push({ statement, rows: await run(statement.sql) });
      }
    }
    return readCounts(request, questions, results);
  };
  return {
    ask: remembering(count),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
