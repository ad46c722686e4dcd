import type { Estimate } from "../measures/estimate.ts";
import { isShown } from "../measures/estimate.ts";
import type { Measure } from "../measures/measure.ts";
import { measures } from "../measures/registry.ts";
import type { Question } from "../survey/question.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { cascadeRequests, figureOf } from "./figures.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { Base, IntervalText, Value } from "./parts.tsx";
import { allPublished, PublishedNote } from "./published.tsx";
import { measureName } from "./subject.ts";

interface MeasureRow {
  readonly measure: Measure;
  readonly weighted: Estimate | undefined;
  readonly unweighted: Estimate | undefined;
}

/** Single options have a panel of their own. */
const listed = Object.values(measures).filter(({ name }) => name !== "share");

/** Every measure of a question in one table, weighted and unweighted side by side where the wave has weights. */
export function measuresTable(question: Question): Panel<readonly MeasureRow[]> {
  return {
    needs: (context) => cascadeRequests(context, { questions: [question.id], waves: [context.wave] }),
    read: (context, cascade) =>
      listed
        .filter((measure) => measure.appliesTo(question))
        .map((measure) => {
          const figure = (weighting: "weighted" | "unweighted") =>
            figureOf(context, cascade, { question, measure, wave: context.wave, weighting });
          return { measure, weighted: figure("weighted"), unweighted: figure("unweighted") };
        }),
    claims: () => [],
    draw: (context, rows) =>
      rows.some(({ unweighted }) => unweighted) ? <MeasuresTable {...{ context, rows, question }} /> : null,
  };
}

function MeasuresTable({
  context,
  rows,
  question,
}: {
  readonly context: ReportContext;
  readonly rows: readonly MeasureRow[];
  readonly question: Question;
}) {
  const { words, language, weightedWaves, wave, links } = context;
  const weighted = weightedWaves.has(wave);
  const published = allPublished(rows.map((row) => row.weighted));
  const value = (estimate: Estimate | undefined, measure: Measure) => (
    <Value estimate={estimate} unit={measure.unitOf(question)} context={context} />
  );
  const columns: readonly Column<MeasureRow>[] = [
    {
      title: words.method,
      cell: ({ measure }) => <a href={`${links.methods}#${measure.method}`}>{measure.method}</a>,
    },
    {
      title: weighted ? words.weighted : words.value,
      kind: "score",
      cell: (row) => (
        <>
          {value(row.weighted, row.measure)}
          <Deviation estimate={row.weighted} context={context} />
        </>
      ),
    },
    {
      title: words.interval,
      kind: "number",
      cell: (row) => (
        <IntervalText estimate={row.weighted} unit={row.measure.unitOf(question)} context={context} />
      ),
    },
    { title: words.base, kind: "number", cell: (row) => <Base estimate={row.weighted} context={context} /> },
    {
      title: words.effectiveBase,
      kind: "number",
      cell: (row) =>
        row.weighted && isShown(row.weighted) ? formatNumber(row.weighted.effective, language) : null,
    },
    {
      title: words.unweighted,
      kind: "number",
      cell: (row) => value(row.unweighted, row.measure),
    },
  ];
  return (
    <section class="panel" id="measures">
      <h2>{words.measuresTitle}</h2>
      {!published && (
        <p class="lead">
          {weighted ? words.weightedNote : words.unweightedWave}
          {words.sentenceGap}
          <a href={links.weights}>{words.weighting.link}</a>
        </p>
      )}
      <FiguresTable
        label={words.measuresTitle}
        head={{
          title: words.measure,
          cell: ({ measure }: MeasureRow) => measureName(question, measure, words),
        }}
        columns={weighted ? columns : columns.slice(0, -1)}
        rows={rows}
      />
      <PublishedNote estimates={rows.map((row) => row.weighted)} context={context} />
    </section>
  );
}

/** The standard deviation of single answers, under a mean. */
function Deviation({
  estimate,
  context,
}: {
  readonly estimate: Estimate | undefined;
  readonly context: ReportContext;
}) {
  if (!estimate || !isShown(estimate) || estimate.deviation === undefined) return null;
  const { words, language } = context;
  return <small class="aside">{`${words.deviation} ${formatNumber(estimate.deviation, language, 2)}`}</small>;
}
