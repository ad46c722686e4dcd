import { join } from "node:path";
import type { EstimatesInput } from "../publish/estimates.ts";
import { openNodeStore } from "../store/node.ts";
import { branchTree } from "../survey/branches.ts";
import { waveIds } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import type { PreparedSurvey } from "./prepared.ts";

/** A prepared survey whose answers can be counted. */
export interface OpenSurvey extends EstimatesInput {
  close(): void;
}

/** Opens the stores of a survey's waves and finds the branches that occur in them. */
export async function openSurvey(
  { survey, waves }: PreparedSurvey,
  storeFolder: string,
): Promise<OpenSurvey> {
  const stored = waves.map(({ name, layout }) => ({ path: join(storeFolder, name), layout }));
  const { ask, close } = await openNodeStore(survey, stored);
  const places = await ask({
    questions: [],
    waves: waveIds(survey),
    by: survey.hierarchy,
    slice: everybody,
  });
  const tree = branchTree(
    survey,
    places.groups.map((group) => group.key),
  );
  const weightedWaves = new Set(waves.filter(({ layout }) => layout.weighted).map(({ wave }) => wave));
  return { survey, ask, tree, weightedWaves, close };
}
