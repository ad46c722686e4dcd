import type { AskPairs, PairCounts, PairGroup, PairsRequest } from "./request.ts";
import { mergePairGroups } from "./sums.ts";

/**
 * So many sums of pairs are kept, some 650 bytes each: all of a survey of a few hundred branches, and of one of
 * thousands the branches that were asked for last, as pages are made branch by branch.
 */
const mostSums = 600_000;

type Key = readonly (string | null)[];

/**
 * Pairs of branches from one pass a wave: sums of pairs add up, so that what is asked of one branch under the widest
 * level is counted once for the lowest level of all it holds, and added up to every level between. All else is asked as
 * it is. Equal requests share one answer while they are fresh, so that what was worked out about it is known.
 */
export function rollingUp(
  askPairs: AskPairs,
  {
    hierarchy,
    waves,
    most = mostSums,
  }: { readonly hierarchy: readonly string[]; readonly waves: readonly string[]; readonly most?: number },
): AskPairs {
  const under = lately({ most, sizeOf: ({ size }: Branches) => size }, (key: string) => {
    const { widest, request } = JSON.parse(key) as {
      readonly widest: string;
      readonly request: Pick<PairsRequest, "questions" | "sets">;
    };
    const slice = { [hierarchy[0] ?? ""]: [widest] };
    return askPairs({ ...request, waves, by: hierarchy.slice(1), slice }).then(addedUp);
  });
  const sumsIn = ({ groups }: PairCounts) => groups.reduce((sum, { pairs }) => sum + pairs.size, 0);
  const answers = lately({ most, sizeOf: sumsIn }, async (key: string): Promise<PairCounts> => {
    const request = JSON.parse(key) as PairsRequest;
    const prefix = prefixOf(request, hierarchy);
    const [widest, ...below] = prefix ?? [];
    if (widest === undefined) return askPairs(request);
    const { questions, sets } = request;
    const branches = await under(JSON.stringify({ widest, request: { questions, sets } }));
    const groups = branches.at(below).filter(({ wave }) => request.waves.includes(wave));
    return { request, groups };
  });
  return (request) => answers(JSON.stringify(request));
}

/** The branch that a request is about, where its slice is just that branch and it asks for the level under it. */
function prefixOf({ slice, by }: PairsRequest, hierarchy: readonly string[]): readonly string[] | undefined {
  const entries = Object.entries(slice);
  const path = entries.map(([, [id = ""]]) => id);
  const isBranch = entries.every(([dimension, ids], at) => dimension === hierarchy[at] && ids.length === 1);
  const isLevel = by.length === 1 && by[0] === hierarchy[path.length];
  return isBranch && isLevel && path.length > 0 ? path : undefined;
}

interface Branches {
  /** Groups of all waves one level under a path, by that level; the path starts under the widest branch. */
  readonly at: (path: Key) => readonly PairGroup[];
  /** Sums of pairs of all levels together. */
  readonly size: number;
}

function addedUp({ groups }: PairCounts): Branches {
  const levels = new Map<string, Map<string, PairGroup>>();
  for (const group of groups) {
    group.key.forEach((id, level) => {
      const above = JSON.stringify(group.key.slice(0, level));
      const there = levels.get(above) ?? new Map<string, PairGroup>();
      levels.set(above, there);
      const place = JSON.stringify([group.wave, id]);
      const known = there.get(place);
      there.set(place, known ? mergePairGroups(known, group) : { ...group, key: [id] });
    });
  }
  const size = [...levels.values()]
    .flatMap((there) => [...there.values()])
    .reduce((sum, { pairs }) => sum + pairs.size, 0);
  return { at: (path) => [...(levels.get(JSON.stringify(path))?.values() ?? [])], size };
}

interface Kept<Answer> {
  readonly answer: Promise<Answer>;
  /** 0 while it is being counted. */
  size: number;
}

/** Keeps the latest answers, as many as fit; the last one whatever its size. */
function lately<Answer>(
  { most, sizeOf }: { readonly most: number; readonly sizeOf: (answer: Answer) => number },
  ask: (key: string) => Promise<Answer>,
): (key: string) => Promise<Answer> {
  const memory = new Map<string, Kept<Answer>>();
  const weigh = (key: string, answer: Answer) => {
    const own = memory.get(key);
    if (own) own.size = sizeOf(answer);
    let total = [...memory.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { size }] of [...memory])
      if (total > most && oldest !== key && memory.delete(oldest)) total -= size;
    return answer;
  };
  return (key) => {
    const kept = memory.get(key) ?? { answer: ask(key).then((answer) => weigh(key, answer)), size: 0 };
    // Taken out and put in again, so that the least recently used stands first.
    memory.delete(key);
    memory.set(key, kept);
    return kept.answer;
  };
}
