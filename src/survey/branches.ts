import { dimensionOf, type Survey } from "./survey.ts";
import { sameText, type Text } from "./text.ts";

/** A node of the hierarchy: a region, a city, a dealer. */
export interface Branch {
  /** Option ids from the widest level down to this one. */
  readonly path: readonly string[];
  /** Address parts, one for each id of the path. */
  readonly slugs: readonly string[];
  readonly level: number;
  readonly label: Text;
  readonly children: readonly Branch[];
}

interface Draft {
  readonly path: readonly string[];
  readonly children: Map<string, Draft>;
}

/**
 * The hierarchy as it occurs in the answers. A path ends where its first level is missing; branches stand in the
 * order of their dimension's options.
 */
export function branchTree(survey: Survey, paths: Iterable<readonly (string | null)[]>): readonly Branch[] {
  const root: Draft = { path: [], children: new Map() };
  for (const path of paths) {
    let at = root;
    for (const id of path) {
      if (id === null) break;
      const child = at.children.get(id) ?? { path: [...at.path, id], children: new Map() };
      at.children.set(id, child);
      at = child;
    }
  }
  return finish(survey, root, []);
}

/** All branches of a tree, parents before children. */
export function allBranches(tree: readonly Branch[]): readonly Branch[] {
  return tree.flatMap((branch) => [branch, ...allBranches(branch.children)]);
}

function finish(survey: Survey, parent: Draft, slugs: readonly string[]): readonly Branch[] {
  const level = parent.path.length;
  const dimension = survey.hierarchy[level];
  if (dimension === undefined) return [];
  const taken = new Set<string>();
  return dimensionOf(survey, dimension).options.flatMap(({ id, label }) => {
    const draft = parent.children.get(id);
    if (!draft) return [];
    const own = [...slugs, slugOf(id, taken)];
    return {
      path: draft.path,
      slugs: own,
      level,
      label: label ?? sameText(id),
      children: finish(survey, draft, own),
    };
  });
}

/** An id as a part of an address: letters and digits of any script, the rest hyphens; numbered where taken. */
function slugOf(id: string, taken: Set<string>): string {
  const plain =
    id
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}_-]+/gu, "-")
      .replace(/^-+|-+$/g, "") || "x";
  let slug = plain;
  for (let next = 2; taken.has(slug.toLowerCase()); next++) slug = `${plain}-${next}`;
  taken.add(slug.toLowerCase());
  return slug;
}
