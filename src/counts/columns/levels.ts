import type { AskPairs, PairGroup, PairsRequest } from "../pairs/request.ts";
import { addCells, emptyCell } from "../tally.ts";

/** So many numbers of sums are held for all branches of all levels, 8 bytes each. */
const mostNumbers = 16_000_000;

export interface LevelsOptions {
  readonly hierarchy: readonly string[];
  /** Branches of the lowest level, in all waves together. */
  readonly leaves: number;
  readonly most?: number;
}

/**
 * Pairs wave by wave, each breakdown of a wave counted once, however many requests name it. Everybody, branches and all
 * under them are added up from one pass over the lowest level, unless that would be too much to hold.
 */
export function pairsByLevels(askPairs: AskPairs, options: LevelsOptions): AskPairs {
  const { hierarchy, leaves, most = mostNumbers } = options;
  const counted = once((key) => askPairs(JSON.parse(key) as PairsRequest).then(({ groups }) => groups));
  const levels = once((key) => counted(key).then((groups) => addedUp(groups, hierarchy.length)));
  const groupsOf = async (request: PairsRequest): Promise<readonly PairGroup[]> => {
    const path = pathIn(request, hierarchy);
    const pairs = (request.questions.length * (request.questions.length + 1)) / 2;
    if (!path || leaves * pairs * numbersInPair > most) return counted(JSON.stringify(request));
    const whole = await levels(JSON.stringify({ ...request, by: hierarchy, slice: {} }));
    const [above, depth] = [JSON.stringify(path).slice(0, -1), path.length];
    return (whole[depth + request.by.length] ?? [])
      .filter(({ key }) => JSON.stringify(key.slice(0, depth)).slice(0, -1) === above)
      .map((group) => ({ ...group, key: group.key.slice(depth) }));
  };
  return async (request) => {
    const parts = request.waves.map((wave) => groupsOf({ ...request, waves: [wave] }));
    return { request, groups: (await Promise.all(parts)).flat() };
  };
}

/** Sums of a pair where there are weights. */
const numbersInPair = 19;

/** The branch that a request is about, where it asks for that branch, or for levels under it in their order. */
function pathIn({ slice, by }: PairsRequest, hierarchy: readonly string[]): readonly string[] | undefined {
  const entries = Object.entries(slice);
  const isBranch = entries.every(([name, ids], at) => name === hierarchy[at] && ids.length === 1);
  const isBelow = by.every((dimension, at) => dimension === hierarchy[entries.length + at]);
  return isBranch && isBelow && hierarchy.length > 0 ? entries.map(([, [id = ""]]) => id) : undefined;
}

/** The groups of the lowest level added up to every level above it: by how many levels their keys have. */
function addedUp(groups: readonly PairGroup[], depth: number): readonly (readonly PairGroup[])[] {
  return Array.from({ length: depth + 1 }, (_, level) => {
    if (level === depth) return groups;
    const sums = new Map<string, { readonly group: PairGroup; readonly answered: Map<string, Cell> }>();
    for (const group of groups) {
      const key = group.key.slice(0, level);
      const name = JSON.stringify(key);
      const known = sums.get(name);
      if (known) add(known, group);
      else {
        const answered = new Map(group.answered);
        const pairs = { ...group.pairs, sums: group.pairs.sums.slice() };
        sums.set(name, { group: { ...group, key, answered, pairs }, answered });
      }
    }
    return [...sums.values()].map(({ group }) => group);
  });
}

type Cell = typeof emptyCell;

function add(
  { group, answered }: { readonly group: PairGroup; readonly answered: Map<string, Cell> },
  more: PairGroup,
): void {
  const [to, from] = [group.pairs.sums, more.pairs.sums];
  for (let at = 0; at < to.length; at++) to[at] = (to[at] as number) + (from[at] as number);
  for (const [id, cell] of more.answered) answered.set(id, addCells(answered.get(id) ?? emptyCell, cell));
}

/** What failed is asked again. */
function once<Answer>(ask: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  };
}
