import type { Slice } from "../views/slice.ts";
import type { Ask, Counts, CountsRequest, Group } from "./request.ts";
import { addCells, mergeTallies } from "./tally.ts";

/** Groups of one branch, by wave. */
type Node = Map<string, Group>;

/** Every branch by its path, and the ids of the branches under it. */
interface Cube {
  readonly nodes: Map<string, Node>;
  readonly children: Map<string, Set<string>>;
}

/**
 * Answers questions about branches from one count over the whole hierarchy, added up level by level, and hands
 * everything else on. Who asks can't tell which, except by the time it took.
 */
export function withHierarchyCube(whole: Counts, ask: Ask): Ask {
  const hierarchy = whole.request.by;
  const cube = buildCube(whole);
  const known = new Set(whole.request.questions);
  return (request) => {
    const path = pathOf(request.slice, hierarchy);
    const answerable =
      path !== undefined &&
      request.questions.every((id) => known.has(id)) &&
      isNextLevel(request, hierarchy, path);
    return answerable ? Promise.resolve(fromCube(request, cube, path)) : ask(request);
  };
}

/** The branch that a slice is: one id at each level from the widest down; undefined where it is something else. */
function pathOf(slice: Slice, hierarchy: readonly string[]): readonly string[] | undefined {
  const named = Object.keys(slice).filter((dimension) => (slice[dimension]?.length ?? 0) > 0);
  const levels = hierarchy.slice(0, named.length);
  if (!levels.every((dimension) => named.includes(dimension) && slice[dimension]?.length === 1))
    return undefined;
  return levels.flatMap((dimension) => slice[dimension] ?? []);
}

function isNextLevel({ by }: CountsRequest, hierarchy: readonly string[], path: readonly string[]): boolean {
  return by.length === 0 || (by.length === 1 && by[0] === hierarchy[path.length]);
}

function fromCube(request: CountsRequest, cube: Cube, path: readonly string[]): Counts {
  const waves = new Set(request.waves);
  const questions = new Set(request.questions);
  const found =
    request.by.length === 0 ? [[[], cube.nodes.get(keyOf(path))] as const] : childrenOf(cube, path);
  const groups = found.flatMap(([key, node]) =>
    [...(node?.values() ?? [])]
      .filter((group) => waves.has(group.wave))
      .map(
        (group): Group => ({
          ...group,
          key,
          tallies: new Map([...group.tallies].filter(([id]) => questions.has(id))),
        }),
      ),
  );
  return { request, groups };
}

function childrenOf(
  { nodes, children }: Cube,
  path: readonly string[],
): readonly (readonly [readonly string[], Node])[] {
  return [...(children.get(keyOf(path)) ?? [])].flatMap((id) => {
    const node = nodes.get(keyOf([...path, id]));
    return node ? [[[id], node] as const] : [];
  });
}

function buildCube(whole: Counts): Cube {
  const nodes = new Map<string, Node>();
  const children = new Map<string, Set<string>>();
  for (const group of whole.groups) {
    const path: string[] = [];
    addTo(nodes, path, group);
    for (const id of group.key) {
      if (id === null) break;
      const parent = keyOf(path);
      children.set(parent, (children.get(parent) ?? new Set()).add(id));
      path.push(id);
      addTo(nodes, path, group);
    }
  }
  return { nodes, children };
}

function addTo(nodes: Map<string, Node>, path: readonly string[], group: Group): void {
  const key = keyOf(path);
  const node = nodes.get(key) ?? new Map<string, Group>();
  nodes.set(key, node);
  const known = node.get(group.wave);
  node.set(group.wave, known ? mergeGroups(known, group) : { ...group, key: [] });
}

function mergeGroups(a: Group, b: Group): Group {
  const tallies = new Map(a.tallies);
  for (const [id, tally] of b.tallies) {
    const known = tallies.get(id);
    tallies.set(id, known ? mergeTallies(known, tally) : tally);
  }
  return { wave: a.wave, key: a.key, rows: addCells(a.rows, b.rows), tallies };
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
