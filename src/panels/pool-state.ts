import { pairGroupOf, pairGroupsOf } from "../counts/pairs/request.ts";
import { groupsOf, tallyOf } from "../counts/request.ts";
import type { Cascade, Path } from "../measures/cascade.ts";
import { baseOfNode, nodesOf, type PairCascade } from "../measures/index/cascade.ts";
import type { IndexNode } from "../measures/index/definition.ts";
import type { Run } from "../measures/pools/groups-by-wave.ts";
import { pooledWaves } from "../models/pooled-waves.ts";
import { comparable } from "../survey/breaks.ts";
import { closedOn } from "../survey/network.ts";
import { questionOf, type Survey, waveIds } from "../survey/survey.ts";
import { type Memory, onceFor } from "./once-for.ts";
import { branchAt, type Pooled, poolRun } from "./pooled-levels.ts";
import { spanIn } from "./pooling.ts";

/** What a figure is over: one wave, or the pool of a branch (M35). */
export interface PoolState {
  /** Oldest first. */
  readonly waves: readonly string[];
  /**
   * single: nothing is pooled; whether the figure may be shown is for the cascade to tell. withheld: it would give few
   * away (M34). closed: the branch had closed when the wave began.
   */
  readonly state: "single" | "shown" | "withheld" | "closed";
}

export interface PoolAt {
  readonly wave: string;
  /** The branch within the cascade. */
  readonly path: Path;
}

/**
 * What a group's figure of a question in a wave is over. Undefined where there is no pool: the wave did not ask the
 * question, or not enough waves before it.
 */
export function questionPool(
  survey: Survey,
  cascade: Cascade,
  { id, ...at }: PoolAt & { readonly id: string },
): PoolState | undefined {
  if (spanIn(survey, cascade, at.path) === 1) return { waves: [at.wave], state: "single" };
  const [whole] = cascade;
  return stateOf(survey, at, {
    id,
    levels: cascade,
    isAsked: (wave) => whole !== undefined && tallyOf(whole, wave, id) !== undefined,
    sizesAt: (level, wave) => {
      const counts = cascade[level];
      return (counts ? groupsOf(counts, wave) : []).flatMap(({ key, tallies }) => {
        const base = tallies.get(id)?.base;
        return base && base.n > 0 ? [{ key: key[0] ?? null, base }] : [];
      });
    },
    alike: alikeIn(survey, id),
  });
}

/** The same of a part of the index. A factor is pooled over all waves; each of its items over those that asked alike. */
export function indexPool(
  survey: Survey,
  pairs: PairCascade,
  { node, ...at }: PoolAt & { readonly node: IndexNode },
): PoolState | undefined {
  if (spanIn(survey, pairs, at.path) === 1) return { waves: [at.wave], state: "single" };
  const [whole] = pairs;
  return stateOf(survey, at, {
    id: node.id,
    levels: pairs,
    isAsked: (wave) => {
      const group = whole && pairGroupOf(whole, wave);
      return group !== undefined && baseOfNode(group, node).n > 0;
    },
    sizesAt: (level, wave) => {
      const counts = pairs[level];
      return (counts ? pairGroupsOf(counts, wave) : []).flatMap((group) => {
        const base = baseOfNode(group, node);
        return base.n > 0 ? [{ key: group.key[0] ?? null, base }] : [];
      });
    },
    alike: node.kind === "item" ? alikeIn(survey, node.id) : () => true,
  });
}

/** So many waves up to one, whatever the codebook pools: the caller sees to what may be shown of them. */
export function statedPool(
  survey: Survey,
  { wave, span }: { readonly wave: string; readonly span: number },
  comparable: (earlier: string, later: string) => boolean = () => true,
): PoolState {
  const waves = pooledWaves({ order: waveIds(survey), wave, span, comparable });
  return { waves, state: waves.length === 1 ? "single" : "shown" };
}

export function alikeIn(survey: Survey, id: string): Pooled["alike"] {
  return (earlier, later) => comparable(questionOf(survey, id), waveIds(survey), earlier, later);
}

/** The parts of the index that must be withheld, or left out, of a branch over the pool that ends in a wave. */
export function hiddenInPool(
  survey: Survey,
  pairs: PairCascade,
  { root, ...at }: PoolAt & { readonly root: IndexNode },
): readonly string[] {
  const counts = pairs[at.path.length];
  if (!counts) throw new Error(`a cascade of ${pairs.length} levels does not reach "${at.path.join(" / ")}"`);
  return onceFor(hiddenParts, counts, [at.path, at.wave, survey.base.minimum], () =>
    nodesOf(root)
      .filter((node) => indexPool(survey, pairs, { ...at, node })?.state !== "shown")
      .map(({ id }) => id),
  );
}

/** Many pages show a branch's index; what is hidden of it is worked out once. */
const hiddenParts: Memory<readonly string[]> = new WeakMap();

function stateOf(survey: Survey, { wave, path }: PoolAt, pooled: Pooled): PoolState | undefined {
  const pool = poolRun(survey, pooled, { wave, level: path.length });
  if (!pool) return undefined;
  const waves = waveIds(survey).slice(pool.from, pool.to + 1);
  if (hadClosed(survey, path, wave)) return { waves, state: "closed" };
  const isOwn = ({ from, to }: Run) => from === pool.from && to === pool.to;
  const { withheld } = branchAt(survey, pooled, path);
  return { waves, state: withheld.some(isOwn) ? "withheld" : "shown" };
}

/** True where a pool has a row of its own in the open results. */
export function isListed(pool: PoolState | undefined): pool is PoolState {
  return pool !== undefined && pool.state !== "closed";
}

/** True where a branch was closed before a wave began: what it had until then is no figure of that wave. */
function hadClosed({ network, waves }: Survey, path: Path, wave: string): boolean {
  const start = waves.find(({ id }) => id === wave)?.start;
  const closed = network && closedOn(network, path.length - 1, path.at(-1) ?? "");
  return closed !== undefined && start !== undefined && closed < start;
}
