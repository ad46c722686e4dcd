import { type PairCounts, type PairGroup, pairGroupsOf } from "../counts/pairs/request.ts";
import { mergePairGroups } from "../counts/pairs/sums.ts";
import { withoutQuestions } from "../counts/pairs/table.ts";
import type { Counts, Group } from "../counts/request.ts";
import type { Cascade, Path } from "../measures/cascade.ts";
import type { PairCascade } from "../measures/index/cascade.ts";
import { pooledTally, pooledWaves } from "../models/pooled-waves.ts";
import type { Question } from "../survey/question.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { type Memory, onceFor } from "./once-for.ts";

/**
 * Over how many waves a group is shown (M35): a branch of a level that the codebook pools, else one. Under a pooled
 * level at least as many, because branches add up to what is above them.
 */
export function spanOfLevel({ hierarchy, base }: Survey, level: number): number {
  return Math.max(1, ...hierarchy.slice(0, level).map((id) => base.pool?.[id] ?? 1));
}

/** The same of a group of a cascade; groups of dimensions outside the hierarchy are never pooled. */
export function spanIn(survey: Survey, cascade: Cascade | PairCascade, path: Path): number {
  const by = cascade[path.length]?.request.by[0];
  const isBranch = path.length > 0 && by === survey.hierarchy[path.length - 1];
  return isBranch ? spanOfLevel(survey, path.length) : 1;
}

/**
 * M35, the waves that a figure of a wave is taken over; undefined where there are too few of them up to the wave. Only
 * the latest wave is shown over fewer, because two pools of which one grew out of the other would give away the waves
 * in which they differ (M34).
 */
export function poolOf(
  survey: Survey,
  { wave, span }: { readonly wave: string; readonly span: number },
  comparable: (earlier: string, later: string) => boolean,
): readonly string[] | undefined {
  const order = waveIds(survey);
  const pool = pooledWaves({ order, wave, span, comparable });
  return pool.length === span || wave === order.at(-1) ? pool : undefined;
}

const pooledCounts: Memory<Counts> = new WeakMap();

/** Counts of one question over a pool, as if they were of its last wave. */
export function poolCounts(counts: Counts, question: Question, pool: readonly string[]): Counts {
  const wave = pool.at(-1) ?? "";
  return onceFor(pooledCounts, counts, [question.id, ...pool], () => {
    const keys = new Map(
      counts.groups
        .filter((group) => pool.includes(group.wave))
        .map(({ key }) => [JSON.stringify(key), key] as const),
    );
    const groups = [...keys.values()].flatMap((key): Group[] => {
      const found = pooledTally(counts, question, { order: pool, wave, span: pool.length, key });
      return found ? [{ wave, key, tallies: new Map([[question.id, found.tally]]) }] : [];
    });
    const { printed } = counts;
    return { request: counts.request, groups, ...(printed ? { printed } : {}) };
  });
}

const pooledPairCounts: Memory<PairCounts> = new WeakMap();

/**
 * Pairs over a pool, as if they were of its last wave. Answers to a question that changed since are left out: each item
 * is taken over the waves that asked the same.
 */
export function poolPairs(
  counts: PairCounts,
  pool: readonly string[],
  changedSince: (wave: string) => readonly string[],
): PairCounts {
  const wave = pool.at(-1) ?? "";
  return onceFor(pooledPairCounts, counts, pool, () => {
    const groups = new Map<string, PairGroup>();
    for (const group of pool.flatMap((one) =>
      pairGroupsOf(counts, one).map((group) => without(group, changedSince(one))),
    )) {
      const key = JSON.stringify(group.key);
      const known = groups.get(key);
      groups.set(key, known ? mergePairGroups(known, group) : { ...group, wave });
    }
    return { request: counts.request, groups: [...groups.values()] };
  });
}

function without(group: PairGroup, items: readonly string[]): PairGroup {
  return items.length === 0 ? group : { ...group, pairs: withoutQuestions(group.pairs, items) };
}
