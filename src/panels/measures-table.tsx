import type { Estimate } from "../measures/estimate.ts";
import { isShown } from "../measures/estimate.ts";
import type { Measure } from "../measures/measure.ts";
import { measures } from "../measures/registry.ts";
import type { Question } from "../survey/question.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { figureOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { Base, IntervalText, TableFrame, Value } from "./parts.tsx";

interface MeasureRow {
  readonly measure: Measure;
  readonly weighted: Estimate | undefined;
  readonly unweighted: Estimate | undefined;
}

const listed = [
  measures.mean,
  measures.nps,
  measures.top1,
  measures.top2,
  measures.bottom2,
  measures.net,
  measures.satisfied,
];

/** Every measure of a question in one table, weighted and unweighted side by side where the wave has weights. */
export function measuresTable(question: Question): Panel<readonly MeasureRow[]> {
  return {
    needs: ({ wave, slice }) => [{ questions: [question.id], waves: [wave], by: [], slice }],
    read: (context, [counts]) =>
      listed
        .filter((measure) => measure.appliesTo(question))
        .map((measure) => {
          const figure = (weighting: "weighted" | "unweighted") =>
            counts && figureOf(context, counts, { question, measure, wave: context.wave, weighting });
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
  return (
    <section class="panel" id="measures">
      <h2>{words.measuresTitle}</h2>
      <p class="lead">{weighted ? words.weightedNote : words.unweightedWave}</p>
      <TableFrame label={words.measuresTitle}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              <th scope="col">{words.method}</th>
              <th scope="col" class="number">
                {weighted ? words.weighted : words.value}
              </th>
              <th scope="col" class="number">
                {words.interval}
              </th>
              <th scope="col" class="number">
                {words.base}
              </th>
              <th scope="col" class="number">
                {words.effectiveBase}
              </th>
              {weighted && (
                <th scope="col" class="number">
                  {words.unweighted}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ measure, weighted: figure, unweighted }) => {
              const unit = measure.unitOf(question);
              return (
                <tr key={measure.name}>
                  <th scope="row">{words.measureNames[measure.name]}</th>
                  <td>
                    <a href={`${links.methods}#${measure.method}`}>{measure.method}</a>
                  </td>
                  <td class="number score">
                    <Value estimate={figure} unit={unit} context={context} />
                  </td>
                  <td class="number">
                    <IntervalText estimate={figure} unit={unit} context={context} />
                  </td>
                  <td class="number">
                    <Base estimate={figure} context={context} />
                  </td>
                  <td class="number">
                    {figure && isShown(figure) && formatNumber(figure.effective, language)}
                  </td>
                  {weighted && (
                    <td class="number">
                      <Value estimate={unweighted} unit={unit} context={context} />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
