import type { AskPairs, PairCounts, PairGroup, PairsRequest } from "./request.ts";
import { mergePairGroups } from "./sums.ts";

/** So many answers are kept: pages that follow one another share them. */
const remembered = 60;
/** Of so many of the widest branches everything under them is kept; pages are made branch by branch. */
const openBranches = 3;

type Key = readonly (string | null)[];

/**
 * Pairs of branches from one pass a wave: sums of pairs add up, so that what is asked of one branch under the widest
 * level is counted once for the lowest level of all it holds, and added up to every level between. All else is asked as
 * it is. Equal requests share one answer while they are fresh, so that what was worked out about it is known.
 */
export function rollingUp(
  askPairs: AskPairs,
  { hierarchy, waves }: { readonly hierarchy: readonly string[]; readonly waves: readonly string[] },
): AskPairs {
  const under = lately(openBranches, (key: string) => {
    const { widest, request } = JSON.parse(key) as {
      readonly widest: string;
      readonly request: Pick<PairsRequest, "questions" | "sets">;
    };
    const slice = { [hierarchy[0] ?? ""]: [widest] };
    return askPairs({ ...request, waves, by: hierarchy.slice(1), slice }).then(addedUp);
  });
  const answers = lately(remembered, async (key: string): Promise<PairCounts> => {
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
  return { at: (path) => [...(levels.get(JSON.stringify(path))?.values() ?? [])] };
}

/** Keeps the answers to the last few questions. */
function lately<Answer>(
  most: number,
  ask: (key: string) => Promise<Answer>,
): (key: string) => Promise<Answer> {
  const memory = new Map<string, Promise<Answer>>();
  return (key) => {
    const answer = memory.get(key) ?? ask(key);
    // Taken out and put in again, so that the least recently used stands first.
    memory.delete(key);
    memory.set(key, answer);
    const [oldest] = memory.keys();
    if (memory.size > most && oldest !== undefined) memory.delete(oldest);
    return answer;
  };
}
