import type { ComponentChildren } from "preact";
import type { Dimension } from "../survey/survey.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";

/** With more groups than so many, a table stands folded. */
const shownGroups = 24;

/** With more groups than so many, a table lists part of them: nobody reads thousands of rows, or waits for them. */
export const mostListed = 120;

interface FoldedGroupsProps {
  /** How many groups the table lists. */
  readonly listed: number;
  /** How many there are. */
  readonly count: number;
  /** Which ones are listed, where not all are. */
  readonly note: (listed: string, count: string) => string;
  readonly context: Pick<ReportContext, "words" | "language">;
  readonly children: ComponentChildren;
}

/** A dimension's part of a breakdown: its heading and the table of its groups. */
export function DimensionGroups({
  dimension,
  ...groups
}: FoldedGroupsProps & { readonly dimension: Dimension }) {
  const { words, language } = groups.context;
  return (
    <section>
      <h3>{words.breakdownBy(dimension.title[language])}</h3>
      <FoldedGroups {...groups} />
    </section>
  );
}

/** The table of a dimension's groups; folded where they are many. */
export function FoldedGroups({
  listed,
  count,
  note,
  context: { words, language },
  children,
}: FoldedGroupsProps) {
  if (count <= shownGroups) return <>{children}</>;
  const numbers = [formatNumber(listed, language), formatNumber(count, language)] as const;
  return (
    <details>
      <summary>{listed < count ? words.tables.some(...numbers) : words.allGroups(count)}</summary>
      {listed < count && <p class="note">{note(...numbers)}</p>}
      {children}
    </details>
  );
}

/**
 * The rows of a table that is in order: all where they are not too many, else as many from its two ends, and those that
 * something is said of wherever they stand.
 */
export function endsOfList<Row>(rows: readonly Row[], isSaid: (row: Row) => boolean): readonly Row[] {
  const end = mostListed / 2;
  if (rows.length <= mostListed) return rows;
  return rows.filter((row, at) => at < end || at >= rows.length - end || isSaid(row));
}
