import type { Counts } from "../counts/request.ts";
import type { Dimension } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import { comparedWaves, previousWave, type ReportContext } from "./context.ts";
import { changeOf, figureOf } from "./figures.ts";
import type { Judge, Panel } from "./panel.ts";
import { axisOfRows, bestFirst, type ScoreRow, ScoreTable } from "./score-table.tsx";
import { betterOf, endsOf, measureHead, type Subject } from "./subject.ts";

interface Part {
  readonly dimension: Dimension;
  readonly rows: readonly ScoreRow[];
}

/** A table with more groups than this is folded away. */
const shownGroups = 24;

/** A question's score by each dimension: the widest level of the hierarchy and everything outside it. */
export function breakdown(subject: Subject): Panel<readonly Part[]> {
  const { question } = subject;
  return {
    needs: (context) => {
      const request = { questions: [question.id], waves: comparedWaves(context), by: [], slice: everybody };
      return [request, ...dimensionsOf(context).map(({ id }) => ({ ...request, by: [id] }))];
    },
    read: (context, [whole, ...parts]) =>
      dimensionsOf(context)
        .map((dimension, at) => ({
          dimension,
          rows: rowsOf(context, subject, dimension, [whole, parts[at]]),
        }))
        .filter(({ rows }) => rows.length > 0),
    claims: (parts) => parts.flatMap(({ rows }) => rows.map(({ change }) => change)),
    draw: (context, parts, judge) =>
      parts.length === 0 ? null : <Breakdown {...{ context, parts, judge, subject }} />,
  };
}

function rowsOf(
  context: ReportContext,
  subject: Subject,
  dimension: Dimension,
  counts: readonly (Counts | undefined)[],
): readonly ScoreRow[] {
  const { question, measure } = subject;
  const from = previousWave(context);
  const cascade = counts.filter((level) => level !== undefined);
  const rows = dimension.options.map(({ id, label }): ScoreRow => {
    const figure = (wave: string) => figureOf(context, cascade, { question, measure, wave, path: [id] });
    const estimate = figure(context.wave);
    const earlier = from === undefined ? undefined : figure(from);
    const slice = { [dimension.id]: [id] };
    return {
      id,
      label: label[context.language],
      estimate,
      change: changeOf(context, question, { slice, from, to: context.wave, earlier, later: estimate }),
      better: betterOf(subject),
    };
  });
  return bestFirst(
    rows.filter(({ estimate }) => estimate && estimate.status !== "none" && estimate.status !== "unprinted"),
  );
}

function Breakdown({
  context,
  parts,
  judge,
  subject,
}: {
  readonly context: ReportContext;
  readonly parts: readonly Part[];
  readonly judge: Judge;
  readonly subject: Subject;
}) {
  const { words, language } = context;
  const ends = endsOf(subject);
  const axis = axisOfRows(
    parts.flatMap(({ rows }) => rows),
    ends,
  );
  const table = ({ dimension, rows }: Part) => (
    <ScoreTable
      caption={words.breakdownBy(dimension.title[language])}
      head={dimension.title[language]}
      groups={[{ measure: measureHead(subject, context), unit: subject.unit, ends, rows }]}
      {...(axis ? { axis } : {})}
      context={context}
      judge={judge}
    />
  );
  return (
    <section class="panel" id="breakdown">
      <h2>{words.breakdownTitle}</h2>
      {parts.map((part) => (
        <section key={part.dimension.id}>
          <h3>{words.breakdownBy(part.dimension.title[language])}</h3>
          {part.rows.length <= shownGroups ? (
            table(part)
          ) : (
            <details>
              <summary>{words.allGroups(part.rows.length)}</summary>
              {table(part)}
            </details>
          )}
        </section>
      ))}
    </section>
  );
}

function dimensionsOf({ survey }: ReportContext): readonly Dimension[] {
  const lower = new Set(survey.hierarchy.slice(1));
  return survey.dimensions.filter(({ id }) => !lower.has(id));
}
