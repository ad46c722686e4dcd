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
  const short = shortened(plain, id);
  let slug = short;
  for (let next = 2; taken.has(slug.toLowerCase()); next++) slug = `${short}-${next}`;
  taken.add(slug.toLowerCase());
  return slug;
}

/** Bytes of an address part. File systems take 255, but a page has several parts; four are left for a number. */
const longestSlug = 60 - 4;

/** A slug that is too long is cut between two characters; a hash of the whole id tells equal beginnings apart. */
function shortened(slug: string, id: string): string {
  const encoder = new TextEncoder();
  const bytesOf = (text: string) => encoder.encode(text).length;
  if (bytesOf(slug) <= longestSlug) return slug;
  const hash = fnv1a(encoder.encode(id.normalize("NFC")));
  let start = "";
  for (const character of slug) {
    if (bytesOf(`${start}${character}-${hash}`) > longestSlug) break;
    start += character;
  }
  return `${start.replace(/-+$/, "")}-${hash}`;
}

/** FNV-1a, 32 bits, as eight hex digits: short, the same in Node and in a browser, and not for secrets. */
function fnv1a(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
