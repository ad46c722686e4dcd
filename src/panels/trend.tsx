import { type TrendPoint, trendChart } from "../charts/trend.ts";
import type { Counts } from "../counts/request.ts";
import { type Difference, differenceOf } from "../measures/difference.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import { comparable } from "../survey/question.ts";
import { waveIds } from "../survey/survey.ts";
import { branchSlice, everybody } from "../views/slice.ts";
import { formatNumber, formatValue } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { figureOf } from "./figures.ts";
import type { Judge, Panel } from "./panel.ts";
import { Base, Change, IntervalText, ResponsiveChart, TableFrame, Value } from "./parts.tsx";
import { endsOf, lowerIsBetter, type Subject } from "./subject.ts";

interface TrendRow {
  readonly wave: string;
  readonly estimate: Estimate | undefined;
  readonly compared: Estimate | undefined;
  readonly change: Difference;
}

interface TrendModel {
  readonly rows: readonly TrendRow[];
  readonly breaks: readonly string[];
}

/** A figure wave by wave with its interval, beside the parent branch's where there is one. */
export function trend(subject: Subject): Panel<TrendModel> {
  const { question } = subject;
  return {
    needs: (context) => {
      const request = { questions: [question.id], waves: waveIds(context.survey), by: [] };
      const own = { ...request, slice: context.slice };
      return context.branch ? [own, { ...request, slice: parentSlice(context) }] : [own];
    },
    read: (context, [own, parent]) => ({
      rows: rowsOf(context, subject, own, parent),
      breaks: breaksOf(context, subject),
    }),
    claims: ({ rows }) => rows.map((row) => row.change),
    draw: (context, model, judge) =>
      model.rows.filter((row) => row.estimate).length > 1 ? (
        <Trend {...{ context, model, judge, subject }} />
      ) : null,
  };
}

/** The slice of the branch above the page's own; everybody above the widest level. */
export function parentSlice({ survey, ancestors }: ReportContext) {
  const parent = ancestors.at(-2);
  return parent ? branchSlice(survey.hierarchy, parent.path) : everybody;
}

/** What the branch above the page's own is called. */
export function parentName({ ancestors, words, language }: ReportContext): string {
  return ancestors.at(-2)?.label[language] ?? words.all;
}

function rowsOf(
  context: ReportContext,
  { question, measure }: Subject,
  own: Counts | undefined,
  parent: Counts | undefined,
): readonly TrendRow[] {
  const waves = waveIds(context.survey);
  const figure = (counts: Counts | undefined, wave: string) =>
    counts && figureOf(context, counts, { question, measure, wave });
  let previous: { readonly wave: string; readonly estimate: Estimate } | undefined;
  return waves.map((wave) => {
    const estimate = figure(own, wave);
    const change = changeSince(context, question, previous, wave, estimate);
    if (estimate) previous = { wave, estimate };
    return { wave, estimate, compared: figure(parent, wave), change };
  });
}

/** Change on the last wave in which the question was asked. */
function changeSince(
  { survey }: ReportContext,
  question: Subject["question"],
  previous: { readonly wave: string; readonly estimate: Estimate } | undefined,
  wave: string,
  estimate: Estimate | undefined,
): Difference {
  if (!estimate) return { status: "untested", reason: "base" };
  if (!previous) return { status: "untested", reason: "first" };
  if (!comparable(question, waveIds(survey), previous.wave, wave))
    return { status: "untested", reason: "break" };
  return differenceOf(estimate, previous.estimate);
}

/** Waves at which figures stop being comparable. */
function breaksOf({ survey }: ReportContext, { question }: Subject): readonly string[] {
  const waves = waveIds(survey);
  return waves.filter((wave, at) => at > 0 && !comparable(question, waves, waves[at - 1] ?? wave, wave));
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

function TrendTable({
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
  const { words } = context;
  const { unit } = subject;
  return (
    <TableFrame label={words.trendTitle}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{words.wave}</th>
            <th scope="col" class="number">
              {words.measureNames[subject.measure.name]}
            </th>
            <th scope="col" class="number">
              {words.interval}
            </th>
            <th scope="col" class="number">
              {words.base}
            </th>
            <th scope="col" class="number">
              {words.change}
            </th>
            {context.branch && (
              <th scope="col" class="number">
                {parentName(context)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <tr key={row.wave}>
              <th scope="row">{waveTitle(context, row.wave)}</th>
              <td class="number score">
                <Value estimate={row.estimate} unit={unit} context={context} />
              </td>
              <td class="number">
                <IntervalText estimate={row.estimate} unit={unit} context={context} />
              </td>
              <td class="number">
                <Base estimate={row.estimate} context={context} />
              </td>
              <td class="number">
                <Change
                  difference={row.change}
                  unit={unit}
                  judge={judge}
                  context={context}
                  lowerIsBetter={lowerIsBetter(subject.question)}
                />
              </td>
              {context.branch && (
                <td class="number">
                  <Value estimate={row.compared} unit={unit} context={context} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
