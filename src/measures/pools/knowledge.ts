import { isWithin, orthogonalTo, type Subspace, spanOf } from "../../stats/subspace.ts";
import type { GroupByWave, OpenPool, Run } from "./groups-by-wave.ts";

/** Groups of which the same is published, so that all of them are known alike. */
export interface Kind {
  readonly members: readonly GroupByWave[];
  /** Vectors of waves over which the answers of each are published, or known to be none. */
  readonly published: Subspace;
}

/** A vector of waves: 1 for those of a run. */
export function vectorOf({ from, to }: Run, length: number): readonly number[] {
  return Array.from({ length }, (_, at) => (at >= from && at <= to ? 1 : 0));
}

/** Every wave on its own. */
export function wavesOf(length: number): readonly Run[] {
  return Array.from({ length }, (_, at) => ({ from: at, to: at }));
}

/** Groups by what is published of them. That a group had no answers in a wave is no secret, as branches open and close. */
export function kindsOf(
  groups: readonly GroupByWave[],
  open: readonly OpenPool[],
  length: number,
): readonly Kind[] {
  const publishedOf = ({ key, sizes }: GroupByWave): readonly Run[] => [
    ...wavesOf(length).filter(({ from }) => sizes[from] === undefined),
    ...open.flatMap(({ from, to, hidden }) => (key === null || hidden.has(key) ? [] : [{ from, to }])),
  ];
  const kinds = Map.groupBy(groups, (group) => JSON.stringify(publishedOf(group)));
  return [...kinds].map(([published, members]) => ({
    members,
    published: spanOf((JSON.parse(published) as readonly Run[]).map((run) => vectorOf(run, length))),
  }));
}

/** What follows by addition and subtraction from what is published of groups and of the whole that they add up to. */
export interface Knowledge {
  /** Whether the answers of some groups together over a run of waves can be worked out. */
  readonly has: (some: readonly GroupByWave[], run: Run) => boolean;
  /** Vectors of waves over which a group's answers can be worked out. */
  readonly of: (group: GroupByWave) => Subspace;
}

/**
 * The answers of some groups over a vector of waves are known where it is a sum of two: one that is known of each of
 * them, and one that is known of the whole and of each of the others, which leaves the rest.
 */
export function knowledgeOf(
  kinds: readonly Kind[],
  { known, length }: { readonly known: Subspace; readonly length: number },
): Knowledge {
  const unknown = kinds.map(({ published }) => orthogonalTo(published, length));
  const unknownOfWhole = orthogonalTo(known, length);
  const memory = new Map<string, Subspace>();
  const told = (within: readonly boolean[], beside: readonly boolean[]): Subspace => {
    const ofSome = orthogonalTo(spanOf(unknown.filter((_, at) => within[at]).flat()), length);
    const ofOthers = [...unknownOfWhole, ...unknown.filter((_, at) => beside[at]).flat()];
    return spanOf([...ofSome, ...orthogonalTo(spanOf(ofOthers), length)]);
  };
  const ofAll = (some: readonly GroupByWave[]): Subspace => {
    const within = kinds.map(({ members }) => members.some((member) => some.includes(member)));
    const beside = kinds.map(({ members }) => members.some((member) => !some.includes(member)));
    const key = JSON.stringify([within, beside]);
    const made = memory.get(key) ?? told(within, beside);
    memory.set(key, made);
    return made;
  };
  return {
    has: (some, run) => isWithin(vectorOf(run, length), ofAll(some)),
    of: (group) => ofAll([group]),
  };
}
