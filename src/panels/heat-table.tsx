import { type Estimate, isShown } from "../measures/estimate.ts";
import { dimensionOf, waveIds } from "../survey/survey.ts";
import { formatNumber, formatRange, formatValue, plainNumber } from "../words/numbers.ts";
import { baseLine } from "./base-line.ts";
import { ChartFigure } from "./chart-figure.tsx";
import type { ReportContext } from "./context.ts";
import { indexRequests, sumsOf } from "./figures.ts";
import { FiguresTable } from "./figures-table.tsx";
import {
  cellShade,
  childrenOf,
  furthestCells,
  type HeatCell,
  type HeatModel,
  type HeatRow,
  heatModel,
  shadeSteps,
} from "./heat-model.ts";
import type { Panel } from "./panel.ts";
import { Base, TableFrame, Value } from "./parts.tsx";
import { PooledNote, poolText } from "./pooled-note.tsx";
import { spanOfLevel } from "./pooling.ts";
import { levelTitle } from "./stands-out.ts";
import type { IndexSubject } from "./subject.ts";

/**
 * The factors of the index in every branch under the page's own, shaded by how far each is from the whole's. Branches
 * that are shown over several waves where the whole is not are held against their own mean, as the two would not speak
 * of the same time. It tests nothing: every figure is that of the branch's own page.
 */
export function heatTable(subject: IndexSubject): Panel<HeatModel> {
  const options = ({ survey }: ReportContext) => ({ waves: waveIds(survey), below: true });
  return {
    needs: () => [],
    pairs: (context) => (childrenOf(context).length > 1 ? indexRequests(context, options(context)) : []),
    read: (context, counts, pairs) => heatModel(context, subject, sumsOf(counts, pairs)),
    claims: () => [],
    draw: (context, model) =>
      model.rows.length > 1 && model.columns.length > 2 ? (
        <HeatFigure context={context} model={model} subject={subject} />
      ) : null,
  };
}

interface HeatProps {
  readonly context: ReportContext;
  readonly model: HeatModel;
  readonly subject: IndexSubject;
}

function HeatFigure(props: HeatProps) {
  const { context, model, subject } = props;
  const { words, survey, branch } = context;
  const level = branch?.path.length ?? 0;
  const when = poolText(context, context.wave, spanOfLevel(survey, level + 1));
  return (
    <ChartFigure
      id="heat"
      title={words.charts.heat.title}
      takeaway={takeawayOf(props)}
      base={baseLine(
        model.rows.map(({ estimates: [index] }) => index),
        { when, each: words.figure.eachOf(levelTitle(context, level)), context },
      )}
      picture={<ShadedTable {...props} />}
      legend={
        <p class="note">
          {(model.whole ? words.charts.heat.ofWhole : words.charts.heat.ofMean)(stepsText(subject, context))}
        </p>
      }
      notes={
        <>
          <Withheld {...props} />
          <PooledNote context={context} level={level + 1} />
        </>
      }
      table={<IntervalsTable {...props} />}
      subject={subject.id}
      context={context}
    />
  );
}

/** The factor of a branch that is furthest above, and the one that is furthest below; a description. */
function takeawayOf({ context, model, subject }: HeatProps): string {
  const { language, words } = context;
  const { heat } = words.charts;
  const { least, most } = furthestCells(model);
  const figure = (value: number) => formatValue(value, subject.unit, language);
  const say = ({ row, column, value, centre }: HeatCell) =>
    heat.cell(column.name[language], row.branch.label[language], figure(value), figure(centre));
  const ends = [...(least ? [heat.least(say(least))] : []), ...(most ? [heat.most(say(most))] : [])];
  const told = ends.length > 0 ? ends : [heat.near(plainNumber(shadeSteps[subject.unit][0] ?? 0, language))];
  return [...told, heat.untested].join(words.sentenceGap);
}

/** Where shades begin, in points. */
function stepsText({ unit }: IndexSubject, { language, words }: ReportContext): string {
  const steps = shadeSteps[unit].map((from) => plainNumber(from, language));
  return steps.join(words.listSeparator);
}

function ShadedTable({ context, model, subject }: HeatProps) {
  const { words, language, links, survey, branch } = context;
  const { columns, rows, whole } = model;
  const title = dimensionOf(survey, survey.hierarchy[branch?.path.length ?? 0] ?? "").title[language];
  return (
    <TableFrame label={words.charts.heat.title}>
      <table class="heat">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {whole && (
            <tr class="whole">
              <th scope="row">{branch?.label[language] ?? words.all}</th>
              {columns.map(({ id, name }, at) => (
                <td key={id} data-label={name[language]}>
                  <Value estimate={whole[at]} unit={subject.unit} context={context} />
                </td>
              ))}
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.branch.slugs.join("/")}>
              <th scope="row">
                <a href={links.branch(row.branch)}>{row.branch.label[language]}</a>{" "}
                <small>
                  <BaseOf estimate={row.estimates[0]} context={context} />
                </small>
              </th>
              {columns.map(({ id, name }, at) => (
                <td
                  key={id}
                  data-label={name[language]}
                  data-shade={cellShade(model, row, at) || undefined}
                  title={cellTitle(row.estimates[at], subject, context)}
                >
                  <Value estimate={row.estimates[at]} unit={subject.unit} context={context} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function BaseOf({
  estimate,
  context,
}: {
  readonly estimate: Estimate | undefined;
  readonly context: ReportContext;
}) {
  if (!estimate || !isShown(estimate)) return null;
  return (
    <>
      {context.words.baseShort} <Base estimate={estimate} context={context} />
    </>
  );
}

function cellTitle(
  estimate: Estimate | undefined,
  { unit }: IndexSubject,
  { words, language }: ReportContext,
): string | undefined {
  if (!estimate || !isShown(estimate)) return undefined;
  const { low, high, n } = estimate;
  return `${words.interval} ${formatRange(low, high, unit, language)}${words.clauseSeparator}${words.baseShort} ${formatNumber(n, language)}`;
}

/** Why some cells have no figure. */
function Withheld({ context, model }: HeatProps) {
  const { words, survey } = context;
  const hidden = model.rows.some(({ estimates }) => estimates.some((one) => one?.status === "withheld"));
  return hidden ? (
    <p class="note">{`${words.withheld}${words.colon}${words.withheldWhy(survey.base.minimum)}`}</p>
  ) : null;
}

/** Every figure with its interval. */
function IntervalsTable({ context, model, subject }: HeatProps) {
  const { words, language } = context;
  const { unit } = subject;
  return (
    <FiguresTable<HeatRow>
      label={`${words.charts.heat.title} ${words.interval}`}
      head={{ title: words.branches, cell: ({ branch }) => branch.label[language] }}
      columns={[
        ...model.columns.map(({ name }, at) => ({
          title: name[language],
          kind: "number" as const,
          cell: ({ estimates }: HeatRow) => {
            const estimate = estimates[at];
            if (!estimate || !isShown(estimate))
              return <Value estimate={estimate} unit={unit} context={context} />;
            return (
              <>
                {formatValue(estimate.value, unit, language)}
                <small class="aside range">{formatRange(estimate.low, estimate.high, unit, language)}</small>
              </>
            );
          },
        })),
        {
          title: words.base,
          kind: "number" as const,
          cell: ({ estimates: [index] }: HeatRow) => <Base estimate={index} context={context} />,
        },
      ]}
      rows={model.rows}
    />
  );
}
