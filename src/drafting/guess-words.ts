import { isNoAnswer, isShortNoAnswer, isYesOrNo } from "./answer-words.ts";
import { type Field, frequent, total } from "./field.ts";
import type { DraftLabel, Guess } from "./guess.ts";
import type { sift } from "./guess-codes.ts";
import { rangeStart } from "./range-start.ts";
import { wordScale } from "./word-scale.ts";
import type { DraftWords } from "./words.ts";

const fewest = 5;
const manyAsked = 100;
const someAsked = 30;
const mostOptions = 60;
const mostCovered = 0.7;
const strayWords = 0.02;

/** Words of a scale, such as "Very satisfied" or 不太满意: a rating whose cells hold the labels. */
export function guessWordScale(values: ReadonlyMap<string, number>, say: DraftWords): Guess | undefined {
  const all = total(values);
  const common = frequent(values).filter(([, count]) => count >= strayWords * all || values.size <= 9);
  const scale = wordScale(common.map(([value]) => value));
  if (!scale) return undefined;
  const left = [...values.keys()].filter((value) => !scale.words.includes(value));
  const others = left.filter((value) => !isNoAnswer(value));
  // Words of the respondent's own, which must not stand in a codebook.
  if (others.some((value) => value.length > longestCode)) return undefined;
  return {
    answers: { type: "rating", scale: { codes: scale.words.map((_, at) => at + 1), labels: scale.words } },
    missing: left,
    reason: say.wordScale(scale.words[0] ?? "", scale.words.at(-1) ?? ""),
    doubts: [
      ...(scale.outside.length > 0 ? [say.wordsAsMissing(scale.outside)] : []),
      ...(others.length > 0 ? [say.wordsAsMissing(others)] : []),
      ...(scale.subject === "frequency" ? [say.isOftenBest] : []),
      ...(scale.words.length % 2 === 0 && scale.words.length > 4 ? [say.stepMissing] : []),
    ],
  };
}

/** One choice among a few written answers; undefined where they look like words of the respondent's own. */
export function guessSingle(field: Field, say: DraftWords): Guess | undefined {
  const { missing, rest: spelt } = withoutZero(siftShort(field.profile.values));
  const { values: rest, recode } = oneSpelling(spelt);
  const answered = total(rest);
  if (answered === 0 || field.profile.longest > 400) return undefined;
  const listed = listedOf(rest, answered);
  const covered = listed.reduce((sum, [, count]) => sum + count, 0) / answered;
  if (!isChoice(field, rest, listed.length, covered)) return undefined;
  const { ordered, ranges } = inOrder(listed);
  const labels = ordered.map(([value]) => labelOf(value));
  const rare = rest.size - listed.length;
  const other = rare > 0 ? otherCode(labels) : undefined;
  const written =
    other !== undefined && !labels.some(({ code }) => code === other)
      ? [...labels, { code: other, text: say.other }]
      : labels;
  return {
    answers: {
      type: "single",
      labels: distinctCodes(written),
      ...(other === undefined ? {} : { other }),
      ...(recode ? { recode } : {}),
    },
    missing,
    reason: isYesOrNo([...rest.keys()])
      ? say.yesOrNo
      : ranges
        ? say.ranges(listed.length)
        : say.writtenChoice(listed.length, Math.round(covered * 100)),
    doubts: [
      ...(rare > 0 ? [say.rareToOther(rare)] : []),
      ...(answered < someAsked && !ranges && !labels.every(({ text }) => isNobodys(text))
        ? [say.maybeFreeText]
        : []),
      ...(missing.length > 0 ? [say.wordsAsMissing(missing)] : []),
      ...(ordered.some(([value]) =>
        /^(\d{1,2}-)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(-\d{1,2})?$/i.test(value),
      )
        ? [say.turnedIntoDate]
        : []),
    ],
  };
}

function siftShort(values: ReadonlyMap<string, number>): ReturnType<typeof sift> {
  const missing = [...values.keys()].filter(isShortNoAnswer);
  return { missing, rest: new Map([...values].filter(([value]) => !isShortNoAnswer(value))) };
}

/** Values that only differ in capitals are one; the most frequent spelling stands for all. */
function oneSpelling(values: ReadonlyMap<string, number>): {
  readonly values: ReadonlyMap<string, number>;
  readonly recode?: Readonly<Record<string, string>>;
} {
  const spellings = Map.groupBy(frequent(values), ([value]) => value.toLowerCase());
  const merged = new Map<string, number>();
  const recode = new Map<string, string>();
  for (const same of spellings.values()) {
    const usual = same[0]?.[0] ?? "";
    merged.set(
      usual,
      same.reduce((sum, [, count]) => sum + count, 0),
    );
    for (const [value] of same.slice(1)) if (isKey(value)) recode.set(value, usual);
  }
  return { values: merged, ...(recode.size > 0 ? { recode: Object.fromEntries(recode) } : {}) };
}

/** A 0 among words is a blank. */
function withoutZero({ missing, rest }: ReturnType<typeof sift>): ReturnType<typeof sift> {
  if (!rest.has("0") || [...rest.keys()].some((value) => value !== "0" && /^-?\d/.test(value)))
    return { missing, rest };
  return { missing: [...missing, "0"], rest: new Map([...rest].filter(([value]) => value !== "0")) };
}

/** How many must have given an answer that is listed: of many asked, as many as a figure may stand on; never one. */
export function leastGiven(answered: number): number {
  return answered >= manyAsked ? fewest : 2;
}

/** Nobody's own words, even where one person gave them: a code, yes or no, "other". */
export function isNobodys(value: string): boolean {
  return /^[a-z]?\d{1,3}$|^[a-z]$|^(others?|其他|其它)$/i.test(value) || isYesOrNo([value]);
}

/** Values that may be printed: given by several, for a value of one person may name that person. */
function listedOf(
  values: ReadonlyMap<string, number>,
  answered: number,
): readonly (readonly [string, number])[] {
  const ranges = [...values.keys()].filter((value) => rangeStart(value) !== undefined).length;
  const fixed = values.size <= 12 && ranges >= 0.6 * values.size;
  const least = leastGiven(answered);
  const isListed = ([value, count]: readonly [string, number]) =>
    count >= least ||
    (fixed && rangeStart(value) !== undefined) ||
    (answered < someAsked && isNobodys(value));
  return frequent(values).filter((entry) => isListed(entry) && entry[0].length <= 300);
}

function isChoice(
  { profile }: Field,
  values: ReadonlyMap<string, number>,
  listed: number,
  covered: number,
): boolean {
  if (!profile.complete || listed === 0 || listed > mostOptions || covered < mostCovered) return false;
  const answered = total(values);
  if (profile.unique && answered > 1) return false;
  if (answered === 1) return profile.longest <= 5;
  return values.size <= 12 ? answered >= 1.5 * values.size : answered >= 3 * listed;
}

/** In the order of their numbers where they are ranges, else by how often they were given; "other" stands last. */
function inOrder(listed: readonly (readonly [string, number])[]): {
  readonly ordered: readonly (readonly [string, number])[];
  readonly ranges: boolean;
} {
  const starts = listed.map(([value]) => rangeStart(value));
  const ranges =
    listed.length >= 3 && starts.filter((start) => start !== undefined).length >= 0.6 * listed.length;
  const last = ([value]: readonly [string, number]) => (isOther(value) ? 1 : 0);
  const start = ([value]: readonly [string, number]) => rangeStart(value) ?? Number.POSITIVE_INFINITY;
  const ordered = listed.toSorted((a, b) => last(a) - last(b) || (ranges ? compare(start(a), start(b)) : 0));
  return { ordered, ranges };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export function isOther(value: string): boolean {
  return /^(other|others|other \(.*\)|other[,:].*|其他.*|其它.*)$/i.test(value);
}

const longestCode = 40;

/** No codebook may have a key that programs give a meaning of its own. */
function isKey(value: string): boolean {
  return !/^(__proto__|constructor|prototype)$/.test(value);
}

/** A short answer is its own code; a long one gets a code of its first words, and stands in the label. */
export function labelOf(value: string): DraftLabel {
  if (value.length <= longestCode && isKey(value)) return { code: value, text: value };
  const words = value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  let code = "";
  for (const word of words) {
    if (code.length + word.length >= 30) break;
    code += code === "" ? word : `-${word}`;
  }
  return { code: code || [...value].slice(0, 16).join(""), text: value };
}

/** Codes that differ: a second one of the same name gets a number. */
export function distinctCodes(labels: readonly DraftLabel[]): readonly DraftLabel[] {
  const taken = new Set<string>();
  return labels.map(({ code, text }) => {
    let own = code;
    for (let number = 2; taken.has(own); number += 1) own = `${code}-${number}`;
    taken.add(own);
    return { code: own, text };
  });
}

/** The code for what is not listed: that of an answer "Other", else one of its own. */
export function otherCode(labels: readonly DraftLabel[]): string {
  return labels.find(({ text }) => isOther(text))?.code ?? "other";
}
