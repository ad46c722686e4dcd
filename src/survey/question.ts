import type { Break } from "./breaks.ts";
import type { Scale } from "./scale.ts";
import type { ProblemCategory } from "./scoring.ts";
import type { MeasureName } from "./survey.ts";
import type { Text } from "./text.ts";

/** One answer option of a choice question or one value of a dimension; `id` is stable across languages and waves. */
export interface Option {
  readonly id: string;
  readonly label: Text;
}

/** What changed in a question from a wave on (M33). */
export interface Version {
  readonly from: string;
  readonly text?: Text;
  /** False: figures before and after must not be compared. */
  readonly comparable: boolean;
  /** The scale from this wave on, where it changed. */
  readonly scale?: Scale;
  /** Why, for the reader. */
  readonly reason?: Text;
}

/** Who a question was put to: those who gave one of these codes to another question, or are of these groups. */
export interface AskedOf {
  /** Id of a question or a dimension. */
  readonly id: string;
  readonly values: readonly string[];
}

interface QuestionBase {
  readonly id: string;
  /** The wording put to respondents. */
  readonly text: Text;
  /** A short name for tables and charts. */
  readonly short: Text;
  readonly versions: readonly Version[];
  /** All breaks that were found when the waves were read, in their order (M33); absent before. */
  readonly breaks?: readonly Break[];
  /** Ids of the waves that did not ask it; absent before the waves were read. */
  readonly notAskedIn?: readonly string[];
  /** By wave: ids of its options that could not be given there as an answer. Waves without such are left out. */
  readonly notOffered?: Readonly<Record<string, readonly string[]>>;
  /** All of these must hold; absent: everybody was asked. */
  readonly asked?: readonly AskedOf[];
}

export type DatePrecision = "month" | "quarter" | "year";

/** A rated item (M02, M07). */
export type RatingQuestion = QuestionBase & {
  readonly type: "rating";
  readonly scale: Scale;
  /** What pages show of it, its headline first; absent: what the survey's `measures` say. */
  readonly measures?: readonly MeasureName[];
};
/** Likelihood to recommend on 0–10 or 1–10 (M08). */
export type NpsQuestion = QuestionBase & {
  readonly type: "nps";
  readonly scale: Scale;
  readonly measures?: readonly MeasureName[];
};
/** One choice among options (M01). */
export type SingleQuestion = QuestionBase & { readonly type: "single"; readonly options: readonly Option[] };
/** Any number of choices; shares are of respondents (M01). `base`: who counts as having answered. */
export type MultiQuestion = QuestionBase & {
  readonly type: "multi";
  readonly options: readonly Option[];
  readonly base: "answered" | "asked";
  /** The choice that says none of these: it makes a base, and is no mention. */
  readonly none?: string;
  /** Choices that are problems, by kind; every problem in one (M11). */
  readonly problems?: readonly ProblemCategory[];
};
/** A measured quantity with a unit, such as minutes waited (M02). */
export type NumberQuestion = QuestionBase & {
  readonly type: "number";
  readonly unit: Text;
  readonly better: "higher" | "lower" | "neither";
  /** The ends of what can be measured, where they are known. */
  readonly min?: number;
  readonly max?: number;
};
/** Free text: only how many answered leaves the build. */
export type TextQuestion = QuestionBase & { readonly type: "text" };
/** A date, kept only to the month, quarter or year. Options are the periods found, oldest first. */
export type DateQuestion = QuestionBase & {
  readonly type: "date";
  readonly precision: DatePrecision;
  readonly options: readonly Option[];
};

export type Question =
  | RatingQuestion
  | NpsQuestion
  | SingleQuestion
  | MultiQuestion
  | NumberQuestion
  | TextQuestion
  | DateQuestion;

/** Questions whose answers stand on a numeric scale of codes. */
export type ScaleQuestion = RatingQuestion | NpsQuestion;
/** Questions whose answers are options. */
export type ChoiceQuestion = SingleQuestion | MultiQuestion | DateQuestion;

/** Whether answers stand in the rows that are published: texts and dates never do. */
export function isInRows({ type }: Question): boolean {
  return type !== "text" && type !== "date";
}

export function isScaleQuestion(question: Question): question is ScaleQuestion {
  return question.type === "rating" || question.type === "nps";
}

export function isChoiceQuestion(question: Question): question is ChoiceQuestion {
  return question.type === "single" || question.type === "multi" || question.type === "date";
}

/** A question's wording in a wave: the last version at or before it. */
export function wordingIn(question: Question, waveOrder: readonly string[], wave: string): Text {
  const at = waveOrder.indexOf(wave);
  const known = question.versions.filter((version) => version.text && waveOrder.indexOf(version.from) <= at);
  return known.at(-1)?.text ?? question.text;
}

/**
 * A question of the survey as it was put in a wave: with that wave's scale, where the scale changed. Hand it the
 * question as the survey has it, not one that was already fitted to another wave.
 */
export function questionIn<Asked extends Question>(
  question: Asked,
  waveOrder: readonly string[],
  wave: string,
): Asked {
  if (!isScaleQuestion(question)) return question;
  const at = waveOrder.indexOf(wave);
  const known = question.versions.filter(({ scale, from }) => scale && waveOrder.indexOf(from) <= at);
  const scale = known.at(-1)?.scale;
  return scale ? { ...question, scale } : question;
}
