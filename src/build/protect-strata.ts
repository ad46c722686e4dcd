import { join } from "node:path";
import { openNodeStore } from "../store/node.ts";
import type { StratumCount } from "../survey/stratum.ts";
import type { Survey } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import type { PreparedSurvey, PreparedWave } from "./prepared.ts";

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
    await sizesIn(survey, waves, { by, cache }),
    await sizesIn(survey, published, { by, cache }),
  ];
  return strata.map((stratum) => {
    const key = keyOf(
      stratum.wave,
      by.map((id) => stratum.place[id] ?? null),
    );
    const lacking = (all.get(key) ?? 0) - (shown.get(key) ?? 0);
    const isTelling = isCrossing(stratum) && lacking > 0 && lacking < survey.base.minimum;
    return isTelling ? { ...stratum, withheld: true } : stratum;
  });
}

function keyOf(wave: string, values: readonly (string | null)[]): string {
  return JSON.stringify([wave, values]);
}

async function sizesIn(
  survey: Survey,
  waves: readonly Pick<PreparedWave, "name" | "layout">[],
  { by, cache }: { readonly by: readonly string[]; readonly cache: string },
): Promise<ReadonlyMap<string, number>> {
  const store = await openNodeStore(
    survey,
    waves.map(({ name, layout }) => ({ path: join(cache, name), layout })),
  );
  try {
    const ids = waves.map(({ layout }) => layout.wave);
    const { groups } = await store.ask({ questions: [], waves: ids, by, slice: everybody });
    return new Map(groups.map(({ wave, key, rows }) => [keyOf(wave, key), rows?.n ?? 0]));
  } finally {
    store.close();
  }
}
