import { join } from "node:path";
import { printedTables } from "../counts/printed-tables.ts";
import { remembering } from "../counts/remembering.ts";
import { askSources } from "../counts/sources.ts";
import type { EstimatesInput } from "../publish/estimates.ts";
import { openNodeStore } from "../store/node.ts";
import { branchTree } from "../survey/branches.ts";
import { waveIds } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import type { PreparedSurvey } from "./prepared.ts";
import { branchPaths } from "./respondents.ts";

/** A prepared survey whose answers can be counted. */
export interface OpenSurvey extends EstimatesInput {
  close(): void;
}

/** Opens the stores and printed tables of a survey's waves and finds the branches that occur in them. */
export async function openSurvey(
  { survey, waves, tables }: PreparedSurvey,
  storeFolder: string,
): Promise<OpenSurvey> {
  const stored = waves.map(({ name, layout }) => ({ path: join(storeFolder, name), layout }));
  const { ask: count, close } = await openNodeStore(survey, stored);
  const places = await count({
    questions: [],
    waves: waveIds(survey),
    by: survey.hierarchy,
    slice: everybody,
  });
  const printed = tables.map(({ table }) => table);
  const tree = branchTree(survey, [
    ...places.groups.map((group) => group.key),
    ...printed.flatMap((table) => branchPaths(table, survey.hierarchy)),
  ]);
  const weightedWaves = new Set(waves.filter(({ layout }) => layout.weighted).map(({ wave }) => wave));
  const counted = { waves: waves.map(({ wave }) => wave), ask: count };
  // Waves with respondents are counted in their stores, the others read from their tables.
  const ask =
    tables.length === 0 ? count : remembering(askSources([counted, printedTables(survey, printed)]));
  return { survey, ask, tree, weightedWaves, close };
}
