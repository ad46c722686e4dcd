import { isShown } from "../../measures/estimate.ts";
import { formatShare, formatValue } from "../../words/numbers.ts";
import type { ReportContext } from "../context.ts";
import { type Column, FiguresTable } from "../figures-table.tsx";
import { Base, IntervalText, Value } from "../parts.tsx";
import { levelTitle } from "../stands-out.ts";
import { rowsOf } from "./card-lead.ts";
import type { CardModel, CardScoreRow } from "./card-model.ts";

const unit = "index100";

export interface CardTableProps {
  readonly context: ReportContext;
  readonly model: CardModel;
  readonly label: string;
}

/** A card's scores before and after the deduction, with what came back. */
export function CardTable({ context, model, label }: CardTableProps) {
  const { words } = context;
  const { card, above } = model;
  const { scoring } = words;
  const isKnown = rowsOf(model).some(({ deduction }) => deduction);
  const notKnown = <span class="quiet">{words.notKnown}</span>;
  const figure = (title: string, of: "before" | "after", isMain: boolean): Column<CardScoreRow> => ({
    title,
    kind: isMain ? "score" : "number",
    cell: (row) => (isTold(row, of) ? <Value estimate={row[of]} unit={unit} context={context} /> : notKnown),
  });
  const interval = (title: string, of: "before" | "after"): Column<CardScoreRow> => ({
    title,
    kind: "number",
    cell: (row) =>
      isTold(row, of) ? <IntervalText estimate={row[of]} unit={unit} context={context} /> : notKnown,
  });
  const columns: readonly Column<CardScoreRow>[] = [
    ...(card.deduct
      ? [
          figure(scoring.beforeHead, "before", !isKnown),
          interval(scoring.intervalBefore, "before"),
          {
            title: scoring.deductionHead,
            kind: "number" as const,
            cell: (row: CardScoreRow) => isShown(row.before) && <Deducted row={row} context={context} />,
          },
          figure(scoring.afterHead, "after", isKnown),
          interval(scoring.intervalAfter, "after"),
        ]
      : [figure(words.value, "before", true), interval(words.interval, "before")]),
    {
      title: words.base,
      kind: "number",
      cell: ({ before }) => <Base estimate={before} context={context} />,
    },
  ];
  return (
    <FiguresTable
      label={label}
      head={{
        title: headOf(context, model),
        cell: (row: CardScoreRow) => (
          <>
            {row.href ? <a href={row.href}>{row.label}</a> : row.label}
            {above.includes(row) && <small class="aside">{scoring.partOf}</small>}
          </>
        ),
      }}
      columns={columns}
      rows={rowsOf(model)}
      stacked="lines"
    />
  );
}

/** The level of what the rows are of: of the groups under the page's, else of the page's own. */
function headOf(context: ReportContext, { rows }: CardModel): string {
  const depth = context.branch?.path.length ?? 0;
  const level = rows.length > 0 ? depth : depth - 1;
  return level < 0 ? context.words.scoring.group : levelTitle(context, level);
}

/** Of a group of which nothing is known of what came back there is no score after it. */
function isTold({ before, deduction }: CardScoreRow, of: "before" | "after"): boolean {
  return of === "before" || deduction !== undefined || !isShown(before);
}

/** The points that come off, with the response rate that costs them; nothing of a group whose score is not shown. */
function Deducted({
  row: { deduction, returnedBy },
  context,
}: {
  readonly row: CardScoreRow;
  readonly context: ReportContext;
}) {
  const { words, language } = context;
  const { scoring } = words;
  if (!deduction) return <span class="quiet">{words.notKnown}</span>;
  const { points, rate } = deduction;
  const of = returnedBy === "" ? scoring.inFilter : (returnedBy ?? "");
  return (
    <>
      {points > 0 ? scoring.minus(formatValue(points, unit, language)) : "0"}
      <small class="aside">{scoring.returned(formatShare(rate, language), of)}</small>
    </>
  );
}
