import type { PairCounts, PairGroup } from "../counts/pairs/request.ts";
import { pairGroupsOf } from "../counts/pairs/request.ts";
import { mergePairGroups } from "../counts/pairs/sums.ts";
import type { Counts, Group } from "../counts/request.ts";
import type { Cascade, Path } from "../measures/cascade.ts";
import type { PairCascade } from "../measures/index/cascade.ts";
import { pooledTally, pooledWaves } from "../models/pooled-waves.ts";
import { comparable, type Question } from "../survey/question.ts";
import { questionOf, type Survey, waveIds } from "../survey/survey.ts";

/** Over how many waves a group is shown (M35): a branch of a level that the codebook pools, else one. */
export function spanOfLevel({ hierarchy, base }: Survey, level: number): number {
  return level === 0 ? 1 : (base.pool?.[hierarchy[level - 1] ?? ""] ?? 1);
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

export interface PoolAt {
  readonly wave: string;
  /** The group within the cascade. */
  readonly path: Path;
}

/** The waves that a question's figure of a group is over: those of the pool that asked it alike. */
export function questionPool(
  survey: Survey,
  cascade: Cascade,
  { id, wave, path }: PoolAt & { readonly id: string },
): readonly string[] | undefined {
  const question = questionOf(survey, id);
  return poolOf(survey, { wave, span: spanIn(survey, cascade, path) }, (earlier, later) =>
    comparable(question, waveIds(survey), earlier, later),
  );
}

/** The same of the index and its factors, of which each item may be over fewer of the waves. */
export function indexPool(
  survey: Survey,
  pairs: PairCascade,
  { wave, path }: PoolAt,
): readonly string[] | undefined {
  return poolOf(survey, { wave, span: spanIn(survey, pairs, path) }, () => true);
}

const pooledCounts = new WeakMap<Counts, Map<string, Counts>>();

/** Counts of one question over a pool, as if they were of its last wave. */
export function poolCounts(counts: Counts, question: Question, pool: readonly string[]): Counts {
  const wave = pool.at(-1) ?? "";
  return once(pooledCounts, counts, [question.id, ...pool], () => {
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

const pooledPairCounts = new WeakMap<PairCounts, Map<string, PairCounts>>();

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
  return once(pooledPairCounts, counts, pool, () => {
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
  if (items.length === 0) return group;
  const pairs = [...group.pairs].filter(
    ([key]) => !(JSON.parse(key) as readonly string[]).some((id) => items.includes(id)),
  );
  return { ...group, pairs: new Map(pairs) };
}

function once<Of extends object>(
  memory: WeakMap<Of, Map<string, Of>>,
  counts: Of,
  key: readonly string[],
  make: () => Of,
): Of {
  const known = memory.get(counts) ?? new Map<string, Of>();
  memory.set(counts, known);
  const name = JSON.stringify(key);
  const made = known.get(name) ?? make();
  known.set(name, made);
  return made;
}
