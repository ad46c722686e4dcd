import { type Counts, groupOf } from "../counts/request.ts";
import { type CountedTally, mergeTallies, type Tally } from "../counts/tally.ts";
import type { Question } from "../survey/question.ts";

/** The answers of several waves taken together, and which waves they are. */
export interface PooledTally {
  readonly tally: Tally;
  /** Oldest first; only waves in which somebody answered. */
  readonly waves: readonly string[];
}

export interface PoolingOptions {
  /** Ids of all waves, oldest first. */
  readonly order: readonly string[];
  /** The last wave of the pool. */
  readonly wave: string;
  /** Over how many waves, that one included. */
  readonly span: number;
  /** False where the question changed so that two waves must not be taken together (M33). */
  readonly comparable?: (earlier: string, later: string) => boolean;
}

/**
 * M35, the waves that are shown together with one: it and those before it, until there are enough or the question
 * changed.
 * @throws RangeError when the wave is unknown or the span is no whole number above 0
 */
export function pooledWaves({
  order,
  wave,
  span,
  comparable = () => true,
}: PoolingOptions): readonly string[] {
  const last = order.indexOf(wave);
  if (last < 0) throw new RangeError(`"${wave}" is none of the waves ${order.join(", ")}.`);
  if (!Number.isInteger(span) || span < 1)
    throw new RangeError(`Waves are pooled over 1 or more, not over ${span}.`);
  const window = order.slice(Math.max(0, last + 1 - span), last + 1);
  const broken = window.findLastIndex((earlier) => !comparable(earlier, wave));
  return window.slice(broken + 1);
}

/**
 * M35, a group's answers to a question over pooled waves. Weights have mean 1 in every wave, so that a wave counts by
 * its respondents. Waves that offered other choices than the last are left out from there back: a share over both
 * would be of nobody. Undefined where nobody answered in any of them.
 */
export function pooledTally(
  counts: Counts,
  question: Question,
  { key = [], ...pooling }: PoolingOptions & { readonly key?: readonly (string | null)[] },
): PooledTally | undefined {
  const found = pooledWaves(pooling).flatMap((wave) => {
    const tally = groupOf(counts, wave, key)?.tallies.get(question.id);
    return tally && tally.kind !== "shares" && tally.base.n > 0 ? [{ wave, tally }] : [];
  });
  const last = found.at(-1);
  if (!last) return undefined;
  const other = found.findLastIndex(({ tally }) => !sameOffer(question, tally, last.tally));
  const alike = found.slice(other + 1);
  return {
    tally: alike.map(({ tally }) => tally).reduce(mergeTallies),
    waves: alike.map(({ wave }) => wave),
  };
}

/** A pool for every wave, each over the waves up to it: a rolling series. */
export function rollingPools(
  counts: Counts,
  question: Question,
  options: Omit<PoolingOptions, "wave"> & { readonly key?: readonly (string | null)[] },
): ReadonlyMap<string, PooledTally> {
  return new Map(
    options.order.flatMap((wave): [string, PooledTally][] => {
      const pooled = pooledTally(counts, question, { ...options, wave });
      // A wave without answers of its own would repeat the pool before it.
      return pooled?.waves.at(-1) === wave ? [[wave, pooled]] : [];
    }),
  );
}

/** Every choice that a wave offered has a cell, chosen or not; codes of a scale have one only where somebody gave them. */
export function sameOffer({ type }: Question, a: CountedTally, b: CountedTally): boolean {
  if (a.kind === "sums" || b.kind === "sums") return a.kind === b.kind;
  if (type !== "single" && type !== "multi") return true;
  return a.cells.size === b.cells.size && [...a.cells.keys()].every((place) => b.cells.has(place));
}
