import { addCells, type Cell, emptyCell, type PublishedShares, type Tally } from "../counts/tally.ts";
import { wilson } from "../stats/intervals.ts";
import { isChoiceQuestion, isScaleQuestion, type Question, type ScaleQuestion } from "../survey/question.ts";
import type { MeasureName } from "../survey/survey.ts";
import { type Estimate, onBase } from "./estimate.ts";
import type { Measure, MeasureOptions } from "./measure.ts";
import { isPrinted, publishedFigure, sumOfShares } from "./published.ts";
import { effectiveBase, shareOfBase, weigh } from "./weighting.ts";

/**
 * M01, share of the base that gave one of the codes: Σw(codes)/Σw(base), with Wilson's interval on the effective base
 * (Wilson 1927). For a multiple choice it is a share of respondents, so that shares can sum to more than 1. Shares that
 * were published without their base are added up as they are.
 */
export function shareOfCodes(tally: Tally, codes: readonly number[], options: MeasureOptions): Estimate {
  if (tally.kind === "shares") return publishedFigure("share", sumOfShares(tally, codes));
  if (!isPrinted(tally, codes)) return { status: "unprinted" };
  return onBase(tally, options, (base) => {
    const share = shareOfBase(weigh(sumCells(tally, codes), options.weighting), base);
    const effective = effectiveBase(base);
    const standardError = Math.sqrt((share * (1 - share)) / effective);
    return { kind: "share", value: share, ...wilson(share, effective), standardError, n: base.n, effective };
  });
}

/**
 * M01, share of mentions: of all choices that were ticked, the share that this one is. The shares of all choices sum to
 * 1. "None of these" (`none`, its place) is no mention: it has no such share and no part in the others'. The interval
 * is Wilson's, mentions taken as independent.
 */
export function shareOfMentions(
  tally: Tally,
  code: number,
  { none, ...options }: MeasureOptions & { readonly none?: number | undefined },
): Estimate {
  if (tally.kind === "sums" || code === none) return { status: "none" };
  if (tally.kind === "shares") return publishedFigure("share", publishedMentions(tally, code, none));
  if (tally.unknown) return { status: "unprinted" };
  const mentions = sumCells(
    tally,
    [...tally.cells.keys()].filter((place) => place !== none),
  );
  return shareOfCodes({ ...tally, base: mentions }, [code], options);
}

function publishedMentions({ shares }: PublishedShares, code: number, none?: number): number | undefined {
  const share = shares.get(code);
  const all = [...shares].reduce((sum, [place, one]) => (place === none ? sum : sum + one), 0);
  return share === undefined || all === 0 ? undefined : share / all;
}

/**
 * False for an option that the wave did not offer, or joined with other rare ones: it has no share, not a share of 0.
 * Of which wave the tally is tells what its codebook says of the options; an option that somebody gave was offered.
 */
export function isOffered(tally: Tally, question: Question, place: number, wave?: string): boolean {
  if (question.type !== "multi" && question.type !== "single") return true;
  if (tally.kind === "shares") return tally.shares.has(place);
  if (tally.kind !== "codes") return false;
  const id = question.options[place]?.id ?? "";
  const lacking = wave !== undefined && question.notOffered?.[wave]?.includes(id) === true;
  const cell = tally.cells.get(place);
  return cell ? cell.n > 0 || !lacking : (tally.unknown?.has(place) ?? false);
}

/** All answers under the given codes, in one cell; a code that is named twice counts once. */
export function sumCells(tally: Tally, codes: readonly number[]): Cell {
  if (tally.kind !== "codes") return emptyCell;
  return [...new Set(codes)].reduce(
    (sum, code) => addCells(sum, tally.cells.get(code) ?? emptyCell),
    emptyCell,
  );
}

/** The best `count` codes of a scale. */
export function topCodes(question: ScaleQuestion, count: number): readonly number[] {
  return question.scale.codes.toSorted((a, b) => b - a).slice(0, count);
}

/** The worst `count` codes of a scale. */
export function bottomCodes(question: ScaleQuestion, count: number): readonly number[] {
  return question.scale.codes.toSorted((a, b) => a - b).slice(0, count);
}

/** A box score (M07): the share of answers under some codes of the scale. */
function box(
  name: MeasureName,
  codesOf: (question: ScaleQuestion) => readonly number[],
  leastCodes = 2,
): Measure {
  return {
    name,
    method: "M07",
    unitOf: () => "proportion",
    appliesTo: (question) =>
      isScaleQuestion(question) && question.scale.codes.length >= leastCodes && codesOf(question).length > 0,
    estimate: (tally, question, options) =>
      isScaleQuestion(question) ? shareOfCodes(tally, codesOf(question), options) : { status: "none" },
  };
}

/** M07, share of the best answer. */
export const top1 = box("top1", (question) => topCodes(question, 1));
/** On a scale of three grades the two best and the two worst would share the one in the middle. */
export const leastForTwo = 4;
/** M07, share of the two best answers. */
export const top2 = box("top2", (question) => topCodes(question, 2), leastForTwo);
/** M07, share of the two worst answers. */
export const bottom2 = box("bottom2", (question) => bottomCodes(question, 2), leastForTwo);
/** M07, share of the answers that the codebook counts as satisfied (满意率). */
export const satisfied = box("satisfied", (question) => question.scale.satisfied);

/** M01, share of one option as a measure of its own, for trends and breakdowns of a choice. */
export function optionShare(place: number): Measure {
  return {
    ...share,
    estimate: (tally, _, options) => shareOfCodes(tally, [place], options),
  };
}

/** M01, share of one option; estimated option by option through {@link shareOfCodes}. */
export const share: Measure = {
  name: "share",
  method: "M01",
  unitOf: () => "proportion",
  appliesTo: (question) => isChoiceQuestion(question) || isScaleQuestion(question),
  estimate: () => ({ status: "none" }),
};
