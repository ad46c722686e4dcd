import { allBranches, type Branch, branchTree } from "./branches.ts";
import {
  type BranchHistory,
  type BranchPath,
  continuedFrom,
  historyOf,
  type Network,
  nameOf,
  pathsDuring,
  placeOf,
  takeoverOf,
} from "./network.ts";
import type { Survey } from "./survey.ts";
import { sameText, type Text } from "./text.ts";

/** Why an address is an old one. */
export type Reason =
  | { readonly kind: "merged" | "recoded"; readonly on: string }
  | { readonly kind: "moved"; readonly on: string; readonly from: Text; readonly to: Text }
  /** A branch above it is another one now. */
  | { readonly kind: "above" };

/** A place in the hierarchy where a branch stood once, and the branch that is found there now. */
export interface FormerBranch {
  readonly path: BranchPath;
  /** Parts of the address that its page had. */
  readonly slugs: readonly string[];
  readonly label: Text;
  readonly now: Branch;
  readonly reason: Reason;
}

interface Former extends Omit<FormerBranch, "slugs" | "now"> {}

/**
 * Every address under which a branch of today may have been known: its own codes and parents of old, and those of the
 * branches that went into it. An address at which a branch stands today is that branch's.
 */
export function formerBranches(survey: Survey, branches: readonly Branch[]): readonly FormerBranch[] {
  const { network } = survey;
  if (!network) return [];
  const listed = Map.groupBy(formersOf(network), ({ at }) => JSON.stringify(at));
  const found = branches.flatMap((now) =>
    formersUnder(network, listed, now.path, now.label).map((former) => ({ ...former, now })),
  );
  const slugs = slugsOf(
    survey,
    network,
    found.map(({ path }) => path),
  );
  const taken = new Set(branches.map((branch) => addressOf(branch.slugs)));
  return found.flatMap((former) => {
    const own = slugs.get(JSON.stringify(former.path));
    return own && !taken.has(addressOf(own)) ? [{ ...former, slugs: own }] : [];
  });
}

/** Upper and lower case are one file to many hosts. */
function addressOf(slugs: readonly string[]): string {
  return slugs.join("/").toLowerCase();
}

type Listed = ReadonlyMap<string, readonly Former[]>;

/** Former places of a branch; of one that the network does not list, those of its parent with its own id below. */
function formersUnder(network: Network, listed: Listed, path: BranchPath, label: Text): readonly Former[] {
  const id = path.at(-1);
  if (id === undefined) return [];
  const own = listed.get(JSON.stringify(path));
  if (own || historyOf(network, path.length - 1, id)) return own ?? [];
  return formersUnder(network, listed, path.slice(0, -1), label).map((above) => ({
    path: [...above.path, id],
    label,
    reason: { kind: "above" },
  }));
}

/** All former places of listed branches; `at`: the path of what became of them. */
function formersOf(network: Network): readonly (Former & { readonly at: BranchPath })[] {
  const period = network.on === undefined ? {} : { until: network.on };
  return network.branches.flatMap((branch) => {
    const at = placeOf(network, branch.level, branch.id) ?? [];
    return pathsDuring(network, branch, period)
      .filter((path) => JSON.stringify(path) !== JSON.stringify(at))
      .map((path) => ({ at, path, label: nameOf(network, branch), reason: reasonOf(network, branch, path) }));
  });
}

function reasonOf(network: Network, branch: BranchHistory, path: BranchPath): Reason {
  const { today, since } = takeoverOf(network, branch);
  if (since !== undefined)
    return { kind: continuedFrom(network, today) === branch ? "recoded" : "merged", on: since };
  const parent = path.at(-2);
  const last = branch.states.findLastIndex((state) => state.parent === parent);
  const next = branch.states[last + 1];
  if (next?.from === undefined || parent === undefined) return { kind: "above" };
  const name = (id: string) => {
    const above = historyOf(network, branch.level - 1, id);
    return above ? nameOf(network, above) : sameText(id);
  };
  return { kind: "moved", on: next.from, from: name(parent), to: name(next.parent ?? "") };
}

/** The address parts of old paths, as the tree of all of them has them. */
function slugsOf(
  survey: Survey,
  network: Network,
  paths: readonly BranchPath[],
): ReadonlyMap<string, readonly string[]> {
  const dimensions = survey.dimensions.map((dimension) => {
    const level = network.levels.indexOf(dimension.id);
    const ids = network.branches.flatMap((branch) => (branch.level === level ? branch.id : []));
    const all = new Set([...dimension.options.map(({ id }) => id), ...ids]);
    return { ...dimension, options: [...all].map((id) => ({ id, label: sameText(id) })) };
  });
  const tree = branchTree({ ...survey, dimensions }, paths);
  return new Map(allBranches(tree).map(({ path, slugs }) => [JSON.stringify(path), slugs]));
}
