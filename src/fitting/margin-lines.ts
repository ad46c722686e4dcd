import type { Margin } from "../stats/raking.ts";
import type { MarginLine } from "../survey/weighting.ts";
import { type Division, optionsOfCell } from "./population.ts";

interface Sums {
  respondents: number;
  weight: number;
  people: number;
}

/**
 * What a division's margins were, were to be and came to be: dimension by dimension, each option in the order of the
 * population file. Of several dimensions at once each one's own margin, for how few are in a combination is not told.
 */
export function marginLines(
  { categories, wanted }: Margin,
  { by, people }: Division,
  { counts, weights }: { readonly counts: readonly number[]; readonly weights: Float64Array },
): readonly MarginLine[] {
  const respondents = counts.reduce((sum, count) => sum + count, 0);
  const total = wanted.reduce((sum, count) => sum + count, 0);
  const cells = wanted.map((count): Sums => ({ respondents: 0, weight: 0, people: count }));
  counts.forEach((count, kind) => {
    const cell = cells[categories[kind] ?? 0];
    if (!cell) return;
    cell.respondents += count;
    cell.weight += count * (weights[kind] ?? 0);
  });
  const options = [...people.keys()].map(optionsOfCell);
  return by.flatMap((dimension, place) => {
    const byOption = Map.groupBy(cells, (_, category) => options[category]?.[place] ?? "");
    return [...byOption].map(([option, members]): MarginLine => {
      const sum = (pick: keyof Sums) => members.reduce((all, member) => all + member[pick], 0);
      return {
        dimension,
        option,
        respondents: sum("respondents"),
        unweighted: sum("respondents") / respondents,
        wanted: sum("people") / total,
        got: sum("weight") / respondents,
      };
    });
  });
}
