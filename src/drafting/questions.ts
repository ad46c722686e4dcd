import { codeScale, wholeCodes } from "./code-scale.ts";
import { type Field, total } from "./field.ts";
import { type Group, groupFields, topCode } from "./groups.ts";
import type { Answers, DraftScale, Guess } from "./guess.ts";
import { guessChoices, guessMentions } from "./guess-choices.ts";
import { alone, type Battery, guessCodes, sift } from "./guess-codes.ts";
import { guessField, isOpen } from "./guess-field.ts";
import { guessSingle, guessWordScale } from "./guess-words.ts";
import { isNominal, isPlace, isRanking } from "./header-words.ts";
import type { DraftWords } from "./words.ts";

/** One question of the draft, before it has an id. */
export interface DraftQuestion {
  /** One, or of a multiple choice in columns one a choice or a mention. */
  readonly fields: readonly [Field, ...Field[]];
  readonly guess: Guess;
  /** What the items of one grid have in common. */
  readonly stem?: string;
  /** Scales that the waves had, where they differ: from a wave on. */
  readonly scales?: readonly { readonly from: string; readonly scale: DraftScale }[];
}

/** Columns that hold something no question can be made of yet. */
export interface Refused {
  readonly fields: readonly Field[];
  readonly why: string;
}

export interface Questions {
  readonly questions: readonly DraftQuestion[];
  readonly refused: readonly Refused[];
}

/** Of two items nobody can tell whether a share is much the same in all. */
const fewestCompared = 3;
/** More codes of a list than this are left out until somebody gives their labels. */
const mostListed = 60;

/** Makes questions of the fields that were asked. */
export function draftQuestions(fields: readonly Field[], say: DraftWords): Questions {
  const questions: DraftQuestion[] = [];
  const refused: Refused[] = [];
  for (const group of groupFields(fields)) {
    const found = questionsOf(group, say);
    if ("why" in found) refused.push(found);
    else questions.push(...found);
  }
  return { questions: withWholeScales(questions, say).map((question) => withScales(question, say)), refused };
}

function questionsOf(group: Group, say: DraftWords): readonly DraftQuestion[] | Refused {
  const [first] = group.fields as readonly [Field];
  switch (group.kind) {
    case "choices":
      return [{ fields: fieldsOf(group), guess: guessChoices(group, say) }];
    case "mentions": {
      const guess = guessMentions(group, say);
      if ("tooMany" in guess) return { fields: group.fields, why: say.commentCodes(guess.tooMany) };
      return [{ fields: fieldsOf(group), guess }];
    }
    case "grid":
      return gridItems(group, say);
    case "lone":
      if (isCodeList(first)) return { fields: [first], why: say.codesOfList(first.profile.values.size) };
      return [
        {
          fields: [first],
          guess: (isOpen(first) ? undefined : placeGuess(first, say)) ?? guessField(first, alone, say),
        },
      ];
  }
}

function fieldsOf({ fields }: Group): readonly [Field, ...Field[]] {
  return fields as unknown as readonly [Field, ...Field[]];
}

/** Hundreds of numbers that are names, such as flights: without their list they say nothing. */
function isCodeList(field: Field): boolean {
  return (
    isNominal(field) &&
    !isPlace(field) &&
    field.profile.values.size > mostListed &&
    wholeCodes(field.profile.values) !== undefined
  );
}

/** Values of a place are taken as found, however many there are: a dealer is a dealer, whatever it is called. */
function placeGuess(field: Field, say: DraftWords): Guess | undefined {
  const { profile } = field;
  const { missing, rest } = sift(profile.values);
  if (!isPlace(field) || !profile.complete || rest.size < 2) return undefined;
  const words = guessField(field, alone, say);
  if (words.answers.type === "rating" || words.answers.type === "multi") return undefined;
  if (words.answers.type === "single" && rest.size <= 12 && words.answers.other === undefined)
    return undefined;
  if (rest.size > Math.min(1000, profile.answered / 2) || profile.longest > 60) return undefined;
  const zero = rest.has("0") && (rest.get("0") ?? 0) < 0.3 * total(rest) ? ["0"] : [];
  return {
    answers: { type: "single" },
    missing: [...missing, ...zero],
    reason: say.place(rest.size),
    doubts: zero.length > 0 ? [say.codesAsMissing([0])] : [],
  };
}

/** The rows of a grid, or neighbours with one scale: a question each. */
function gridItems(group: Group, say: DraftWords): readonly DraftQuestion[] {
  const stem = group.stem === undefined ? {} : { stem: group.stem };
  const ranking = rankedItems(group, say);
  if (ranking) return group.fields.map((field) => ({ fields: [field], guess: ranking }));
  const words = sharedWordScale(group.fields, say);
  const battery = batteryOf(group.fields);
  return group.fields.map((field) => {
    const guess = words ?? guessCodes(field, battery, say) ?? guessField(field, battery, say);
    return { fields: [field], guess, ...(guess.answers.type === "rating" ? stem : {}) };
  });
}

/** Items whose words together make one scale, so that a step that one item lacks is there all the same. */
function sharedWordScale(fields: readonly Field[], say: DraftWords): Guess | undefined {
  const values = new Map<string, number>();
  for (const { profile } of fields) {
    if (!profile.complete || profile.values.size > 20) return undefined;
    for (const [value, count] of profile.values) values.set(value, (values.get(value) ?? 0) + count);
  }
  return values.size > 20 ? undefined : guessWordScale(values, say);
}

function rankedItems({ fields, stem = "" }: Group, say: DraftWords): Guess | undefined {
  const places = fields.length;
  const ranks = fields.every(({ profile }) => {
    const codes = wholeCodes(profile.values);
    return codes !== undefined && [...codes.keys()].every((code) => code >= 1 && code <= places);
  });
  if (!ranks || !isRanking(stem)) return undefined;
  return {
    answers: { type: "number", min: 1, better: "lower" },
    missing: [],
    reason: say.ranks(places),
    doubts: [],
  };
}

function batteryOf(fields: readonly Field[]): Battery {
  const tops = fields.filter((field) => topCode(field) !== undefined);
  const counts = new Map<number, number>();
  for (const { profile } of tops)
    for (const [value, count] of profile.values)
      if (/^-?\d{1,6}$/.test(value)) counts.set(Number(value), (counts.get(Number(value)) ?? 0) + count);
  return {
    ...(tops.length >= 2 ? { counts } : {}),
    size: tops.length,
    spreadOf: (code) => {
      const shares = tops.map(
        ({ profile }) => (profile.values.get(String(code)) ?? 0) / Math.max(1, profile.answered),
      );
      return tops.length < fewestCompared ? 0 : Math.max(...shares) - Math.min(...shares);
    },
  };
}

/** A scale in words that lacks a step which nobody gave is the one that has it, where another question has. */
function withWholeScales(questions: readonly DraftQuestion[], say: DraftWords): readonly DraftQuestion[] {
  const scales = questions.flatMap(({ guess: { answers } }) =>
    answers.type === "rating" && answers.scale.labels ? [answers.scale] : [],
  );
  return questions.map((question) => {
    const { answers, missing } = question.guess;
    if (answers.type !== "rating" || !answers.scale.labels) return question;
    const { labels } = answers.scale;
    const scale = scales
      .filter((other) => labels.every((label) => other.labels?.includes(label)))
      .reduce(
        (longest, other) => (other.codes.length > longest.codes.length ? other : longest),
        answers.scale,
      );
    const left = missing.filter((value) => !scale.codes.includes(Number(value)));
    // The next code after the words' is a step whose word nobody gave: which of them it is nobody can tell.
    const lacksWord = left.includes(String(scale.codes.length + 1)) && scale.codes.length < 7;
    const single = lacksWord ? guessSingle(question.fields[0], say) : undefined;
    return {
      ...question,
      guess: single ?? { ...question.guess, answers: { ...answers, scale }, missing: left },
    };
  });
}

/** A scale of numbers that was longer or shorter in some wave. */
function withScales(question: DraftQuestion, say: DraftWords): DraftQuestion {
  const { answers } = question.guess;
  const [field] = question.fields;
  if (
    (answers.type !== "rating" && answers.type !== "nps") ||
    answers.scale.labels ||
    field.profiles.size < 2
  )
    return question;
  const scales: { from: string; scale: DraftScale }[] = [];
  for (const [wave, profile] of field.profiles) {
    const counts = wholeCodes(sift(profile.values).rest);
    const scale = counts && codeScale(counts, { recommend: answers.type === "nps", spreadOf: () => 0 });
    if (!scale) continue;
    if (scales.at(-1)?.scale.codes.join() !== scale.codes.join())
      scales.push({ from: wave, scale: { codes: scale.codes } });
  }
  const [first, ...later] = scales;
  if (!first || later.length === 0) return question;
  const known = new Set(scales.flatMap(({ scale }) => scale.codes));
  const missing = question.guess.missing.filter((value) => !known.has(Number(value)));
  const changed: Answers = { ...answers, scale: first.scale };
  return {
    ...question,
    scales,
    guess: {
      ...question.guess,
      answers: changed,
      missing,
      doubts: [...question.guess.doubts, say.scaleChanged],
    },
  };
}
