import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { ScoreGroup } from "./score-table.tsx";

/** The first and the last rows of a table, so many of each, the last under a title of their own; of a short one all. */
export function endsOfGroups(
  groups: readonly ScoreGroup[],
  ends: number,
  context: ReportContext,
): readonly ScoreGroup[] {
  const rows = groups.flatMap((group) => group.rows.map((row) => ({ group, row })));
  if (rows.length <= 2 * ends) return groups;
  const [first, ...rest] = regrouped(rows.slice(-ends));
  const { words, language } = context;
  const title = words.ranking.lastOf(formatNumber(ends, language));
  const last = first && {
    ...first,
    title: first.title === undefined ? title : `${title}${words.stop}${first.title}`,
  };
  return [...regrouped(rows.slice(0, ends)), ...(last ? [last] : []), ...rest];
}

/** How many rows of a table are not among so many first and last ones. */
export function leftOut(rows: number, ends: number): number {
  return Math.max(0, rows - 2 * ends);
}

function regrouped(
  rows: readonly { readonly group: ScoreGroup; readonly row: ScoreGroup["rows"][number] }[],
): readonly ScoreGroup[] {
  return [...Map.groupBy(rows, ({ group }) => group)].map(([group, members]) => ({
    ...group,
    rows: members.map(({ row }) => row),
  }));
}
