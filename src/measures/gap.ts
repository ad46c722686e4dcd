import type { CountedAs, PairsRequest } from "../counts/pairs/request.ts";
import { isScaleQuestion, questionIn } from "../survey/question.ts";
import { isSameScale, scaleEnds } from "../survey/scale.ts";
import { type Pair, questionOf, type Survey, waveIds } from "../survey/survey.ts";
import type { Path } from "./cascade.ts";
import { type Estimate, isShown } from "./estimate.ts";
import { type IndexAtOptions, indexAt, type PairCascade, partOfIndex } from "./index/cascade.ts";
import type { IndexDefinition, IndexItem } from "./index/definition.ts";

/** The survey's gaps in a group. */
export interface Gaps {
  /** The weighted mean of the items' gaps that may be shown; undefined where their scales have not one width. */
  readonly whole?: Estimate;
  readonly items: readonly { readonly pair: Pair; readonly estimate: Estimate }[];
}

interface GapDefinition extends IndexDefinition {
  readonly pairs: readonly { readonly pair: Pair; readonly width: number }[];
}

/** Who answered any pair: the base of the whole gap. */
const whole = "gap";

/** What to count for gaps: sums over pairs of differences, perception less expectation, of those who gave both. */
export function gapRequest({
  pairs,
}: Pick<Survey, "pairs">): Pick<PairsRequest, "questions" | "sets" | "as"> | undefined {
  if (pairs.length === 0) return undefined;
  const questions = pairs.map(({ perception }) => perception);
  const as = pairs.map(({ perception, expectation }): [string, CountedAs] => [
    perception,
    { kind: "less", question: expectation },
  ]);
  return { questions, sets: { [whole]: questions }, as: Object.fromEntries(as) };
}

/**
 * M09, gaps of a group: perception less expectation of those who gave both, item by item, and their weighted mean. A
 * difference between −width and +width of a scale is brought to 0–1 and estimated as an item of an index (M10), which
 * gives the paired interval, the linearised one of the mean, and what is withheld; then it is put back. Undefined where
 * the wave has no pair on one scale, or nobody answered any.
 */
export function gapsAt(
  cascade: PairCascade,
  path: Path,
  { survey, ...options }: Omit<IndexAtOptions, "definition"> & { readonly survey: Survey },
): Gaps | undefined {
  const definition = gapDefinition(survey, options.wave);
  const index = definition && indexAt(cascade, path, { ...options, definition });
  if (!definition || !index) return undefined;
  const widths = new Set(definition.pairs.map(({ width }) => width));
  const [width = 0] = widths;
  return {
    items: definition.pairs.map(({ pair, width }) => ({
      pair,
      estimate: asGap(partOfIndex(index, pair.perception)?.estimate ?? { status: "withheld" }, width),
    })),
    ...(widths.size === 1 ? { whole: asGap(index.estimate, width) } : {}),
  };
}

function gapDefinition(survey: Survey, wave: string): GapDefinition | undefined {
  const known = memory.get(survey) ?? new Map<string, GapDefinition | undefined>();
  memory.set(survey, known);
  if (!known.has(wave)) known.set(wave, definitionOf(survey, wave));
  return known.get(wave);
}

const memory = new WeakMap<Survey, Map<string, GapDefinition | undefined>>();

function definitionOf(survey: Survey, wave: string): GapDefinition | undefined {
  const pairs = survey.pairs.flatMap((pair) => {
    const width = widthOf(survey, pair, wave);
    return width === undefined ? [] : [{ pair, width }];
  });
  if (pairs.length === 0) return undefined;
  const total = pairs.reduce((sum, { pair }) => sum + (pair.weight ?? 1), 0);
  const items = pairs.map(
    ({ pair, width }): IndexItem => ({
      kind: "item",
      id: pair.perception,
      title: pair.title,
      weight: (pair.weight ?? 1) / total,
      slope: 1 / (2 * width),
      intercept: 0.5,
    }),
  );
  const title = { en: "Gap", zh: "差距" };
  return { root: { kind: "index", id: whole, title, weight: 1, of: items }, scale: 100, pairs };
}

/** From the lowest to the highest code; undefined where the two questions were not put on one scale in the wave. */
function widthOf(survey: Survey, pair: Pair, wave: string): number | undefined {
  const [one, other] = [pair.expectation, pair.perception].map((id) =>
    questionIn(questionOf(survey, id), waveIds(survey), wave),
  );
  if (!one || !other || !isScaleQuestion(one) || !isScaleQuestion(other)) return undefined;
  if (!isSameScale(one.scale, other.scale)) return undefined;
  const { min, max } = scaleEnds(one.scale);
  return max - min;
}

/** From points of 100 back to the scale of the pair. */
function asGap(estimate: Estimate, width: number): Estimate {
  if (!isShown(estimate)) return estimate;
  const put = (value: number) => (value / 100 - 0.5) * 2 * width;
  const factor = (2 * width) / 100;
  return {
    ...estimate,
    kind: "mean",
    value: put(estimate.value),
    low: put(estimate.low),
    high: put(estimate.high),
    standardError: estimate.standardError * factor,
    ...(estimate.deviation === undefined ? {} : { deviation: estimate.deviation * factor }),
  };
}
