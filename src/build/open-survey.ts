import { join } from "node:path";
import { countsRollingUp } from "../counts/counts-rolling-up.ts";
import { pairsRollingUp } from "../counts/pairs/roll-up.ts";
import { printedTables } from "../counts/printed-tables.ts";
import { remembering } from "../counts/remembering.ts";
import type { Ask } from "../counts/request.ts";
import { askSources } from "../counts/sources.ts";
import type { EstimatesInput } from "../publish/published-groups.ts";
import { openNodeStore } from "../store/node.ts";
import { branchTree } from "../survey/branches.ts";
import { isScaleQuestion } from "../survey/question.ts";
import { waveIds } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import type { PreparedSurvey } from "./prepared.ts";
import { branchPaths } from "./respondents.ts";

/** A prepared survey whose answers can be counted. */
export interface OpenSurvey extends EstimatesInput {
  close(): void;
}

/** Opens the stores of a survey's waves and finds the branches that occur in them. */
export async function openSurvey(prepared: PreparedSurvey, storeFolder: string): Promise<OpenSurvey> {
  const { survey, waves, tables, strata } = prepared;
  const stored = waves.map(({ name, layout }) => ({ path: join(storeFolder, name), layout }));
  const store = await openNodeStore(survey, stored);
  const levels = { hierarchy: survey.hierarchy, waves: waves.map(({ wave }) => wave) };
  const questions = survey.questions.filter((one) => isScaleQuestion(one) || one.type === "number");
  const ask = askOf(prepared, countsRollingUp(store.ask, { ...levels, questions }));
  const places = await store.ask({
    questions: [],
    waves: waveIds(survey),
    by: survey.hierarchy,
    slice: everybody,
  });
  const tree = branchTree(survey, [
    ...places.groups.map((group) => group.key),
    ...tables.flatMap(({ table }) => branchPaths(table, survey.hierarchy)),
  ]);
  const weightedWaves = new Set(waves.filter(({ layout }) => layout.weighted).map(({ wave }) => wave));
  const askPairs = pairsRollingUp(store.askPairs, levels);
  return { survey, ask, askPairs, tree, weightedWaves, strata, close: store.close };
}

/** Counts from the stores and from printed tables, whichever has them. */
function askOf({ survey, waves, tables }: PreparedSurvey, ask: Ask): Ask {
  if (tables.length === 0) return ask;
  const printed = printedTables(
    survey,
    tables.map(({ table }) => table),
  );
  return remembering(askSources([{ waves: waves.map(({ wave }) => wave), ask }, printed]));
}
