import type { Bands } from "../counts/derived/request.ts";
import { type Counts, groupsOf } from "../counts/request.ts";
import { addCells, type Cell, emptyCell } from "../counts/tally.ts";
import { isChoiceQuestion, type Question, questionIn } from "../survey/question.ts";
import type { SureOutcome } from "../survey/scoring.ts";
import { questionOf, type Survey, waveIds } from "../survey/survey.ts";
import { type Cascade, estimateAt, type Path } from "./cascade.ts";
import { hiddenGroups } from "./disclosure.ts";
import type { Estimate } from "./estimate.ts";
import { type IndexNode, indexDefinition } from "./index/definition.ts";
import type { MeasureOptions } from "./measure.ts";
import { shareOfCodes } from "./share.ts";

/** The dimension that respondents are counted by. */
export const bandDimension = "own-index-band";

/**
 * M18, how respondents are put into bands: by the plain mean of the index's items that they answered, at least half of
 * those that the wave asked, on the index's own scale. Undefined where the codebook has no bands.
 */
export function bandRule(survey: Survey): Bands | undefined {
  const { bands, index } = survey;
  if (!bands || !index) return undefined;
  const items = waveIds(survey).map((wave) => {
    const { root, scale } = indexDefinition(survey, index, wave);
    const once = new Map(itemNodes(root).map((item) => [item.id, item]));
    return [
      wave,
      [...once.values()].map(({ id, slope, intercept }) => ({
        question: id,
        slope: slope * scale,
        intercept: intercept * scale,
      })),
    ] as const;
  });
  return {
    id: bandDimension,
    items: Object.fromEntries(items),
    bands: bands.bands.map(({ id, from }) => ({ id, from })),
  };
}

function itemNodes(node: IndexNode): readonly Extract<IndexNode, { kind: "item" }>[] {
  return node.kind === "item" ? [node] : node.of.flatMap(itemNodes);
}

/**
 * M18, share of the respondents in each band, of those who are in any. A band of too few is withheld as a group of any
 * breakdown is, for its share would tell how many they are (M34). `counts` are by band alone.
 */
export function bandShare(
  counts: Counts,
  { wave, band, survey }: { readonly wave: string; readonly band: string; readonly survey: Survey },
  options: MeasureOptions,
): Estimate {
  const places = survey.bands?.bands.map(({ id }) => id) ?? [];
  const cells = new Map<number, Cell>();
  for (const { key, rows } of groupsOf(counts, wave)) {
    const place = places.indexOf(key[0] ?? "");
    if (place >= 0 && rows) cells.set(place, rows);
  }
  const base = [...cells.values()].reduce(addCells, emptyCell);
  const sizes = groupsOf(counts, wave).flatMap(({ key: [group = null], rows }) =>
    rows && rows.n > 0 ? [{ key: group, n: rows.m }] : [],
  );
  const { minimum } = options.base;
  if (hiddenGroups(sizes, { minimum, wholeHidden: base.m < minimum }).has(band))
    return { status: "withheld" };
  return shareOfCodes({ kind: "codes", base, cells }, [places.indexOf(band)], options);
}

/**
 * M18, share of a band's respondents who gave an answer that means surely, with Wilson's interval (M01). Bands are a
 * breakdown like any other, so what is too small is withheld with the next (M34). Undefined where it was not asked.
 *
 * @param cascade counts down to the group, then by band
 */
export function sureShare(
  cascade: Cascade,
  path: Path,
  {
    survey,
    wave,
    outcome,
  }: { readonly survey: Survey; readonly wave: string; readonly outcome: SureOutcome },
  options: MeasureOptions,
): Estimate | undefined {
  const question = questionIn(questionOf(survey, outcome.question), waveIds(survey), wave);
  return estimateAt(cascade, path, { question, wave, base: options.base }, ({ tally }) =>
    shareOfCodes(tally, codesOf(question, outcome.sure), options),
  );
}

/** Codes of a scale are themselves; options stand by their places. */
function codesOf(question: Question, ids: readonly string[]): readonly number[] {
  if (!isChoiceQuestion(question)) return ids.map(Number);
  return ids.map((id) => question.options.findIndex((option) => option.id === id)).filter((at) => at >= 0);
}
