import type { RankedSibling } from "../models/fair-ranking.ts";
import { formatNumber, joinRange } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { Ranking } from "./ranking.ts";
import type { ExtraColumn, ScoreRow } from "./score-row.tsx";
import type { ScoreGroup } from "./score-table.tsx";

/** A row with its place in the fair order; of one that takes no part, without. */
export interface RankedRow extends ScoreRow {
  readonly place?: RankedSibling;
}

/**
 * Rows in fair order, each with its fair score; those on small bases behind them, without a place; then those that take
 * no part, in their own order.
 */
export function inFairOrder<One extends ScoreRow>(
  rows: readonly One[],
  ranking: Ranking,
): readonly (One & RankedRow)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const fair = [
    ...ranking.siblings.map((place) => ({ ...place, place })),
    ...ranking.apart.map((one) => ({ ...one, place: undefined })),
  ];
  const placed = fair.flatMap(({ id, shrunken, place }): readonly (One & RankedRow)[] => {
    const row = byId.get(id);
    return row ? [{ ...row, fair: shrunken, ...(place ? { place } : {}) }] : [];
  });
  const taken = new Set(placed.map(({ id }) => id));
  return [...placed, ...rows.filter(({ id }) => !taken.has(id))];
}

/**
 * Rows in fair order under the groups that are not shown to differ, without titles where all are in one; behind them those
 * on small bases, which have a fair score and no place, and those that take no part.
 */
export function groupsOfRows<One extends RankedRow>(
  rows: readonly One[],
  scale: Pick<ScoreGroup, "measure" | "unit" | "ends">,
  { parted, context }: { readonly parted: boolean; readonly context: ReportContext },
): readonly (Omit<ScoreGroup, "rows"> & { readonly rows: readonly One[] })[] {
  const words = context.words.ranking;
  const groups = Map.groupBy(rows, groupOf);
  const hasApart = groups.has("apart");
  const titleOf = (group: ReturnType<typeof groupOf>) => {
    if (group === "apart") return words.apart(context.survey.base.caution);
    if (group === "unranked") return parted || hasApart ? words.unranked : undefined;
    if (!parted) return undefined;
    return group === 0 ? words.group(1) : words.nextGroup(group + 1, group);
  };
  return [...groups].map(([group, members]) => {
    const title = titleOf(group);
    return { ...scale, ...(title === undefined ? {} : { title }), rows: members };
  });
}

function groupOf({ place, fair }: RankedRow): number | "apart" | "unranked" {
  return place?.group ?? (fair === undefined ? "unranked" : "apart");
}

/** True where some branches of a ranking are shown to differ. */
export function isParted({ siblings }: Ranking): boolean {
  return siblings.some(({ group }) => group > 0);
}

/** The range of a branch's rank, beside the rank that its score alone would give it. */
export function rankColumn<One extends RankedRow>(
  rows: readonly One[],
  { words, language }: ReportContext,
  changed: (row: One) => string | undefined = () => undefined,
): ExtraColumn {
  const places = new Map(rows.map((row) => [row.id, row]));
  const number = (rank: number) => formatNumber(rank, language);
  return {
    title: words.ranking.rank,
    cell: ({ id }) => {
      const row = places.get(id);
      const place = row?.place;
      if (!place) return null;
      const change = changed(row);
      const { best, worst } = place.ranks;
      return (
        <span title={words.ranking.rankWhy}>
          {best === worst ? number(best) : joinRange(number(best), number(worst), language)}
          <small class="aside">{words.ranking.raw(number(place.rank))}</small>
          {change !== undefined && <small class="aside">{change}</small>}
        </span>
      );
    },
  };
}

/** How the order came about and what it can't tell, and where that is explained. */
export function FairOrder({
  parted,
  context,
}: {
  readonly parted: boolean;
  readonly context: ReportContext;
}) {
  const { words, links } = context;
  return (
    <>
      {words.ranking.lead}
      {words.sentenceGap}
      {parted ? words.ranking.groups : words.ranking.oneGroup}
      {words.parenOpen}
      <a href={`${links.methods}#M31`}>M31</a>
      {words.parenClose}
    </>
  );
}
