import { type Survey, waveIds } from "./survey.ts";

/**
 * The wave that one is compared with: as many before it as are taken together, or the one that it is set against. None
 * where that is later, or has waves in common with those that are taken together.
 */
export function waveBefore(survey: Pick<Survey, "waves">, wave: string, span = 1): string | undefined {
  const order = waveIds(survey);
  const at = order.indexOf(wave);
  const { against } = survey.waves[at] ?? {};
  if (against === undefined) return order[at - span];
  const other = against === null ? -1 : order.indexOf(against);
  return other >= 0 && at - other >= span ? order[other] : undefined;
}
