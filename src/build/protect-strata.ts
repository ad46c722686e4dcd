import type { StratumCount } from "../survey/stratum.ts";
import { sizeKey, sizesIn, valuesOf } from "./check-strata.ts";
import type { PreparedSurvey } from "./prepared.ts";

/**
 * M34: strata that are finer than what pages tell of, such as a branch by channel. Rows withhold places so that pages of
 * every branch and value tell of no few; how many came of such a stratum, less those whom the rows place in it, still
 * would. These say only what was planned.
 */
export async function protectedStrata(
  { survey, waves, published, strata }: Pick<PreparedSurvey, "survey" | "waves" | "published" | "strata">,
  cache: string,
): Promise<readonly StratumCount[]> {
  const isCrossing = ({ place }: StratumCount) => {
    const others = Object.keys(place).filter((id) => !survey.hierarchy.includes(id)).length;
    return others > 1 || (others === 1 && Object.keys(place).length > 1);
  };
  if (survey.publish !== "protected" || !strata.some(isCrossing)) return strata;
  const by = [...new Set(strata.flatMap(({ place }) => Object.keys(place)))];
  const [all, shown] = [
    await sizesIn({ survey, waves, cache }, by),
    await sizesIn({ survey, waves: published, cache }, by),
  ];
  return strata.map((stratum) => {
    const key = sizeKey(stratum.wave, valuesOf(by, stratum.place));
    const lacking = (all.get(key) ?? 0) - (shown.get(key) ?? 0);
    const isTelling = isCrossing(stratum) && lacking > 0 && lacking < survey.base.minimum;
    return isTelling ? { ...stratum, withheld: true } : stratum;
  });
}
