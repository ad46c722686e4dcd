import { join } from "node:path";
import { type CodedRows, type ProtectedRows, protectedColumns } from "../fitting/protect-rows.ts";
import { protectTogether } from "../fitting/protect-together.ts";
import { type CodedColumn, missingCode } from "../intake/responses/coded-wave.ts";
import { readTable } from "../store/read-table.ts";
import { type StoreColumn, tableHash } from "../store/table.ts";
import { writeStore } from "../store/write.ts";
import { dimensionName } from "../survey/reading.ts";
import type { Survey } from "../survey/survey.ts";
import { hashOf } from "./fingerprint.ts";
import { readNote, storeTable, writeNote } from "./prepare-wave.ts";
import type { PreparedWave, PublishedWave } from "./prepared.ts";

export interface ProtectOptions {
  /** Folder of stored waves. */
  readonly cache: string;
  /** Hash of the code that reads and stores. */
  readonly product: string;
}

/** What was found out about waves that were protected together. */
interface ProtectNote {
  readonly waves: readonly PublishedWave[];
}

/**
 * What readers' browsers may download of a survey's waves (M34): protected stores, the stores as they are, or nothing.
 */
export async function publishedWaves(
  survey: Survey,
  waves: readonly PreparedWave[],
  options: ProtectOptions,
): Promise<readonly PublishedWave[]> {
  if (survey.publish === "pages") return [];
  if (survey.publish === "rows")
    return waves.map(({ wave, name, note, store, layout }) => ({ wave, name, note, store, layout }));
  // Where pages show several waves together, what one wave leaves out depends on the others.
  const together = survey.base.pool ? [waves] : waves.map((wave) => [wave]);
  const published: PublishedWave[] = [];
  for (const group of together) published.push(...(await protectedTogether(survey, group, options)));
  return published;
}

async function protectedTogether(
  survey: Survey,
  waves: readonly PreparedWave[],
  options: ProtectOptions,
): Promise<readonly PublishedWave[]> {
  const { filters, hierarchy, dimensions, questions, factors, pairs, scoring, base } = survey;
  const asked = questions.map(({ id, type, ...rest }) => [
    id,
    type,
    "options" in rest ? rest.options.length : 0,
  ]);
  const names = waves.map(({ name, layout }) => [name, layout.columns, layout.dictionaries]);
  const shape = [filters, hierarchy, dimensions.map(({ id }) => id), asked, factors, pairs, scoring, base];
  const note = `${hashOf("protected", options.product, names, shape).slice(0, 32)}.json`;
  const known = await readNote<ProtectNote>(note, options.cache, (found) => found.waves);
  if (known) return known.waves;
  const published = await protectTogether(
    survey,
    waves.map((wave) => () => codedRows(survey, wave, options.cache)),
    (found, at) => storeProtected(survey, waves[at], found, { ...options, note }),
  );
  await writeNote(note, { waves: published } satisfies ProtectNote, options.cache);
  return published;
}

async function storeProtected(
  survey: Survey,
  stored: PreparedWave | undefined,
  found: ProtectedRows,
  { cache, note }: ProtectOptions & { readonly note: string },
): Promise<PublishedWave> {
  if (!stored) throw new Error("there is no such wave");
  const { wave, layout: whole } = stored;
  const table = storeTable(found, survey.hierarchy.map(dimensionName));
  const { dictionaries, withheld, told, rows } = found;
  const name = `${wave}-${tableHash(table, dictionaries)}.duckdb`;
  const store = await writeStore(table, join(cache, name));
  const columns = table.columns.map((column) => column.name);
  return {
    ...{ wave, name, note, store, withheld, told },
    layout: { wave, rows, weighted: whole.weighted, columns, dictionaries },
  };
}

/** A wave's columns that may be published, from its store: nothing else is ever near what is published. */
async function codedRows(survey: Survey, { name, layout }: PreparedWave, cache: string): Promise<CodedRows> {
  const names = protectedColumns(survey, layout.columns);
  const stored = layout.weighted ? [...names, "w"] : names;
  const { columns } = await readTable(join(cache, name), stored, layout.rows);
  const numbers = new Set(
    survey.questions.filter(({ type }) => type === "number").map(({ id }) => `q_${id}`),
  );
  const weights = columns.find((column) => column.name === "w");
  const kept = new Set(names);
  return {
    rows: layout.rows,
    columns: columns
      .filter((column) => column.name !== "w" || kept.has("w"))
      .map((column) => codedColumn(column, numbers.has(column.name))),
    ...(layout.weighted && weights?.type === "DOUBLE" ? { weights: weights.values } : {}),
    dictionaries: Object.fromEntries(
      Object.entries(layout.dictionaries).filter(([column]) => kept.has(column)),
    ),
  };
}

function codedColumn(column: StoreColumn, isNumber: boolean): CodedColumn {
  const { name, values } = column;
  const missing = column.type === "DOUBLE" ? undefined : column.missing;
  if (isNumber)
    return {
      name,
      kind: "number",
      values: Float64Array.from(values, (value) => (value === missing ? Number.NaN : value)),
    };
  return {
    name,
    kind: "code",
    values: Uint16Array.from(values, (value) => (value === missing ? missingCode : value)),
  };
}
