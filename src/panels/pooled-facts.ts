import { breaksOf, comparable } from "../survey/breaks.ts";
import type { ItemResponse } from "../survey/quality.ts";
import type { Question } from "../survey/question.ts";
import { questionName } from "../survey/reading.ts";
import type { StratumCount } from "../survey/stratum.ts";
import { type Survey, type Wave, waveIds } from "../survey/survey.ts";
import type { Pool } from "../views/pools.ts";
import type { ReportFacts } from "./page-context.ts";
import { textOfWaves } from "./waves-title.ts";

/**
 * A survey whose waves are those that a view takes together (M35), each pool a wave of its own: who was handed what adds
 * up, and a question is in a pool as its last wave put it. Levels that the codebook pools are shown as the view says.
 */
export function pooledFacts(facts: ReportFacts, pools: readonly Pool[]): ReportFacts {
  if (pools.length === 0) return facts;
  const { survey, responses, weightedWaves, strata = [], items } = facts;
  const { pool: _pool, ...base } = survey.base;
  const inPools = <Value>(of: (pool: Pool) => Value | undefined): Readonly<Record<string, Value>> =>
    Object.fromEntries(
      pools.flatMap((pool) => {
        const value = of(pool);
        return value === undefined ? [] : [[pool.id, value] as const];
      }),
    );
  return {
    ...facts,
    survey: {
      ...survey,
      base,
      waves: pools.map((pool) => waveOf(survey, pool)),
      questions: survey.questions.map((question) => questionOver(question, survey, pools)),
    },
    weightedWaves: new Set(
      pools.flatMap(({ id, waves }) => (waves.some((wave) => weightedWaves.has(wave)) ? [id] : [])),
    ),
    responses: inPools(({ waves }) =>
      allOf(waves, (wave) => responses[wave])?.reduce((one, other) => ({
        handedOut: one.handedOut + other.handedOut,
        returned: one.returned + other.returned,
      })),
    ),
    strata: pools.flatMap((pool) => strataOf(strata, pool)),
    items: inPools((pool) => itemsOf(items, survey, pool)),
  };
}

/** The waves of a pool that asked a question and asked it as the last of them did (M33). */
export function wavesAlike(
  question: Question,
  survey: Pick<Survey, "waves">,
  { waves }: Pick<Pool, "waves">,
): readonly string[] {
  const asked = waves.filter((wave) => !question.notAskedIn?.includes(wave));
  const last = asked.at(-1);
  const order = waveIds(survey);
  return last === undefined ? [] : asked.filter((wave) => comparable(question, order, wave, last));
}

function waveOf(survey: Survey, { id, waves: ids }: Pool): Wave {
  const waves = survey.waves.filter((wave) => ids.includes(wave.id));
  const [first, last] = [waves[0], waves.at(-1)];
  if (waves.length === 1 && first) return first;
  const invited = allOf(waves, (wave) => wave.invited);
  return {
    id,
    title: textOfWaves(survey, ids),
    ...(first?.start === undefined ? {} : { start: first.start }),
    ...(last?.end === undefined ? {} : { end: last.end }),
    ...(invited ? { invited: invited.reduce((sum, count) => sum + count) } : {}),
    ...(waves.every(({ tabulated }) => tabulated) ? { tabulated: true } : {}),
  };
}

function questionOver(question: Question, survey: Survey, pools: readonly Pool[]): Question {
  const poolAt = (wave: string) => pools.findIndex(({ waves }) => waves.includes(wave));
  const nameAt = (at: number) => pools[at]?.id ?? "";
  const breaks = breaksOf(question, waveIds(survey)).flatMap((one) => {
    const [at, until] = [poolAt(one.wave), poolAt(one.until)];
    // Of a pool in which the question changed the waves after the change are counted: it changed before the pool.
    const before = until === at ? at - 1 : until;
    return before < 0 ? [] : [{ ...one, wave: nameAt(at), until: nameAt(before) }];
  });
  const offered = pools.flatMap((pool): [string, readonly string[]][] => {
    const last = wavesAlike(question, survey, pool).at(-1) ?? "";
    const missing = question.notOffered?.[last];
    return missing ? [[pool.id, missing]] : [];
  });
  const notAskedIn = pools.filter((pool) => wavesAlike(question, survey, pool).length === 0);
  const { notOffered: _notOffered, ...kept } = question;
  return {
    ...kept,
    versions: question.versions.map((version) => ({ ...version, from: nameAt(poolAt(version.from)) })),
    breaks,
    ...(question.notAskedIn ? { notAskedIn: notAskedIn.map(({ id }) => id) } : {}),
    ...(offered.length > 0 ? { notOffered: Object.fromEntries(offered) } : {}),
  };
}

/** The strata of all waves of a pool, by place; what is not known of one of them is not known of the pool. */
function strataOf(strata: readonly StratumCount[], { id, waves }: Pool): readonly StratumCount[] {
  const places = Map.groupBy(
    strata.filter(({ wave }) => waves.includes(wave)),
    ({ place }) => JSON.stringify(Object.entries(place).toSorted()),
  );
  return [...places.values()].flatMap((found) => {
    const [first] = found;
    if (!first || found.length < waves.length) return [];
    const sums = stratumCounts.flatMap((name) => {
      const counts = allOf(found, (one) => one[name]);
      return counts ? [[name, counts.reduce((sum, count) => sum + count)] as const] : [];
    });
    return [{ wave: id, place: first.place, ...Object.fromEntries(sums) }];
  });
}

const stratumCounts = ["customers", "handedOut", "returned", "valid"] as const;

function itemsOf(
  items: ReportFacts["items"],
  survey: Survey,
  pool: Pool,
): ReportFacts["items"][string] | undefined {
  const found = survey.questions.flatMap((question): [string, ItemResponse][] => {
    const name = questionName(question.id);
    const responses = allOf(wavesAlike(question, survey, pool), (wave) => items[wave]?.[name]);
    return responses ? [[name, responses.reduce(addedResponses)]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function addedResponses(one: ItemResponse, other: ItemResponse): ItemResponse {
  return {
    answered: one.answered + other.answered,
    missing: one.missing + other.missing,
    bad: one.bad + other.bad,
    notAsked: one.notAsked + other.notAsked,
  };
}

/** What is known of each; undefined where there is none, or of one it is not known. */
function allOf<One, Value>(
  ones: readonly One[],
  of: (one: One) => Value | undefined,
): readonly [Value, ...Value[]] | undefined {
  const found = ones.flatMap((one) => of(one) ?? []) as readonly Value[];
  const [first, ...others] = found;
  return first === undefined || found.length < ones.length ? undefined : [first, ...others];
}
