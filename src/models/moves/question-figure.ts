import { type Counts, groupsOf } from "../../counts/request.ts";
import { type CountedTally, mergeTallies } from "../../counts/tally.ts";
import { type CodeScore, scoreOfCode } from "../../measures/code-scores.ts";
import type { Measure } from "../../measures/measure.ts";
import { optionShare } from "../../measures/share.ts";
import { type Weighting, weigh } from "../../measures/weighting.ts";
import { questionIn } from "../../survey/question.ts";
import { questionOf, type Survey, waveIds } from "../../survey/survey.ts";
import type { ItemSums } from "../what-moved.ts";
import type { AnswersOfGroup, MovingFigure } from "./figure.ts";

export interface QuestionFigureOptions {
  readonly survey: Survey;
  readonly question: string;
  readonly measure: Measure;
  /** Of a share: the code or the place among the options. */
  readonly option?: number;
  readonly weighting?: Weighting;
}

/**
 * Any figure of one question, from its counts by one dimension or by levels of the hierarchy, widest first: ask once,
 * by all levels; the wider ones are added up. Waves of which only printed tables survive can be split by one dimension,
 * where their tables tell how many answered.
 */
export function questionFigure(
  counts: Counts,
  { survey, question: id, measure, option, weighting = "weighted" }: QuestionFigureOptions,
): MovingFigure<CountedTally> {
  const { by, slice } = counts.request;
  const asked = questionOf(survey, id);
  const put = (wave: string) => questionIn(asked, waveIds(survey), wave);
  const score = (wave: string) => scoreOfCode(measure.name, put(wave), option);
  const { estimate } = option === undefined ? measure : optionShare(option);
  return {
    id: [id, measure.name, ...(option === undefined ? [] : [option])].join(" "),
    by,
    slice,
    weighting,
    groups: (wave) =>
      (counts.printed?.has(wave) && by.length > 1) || !measure.appliesTo(put(wave))
        ? undefined
        : answersIn(counts, { wave, id, score: score(wave) }),
    merge: mergeTallies,
    respondents: ({ base }) => base,
    bases: ({ base }) => new Map([[id, base.m]]),
    sums: (tally, wave) => {
      const sums = sumsOf(tally, score(wave), weighting);
      return new Map(sums.w > 0 ? [[id, sums]] : []);
    },
    weights: () => new Map([[id, new Map([[id, 1]])]]),
    estimate: (tally, { wave, siblings }) =>
      estimate(tally, put(wave), { weighting, base: survey.base, siblings }),
  };
}

/** Undefined where shares were published without a base, or a table does not tell how many gave a code that counts. */
function answersIn(
  counts: Counts,
  { wave, id, score }: { readonly wave: string; readonly id: string; readonly score: CodeScore | undefined },
): readonly AnswersOfGroup<CountedTally>[] | undefined {
  const found: AnswersOfGroup<CountedTally>[] = [];
  for (const { key, tallies } of groupsOf(counts, wave)) {
    const tally = tallies.get(id);
    if (!tally) continue;
    if (tally.kind === "shares") return undefined;
    if (tally.kind === "codes" && [...(tally.unknown ?? [])].some((code) => score?.(code) !== 0))
      return undefined;
    if (tally.base.n > 0) found.push({ key, answers: tally });
  }
  return found;
}

function sumsOf(tally: CountedTally, score: CodeScore | undefined, weighting: Weighting): ItemSums {
  const { w } = weigh(tally.base, weighting);
  if (tally.kind === "sums") return { w, ws: weighting === "weighted" ? tally.sums.wx : tally.sums.x };
  let ws = 0;
  for (const [code, cell] of tally.cells) ws += (score?.(code) ?? 0) * weigh(cell, weighting).w;
  return { w, ws };
}
