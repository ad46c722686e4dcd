import { join } from "node:path";
import { checkKept } from "../intake/strata/check-kept.ts";
import { openNodeStore } from "../store/node.ts";
import type { Problem } from "../survey/problem.ts";
import type { StratumCount } from "../survey/stratum.ts";
import type { Survey } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import type { PreparedWave } from "./prepared.ts";

/** Stored waves whose rows are counted by place. */
export interface StoredRows {
  readonly survey: Survey;
  readonly waves: readonly Pick<PreparedWave, "name" | "layout">[];
  /** Folder of stored waves. */
  readonly cache: string;
}

/** Strata as they were read, with their file and the line of each. */
export interface StrataRead {
  readonly strata: readonly StratumCount[];
  readonly lines: readonly number[];
  readonly file: string;
}

/** Strata held against the rows that were kept of each. Waves of printed tables have no rows to hold them against. */
export async function strataAgainstRows(
  { strata, lines, file }: StrataRead,
  rows: StoredRows,
): Promise<readonly Problem[]> {
  if (strata.length === 0) return [];
  const by = [...new Set(strata.flatMap(({ place }) => Object.keys(place)))];
  const sizes = await sizesIn(rows, by);
  const stored = new Set(rows.waves.map(({ layout }) => layout.wave));
  const kept = ({ wave, place }: StratumCount) =>
    stored.has(wave) ? (sizes.get(sizeKey(wave, valuesOf(by, place))) ?? 0) : undefined;
  return checkKept(strata, { file, lines, kept });
}

/** What a place says of some dimensions, in their order. */
export function valuesOf(by: readonly string[], place: StratumCount["place"]): readonly (string | null)[] {
  return by.map((dimension) => place[dimension] ?? null);
}

/** The key of {@link sizesIn}. */
export function sizeKey(wave: string, values: readonly (string | null)[]): string {
  return JSON.stringify([wave, values]);
}

/** How many rows of each wave have each combination of values of some dimensions. */
export async function sizesIn(
  { survey, waves, cache }: StoredRows,
  by: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const store = await openNodeStore(
    survey,
    waves.map(({ name, layout }) => ({ path: join(cache, name), layout })),
  );
  try {
    const ids = waves.map(({ layout }) => layout.wave);
    const { groups } = await store.ask({ questions: [], waves: ids, by, slice: everybody });
    return new Map(groups.map(({ wave, key, rows }) => [sizeKey(wave, key), rows?.n ?? 0]));
  } finally {
    store.close();
  }
}
