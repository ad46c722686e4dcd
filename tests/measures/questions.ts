import type { Claim } from "../../src/measures/difference.ts";
import type { MeasureOptions } from "../../src/measures/measure.ts";
import type {
  NpsQuestion,
  NumberQuestion,
  RatingQuestion,
  SingleQuestion,
} from "../../src/survey/question.ts";
import { sameText } from "../../src/survey/text.ts";

const named = (id: string) => ({ id, text: sameText(id), short: sameText(id), versions: [] });

/** A rated item on the whole numbers from min to max. */
export function rating(min: number, max: number, satisfied: readonly number[] = []): RatingQuestion {
  return { ...named("item"), type: "rating", scale: { codes: span(min, max), labels: {}, satisfied } };
}

/** A recommend question on 0–10, or on 1–10. */
export function recommend(min: 0 | 1 = 0): NpsQuestion {
  return { ...named("recommend"), type: "nps", scale: { codes: span(min, 10), labels: {}, satisfied: [] } };
}

export const minutes: NumberQuestion = {
  ...named("wait"),
  type: "number",
  unit: { en: "minutes", zh: "分钟" },
  better: "lower",
};

export const reason: SingleQuestion = {
  ...named("reason"),
  type: "single",
  options: ["price", "place"].map((id) => ({ id, label: sameText(id) })),
};

/** Every base is shown. */
export const unweighted: MeasureOptions = { weighting: "unweighted", base: { minimum: 1, caution: 1 } };
export const weighted: MeasureOptions = { ...unweighted, weighting: "weighted" };

function span(min: number, max: number): readonly number[] {
  return Array.from({ length: max - min + 1 }, (_, at) => min + at);
}

/** A claim in one family of questions. */
export const claimed = (claim: string): Claim => ({ claim, families: [{ kind: "questions", of: "test" }] });
