import { type Difference, differenceFrom } from "../../measures/difference.ts";
import type { Estimate } from "../../measures/estimate.ts";
import { gapRequest, gapsAt } from "../../measures/gap.ts";
import { isScaleQuestion } from "../../survey/question.ts";
import { scaleEnds } from "../../survey/scale.ts";
import { type Pair, questionOf } from "../../survey/survey.ts";
import { branchSlice, sliceText } from "../../views/slice.ts";
import { changeOf } from "../changes-of.ts";
import { comparedWaves, previousWave, questionAt, type ReportContext } from "../context.ts";
import { levelsOf } from "../figures.ts";
import type { Asks } from "../panel.ts";
import { spanOfLevel } from "../pooling.ts";
import { scoringFamilies, scoringFamiliesIn } from "./family.ts";

/** A gap, whether it is one at all, and how it moved. */
export interface GapRow {
  /** Undefined: the mean of all. */
  readonly pair?: Pair;
  readonly estimate: Estimate;
  /** Against 0: what was found is what was expected. */
  readonly fromNothing: Difference;
  readonly change: Difference;
  readonly previous?: number;
}

export interface GapsModel {
  readonly whole?: GapRow;
  /** The widest shortfall first. */
  readonly items: readonly GapRow[];
  /** The widest scale of a pair, from its lowest to its highest code. */
  readonly width: number;
}

/** M09 of a page's group; undefined where the codebook has no pairs, or the page's level is shown over pooled waves. */
export async function gapsModel(context: ReportContext, { askPairs }: Asks): Promise<GapsModel | undefined> {
  const { survey, wave, branch } = context;
  const path = branch?.path ?? [];
  const request = gapRequest(survey);
  if (!request || spanOfLevel(survey, path.length) > 1) return undefined;
  const levels = levelsOf(context, { waves: comparedWaves(context) });
  const cascade = await Promise.all(levels.map((level) => askPairs({ ...request, ...level })));
  const gapsIn = (of: string) =>
    gapsAt(cascade, path, { survey, wave: of, weighting: "weighted", base: survey.base });
  const from = previousWave(context);
  const gaps = gapsIn(wave);
  const before = from === undefined ? undefined : gapsIn(from);
  if (!gaps) return undefined;
  const rowOf = (estimate: Estimate, earlier: Estimate | undefined, pair?: Pair) =>
    gapRow(context, { estimate, earlier, ...(pair ? { pair } : {}) });
  const items = gaps.items.map(({ pair, estimate }) => {
    const earlier = before?.items.find((item) => item.pair.perception === pair.perception)?.estimate;
    return rowOf(estimate, earlier, pair);
  });
  const same = before?.items.length === gaps.items.length;
  return {
    ...(gaps.whole ? { whole: rowOf(gaps.whole, same ? before?.whole : undefined) } : {}),
    items: items.toSorted((a, b) => sizeOf(a.estimate) - sizeOf(b.estimate)),
    width: Math.max(...gaps.items.map(({ pair }) => widthOf(context, pair))),
  };
}

interface GapInput {
  readonly estimate: Estimate;
  readonly earlier: Estimate | undefined;
  readonly pair?: Pair;
}

function gapRow(context: ReportContext, { estimate, earlier, pair }: GapInput): GapRow {
  const { survey, wave, branch } = context;
  const from = previousWave(context);
  const slice = branchSlice(survey.hierarchy, branch?.path ?? []);
  const id = pair ? `gap ${pair.perception}` : "gap";
  const pairs = pair ? [pair] : survey.pairs;
  const questions = pairs.flatMap(({ expectation, perception }) =>
    [expectation, perception].map((one) => questionOf(survey, one)),
  );
  const change = changeOf(
    survey,
    { id, questions },
    { from, to: wave, earlier, later: estimate, slice, families: scoringFamilies(slice) },
  );
  const isComparable = change.status === "tested" || change.reason === "error";
  return {
    ...(pair ? { pair } : {}),
    estimate,
    change,
    fromNothing: differenceFrom(estimate, 0, {
      claim: [id, "from nothing", sliceText(slice), wave].join(" "),
      families: scoringFamiliesIn(slice, { from, to: wave }),
    }),
    ...(isComparable && earlier && "value" in earlier ? { previous: earlier.value } : {}),
  };
}

/** How far a gap can be from 0. */
export function widthOf(context: ReportContext, { perception }: Pair): number {
  const question = questionAt(context, perception);
  if (!isScaleQuestion(question)) return 0;
  const { min, max } = scaleEnds(question.scale);
  return max - min;
}

/** What is withheld comes last. */
function sizeOf(estimate: Estimate): number {
  return "value" in estimate ? estimate.value : Number.POSITIVE_INFINITY;
}
