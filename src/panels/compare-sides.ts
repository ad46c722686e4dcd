import { allBranches, type Branch } from "../survey/branches.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { wavesText } from "../survey/waves-text.ts";
import { withoutDimensions } from "../views/choosing.ts";
import { branchSlice, everybody, inBoth, type Slice } from "../views/slice.ts";
import { sliceOf, type View } from "../views/view.ts";
import type { PageAddress } from "./page-address.ts";
import { isNarrow } from "./viewed.ts";

/** One of two groups of respondents that are set against each other. */
export interface Side {
  readonly wave: string;
  readonly slice: Slice;
}

/** A view and what it is set against. */
export interface Sides {
  readonly kind: "wave" | "slice" | "parent" | "rest";
  readonly own: Side;
  readonly other: Side;
}

/**
 * What a view of a page compares; undefined where that is the wave before, which every page does, or nothing.
 * @param wave the page's, of a survey whose waves are those that the view takes together
 */
export function sidesOf(
  { survey, tree }: { readonly survey: Survey; readonly tree: readonly Branch[] },
  view: View,
  page: PageAddress,
  wave: string,
): Sides | undefined {
  const { versus } = view;
  const path = page.kind === "branch" ? page.path : [];
  const branch = branchSlice(survey.hierarchy, path);
  const slice = inBoth(sliceOf(survey, view), branch);
  const own: Side = { wave, slice };
  const against = (other: Slice): Sides => ({
    kind: versus.kind as Sides["kind"],
    own,
    other: { wave, slice: other },
  });
  switch (versus.kind) {
    case "wave": {
      const other = wavesText([versus.wave, versus.until ?? versus.wave]);
      return other === wave || !waveIds(survey).includes(other)
        ? undefined
        : { kind: "wave", own, other: { wave: other, slice } };
    }
    case "slice":
      return against(namesBranch(survey, versus.slice) ? versus.slice : inBoth(versus.slice, branch));
    case "rest":
      // On a branch's page those of the branch whom the filter leaves out; without a filter everybody elsewhere.
      return isNarrow(slice) ? against(isNarrow(sliceOf(survey, view)) ? branch : everybody) : undefined;
    case "parent": {
      const above = parentOf({ survey, tree }, slice, path);
      return above && against(inBoth(withoutDimensions(slice, survey.hierarchy), above));
    }
    default:
      return undefined;
  }
}

function namesBranch({ hierarchy }: Survey, slice: Slice): boolean {
  return hierarchy.some((level) => (slice[level] ?? []).length > 0);
}

/** The slice of the branch above the one that a slice is of; undefined where it is of no one branch. */
function parentOf(
  { survey: { hierarchy }, tree }: { readonly survey: Survey; readonly tree: readonly Branch[] },
  slice: Slice,
  path: readonly string[],
): Slice | undefined {
  const level = hierarchy.findLastIndex((id) => slice[id]?.length === 1);
  const id = slice[hierarchy[level] ?? ""]?.[0];
  const fits = (branch: Branch) =>
    path.every((step, at) => at > branch.level || branch.path[at] === step) &&
    branch.path.every((step, at) => slice[hierarchy[at] ?? ""]?.includes(step) ?? true);
  const own = allBranches(tree).find(
    (branch) => branch.level === level && branch.path[level] === id && fits(branch),
  );
  return own && branchSlice(hierarchy, own.path.slice(0, -1));
}
