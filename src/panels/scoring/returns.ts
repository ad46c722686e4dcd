import { type Deduction, deductionFor, type Returns } from "../../measures/deduction.ts";
import type { CardScore } from "../../survey/scoring.ts";
import type { StratumCount } from "../../survey/stratum.ts";
import { dimensionOf, type Survey } from "../../survey/survey.ts";
import { sameText, type Text } from "../../survey/text.ts";
import type { Slice } from "../../views/slice.ts";
import type { ReportContext } from "../context.ts";

/**
 * Questionnaires handed out and returned in a group: those of all its strata. Undefined where the strata are not told
 * apart by the group's dimensions, where one of them lacks a count, or where nothing was handed out.
 */
export function returnsOf(strata: readonly StratumCount[], wave: string, slice: Slice): Returns | undefined {
  const inWave = strata.filter((stratum) => stratum.wave === wave);
  const wanted = Object.entries(slice);
  if (inWave.some(({ place }) => wanted.some(([dimension]) => !place[dimension]))) return undefined;
  const own = inWave.filter(({ place }) =>
    wanted.every(([dimension, values]) => values.length === 0 || values.includes(place[dimension] ?? "")),
  );
  const sum = (counts: readonly (number | undefined)[]) =>
    counts.reduce<number>((total, count) => total + (count ?? Number.NaN), 0);
  const handedOut = sum(own.map((stratum) => stratum.handedOut));
  const returned = sum(own.map((stratum) => stratum.returned));
  return handedOut > 0 && Number.isFinite(returned) ? { handedOut, returned } : undefined;
}

/** M05, what too few returned questionnaires cost a score of a group; undefined where no rule says so or it is not known. */
export function deductionAt(
  { survey, strata = [] }: { readonly survey: Survey; readonly strata?: readonly StratumCount[] | undefined },
  { card, wave, slice }: { readonly card: CardScore; readonly wave: string; readonly slice: Slice },
): Deduction | undefined {
  const { scoring } = survey;
  const returns = card.deduct ? returnsOf(strata, wave, slice) : undefined;
  return scoring && returns && deductionFor(returns, scoring.deduction);
}

/**
 * The one unit of a group that a filter leaves, where questionnaires are counted by finer units than the group; blank
 * where it leaves several.
 */
export function soleUnit({ survey, strata = [], wave, language }: ReportContext, slice: Slice): string {
  const own = strata.filter(
    (one) =>
      one.wave === wave &&
      Object.entries(slice).every(([name, values]) => values.includes(one.place[name] ?? "")),
  );
  const [sole] = own;
  const [dimension, id] =
    Object.entries(sole?.place ?? {}).findLast(([name]) => slice[name] === undefined) ?? [];
  if (own.length !== 1 || dimension === undefined || id === undefined) return "";
  return optionLabel(survey, dimension, id)[language];
}

/** What a value of a dimension is called. */
export function optionLabel(survey: Survey, dimension: string, id: string): Text {
  const found = dimensionOf(survey, dimension).options.find((option) => option.id === id);
  return found?.label ?? sameText(id);
}
