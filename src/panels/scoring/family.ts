import type { Family } from "../../measures/difference.ts";
import { type Slice, sliceText } from "../../views/slice.ts";

/**
 * What a page states of scores by written rules, gaps, problems and bands of one group is judged together (M20): panels
 * of them stand on the group's page all or not at all.
 */
export function scoringFamilies(slice: Slice): readonly Family[] {
  return [{ kind: "options", of: `scoring ${sliceText(slice)}` }];
}

/** The same where no earlier figure is part of the comparison: as `changeOf` names it. */
export function scoringFamiliesIn(
  slice: Slice,
  { from, to }: { readonly from: string | undefined; readonly to: string },
): readonly Family[] {
  return scoringFamilies(slice).map(({ kind, of }) => ({ kind, of: `${of} ${from} ${to}` }));
}
