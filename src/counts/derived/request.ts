import type { MultiQuestion, NumberQuestion } from "../../survey/question.ts";
import { sameText } from "../../survey/text.ts";

/**
 * How many of some choices of multiple choices a respondent ticked: a number, counted as a question of this id. Its base
 * are those who are in the base of every question; in a wave that lacks one of them, or offered none of its choices, it
 * was not asked.
 */
export interface TickedChoices {
  readonly id: string;
  readonly of: readonly QuestionChoices[];
}

/** Some choices of one question. */
export interface QuestionChoices {
  readonly question: string;
  /** Places among the question's options. */
  readonly choices: readonly number[];
  /** How many options the question has: who has answered shows in any of them. */
  readonly options: number;
  /** By wave: places of the options that could not be given there as an answer. Waves without such are left out. */
  readonly notOffered?: Readonly<Record<string, readonly number[]>>;
}

/** The choices that could be ticked in a wave. */
export function choicesIn({ choices, notOffered }: QuestionChoices, wave: string): readonly number[] {
  return choices.filter((choice) => notOffered?.[wave]?.includes(choice) !== true);
}

/** By wave: places of the options that could not be given there, of a question that knows its waves. */
export function placesNotOffered({
  options,
  notOffered,
}: MultiQuestion): Pick<QuestionChoices, "notOffered"> {
  if (!notOffered) return {};
  const places = (ids: readonly string[]) => ids.map((id) => options.findIndex((option) => option.id === id));
  return {
    notOffered: Object.fromEntries(Object.entries(notOffered).map(([wave, ids]) => [wave, places(ids)])),
  };
}

/** An item of a respondent's own mean: slope · answer + intercept. */
export interface BandItem {
  readonly question: string;
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Respondents by the mean of the items that they answered: a dimension of this id, whose options are the bands. Who
 * answered fewer than half of the items is in none. The items are those of each wave.
 */
export interface Bands {
  readonly id: string;
  readonly items: Readonly<Record<string, readonly BandItem[]>>;
  /** Lowest first; a band goes from its lower end up to the next. */
  readonly bands: readonly { readonly id: string; readonly from: number }[];
}

/** What is worked out of each row. */
export interface Derived {
  readonly ticked?: readonly TickedChoices[];
  readonly bands?: Bands;
}

/** What is worked out as numbers, as questions that are counted by their sums. */
export function derivedQuestions({ derived }: { readonly derived?: Derived }): readonly NumberQuestion[] {
  return (derived?.ticked ?? []).map(({ id }) => ({
    id,
    type: "number",
    text: sameText(id),
    short: sameText(id),
    unit: sameText(""),
    better: "neither",
    versions: [],
  }));
}
