/** Invented surveys that problems head: cars with problems of three kinds, and one rated question. */
import type { MultiQuestion } from "../../../src/survey/question.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import { sameText } from "../../../src/survey/text.ts";
import type { Row } from "../../counts/ask-rows.ts";
import { rating } from "../../measures/questions.ts";
import { dimension, surveyOf } from "../../measures/surveys.ts";

export const kinds = ["engine", "interior", "controls"] as const;
export const brands = ["a", "b", "c", "d"] as const;

const kind = (id: string): MultiQuestion => ({
  ...{ id, text: sameText(id), short: sameText(id), versions: [], type: "multi", base: "asked" },
  options: ["x", "y"].map((option) => ({ id: option, label: sameText(option) })),
});

/** Headed by problems, or not, by brand and model. */
export function carSurvey(rest: Partial<Survey> = {}, heads = true): Survey {
  return surveyOf([{ ...rating(1, 5), id: "overall", short: sameText("Overall") }, ...kinds.map(kind)], {
    scoring: {
      deduction: { threshold: 0.5, step: 0.05, points: 1 },
      problems: { id: "problems", title: sameText("Problems"), of: kinds, ...(heads ? { heads } : {}) },
    },
    dimensions: [dimension("brand", brands), dimension("fuel", ["petrol", "electric"])],
    hierarchy: ["brand"],
    ...rest,
  });
}

export const cars = 120;
const shifts = { engine: 0, interior: 41, controls: 83 } as const;

/** How many of a brand's cars have a problem of each kind. */
export type Counts = readonly [engine: number, interior: number, controls: number];
export type CountsByBrand = Readonly<Record<string, Counts>>;

/** The cars of problem-findings.py. `overall` of brand a is better by 2 than of all others. */
export function carRows(wave: string, counts: CountsByBrand): readonly Row[] {
  return Object.entries(counts).flatMap(([brand, own]) =>
    Array.from({ length: cars }, (_, car): Row => {
      const ticks = kinds.map((id, at) => [
        id,
        (car * 7 + shifts[id]) % cars < own[at as 0 | 1 | 2] ? [0] : [],
      ]);
      return {
        wave,
        places: { brand, fuel: car % 3 === 0 ? "electric" : "petrol" },
        answers: { overall: (brand === "a" ? 4 : 2) + (car % 2), ...Object.fromEntries(ticks) },
      };
    }),
  );
}

export const alike: CountsByBrand = Object.fromEntries(brands.map((brand) => [brand, [30, 30, 60] as const]));
export const apart: CountsByBrand = { a: [6, 6, 12], b: [30, 30, 30], c: [30, 30, 40], d: [60, 60, 60] };
