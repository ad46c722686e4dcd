import { type Estimate, hasValue } from "../measures/estimate.ts";
import type { Dimension } from "../survey/survey.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { everybody, sliceText } from "../views/slice.ts";
import { changeOf } from "./changes-of.ts";
import { comparedWaves, type ReportContext } from "./context.ts";
import { figureAt, indexRequest, type Sums, sumsOf } from "./figures.ts";
import { DimensionGroups, endsOfList, mostListed } from "./folded-groups.tsx";
import type { Judge, Panel } from "./panel.ts";
import type { ScoreRow } from "./score-row.tsx";
import { axisOfRows, bestFirst, ScoreTable } from "./score-table.tsx";
import { betterOf, endsOf, measureHead, type Subject } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";

/** A group with its figure of the wave before. */
interface GroupRow extends ScoreRow {
  readonly earlier: Estimate | undefined;
}

/** The groups of a dimension, best first. */
export interface Part {
  readonly dimension: Dimension;
  readonly rows: readonly GroupRow[];
}

/** A figure by each dimension outside the hierarchy, whose branches have a table of their own. */
export function breakdown(subject: Subject): Panel<readonly Part[]> {
  return {
    needs: (context) =>
      subject.kind === "index"
        ? []
        : groupingsOf(context).map((groups) => ({ questions: [subject.id], ...groups })),
    pairs: (context) =>
      subject.kind === "index"
        ? groupingsOf(context).flatMap((groups) => indexRequest(context.survey, groups))
        : [],
    read: (context, counts, pairs) =>
      dimensionsOf(context)
        .map((dimension, at) => ({
          dimension,
          rows: rowsOf(context, subject, dimension, sumsOf(levels(counts, at), levels(pairs, at))),
        }))
        .filter(({ rows }) => rows.length > 0),
    claims: (parts) => parts.flatMap(({ rows }) => rows.map(({ change }) => change)),
    draw: (context, parts, judge) =>
      parts.length === 0 ? null : <Breakdown {...{ context, parts, judge, subject }} />,
  };
}

/** Everybody, then each dimension. */
export function groupingsOf(context: ReportContext) {
  const whole = { waves: comparedWaves(context), by: [], slice: everybody };
  return [whole, ...dimensionsOf(context).map(({ id }) => ({ ...whole, by: [id] }))];
}

/** The cascade of one dimension. */
export function levels<Counted>(counts: readonly Counted[], dimension: number): readonly Counted[] {
  return [counts[0], counts[dimension + 1]].filter((level) => level !== undefined);
}

function rowsOf(
  context: ReportContext,
  subject: Subject,
  dimension: Dimension,
  sums: Sums,
): readonly GroupRow[] {
  const { survey, language, wave: to } = context;
  const from = waveBefore(survey, to);
  const made = { id: subject.id, questions: questionsUnder(survey, subject) };
  const families = [{ kind: "groups", of: `${subject.id} by dimension` }] as const;
  const rows = dimension.options.map(({ id, label }): GroupRow => {
    const figure = (wave: string) => figureAt(context, subject, sums, { wave, path: [id] });
    const estimate = figure(to);
    const earlier = from === undefined ? undefined : figure(from);
    const slice = { [dimension.id]: [id] };
    return {
      id,
      label: label[language],
      ...(survey.filters.includes(dimension.id) ? { slice: sliceText(slice) } : {}),
      estimate,
      earlier,
      change: changeOf(survey, made, { slice, from, to, earlier, later: estimate, families }),
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
  const listedOf = ({ rows }: Part) => {
    if (rows.length <= mostListed) return rows;
    const shown = rows.filter(({ estimate }) => estimate && hasValue(estimate));
    return endsOfList(shown, ({ change }) => change.status === "tested" && judge(change) !== "unclear");
  };
  const table = ({ dimension }: Part, rows: readonly GroupRow[]) => (
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
      {parts.map((part) => {
        const rows = listedOf(part);
        return (
          <DimensionGroups
            key={part.dimension.id}
            dimension={part.dimension}
            listed={rows.length}
            count={part.rows.length}
            note={words.tables.onlyEnds}
            context={context}
          >
            {table(part, rows)}
          </DimensionGroups>
        );
      })}
    </section>
  );
}

export function dimensionsOf({ survey }: ReportContext): readonly Dimension[] {
  return survey.dimensions.filter(({ id }) => !survey.hierarchy.includes(id));
}
