import { isShown } from "../measures/estimate.ts";
import { partOfIndex } from "../measures/index/cascade.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { waveIds } from "../survey/survey.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { formatNumber } from "../words/numbers.ts";
import { movedAt } from "./changes-of.ts";
import { ChartFigure } from "./chart-figure.tsx";
import type { ReportContext } from "./context.ts";
import { valueBefore } from "./figure-before.ts";
import { indexPartsAt, indexRequests, parentFigure, type Sums, sumsOf } from "./figures.ts";
import { PartsTable } from "./index-parts-table.tsx";
import { lostLead } from "./lost-lead.ts";
import { LostPoints, type LostRow } from "./lost-points.tsx";
import type { Judge, Panel } from "./panel.ts";
import { poolText, spanOfPage } from "./pooled-note.tsx";
import { type ChartedRow, changesText, dotOf, drawScoreDots, marksOf } from "./score-dots.tsx";
import { ScoreKey } from "./score-key.tsx";
import { bestFirst } from "./score-table.tsx";
import { sparkTrend } from "./spark-points.ts";
import { endsOf, type IndexSubject, indexSubjects } from "./subject.ts";

interface IndexPartsModel {
  /** The part whose members are listed; undefined where nobody answered. */
  readonly whole: IndexPart | undefined;
  readonly rows: readonly PartRow[];
}

export interface PartRow extends LostRow, ChartedRow {
  readonly subject: IndexSubject;
}

/** The factors of the index, or of one of its factors, best first, each with the points that it costs (M10). */
export function indexParts(of: IndexSubject): Panel<IndexPartsModel> {
  const options = ({ survey }: ReportContext) => ({ waves: waveIds(survey) });
  return {
    needs: () => [],
    pairs: (context) => indexRequests(context, options(context)),
    read: (context, counts, pairs) => modelOf(context, of, sumsOf(counts, pairs)),
    claims: ({ rows }) => rows.map(({ change }) => change),
    draw: (context, { whole, rows }, judge) =>
      rows.length > 0 && whole ? <Parts {...{ context, whole, rows, of, judge }} /> : null,
  };
}

export interface PartsProps {
  readonly context: ReportContext;
  readonly of: IndexSubject;
  readonly whole: IndexPart;
  readonly rows: readonly PartRow[];
  readonly judge: Judge;
}

function Parts({ context, of, whole, rows, judge }: PartsProps) {
  const { words, survey, wave, language } = context;
  const { index, scores } = words;
  const from = waveBefore(survey, wave, spanOfPage(context));
  const before = from === undefined ? undefined : poolText(context, from);
  const sorted = bestFirst(rows);
  const options = { unit: of.unit, judge, context };
  const dots = sorted.map((row) => dotOf(row, options));
  const clear = dots.some(({ aside }) => aside !== undefined) && before !== undefined;
  const table = <PartsTable {...{ context, of, whole, rows: sorted, judge }} />;
  const now = poolText(context, wave);
  const base = isShown(whole.estimate)
    ? scores.base(words.answers(formatNumber(whole.estimate.n, language)), now)
    : scores.bases(now);
  const lead = [changesText(sorted, before, options), index.factorsLead];
  const takeaway = lead.filter((text) => text !== undefined).join(words.sentenceGap);
  if (!dots.some(({ score }) => score))
    return (
      <section class="panel" id="factors">
        <h2>{scores.factorsTitle}</h2>
        {table}
      </section>
    );
  return (
    <>
      <ChartFigure
        id="factors"
        title={scores.factorsTitle}
        takeaway={takeaway}
        base={base}
        draw={drawScoreDots(
          {
            groups: [{ dots }],
            unit: of.unit,
            ends: endsOf(of),
            ...(clear ? { asideHead: scores.clearHead(before) } : {}),
            context,
          },
          scores.factorsTitle,
        )}
        legend={
          <ScoreKey
            marks={marksOf(dots, { context, wave: now, from: before })}
            axis={scores.scale(String(endsOf(of).min), String(endsOf(of).max))}
          />
        }
        table={table}
        context={context}
      />
      <LostPoints
        of={of}
        rows={sorted}
        takeaway={lostLead(whole, of, context)}
        base={base}
        context={context}
        judge={judge}
      />
    </>
  );
}

function modelOf(context: ReportContext, of: IndexSubject, sums: Sums): IndexPartsModel {
  const { survey, wave, language, words } = context;
  const index = indexPartsAt(context, sums.pairs, { wave });
  const whole = index && partOfIndex(index, of.id);
  const from = waveBefore(survey, wave, spanOfPage(context));
  const earlier = from === undefined ? undefined : indexPartsAt(context, sums.pairs, { wave: from });
  const subjects = indexSubjects(survey);
  const members = subjects.find(({ id }) => id === of.id)?.members ?? [];
  const rows = members.flatMap((id): readonly PartRow[] => {
    const subject = subjects.find((candidate) => candidate.id === id);
    if (!subject) return [];
    const moved = movedAt(context, subject, sums, { wave });
    const previous = valueBefore(context, subject, sums, { wave, ...moved });
    const part = whole && partOfIndex(whole, id);
    return [
      {
        id,
        label: subject.name[language],
        href: context.links.factor(id),
        ...(subject.owner ? { aside: words.index.owner(subject.owner[language]) } : {}),
        ...moved,
        previous,
        trend: sparkTrend(context, subject, sums, { wave }),
        compared: parentFigure(context, subject, sums, wave),
        better: "higher",
        part,
        lostBefore: lostBefore({ part, previous }, earlier && partOfIndex(earlier, id), endsOf(of).max),
        subject,
      },
    ];
  });
  return { whole, rows };
}

/** What a factor cost in the wave before, where it had the same weight and its two scores can be compared. */
function lostBefore(
  { part, previous }: Pick<PartRow, "part" | "previous">,
  earlier: IndexPart | undefined,
  max: number,
): number | undefined {
  if (!part || !earlier || previous === undefined) return undefined;
  return Math.abs(part.share - earlier.share) < 1e-9 ? part.share * (max - previous) : undefined;
}
