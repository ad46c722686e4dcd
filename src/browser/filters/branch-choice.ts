import { allBranches, type Branch } from "../../survey/branches.ts";
import { choiceOf, withoutDimensions } from "../../views/choosing.ts";
import { allBut } from "../../views/slice.ts";
import type { View } from "../../views/view.ts";

/** Branches that a reader has ticked, by the key of their path; where one is, all below it are. */
export interface BranchChoice {
  readonly isOut: boolean;
  readonly keys: ReadonlySet<string>;
}

export interface Levels {
  readonly tree: readonly Branch[];
  /** Dimensions of the levels that can be filtered by, the widest first. */
  readonly hierarchy: readonly string[];
}

export function keyOf({ path }: Pick<Branch, "path">): string {
  return JSON.stringify(path);
}

/** The lowest branches that can be chosen under a branch; itself where it is one. */
export function leavesOf(branch: Branch, { hierarchy }: Pick<Levels, "hierarchy">): readonly Branch[] {
  const isLowest = branch.level >= hierarchy.length - 1 || branch.children.length === 0;
  return isLowest ? [branch] : branch.children.flatMap((child) => leavesOf(child, { hierarchy }));
}

/** The lowest branches that a view names, or leaves out. Levels that it does not speak of leave all of them. */
export function branchChoice(view: View, { tree, hierarchy }: Levels): BranchChoice {
  const choices = hierarchy.map((level) => choiceOf(view, level));
  const isOut =
    choices.some((choice) => choice.isOut) &&
    choices.every(({ isOut, values }) => isOut || values.length === 0);
  const named = choices.flatMap(({ values }, level) =>
    values.length > 0 ? [{ level, values: new Set(values) }] : [],
  );
  if (named.length === 0) return { isOut: false, keys: new Set() };
  const isNamed = ({ path }: Branch) => {
    const hits = named.map(({ level, values }) => values.has(path[level] ?? ""));
    return isOut
      ? hits.some(Boolean)
      : hits.every((hit, at) => hit !== (choices[named[at]?.level ?? 0]?.isOut ?? false));
  };
  const leaves = tree.flatMap((branch) => leavesOf(branch, { hierarchy }));
  return { isOut, keys: new Set(leaves.filter(isNamed).map(keyOf)) };
}

export type Ticked = "all" | "some" | "none";

/** Whether a branch is ticked, or some of what is below it. */
export function tickOf(branch: Branch, { keys }: BranchChoice, levels: Pick<Levels, "hierarchy">): Ticked {
  const leaves = leavesOf(branch, levels);
  const count = leaves.filter((leaf) => keys.has(keyOf(leaf))).length;
  return count === 0 ? "none" : count === leaves.length ? "all" : "some";
}

/** Ticks a branch with all below it, or takes them all away. */
export function toggled(
  choice: BranchChoice,
  branch: Branch,
  levels: Pick<Levels, "hierarchy">,
): BranchChoice {
  const leaves = new Set(leavesOf(branch, levels).map(keyOf));
  const isAll = tickOf(branch, choice, levels) === "all";
  const keys = isAll ? [...choice.keys].filter((key) => !leaves.has(key)) : [...choice.keys, ...leaves];
  return { ...choice, keys: new Set(keys) };
}

/**
 * The view of the branches that are ticked: said by the widest level at which they are whole branches, so that a region
 * stays a region in the address, and a region with a city of another becomes all their cities.
 */
export function withBranches(view: View, { isOut, keys }: BranchChoice, levels: Levels): View {
  const { tree, hierarchy } = levels;
  const slice = withoutDimensions(view.slice, hierarchy);
  if (keys.size === 0) return { ...view, slice };
  const choice = { isOut, keys };
  const all = allBranches(tree);
  const level = hierarchy.findIndex((_, at) =>
    all.every((branch) => branch.level !== at || tickOf(branch, choice, levels) !== "some"),
  );
  const at = level < 0 ? hierarchy.length - 1 : level;
  const ticked = all.filter((branch) => branch.level === at && tickOf(branch, choice, levels) === "all");
  const values = (level: number) => [...new Set(ticked.map(({ path }) => path[level] ?? ""))];
  const named = (above: number): View => {
    const levels = hierarchy.slice(above, at + 1);
    const added = levels.map((name, place) => [isOut ? allBut(name) : name, values(above + place)] as const);
    return { ...view, slice: { ...slice, ...Object.fromEntries(added) } };
  };
  // Branches of two parents may have one id: then the levels above say which is meant, as far as is needed.
  const isMeant = (one: View) => branchChoice(one, levels).keys.size === keys.size;
  const above = isOut ? [] : hierarchy.slice(0, at).map((_, back) => at - back - 1);
  return [at, ...above].map(named).find(isMeant) ?? named(at);
}
