import type { Cell } from "../counts/tally.ts";
import type { Path } from "../measures/cascade.ts";
import type { GroupByWave, Run, WholeByWave } from "../measures/pools/groups-by-wave.ts";
import { kindsOf, knowledgeOf, vectorOf, wavesOf } from "../measures/pools/knowledge.ts";
import { openPools } from "../measures/pools/open-pools.ts";
import { openWaves } from "../measures/pools/open-waves.ts";
import { spanOf } from "../stats/subspace.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { type Memory, onceFor } from "./once-for.ts";
import { poolOf, spanOfLevel } from "./pooling.ts";

/** What is pooled, a question or a part of the index, and how many of each group answered it. */
export interface Pooled {
  readonly id: string;
  /** By level of the cascade, to remember what was worked out about it. */
  readonly levels: readonly object[];
  readonly isAsked: (wave: string) => boolean;
  readonly sizesAt: (level: number, wave: string) => readonly Size[];
  /** False where two waves must not be taken together (M33). */
  readonly alike: (earlier: string, later: string) => boolean;
}

interface Size {
  readonly key: string | null;
  /** Who answered; of them those with a weight, by whom a group is judged. */
  readonly base: Pick<Cell, "n" | "m">;
}

const branches: Memory<WholeByWave> = new WeakMap();

/** What is published of a branch through time; worked out once from the total down, as many pages and waves show it. */
export function branchAt(survey: Survey, pooled: Pooled, path: Path): WholeByWave {
  return onceFor(branches, levelIn(pooled, path.length), [pooled.id, path, survey.base.minimum], () => {
    const key = path.at(-1);
    if (key === undefined) return everybody(survey, pooled);
    const whole = branchAt(survey, pooled, path.slice(0, -1));
    return levelOnce(survey, pooled, { level: path.length, whole })(key);
  });
}

function levelIn({ levels }: Pooled, level: number): object {
  const counts = levels[level];
  if (!counts) throw new Error(`a cascade of ${levels.length} levels does not reach level ${level}`);
  return counts;
}

/** The total, which is published wave by wave. */
function everybody(survey: Survey, { sizesAt }: Pooled): WholeByWave {
  const order = waveIds(survey);
  const isSmall = (at: number) => {
    const size = sizesAt(0, order[at] ?? "")[0]?.base.m;
    return size !== undefined && size < survey.base.minimum;
  };
  const waves = wavesOf(order.length);
  return {
    known: spanOf(waves.filter(({ from }) => !isSmall(from)).map((wave) => vectorOf(wave, order.length))),
    withheld: waves.filter(({ from }) => isSmall(from)),
  };
}

/** What is published of the groups of a level, by key. */
type PublishedLevel = (key: string) => WholeByWave;

const publishedLevels: Memory<PublishedLevel> = new WeakMap();

interface LevelOptions {
  readonly level: number;
  readonly whole: WholeByWave;
}

/** The same for all siblings: worked out once for a whole and everything that is known of it. */
function levelOnce(survey: Survey, pooled: Pooled, { level, whole }: LevelOptions): PublishedLevel {
  return onceFor(publishedLevels, levelIn(pooled, level), [pooled.id, survey.base.minimum, whole], () =>
    levelOf(survey, pooled, { level, whole }),
  );
}

function levelOf(survey: Survey, pooled: Pooled, { level, whole }: LevelOptions): PublishedLevel {
  const { minimum } = survey.base;
  const by = (sizeOf: (base: Size["base"]) => number) => groupsByWave(survey, pooled, { level, sizeOf });
  const groups = by(({ m }) => m);
  // Unweighted bases are published too where a level has both.
  const plain = by(({ n }) => n);
  const bases = JSON.stringify(groups) === JSON.stringify(plain) ? [groups] : [groups, plain];
  const pools = waveIds(survey).flatMap((wave) => poolRun(survey, pooled, { wave, level }) ?? []);
  const isPooled = spanOfLevel(survey, level) > 1;
  const open = isPooled ? openPools(bases, { pools, whole, minimum }) : openWaves(groups, { whole, minimum });
  const { length } = waveIds(survey);
  // Only asked for where there is a level below.
  const knowledge = lazily(() => knowledgeOf(kindsOf(groups, open, length), { known: whole.known, length }));
  return (key) => {
    const group = groups.find((candidate) => candidate.key === key);
    const known = lazily(() => (group ? knowledge().of(group) : []));
    return {
      get known() {
        return known();
      },
      withheld: open.filter(({ hidden }) => hidden.has(key)).map(({ from, to }) => ({ from, to })),
    };
  };
}

/** The pool of a level that ends in a wave, full or not, as places of waves. */
export function poolRun(
  survey: Survey,
  { isAsked, alike }: Pooled,
  { wave, level }: { readonly wave: string; readonly level: number },
): Run | undefined {
  const pool = isAsked(wave) ? poolOf(survey, { wave, span: spanOfLevel(survey, level) }, alike) : undefined;
  const to = waveIds(survey).indexOf(wave);
  return pool && { from: to + 1 - pool.length, to };
}

function groupsByWave(
  survey: Survey,
  { sizesAt }: Pooled,
  { level, sizeOf }: { readonly level: number; readonly sizeOf: (base: Size["base"]) => number },
): readonly GroupByWave[] {
  const waves = waveIds(survey);
  const groups = new Map<string | null, (number | undefined)[]>();
  for (const [at, wave] of waves.entries())
    for (const { key, base } of sizesAt(level, wave)) {
      const sizes = groups.get(key) ?? waves.map(() => undefined);
      sizes[at] = sizeOf(base);
      groups.set(key, sizes);
    }
  return [...groups].map(([key, sizes]) => ({ key, sizes }));
}

/** Makes something when it is first asked for. */
function lazily<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
