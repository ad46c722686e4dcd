import type { Survey } from "../../survey/survey.ts";
import { type IndexDefinition, indexDefinition } from "./definition.ts";

const memory = new WeakMap<Survey, Map<string, IndexDefinition>>();

/** The survey's index as it is worked out in a wave; undefined where the codebook has none. */
export function indexIn(survey: Survey, wave: string): IndexDefinition | undefined {
  if (!survey.index) return undefined;
  const known = memory.get(survey) ?? new Map<string, IndexDefinition>();
  memory.set(survey, known);
  const definition = known.get(wave) ?? indexDefinition(survey, survey.index, wave);
  known.set(wave, definition);
  return definition;
}
