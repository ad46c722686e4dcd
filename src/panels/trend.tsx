import { type TrendPoint, trendChart } from "../charts/trend.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import { waveIds } from "../survey/survey.ts";
import { formatNumber, formatValue } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import type { Judge, Panel } from "./panel.ts";
import { parentName, parentSlice } from "./parent.ts";
import { ResponsiveChart } from "./parts.tsx";
import { endsOf, type Subject } from "./subject.ts";
import { type TrendModel, type TrendRow, trendModel } from "./trend-model.ts";
import { TrendTable } from "./trend-table.tsx";

/** A figure wave by wave with its interval, beside the parent branch's where there is one. */
export function trend(subject: Subject): Panel<TrendModel> {
  const { question } = subject;
  return {
    needs: (context) => {
      const request = { questions: [question.id], waves: waveIds(context.survey), by: [] };
      const own = { ...request, slice: context.slice };
      return context.branch ? [own, { ...request, slice: parentSlice(context) }] : [own];
    },
    read: (context, [own, parent]) => trendModel(context, subject, own, parent),
    claims: ({ rows }) => rows.map((row) => row.change),
    draw: (context, model, judge) =>
      model.rows.filter((row) => row.estimate).length > 1 ? (
        <Trend {...{ context, model, judge, subject }} />
      ) : null,
  };
}

function Trend({
  context,
  model,
  judge,
  subject,
}: {
  readonly context: ReportContext;
  readonly model: TrendModel;
  readonly judge: Judge;
  readonly subject: Subject;
}) {
  const { words, language, document } = context;
  const { question, unit } = subject;
  const asked = model.rows.filter((row) => row.estimate);
  const lead = words.trendLead(
    question.short[language],
    waveTitle(context, asked[0]?.wave ?? ""),
    waveTitle(context, asked.at(-1)?.wave ?? ""),
  );
  const format = (value: number) => formatValue(value, unit, language);
  const ends = endsOf(subject);
  const points = (pick: (row: TrendRow) => Estimate | undefined): readonly TrendPoint[] =>
    model.rows.map((row) => {
      const estimate = pick(row);
      const wave = waveTitle(context, row.wave);
      return estimate && isShown(estimate)
        ? { wave, value: estimate.value, low: estimate.low, high: estimate.high }
        : { wave };
    });
  const spoken = asked.map(
    (row) =>
      `${waveTitle(context, row.wave)} ${row.estimate && isShown(row.estimate) ? format(row.estimate.value) : words.withheld}`,
  );
  const draw = (width: number) =>
    trendChart(
      { label: question.short[language], points: points((row) => row.estimate) },
      {
        document,
        width,
        format,
        ...(context.branch
          ? { reference: { label: parentName(context), points: points((row) => row.compared) } }
          : {}),
        breaks: model.breaks.map((wave) => waveTitle(context, wave)),
        breakLabel: words.wordingMark,
        alternative: `${lead} ${spoken.join(words.listSeparator)}`,
      },
    );
  return (
    <section class="panel" id="trend">
      <h2>{words.trendTitle}</h2>
      <p class="lead">{lead}</p>
      {asked.some((row) => row.estimate && isShown(row.estimate)) && <ResponsiveChart draw={draw} />}
      {context.branch && (
        <ul class="key">
          <li>
            <span class="line" />
            {context.branch.label[language]}
          </li>
          <li>
            <span class="line dashed" />
            {parentName(context)}
          </li>
        </ul>
      )}
      {Number.isFinite(ends.min) && (
        <p class="note">
          {words.axisCut(formatNumber(ends.min, language), formatNumber(ends.max, language))}
        </p>
      )}
      <details>
        <summary>{words.trendTable}</summary>
        <TrendTable {...{ context, model, judge, subject }} />
      </details>
    </section>
  );
}
