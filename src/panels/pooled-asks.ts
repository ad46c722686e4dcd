import { type Derived, placesNotOffered, type TickedChoices } from "../counts/derived/request.ts";
import { type Counts, type CountsRequest, type Group, groupsOf } from "../counts/request.ts";
import { addCells, type CountedTally, mergeTallies, type Tally } from "../counts/tally.ts";
import { sameOffer } from "../models/pooled-waves.ts";
import { questionOf, type Survey } from "../survey/survey.ts";
import type { Pool } from "../views/pools.ts";
import type { Asks } from "./panel.ts";
import { wavesAlike } from "./pooled-facts.ts";
import { poolPairs } from "./pooling.ts";

/**
 * Whoever counts, asked about pools of waves (M35): the counts of their waves added up. Weights have mean 1 in every
 * wave. A question is counted in the waves of a pool that asked it as the last did; an answer never joins what it can't
 * be compared with (M33).
 * @param survey with its own waves
 */
export function pooledAsks({ ask, askPairs }: Asks, survey: Survey, pools: readonly Pool[]): Asks {
  if (pools.length === 0) return { ask, askPairs };
  const joining = joiningIn(survey);
  const poolsIn = ({ waves }: CountsRequest) => pools.filter(({ id }) => waves.includes(id));
  const single = <Request extends CountsRequest>(request: Request, of: readonly Pool[]): Request => ({
    ...request,
    waves: of.flatMap(({ waves }) => waves),
    ...(request.derived ? { derived: derivedIn(request.derived, survey, of, joining) } : {}),
  });
  return {
    ask: async (request) => {
      const of = poolsIn(request);
      const counts = await ask(single(request, of));
      const groups = of.flatMap((pool) => joinedGroups(counts, pool, { request, survey, joining }));
      return { request, groups, ...printedIn(counts, of) };
    },
    askPairs: async (request) => {
      const of = poolsIn(request);
      const counts = await askPairs(single(request, of));
      const groups = of.flatMap((pool) => {
        const apart = (wave: string) => request.questions.filter((id) => !joining(id, pool).has(wave));
        return poolPairs(counts, pool.waves, apart).groups.map((group) => ({ ...group, wave: pool.id }));
      });
      return { request, groups };
    },
  };
}

/** The waves of a pool in which a question is counted. */
type Joining = (question: string, pool: Pool) => ReadonlySet<string>;

function joiningIn(survey: Survey): Joining {
  const known = new Map<string, ReadonlySet<string>>();
  return (id, pool) => {
    const key = `${id} ${pool.id}`;
    const waves = known.get(key) ?? new Set(wavesAlike(questionOf(survey, id), survey, pool));
    known.set(key, waves);
    return waves;
  };
}

interface Joined {
  readonly request: CountsRequest;
  readonly survey: Survey;
  readonly joining: Joining;
}

/** The groups of a pool, as if they were of one wave. */
function joinedGroups(counts: Counts, pool: Pool, { request, survey, joining }: Joined): readonly Group[] {
  const ticked = new Map((request.derived?.ticked ?? []).map(({ id, of }) => [id, of]));
  const isIn = (id: string, wave: string) =>
    (ticked.get(id)?.map(({ question }) => question) ?? [id]).every((one) => joining(one, pool).has(wave));
  const byKey = Map.groupBy(
    // The latest first: what can't be joined with it is left out from there back.
    pool.waves.toReversed().flatMap((wave) => groupsOf(counts, wave)),
    ({ key }) => JSON.stringify(key),
  );
  return [...byKey.values()].flatMap((groups): Group[] => {
    const [first] = groups;
    if (!first) return [];
    const rows = groups.map((group) => group.rows).reduce((a, b) => (a && b ? addCells(a, b) : undefined));
    const tallies = new Map<string, Tally>();
    const ended = new Set<string>();
    for (const { wave, tallies: own } of groups)
      for (const [id, tally] of own) {
        if (ended.has(id) || !isIn(id, wave)) continue;
        const joined = joinedTally(
          tallies.get(id),
          tally,
          ticked.has(id) ? undefined : questionOf(survey, id),
        );
        if (joined) tallies.set(id, joined);
        else ended.add(id);
      }
    return [{ wave: pool.id, key: first.key, ...(rows ? { rows } : {}), tallies }];
  });
}

/** The same question in one more wave; undefined where that offered other choices, or says shares alone. */
function joinedTally(
  known: Tally | undefined,
  more: Tally,
  question: Parameters<typeof sameOffer>[0] | undefined,
): Tally | undefined {
  if (known === undefined) return more;
  if (known.kind === "shares" || more.kind === "shares") return undefined;
  const isAlike = question === undefined || sameOffer(question, known, more);
  return isAlike ? mergeTallies(known, more as CountedTally) : undefined;
}

/**
 * Choices are those that each wave offered. Items of a respondent's own mean are those of the pool, as far as the
 * respondent's wave asked them so.
 */
function derivedIn(
  { bands, ticked, ...rest }: Derived,
  survey: Survey,
  pools: readonly Pool[],
  joining: Joining,
): Derived {
  const derived = ticked ? { ...rest, ticked: ticked.map((one) => tickedIn(one, survey)) } : rest;
  if (!bands) return derived;
  const items = pools.flatMap((pool) =>
    pool.waves.map((wave) => {
      const own = bands.items[pool.id] ?? [];
      return [wave, own.filter(({ question }) => joining(question, pool).has(wave))] as const;
    }),
  );
  return { ...derived, bands: { ...bands, items: Object.fromEntries(items) } };
}

function tickedIn({ of, ...ticked }: TickedChoices, survey: Survey): TickedChoices {
  const parts = of.map(({ notOffered: _ofPools, ...part }) => {
    const question = questionOf(survey, part.question);
    return question.type === "multi" ? { ...part, ...placesNotOffered(question) } : part;
  });
  return { ...ticked, of: parts };
}

/** Of a pool only printed tables survive where that holds for all its waves. */
function printedIn({ printed }: Counts, pools: readonly Pool[]): Pick<Counts, "printed"> {
  const found = pools.flatMap(({ id, waves }) => {
    const questions = waves.map((wave) => printed?.get(wave));
    const [first] = questions;
    return first && questions.every(Boolean) ? [[id, first] as const] : [];
  });
  return found.length > 0 ? { printed: new Map(found) } : {};
}
