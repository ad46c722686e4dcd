import type { CountsRequest } from "./request.ts";

/** A group of one wave, whatever was counted of it. */
interface WaveGroup {
  readonly wave: string;
  readonly key: readonly (string | null)[];
}

interface Answer<Group> {
  readonly groups: readonly Group[];
}

export interface RollUpOptions<Request, Group> {
  /** Dimensions, widest first. */
  readonly hierarchy: readonly string[];
  /** All waves: what is counted for one is counted for all. */
  readonly waves: readonly string[];
  /** What is counted in place of a request that is a part of it, such as one of fewer questions. */
  readonly whole: (request: Request) => Request;
  readonly merge: (one: Group, other: Group) => Group;
  /** How much of the memory a group takes. */
  readonly sizeOf: (group: Group) => number;
  /** How much is kept: of branches, of waves, and of answers, which share most of what they hold. */
  readonly most: number;
}

/**
 * Branches from one pass a wave: counts add up, so that what is asked of the level under a branch is counted once for
 * the lowest level of all that the widest branch above it holds, and added up to every level between. All else is asked
 * as it is. Equal requests share one answer while they are fresh, so that what was worked out about it is known; as
 * pages are made branch by branch, that is most of the time. The answer may hold more questions than were asked for.
 */
export function rollingUp<Request extends CountsRequest, Group extends WaveGroup>(
  ask: (request: Request) => Promise<Answer<Group>>,
  { hierarchy, waves, whole, merge, sizeOf, most }: RollUpOptions<Request, Group>,
): (request: Request) => Promise<Answer<Group> & { readonly request: Request }> {
  const sizeOfAll = (groups: readonly Group[]) => groups.reduce((sum, group) => sum + sizeOf(group), 0);
  const under = lately({ most, sizeOf: ({ size }: Branches<Group>) => size }, async (key: string) => {
    const { groups } = await ask(JSON.parse(key) as Request);
    return addedUp(groups, { merge, sizeOfAll });
  });
  const sizeOfAnswer = ({ groups }: Answer<Group>) => sizeOfAll(groups);
  const ofWave = lately({ most, sizeOf: sizeOfAnswer }, (key: string) => ask(JSON.parse(key) as Request));
  const answers = lately({ most, sizeOf: sizeOfAnswer }, async (key: string) => {
    const request = JSON.parse(key) as Request;
    const [widest, ...below] = prefixOf(request, hierarchy) ?? [];
    if (widest === undefined) {
      const parts = request.waves.map((wave) => ofWave(JSON.stringify({ ...request, waves: [wave] })));
      return { request, groups: (await Promise.all(parts)).flatMap(({ groups }) => groups) };
    }
    const slice = { [hierarchy[0] ?? ""]: [widest] };
    const branches = await under(JSON.stringify({ ...request, waves, by: hierarchy.slice(1), slice }));
    return { request, groups: branches.at(below).filter(({ wave }) => request.waves.includes(wave)) };
  });
  return (request) => answers(JSON.stringify(whole(request)));
}

/** The branch that a request is about, where its slice is just that branch and it asks for the level under it. */
function prefixOf(
  { slice, by }: Pick<CountsRequest, "slice" | "by">,
  hierarchy: readonly string[],
): readonly string[] | undefined {
  const entries = Object.entries(slice);
  const path = entries.map(([, [id = ""]]) => id);
  const isBranch = entries.every(([dimension, ids], at) => dimension === hierarchy[at] && ids.length === 1);
  const isLevel = by.length === 1 && by[0] === hierarchy[path.length];
  return isBranch && isLevel && path.length > 0 ? path : undefined;
}

interface Branches<Group> {
  /** Groups of all waves one level under a path, by that level; the path starts under the widest branch. */
  readonly at: (path: readonly (string | null)[]) => readonly Group[];
  /** Of all levels together. */
  readonly size: number;
}

function addedUp<Group extends WaveGroup>(
  groups: readonly Group[],
  {
    merge,
    sizeOfAll,
  }: {
    readonly merge: (one: Group, other: Group) => Group;
    readonly sizeOfAll: (groups: readonly Group[]) => number;
  },
): Branches<Group> {
  const levels = new Map<string, Map<string, Group>>();
  for (const group of groups) {
    group.key.forEach((id, level) => {
      const above = JSON.stringify(group.key.slice(0, level));
      const there = levels.get(above) ?? new Map<string, Group>();
      levels.set(above, there);
      const place = JSON.stringify([group.wave, id]);
      const known = there.get(place);
      there.set(place, known ? merge(known, group) : { ...group, key: [id] });
    });
  }
  const size = sizeOfAll([...levels.values()].flatMap((there) => [...there.values()]));
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
