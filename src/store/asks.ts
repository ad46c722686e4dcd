import { readLinear } from "../counts/linear/read.ts";
import type { AskLinear } from "../counts/linear/request.ts";
import { linearStatement } from "../counts/linear/sql.ts";
import { type ResultColumns, readPairs } from "../counts/pairs/read.ts";
import type { AskPairs } from "../counts/pairs/request.ts";
import { pairsStatement } from "../counts/pairs/sql.ts";
import { type ResultRow, readCounts } from "../counts/read-counts.ts";
import type { Ask } from "../counts/request.ts";
import { statementsOf, type WaveLayout } from "../counts/sql.ts";
import { questionOf, type Survey } from "../survey/survey.ts";

/** The ways to ask a store, in Node and in a browser alike. */
export interface Asks {
  readonly ask: Ask;
  readonly askPairs: AskPairs;
  readonly askLinear: AskLinear;
}

/** What a query gave, to be taken row by row or, where there are many, column by column. */
export interface Result {
  readonly rows: () => readonly ResultRow[];
  readonly columns: () => ResultColumns;
}

/** Whoever runs SQL: DuckDB in Node, DuckDB-WASM in a browser. */
export type Run = (sql: string) => Promise<Result>;

const asRows = ({ rows }: Result) => ({ rows: rows() });
const asColumns = ({ columns }: Result) => ({ columns: columns() });

/** The ways to ask, over waves that are open. A wave that isn't there answers nothing. */
export function asksOf(survey: Survey, layouts: ReadonlyMap<string, WaveLayout>, run: Run): Asks {
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
  const ask: Ask = async (request) => {
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
  return { ask, askPairs, askLinear };
}
