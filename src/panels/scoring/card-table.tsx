import { isShown } from "../../measures/estimate.ts";
import { dimensionOf } from "../../survey/survey.ts";
import { formatShare, formatValue } from "../../words/numbers.ts";
import type { ReportContext } from "../context.ts";
import { type Column, FiguresTable } from "../figures-table.tsx";
import { Base, IntervalText, Value } from "../parts.tsx";
import type { CardModel, CardScoreRow } from "./card-model.ts";

const unit = "index100";

export interface CardTableProps {
  readonly context: ReportContext;
  readonly model: CardModel;
  readonly label: string;
}

/** A card's scores before and after the deduction, with what came back. */
export function CardTable({ context, model, label }: CardTableProps) {
  const { words, language, survey, branch } = context;
  const { card, whole, rows } = model;
  const level = survey.hierarchy[branch?.path.length ?? 0];
  const head = level === undefined ? words.branches : dimensionOf(survey, level).title[language];
  const { scoring } = words;
  const points = ({ before, deduction }: CardScoreRow) =>
    isShown(before) && <Deducted points={deduction?.points} rate={deduction?.rate} context={context} />;
  const columns: readonly Column<CardScoreRow>[] = [
    {
      title: card.deduct ? scoring.beforeHead : words.value,
      kind: "score",
      cell: ({ before }) => <Value estimate={before} unit={unit} context={context} />,
    },
    {
      title: words.interval,
      kind: "number",
      cell: ({ before }) => <IntervalText estimate={before} unit={unit} context={context} />,
    },
    ...(card.deduct
      ? ([
          { title: scoring.deductionHead, kind: "number", cell: points },
          {
            title: scoring.afterHead,
            kind: "number",
            cell: ({ before, after, deduction }) =>
              deduction || !isShown(before) ? (
                <Value estimate={after} unit={unit} context={context} />
              ) : (
                <span class="quiet">{words.notKnown}</span>
              ),
          },
        ] satisfies readonly Column<CardScoreRow>[])
      : []),
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
        title: head,
        cell: ({ label: name, href }: CardScoreRow) => (href ? <a href={href}>{name}</a> : name),
      }}
      columns={columns}
      rows={[whole, ...rows]}
      stacked="lines"
    />
  );
}

/** The points that come off, with the response rate that costs them; nothing of a group whose score is not shown. */
function Deducted({
  points,
  rate,
  context,
}: {
  readonly points: number | undefined;
  readonly rate: number | undefined;
  readonly context: ReportContext;
}) {
  const { words, language } = context;
  if (points === undefined || rate === undefined) return <span class="quiet">{words.notKnown}</span>;
  return (
    <>
      {points > 0 ? words.scoring.minus(formatValue(points, unit, language)) : "0"}
      <small class="aside">{words.scoring.returned(formatShare(rate, language))}</small>
    </>
  );
}
