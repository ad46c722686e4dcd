import { type LostPart, lostBarsChart } from "../charts/lost-bars.ts";
import { isShown } from "../measures/estimate.ts";
import { contributionOf } from "../measures/index/contribution.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { formatNumber, formatRange, formatShare, formatValue } from "../words/numbers.ts";
import { ChartFigure } from "./chart-figure.tsx";
import type { ReportContext } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Judge } from "./panel.ts";
import { ScoreKey } from "./score-key.tsx";
import type { ScoreRow } from "./score-row.tsx";
import { endsOf, type IndexSubject } from "./subject.ts";

/** A factor with its part of the index. */
export interface LostRow extends ScoreRow {
  readonly part: IndexPart | undefined;
  /** The points that it cost in the wave before, where its weight is the same and the two scores can be compared. */
  readonly lostBefore: number | undefined;
}

interface LostPointsProps {
  readonly of: IndexSubject;
  readonly rows: readonly LostRow[];
  readonly takeaway: string;
  readonly base: string;
  readonly context: ReportContext;
  readonly judge: Judge;
}

/** The points of the index that its factors cost, most first (M10); a change is marked where the score's is clear. */
export function LostPoints({ of, rows, takeaway, base, context, judge }: LostPointsProps) {
  const { words, language, document } = context;
  const parts = rows
    .flatMap((row) => lostPartOf(row, { of, context, judge }))
    .toSorted((a, b) => b.value - a.value);
  if (parts.length === 0) return null;
  const points = (value: number) => formatValue(value, of.unit, language);
  const spoken = parts.map(({ label, value }) => words.scores.of(label, points(value)));
  const marked = parts.some(({ change }) => change !== undefined);
  return (
    <ChartFigure
      id="lost"
      title={words.index.factorsTitle}
      takeaway={takeaway}
      base={base}
      draw={(width) =>
        lostBarsChart(parts, {
          document,
          width,
          format: points,
          formatRange: (low, high) => formatRange(low, high, of.unit, language),
          alternative: `${words.index.factorsTitle}${words.colon}${spoken.join(words.listSeparator)}`,
        })
      }
      legend={<ScoreKey marks={[{ kind: "bar", label: words.scores.key.lost }]} />}
      {...(marked ? { notes: <p class="note">{words.scores.lostNote}</p> } : {})}
      table={
        <FiguresTable
          label={words.index.factorsTitle}
          head={{ title: words.index.names.factor, cell: ({ row }) => row.label }}
          stacked="lines"
          columns={[
            { title: words.index.lost, kind: "number", cell: ({ value }) => points(value) },
            {
              title: words.interval,
              kind: "number",
              cell: ({ low, high }) => formatRange(low, high, of.unit, language),
            },
            {
              title: words.index.weight,
              kind: "number",
              cell: ({ row }) => row.part && formatShare(row.part.share, language),
            },
            { title: words.base, kind: "number", cell: ({ row }) => baseOf(row, context) },
          ]}
          rows={parts}
        />
      }
      context={context}
    />
  );
}

function baseOf({ estimate }: ScoreRow, { language }: ReportContext): string {
  return estimate && isShown(estimate) ? formatNumber(estimate.n, language) : "";
}

type Lost = LostPart & { readonly row: LostRow };

function lostPartOf(
  row: LostRow,
  { of, context, judge }: Pick<LostPointsProps, "of" | "context" | "judge">,
): readonly Lost[] {
  const lost = row.part && contributionOf(row.part, endsOf(of).max);
  if (!lost || !isShown(lost)) return [];
  const { words, language } = context;
  const { label, href, change, lostBefore } = row;
  const { value, low, high } = lost;
  const clear = change.status === "tested" && judge(change) !== "unclear";
  const more = lostBefore === undefined ? 0 : value - lostBefore;
  const size = formatValue(Math.abs(more), of.unit, language);
  const said: LostPart["change"] =
    more > 0
      ? { text: words.scores.lostMore(size), tone: "worse" }
      : { text: words.scores.lostLess(size), tone: "better" };
  return [
    {
      row,
      label,
      ...(href === undefined ? {} : { href }),
      value,
      low,
      high,
      ...(clear && more !== 0 ? { change: said } : {}),
    },
  ];
}
