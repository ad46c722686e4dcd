import { isNoAnswer } from "./answer-words.ts";
import { type CodeScale, codeScale, looksGraded, wholeCodes } from "./code-scale.ts";
import { type Field, frequent, total } from "./field.ts";
import type { DraftScale, Guess } from "./guess.ts";
import { isNominal, isOverall, isPersonal, isPlace, isRated, isRecommend, unitOf } from "./header-words.ts";
import type { DraftWords } from "./words.ts";

/** A column's neighbours with the same codes: items of one battery support each other. */
export interface Battery {
  readonly size: number;
  readonly spreadOf: (code: number) => number;
  /** The codes of all of them together: one scale for all. */
  readonly counts?: ReadonlyMap<number, number>;
}

export const alone: Battery = { size: 1, spreadOf: () => 0 };

/** Values that are words for "no answer" apart from the others. */
export function sift(values: ReadonlyMap<string, number>): {
  readonly missing: readonly string[];
  readonly rest: ReadonlyMap<string, number>;
} {
  const missing = [...values.keys()].filter(isNoAnswer);
  return { missing, rest: new Map([...values].filter(([value]) => !isNoAnswer(value))) };
}

const strayShare = 0.005;
const mostCodes = 12;
const mostListed = 60;
/** Codes beside a scale: more of them than this, and it is none. */
const mostOutside = 4;
/** Codes that are written out for a person to name them. */
const mostNamed = 20;

/** Whole numbers: a rating, a recommend question, codes of a single choice; undefined where they are a quantity. */
export function guessCodes(field: Field, battery: Battery, say: DraftWords): Guess | undefined {
  const { missing, rest } = sift(field.profile.values);
  const { codes: kept, strays } = withoutStrays(rest);
  const counts = wholeCodes(kept);
  if (!counts || counts.size === 0 || !field.profile.complete) return undefined;
  const recommend = isRecommend(field);
  const scale = ownScale(
    counts,
    codeScale(battery.counts ?? counts, { recommend, spreadOf: battery.spreadOf }),
  );
  const isItem = battery.size >= 3 || ((isRated(field) || isOverall(field) || recommend) && !isAbout(field));
  const graded =
    scale &&
    scale.missing.length <= mostOutside &&
    !isAbout(field) &&
    !isNominal(field) &&
    !unitOf(field) &&
    looksGraded(counts, scale.codes);
  // Whoever may choose from 0 to 10, all of which were chosen, grades.
  const eleven =
    isElevenPoint(counts) && scale?.codes[0] === 0 && scale.codes.length === 11 && !isQuantity(field);
  if (scale && (isItem || graded || (eleven && !isAbout(field)))) {
    const nps = recommend && scale.codes.at(-1) === 10;
    const out = [...missing, ...scale.missing.map(String), ...rareEnough(strays, field)];
    return {
      answers: {
        type: nps ? "nps" : "rating",
        scale: nps ? { codes: scale.codes } : labelledScale(scale.codes, field),
      },
      missing: out,
      reason: nps
        ? say.recommendScale(ends(scale.codes))
        : say.codeScale(ends(scale.codes), reasonOf(field, battery, say)),
      doubts: [
        ...(scale.doubtful
          ? [say.doubtfulScale(ends(scale.codes), scale.missing)]
          : scale.missing.length > 0
            ? [say.codesAsMissing(scale.missing)]
            : []),
        ...(!isItem ? [say.onlyShape] : []),
        ...(nps && scale.codes[0] === 1 ? [say.recommendFromOne] : []),
        ...(strays.length > 0 ? [say.strays(strays.map(([value]) => value))] : []),
      ],
    };
  }
  return guessCodedChoice(field, counts, missing, say);
}

/** With the labels that the file itself gives to all of the codes. */
function labelledScale(codes: readonly number[], { valueLabels }: Field): DraftScale {
  const labels = codes.map((code) => valueLabels.get(String(code)));
  return labels.every((label) => label !== undefined) ? { codes, labels } : { codes };
}

/** A battery's scale, of which a field leaves out the codes that it has not. */
function ownScale(counts: ReadonlyMap<number, number>, scale: CodeScale | undefined): CodeScale | undefined {
  return scale && { ...scale, missing: scale.missing.filter((code) => counts.has(code)) };
}

function reasonOf(field: Field, battery: Battery, say: DraftWords): string {
  if (battery.size >= 3) return say.inBattery(battery.size);
  return isRated(field) || isOverall(field) || isRecommend(field) ? say.byHeader : say.byShape;
}

function isElevenPoint(counts: ReadonlyMap<number, number>): boolean {
  return Array.from({ length: 11 }, (_, code) => code).every((code) => (counts.get(code) ?? 0) > 0);
}

/** By its header: a number of things, or one with a unit. */
function isQuantity(field: Field): boolean {
  return (
    unitOf(field) !== undefined ||
    /\bhow (many|much)\b|\bnumber of\b|\bwie ?viele?\b|\banzahl\b|多少|几[个次人]/i.test(field.text)
  );
}

function isAbout(field: Field): boolean {
  return isPlace(field) || isPersonal(field);
}

/** A few cells among hundreds that are no whole number, such as 7.5 on a scale of whole grades. */
function withoutStrays(values: ReadonlyMap<string, number>): {
  readonly codes: ReadonlyMap<string, number>;
  readonly strays: readonly (readonly [string, number])[];
} {
  const strays = [...values].filter(([value]) => !/^-?\d{1,6}$/.test(value));
  const share = strays.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, total(values));
  if (strays.length === 0 || share > 0.05 || strays.some(([value]) => !/^-?\d*\.\d+$/.test(value)))
    return { codes: values, strays: [] };
  return { codes: new Map([...values].filter(([value]) => /^-?\d{1,6}$/.test(value))), strays };
}

/** Strays that are too many to stay bad cells, which stop the build above one in a hundred of a wave. */
function rareEnough(strays: readonly (readonly [string, number])[], field: Field): readonly string[] {
  const count = strays.reduce((sum, [, times]) => sum + times, 0);
  const fewest = Math.min(...[...field.profiles.values()].map(({ answered }) => answered));
  return count > strayShare * fewest ? strays.map(([value]) => value) : [];
}

function guessCodedChoice(
  field: Field,
  counts: ReadonlyMap<number, number>,
  missing: readonly string[],
  say: DraftWords,
): Guess | undefined {
  const codes = [...counts.keys()].toSorted((a, b) => a - b);
  const dense = codes.length <= mostListed && (codes.at(-1) ?? 0) < 2 * codes.length + 5;
  const unit = unitOf(field);
  // A price from 1 to 10 is no price but a code of a price list.
  const coded = unit?.en === "yuan" && codes.every((code) => code >= 0 && code <= mostCodes);
  const quantity = isQuantity(field) && !coded && !isAbout(field);
  if (quantity || codes.some((code) => code < -9)) return undefined;
  const few = codes.length <= mostCodes && (codes.at(-1) ?? 0) <= 100;
  if (!few && !((isNominal(field) || isAbout(field)) && codes.length <= mostListed) && !dense)
    return undefined;
  if (!few && isPersonal(field) && unit) return undefined;
  const gone = codes.filter((code) => code < 0 || (code >= 96 && codes.length > 2));
  const zero = codes[0] === 0 && codes.length > 3 && codes.includes(1) && !isElevenPoint(counts) ? [0] : [];
  const out = [...gone, ...zero].toSorted((a, b) => a - b);
  const named = codes.filter((code) => !out.includes(code));
  if (named.length === 0) return undefined;
  return {
    answers: {
      type: "single",
      ...(named.length > mostNamed && field.valueLabels.size === 0
        ? {}
        : {
            labels: named.map((code) => ({
              code: String(code),
              text: field.valueLabels.get(String(code)) ?? String(code),
            })),
          }),
    },
    missing: [...missing, ...out.map(String)],
    reason: say.codedChoice(named.length),
    doubts: [
      ...(named.every((code) => field.valueLabels.has(String(code))) ? [] : [say.nameCodes]),
      ...(out.length > 0 ? [say.codesAsMissing(out)] : []),
    ],
  };
}

export function ends(codes: readonly number[]): string {
  return `${codes[0]}–${codes.at(-1)}`;
}

/** The most frequent values of a field. */
export function examples(field: Field, count = 3): readonly string[] {
  return frequent(field.profile.values)
    .slice(0, count)
    .map(([value]) => value);
}
