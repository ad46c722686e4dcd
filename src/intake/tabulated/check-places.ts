import type { Survey } from "../../survey/survey.ts";
import { sliceKey, type TableSlice } from "../../survey/wave-table.ts";
import { type Figure, noteAt } from "./figure.ts";

/** Pages are made for branches, from the widest level down, and for the values of one dimension outside the hierarchy. */
export function checkPlaces(figures: readonly Figure[], { hierarchy }: Pick<Survey, "hierarchy">): void {
  for (const [first] of Map.groupBy(figures, ({ slice }) => sliceKey(slice)).values()) {
    if (!first || isShownSomewhere(first.slice, hierarchy)) continue;
    const { slice, place } = first;
    const written = Object.entries(slice).map((part) => part.join("="));
    noteAt(
      { ...place, value: written.join("&") },
      {
        message: "No page shows this slice",
        expected: "a branch with all levels above it, or a value of one dimension outside the hierarchy",
        mend: "Nothing, if no page should; of a branch name the levels above it too.",
      },
    );
  }
}

function isShownSomewhere(slice: TableSlice, hierarchy: readonly string[]): boolean {
  const named = Object.keys(slice);
  const levels = hierarchy.slice(0, named.length);
  if (levels.length === named.length && levels.every((level) => named.includes(level))) return true;
  return named.length === 1 && !named.some((dimension) => hierarchy.includes(dimension));
}
