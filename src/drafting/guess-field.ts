import { isYesOrNo } from "./answer-words.ts";
import { type Field, total } from "./field.ts";
import type { Guess } from "./guess.ts";
import { type Battery, guessCodes, sift } from "./guess-codes.ts";
import { guessJoined, guessJoinedCodes } from "./guess-joined.ts";
import { guessSingle, guessWordScale } from "./guess-words.ts";
import { isComment, unitOf } from "./header-words.ts";
import type { DraftWords } from "./words.ts";

const mostNumbers = 0.9;
const mostStrays = 40;
/** Longer ones are words of the respondent's own, which must not stand in a codebook. */
const longestStray = 20;

/** What a column of its own holds: the first reading that fits, from the narrowest to free text. */
export function guessField(field: Field, battery: Battery, say: DraftWords): Guess {
  if (field.typed) return asText(say.typedBeside);
  if (isOpen(field)) return asText(say.openByForm);
  return (
    guessCodes(field, battery, say) ??
    guessMixedScale(field, say) ??
    (field.profile.complete ? guessWordScale(field.profile.values, say) : undefined) ??
    guessJoinedCodes(field, say) ??
    guessNumber(field, say) ??
    decimalCommas(field, say) ??
    (isComment(field) ? guessComment(field, say) : undefined) ??
    guessJoined(field, say) ??
    guessSingle(field, say) ??
    asText(say.freeText)
  );
}

/** Typed, as the survey tool says; a number that was typed is a number all the same. */
export function isOpen({ open, profile }: Field): boolean {
  return open && profile.numbers.count < mostNumbers * Math.max(1, profile.answered);
}

/** Numbers that can't be read as they are: 12,3. */
function decimalCommas({ profile: { values } }: Field, say: DraftWords): Guess | undefined {
  const { rest } = sift(values);
  const counted = (form: RegExp) => total(new Map([...rest].filter(([value]) => form.test(value))));
  const all = total(rest);
  if (counted(/^-?\d{1,9},\d+$/) < 0.5 * all || counted(/^-?\d{1,9}(,\d+)?$/) < 0.9 * all || all === 0)
    return undefined;
  return { ...asText(say.freeText), doubts: [say.decimalCommas] };
}

const someAsked = 30;
const mostOptions = 8;
const longestOption = 30;

/** A header that asks for words is about free text, unless few short options come again and again. */
function guessComment(field: Field, say: DraftWords): Guess | undefined {
  const { values, answered, longest, complete } = field.profile;
  const counts = [...values.values()];
  const repeated = complete && answered >= someAsked && answered >= 5 * values.size && !counts.includes(1);
  if (isYesOrNo([...values.keys()])) return undefined;
  if (repeated && values.size <= mostOptions && longest <= longestOption) return undefined;
  const joined = answered >= someAsked ? guessJoined(field, say) : undefined;
  if (joined) return joined;
  const choice = guessSingle(field, say) !== undefined;
  return { ...asText(say.freeText), doubts: choice ? [say.textByHeader] : [] };
}

/** Words of a scale in some waves and its codes in others: the words are the labels of the codes. */
function guessMixedScale({ profile }: Field, say: DraftWords): Guess | undefined {
  const words = new Map([...profile.values].filter(([value]) => !isCode(value)));
  const codes = [...profile.values.keys()].filter(isCode);
  const guess = profile.complete && codes.length >= 3 ? guessWordScale(words, say) : undefined;
  if (guess?.answers.type !== "rating") return undefined;
  const { scale } = guess.answers;
  const outside = codes.filter((code) => !scale.codes.includes(Number(code)));
  if (outside.length > 3) return undefined;
  return { ...guess, missing: [...guess.missing, ...outside], doubts: [...guess.doubts, say.wordsForCodes] };
}

function isCode(value: string): boolean {
  return /^-?\d{1,3}$/.test(value);
}

/** A measured quantity. Cells that are no number stay bad cells where they are few, else they are listed as missing. */
function guessNumber(field: Field, say: DraftWords): Guess | undefined {
  const { profile } = field;
  const { missing, rest } = sift(profile.values);
  const answered = profile.answered - (profile.values.size > 0 ? total(profile.values) - total(rest) : 0);
  if (profile.numbers.count === 0 || profile.numbers.count < mostNumbers * answered) return undefined;
  const strays = [...rest.keys()].filter((value) => !/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value));
  const strayCount = answered - profile.numbers.count;
  const listed = strayCount > 0.005 * fewestAnswered(field);
  if (
    listed &&
    (strays.length > mostStrays || !profile.complete || strays.some((value) => value.length > longestStray))
  )
    return undefined;
  const unit = unitOf(field);
  const coded = [-1, -2, -3, -9, -99]
    .map(String)
    .filter((code) => profile.values.has(code) && profile.numbers.min >= -99);
  const negative = profile.numbers.min < 0 && coded.length === 0;
  return {
    answers: { type: "number", ...(unit ? { unit } : {}), ...(negative ? {} : { min: 0 }) },
    missing: [...missing, ...(listed ? strays : []), ...coded],
    reason: say.quantity(profile.numbers.min, profile.numbers.max),
    doubts: [
      ...(unit ? [] : [say.whichUnit]),
      ...(strayCount > 0 ? [listed ? say.wordsAsMissing(strays) : say.strays(strays)] : []),
      ...(coded.length > 0 ? [say.codesAsMissing(coded.map(Number))] : []),
    ],
  };
}

function fewestAnswered({ profiles }: Field): number {
  return Math.min(...[...profiles.values()].map(({ answered }) => answered));
}

function asText(reason: string): Guess {
  return { answers: { type: "text" }, missing: [], reason, doubts: [] };
}
