import type { RatingQuestion } from "../../../src/survey/question.ts";
import type { Factor, IndexSettings, Survey } from "../../../src/survey/survey.ts";
import { sameText } from "../../../src/survey/text.ts";
import { rating } from "../questions.ts";
import { surveyOf } from "../surveys.ts";

export function item(id: string, min = 1, max = 10): RatingQuestion {
  return { ...rating(min, max), id, short: sameText(id) };
}

export function factor(id: string, of: Factor["of"], weight?: number): Factor {
  return {
    id,
    title: sameText(id),
    owner: sameText(`${id} department`),
    of,
    ...(weight === undefined ? {} : { weight }),
  };
}

/** Published on 0–1000, answers as shares of the maximum, stated weights. */
export function settings(of: readonly string[], rest: Partial<IndexSettings> = {}): IndexSettings {
  const plain = { measure: "index1000", rescale: "share", weights: "stated" } as const;
  return { id: "csi", title: sameText("csi"), of, ...plain, ...rest };
}

/** Five items under two weighted factors, the second of which holds two factors of its own. */
export const items = ["a", "b", "c", "d", "e"];
export const twoFactors: Survey = surveyOf(
  items.map((id) => item(id)),
  {
    factors: [
      factor("f", ["a", "b"], 3),
      factor("g", [factor("g1", ["c", "d"], 1), factor("g2", ["e"], 2)], 1),
    ],
  },
);
export const twoFactorIndex = settings(["f", "g"]);
