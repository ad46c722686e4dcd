import { type TrendPoint, trendChart } from "../charts/trend.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import { waveIds } from "../survey/survey.ts";
import { formatNumber, formatValue } from "../words/numbers.ts";
import { includedNote } from "./branch-history.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { cascadeRequests } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { parentName } from "./parent.ts";
import { ResponsiveChart } from "./parts.tsx";
import { endsOf, type Subject } from "./subject.ts";
import { type TrendRow, trendRows } from "./trend-model.ts";
import { TrendTable } from "./trend-table.tsx";

/** A figure wave by wave with its interval, beside the parent branch's where there is one. */
export function trend(subject: Subject): Panel<readonly TrendRow[]> {
  return {
    needs: (context) =>
      cascadeRequests(context, { questions: [subject.question.id], waves: waveIds(context.survey) }),
    read: (context, cascade) => trendRows(context, subject, cascade),
    claims: () => [],
    draw: (context, rows) => {
      const shown = rows.filter(({ estimate }) => estimate && isShown(estimate));
      return shown.length > 1 ? <Trend {...{ context, rows, subject }} /> : null;
    },
  };
}

interface TrendProps {
  readonly context: ReportContext;
  readonly rows: readonly TrendRow[];
  readonly subject: Subject;
}

function Trend({ context, rows, subject }: TrendProps) {
  const { words, language, branch } = context;
  const ends = endsOf(subject);
  const included = includedNote(context);
  return (
    <section class="panel" id="trend">
      <h2>{words.trendTitle}</h2>
      <p class="lead">{leadOf(context, rows, subject)}</p>
      <TrendChart {...{ context, rows, subject }} />
      {branch && (
        <ul class="key">
          <li>
            <span class="line" />
            {branch.label[language]}
          </li>
          <li>
            <span class="line dashed" />
            {parentName(context)}
          </li>
        </ul>
      )}
      {included !== undefined && <p class="note">{included}</p>}
      {Number.isFinite(ends.min) && Number.isFinite(ends.max) && (
        <p class="note">
          {words.axisCut(formatNumber(ends.min, language), formatNumber(ends.max, language))}
        </p>
      )}
      <details>
        <summary>{words.trendTable}</summary>
        <TrendTable {...{ context, rows, subject }} />
      </details>
    </section>
  );
}

function leadOf(context: ReportContext, rows: readonly TrendRow[], { question }: Subject): string {
  const asked = rows.filter(({ estimate }) => estimate);
  const title = (row: TrendRow | undefined) => waveTitle(context, row?.wave ?? "");
  return context.words.trendLead(question.short[context.language], title(asked[0]), title(asked.at(-1)));
}

function TrendChart({ context, rows, subject }: TrendProps) {
  const { words, language, document, branch } = context;
  const { question, unit } = subject;
  const format = (value: number) => formatValue(value, unit, language);
  const line = { label: question.short[language], points: pointsOf(context, rows, (row) => row.estimate) };
  const reference = { label: parentName(context), points: pointsOf(context, rows, (row) => row.compared) };
  const spoken = rows.flatMap(({ wave, estimate }) =>
    estimate && isShown(estimate) ? [`${waveTitle(context, wave)} ${format(estimate.value)}`] : [],
  );
  return (
    <ResponsiveChart
      draw={(width) =>
        trendChart(line, {
          document,
          width,
          format,
          marked: waveTitle(context, context.wave),
          ...(branch ? { reference } : {}),
          breaks: rows.filter((row) => row.breaks).map((row) => waveTitle(context, row.wave)),
          breakLabel: words.wordingMark,
          alternative: [leadOf(context, rows, subject), spoken.join(words.listSeparator)].join(
            words.sentenceGap,
          ),
        })
      }
    />
  );
}

function pointsOf(
  context: ReportContext,
  rows: readonly TrendRow[],
  pick: (row: TrendRow) => Estimate | undefined,
): readonly TrendPoint[] {
  return rows.map((row) => {
    const estimate = pick(row);
    const wave = waveTitle(context, row.wave);
    if (!estimate || !isShown(estimate)) return { wave };
    return { wave, value: estimate.value, low: estimate.low, high: estimate.high };
  });
}
