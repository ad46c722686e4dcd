import type { Counts } from "../counts/request.ts";
import type { Dimension } from "../survey/survey.ts";
import { previousWave, type ReportContext } from "./context.ts";
import { changeOf, figureOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { axisOfRows, bestFirst, type ScoreRow, ScoreTable } from "./score-table.tsx";
import { endsOf, lowerIsBetter, measureHead, type Subject } from "./subject.ts";

interface BreakdownModel {
  readonly parts: readonly { readonly dimension: Dimension; readonly rows: readonly ScoreRow[] }[];
}

/** A table with more groups than this is folded away. */
const shownGroups = 24;

/** A question's score by each dimension: the widest level of the hierarchy and everything outside it. */
export function breakdown(subject: Subject): Panel<BreakdownModel> {
  const { question, measure } = subject;
  return {
    needs: (context) => {
      const waves = [previousWave(context), context.wave].filter((wave) => wave !== undefined);
      return dimensionsOf(context).map(({ id }) => ({
        questions: [question.id],
        waves,
        by: [id],
        slice: context.slice,
      }));
    },
    read: (context, counts) => ({
      parts: dimensionsOf(context)
        .map((dimension, at) => ({ dimension, rows: rowsOf(context, dimension, counts[at]) }))
        .filter(({ rows }) => rows.length > 0),
    }),
    claims: ({ parts }) => parts.flatMap(({ rows }) => rows.map(({ change }) => change)),
    draw: (context, { parts }, judge) => {
      const { words, language } = context;
      if (parts.length === 0) return null;
      const axis = axisOfRows(
        parts.flatMap(({ rows }) => rows),
        endsOf(subject),
      );
      const table = (dimension: Dimension, rows: readonly ScoreRow[]) => (
        <ScoreTable
          caption={words.breakdownBy(dimension.title[language])}
          head={dimension.title[language]}
          groups={[
            { measure: measureHead(subject, context), unit: subject.unit, ends: endsOf(subject), rows },
          ]}
          axis={axis}
          context={context}
          judge={judge}
        />
      );
      return (
        <section class="panel" id="breakdown">
          <h2>{words.breakdownTitle}</h2>
          {parts.map(({ dimension, rows }) => (
            <section key={dimension.id}>
              <h3>{words.breakdownBy(dimension.title[language])}</h3>
              {rows.length <= shownGroups ? (
                table(dimension, rows)
              ) : (
                <details>
                  <summary>{words.allGroups(rows.length)}</summary>
                  {table(dimension, rows)}
                </details>
              )}
            </section>
          ))}
        </section>
      );
    },
  };

  function rowsOf(
    context: ReportContext,
    dimension: Dimension,
    counts: Counts | undefined,
  ): readonly ScoreRow[] {
    if (!counts) return [];
    const from = previousWave(context);
    const rows = dimension.options.map(({ id, label }): ScoreRow => {
      const figure = (wave: string | undefined) =>
        wave === undefined ? undefined : figureOf(context, counts, { question, measure, wave, key: [id] });
      const estimate = figure(context.wave);
      return {
        id,
        label: label[context.language],
        estimate,
        change: changeOf(context, question, {
          slice: { ...context.slice, [dimension.id]: [id] },
          from,
          to: context.wave,
          earlier: figure(from),
          later: estimate,
        }),
        lowerIsBetter: lowerIsBetter(question),
      };
    });
    return bestFirst(rows.filter(({ estimate }) => estimate !== undefined && estimate.status !== "none"));
  }
}

function dimensionsOf({ survey }: ReportContext): readonly Dimension[] {
  const lower = new Set(survey.hierarchy.slice(1));
  return survey.dimensions.filter(({ id }) => !lower.has(id));
}
