import { DuckDBInstance } from "@duckdb/node-api";
import { readLinear } from "../counts/linear/read.ts";
import type { AskLinear } from "../counts/linear/request.ts";
import { linearStatement } from "../counts/linear/sql.ts";
import { type ResultColumns, readPairs } from "../counts/pairs/read.ts";
import type { AskPairs } from "../counts/pairs/request.ts";
import { pairsStatement } from "../counts/pairs/sql.ts";
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
  readonly askPairs: AskPairs;
  readonly askLinear: AskLinear;
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
  const run = async (sql: string): Promise<Result> => {
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
  return {
    ...asksOf(survey, layouts, run),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** What a query gave, to be taken row by row or, where there are many, column by column. */
interface Result {
  readonly rows: () => readonly ResultRow[];
  readonly columns: () => ResultColumns;
}

type Run = (sql: string) => Promise<Result>;

const asRows = ({ rows }: Result) => ({ rows: rows() });
const asColumns = ({ columns }: Result) => ({ columns: columns() });

/** The ways to ask, over waves that are open. A wave that isn't there answers nothing. */
function asksOf(
  survey: Survey,
  layouts: ReadonlyMap<string, WaveLayout>,
  run: Run,
): Omit<NodeStore, "close"> {
  const layoutsOf = (wanted: readonly string[]) => wanted.flatMap((wave) => layouts.get(wave) ?? []);
  const runAll = async <S extends { readonly sql: string }, Taken>(
    statements: readonly (S | undefined)[],
    take: (result: Result) => Taken,
  ) => {
    const results = [];
    for (const statement of statements)
      if (statement) results.push({ statement, ...take(await run(statement.sql)) });
    return results;
  };
  const count: Ask = async (request) => {
    const questions = request.questions.map((id) => questionOf(survey, id));
    const statements = layoutsOf(request.waves).flatMap((layout) => statementsOf(request, questions, layout));
    return readCounts(request, questions, await runAll(statements, asRows));
  };
  const askPairs: AskPairs = async (request) => {
    const questions = request.questions.map((id) => questionOf(survey, id));
    const statements = layoutsOf(request.waves).map((layout) => pairsStatement(request, questions, layout));
    return readPairs(request, await runAll(statements, asColumns));
  };
  const askLinear: AskLinear = async (request) => {
    const statements = layoutsOf(request.waves).map((layout) => linearStatement(request, layout));
    return readLinear(request, await runAll(statements, asRows));
  };
  return { ask: remembering(count), askPairs, askLinear };
}
