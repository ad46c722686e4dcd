import { isTooFew } from "../panels/wave-facts.ts";
import type { WaveTable } from "../survey/wave-table.ts";
import type { PreparedSurvey } from "./prepared.ts";

/**
 * How many people's answers a wave holds; undefined where a printed table does not tell, or where they are too few to be
 * told (M34).
 */
export function respondentsIn({ survey, waves, tables }: PreparedSurvey, id: string): number | undefined {
  const stored = waves.find(({ wave }) => wave === id);
  if (!stored) return tables.find(({ wave }) => wave === id)?.table.respondents;
  return isTooFew(stored.quality, survey.base) ? undefined : stored.quality.kept;
}

/** Respondents of all waves together; undefined where one of them does not tell. */
export function respondentsOf(prepared: PreparedSurvey): number | undefined {
  let sum = 0;
  for (const { id } of prepared.survey.waves) {
    const respondents = respondentsIn(prepared, id);
    if (respondents === undefined) return undefined;
    sum += respondents;
  }
  return sum;
}

/** Branches that printed tables have figures for: option ids from the widest level down. */
export function branchPaths({ slices }: WaveTable, hierarchy: readonly string[]): readonly string[][] {
  return slices.flatMap(({ slice }): string[][] => {
    const levels = hierarchy.slice(0, Object.keys(slice).length);
    const path = levels.flatMap((level) => slice[level] ?? []);
    return path.length > 0 && path.length === Object.keys(slice).length ? [path] : [];
  });
}
