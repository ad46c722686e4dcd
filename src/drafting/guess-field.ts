import { type Field, total } from "./field.ts";
import type { Guess } from "./guess.ts";
import { type Battery, guessCodes, sift } from "./guess-codes.ts";
import { guessJoined } from "./guess-joined.ts";
import { guessSingle, guessWordScale } from "./guess-words.ts";
import { unitOf } from "./header-words.ts";
import type { DraftWords } from "./words.ts";

const mostNumbers = 0.9;
const mostStrays = 40;
/** Longer ones are words of the respondent's own, which must not stand in a codebook. */
const longestStray = 20;

/** What a column of its own holds: the first reading that fits, from the narrowest to free text. */
export function guessField(field: Field, battery: Battery, say: DraftWords): Guess {
  if (field.typed) return asText(say.typedBeside, say);
  return (
    guessCodes(field, battery, say) ??
    (field.profile.complete ? guessWordScale(field.profile.values, say) : undefined) ??
    guessNumber(field, say) ??
    guessJoined(field, say) ??
    guessSingle(field, say) ??
    asText(say.freeText, say)
  );
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

function asText(reason: string, _say: DraftWords): Guess {
  return { answers: { type: "text" }, missing: [], reason, doubts: [] };
}
