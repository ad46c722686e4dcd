import { type Counts, tallyOf } from "../counts/request.ts";
import type { Tally } from "../counts/tally.ts";
import { type Difference, differenceOf } from "../measures/difference.ts";
import type { Estimate, Weighting } from "../measures/estimate.ts";
import type { Measure } from "../measures/measure.ts";
import { comparable, type Question } from "../survey/question.ts";
import { waveIds } from "../survey/survey.ts";
import { type Slice, sliceText } from "../views/slice.ts";
import type { ReportContext } from "./context.ts";

type Key = readonly (string | null)[];

/** A measure of a question in one group of counts; `undefined` where it was not asked of anybody there. */
export function figureOf(
  context: ReportContext,
  counts: Counts,
  {
    question,
    measure,
    wave,
    key = [],
    weighting = "weighted",
  }: {
    readonly question: Question;
    readonly measure: Measure;
    readonly wave: string;
    readonly key?: Key;
    readonly weighting?: Weighting;
  },
): Estimate | undefined {
  const tally = tallyOf(counts, wave, question.id, key);
  if (!tally) return undefined;
  const siblings = siblingTallies(counts, question.id, tally);
  return measure.estimate(tally, question, { weighting, base: context.survey.base, siblings });
}

/** Change of a measure from one wave to another, unless the question changed in between. */
export function changeOf(
  context: ReportContext,
  question: Question,
  {
    from,
    to,
    earlier,
    later,
    slice = context.slice,
  }: {
    readonly from: string | undefined;
    readonly to: string;
    readonly earlier: Estimate | undefined;
    readonly later: Estimate | undefined;
    /** Whose change it is; the page's own slice by default. */
    readonly slice?: Slice;
  },
): Difference {
  if (from === undefined) return { status: "untested", reason: "first" };
  if (!earlier || !later) return { status: "untested", reason: "base" };
  if (!comparable(question, waveIds(context.survey), from, to))
    return { status: "untested", reason: "break" };
  return differenceOf(later, earlier, [question.id, sliceText(slice), from, to].join(" "));
}

/** The same question's answers in every other group counted: what tells how much people differ when one group doesn't. */
function siblingTallies(counts: Counts, question: string, own: Tally): readonly Tally[] {
  return counts.groups.flatMap((group) => {
    const tally = group.tallies.get(question);
    return tally && tally !== own ? [tally] : [];
  });
}
