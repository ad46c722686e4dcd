import type { CountsRequest } from "../counts/request.ts";
import { type Cascade, estimateAt, type Path } from "../measures/cascade.ts";
import { type Difference, differenceOf } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import type { Measure } from "../measures/measure.ts";
import type { Weighting } from "../measures/weighting.ts";
import { comparable } from "../survey/breaks.ts";
import type { Question } from "../survey/question.ts";
import { rareValues } from "../survey/reading.ts";
import { waveIds } from "../survey/survey.ts";
import { branchSlice, everybody, type Slice, sliceText } from "../views/slice.ts";
import { questionPut, type ReportContext } from "./context.ts";

/**
 * What to count for a branch and everything that decides whether it may be shown: everybody, then each level of the
 * hierarchy under the path. `below` adds the level under the branch.
 */
export function cascadeRequests(
  { survey, branch }: ReportContext,
  {
    questions,
    waves,
    below = false,
  }: { readonly questions: readonly string[]; readonly waves: readonly string[]; readonly below?: boolean },
): readonly CountsRequest[] {
  const path = branch?.path ?? [];
  const levels = survey.hierarchy.slice(0, path.length + (below ? 1 : 0));
  return [
    { questions, waves, by: [], slice: everybody },
    ...levels.map((dimension, level) => ({
      questions,
      waves,
      by: [dimension],
      slice: branchSlice(survey.hierarchy, path.slice(0, level)),
    })),
  ];
}

/** Of whom figures are: all that computing one needs to know of its page. */
export type FigureScope = Pick<ReportContext, "survey" | "slice" | "branch">;

export interface FigureOptions {
  readonly question: Question;
  readonly measure: Measure;
  readonly wave: string;
  /** The group within the cascade; the page's own branch by default. */
  readonly path?: Path;
  readonly weighting?: Weighting;
}

/**
 * A measure of a question in a group, on the scale that the question had in the wave; undefined where it was not asked
 * in the wave, or on a scale that the measure does not fit.
 */
export function figureOf(
  context: FigureScope,
  cascade: Cascade,
  { question, measure, wave, path = context.branch?.path ?? [], weighting = "weighted" }: FigureOptions,
): Estimate | undefined {
  const { base } = context.survey;
  const put = questionPut(context.survey, question.id, wave);
  if (!measure.appliesTo(put)) return undefined;
  return estimateAt(cascade, path, { question: put, wave, base }, ({ tally, siblings }) =>
    measure.estimate(tally, put, { weighting, base, siblings }),
  );
}

/** Change of a measure from one wave to another, unless the question changed in between. */
export function changeOf(
  context: FigureScope,
  question: Question,
  {
    from,
    to,
    earlier,
    later,
    slice = context.slice,
    option = "",
  }: {
    readonly from: string | undefined;
    readonly to: string;
    readonly earlier: Estimate | undefined;
    readonly later: Estimate | undefined;
    /** Whose change it is; the page's own slice by default. */
    readonly slice?: Slice;
    /** The option whose share changed, where the measure is one. */
    readonly option?: string;
  },
): Difference {
  if (from === undefined) return { status: "untested", reason: "first" };
  // An option that the earlier wave did not offer has no share there because the question changed.
  if (!later || (!earlier && option === "")) return { status: "untested", reason: "base" };
  // Which rare values are taken together differs from wave to wave: it is not the same group.
  const joined = option === rareValues || Object.values(slice).some((values) => values.includes(rareValues));
  if (joined) return { status: "untested", reason: "error" };
  if (!comparable(question, waveIds(context.survey), from, to))
    return { status: "untested", reason: "break" };
  if (!earlier) return { status: "untested", reason: "base" };
  return differenceOf(later, earlier, [question.id, option, sliceText(slice), from, to].join(" "));
}
