import { type TrendBreak, type TrendPoint, trendChart } from "../charts/trend.ts";
import { type Estimate, hasValue, isShown } from "../measures/estimate.ts";
import { waveIds } from "../survey/survey.ts";
import { formatNumber, formatPublished, formatValue } from "../words/numbers.ts";
import { baseLine } from "./base-line.ts";
import { includedNote } from "./branch-history.tsx";
import { breakText } from "./break-text.ts";
import { BreakNotes } from "./breaks.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { subjectPairs, subjectRequests, sumsOf } from "./figures.ts";
import { type OtherScale, OtherScalesNote } from "./other-scales.tsx";
import type { Panel } from "./panel.ts";
import { parentName } from "./parent.ts";
import { eachText, fewNamesOf, spanOfPage } from "./pooled-note.tsx";
import { allPublished, PublishedNote } from "./published.tsx";
import { endsOf, isQuantity, type Subject } from "./subject.ts";
import { extremesOf, isBroken, isDrawn } from "./trend-extremes.ts";
import { type TrendRow, trendRows } from "./trend-model.ts";
import { ParentBreakNotes, WithoutNotes } from "./trend-notes.tsx";
import { TrendTable } from "./trend-table.tsx";

/** A figure wave by wave with its interval, beside the parent branch's where there is one. */
export function trend(subject: Subject): Panel<readonly TrendRow[]> {
  return {
    needs: (context) => subjectRequests(context, subject, { waves: waveIds(context.survey) }),
    pairs: (context) => subjectPairs(context, subject, { waves: waveIds(context.survey) }),
    read: (context, counts, pairs) => trendRows(context, subject, sumsOf(counts, pairs)),
    claims: () => [],
    draw: (context, rows) => {
      const known = knownBy(context, rows);
      return known.filter(isDrawn).length > 1 ? (
        <Trend {...{ context, subject }} rows={known} all={rows} />
      ) : null;
    },
  };
}

/** The rows up to the page's wave: an earlier wave's page does not know what came after, which only its table lists. */
function knownBy({ survey, wave }: ReportContext, rows: readonly TrendRow[]): readonly TrendRow[] {
  const order = waveIds(survey);
  return rows.filter((row) => order.indexOf(row.wave) <= order.indexOf(wave));
}

interface TrendProps {
  readonly context: ReportContext;
  readonly rows: readonly TrendRow[];
  readonly subject: Subject;
}

function Trend({ context, rows, all, subject }: TrendProps & { readonly all: readonly TrendRow[] }) {
  const { words, language, branch } = context;
  const ends = endsOf(subject);
  const drawn = rows.filter((row) => row.sameScale && isDrawn(row));
  const end = (value: number) =>
    subject.unit === "proportion"
      ? formatPublished(value, subject.unit, language)
      : formatNumber(value, language);
  const included = includedNote(context);
  const hasChart = drawn.length > 1;
  return (
    <ChartFigure
      id="trend"
      title={words.trendTitle}
      takeaway={[leadOf(context, rows, subject), extremesOf(context, drawn, subject)]
        .filter((text) => text !== undefined)
        .join(words.sentenceGap)}
      base={baseLine(
        rows.map(({ estimate }) => estimate),
        { when: wavesOf(context, rows), each: eachText(context), context },
      )}
      {...(hasChart ? { draw: trendDrawing({ context, rows, subject }) } : {})}
      legend={hasChart && branch && rows.some(({ compared }) => compared) && <TrendKey context={context} />}
      notes={
        <>
          {spanOfPage(context) > 1 && <p class="note">{words.index.pooledTrend(spanOfPage(context))}</p>}
          {included !== undefined && <p class="note">{included}</p>}
          {hasChart && Number.isFinite(ends.min) && Number.isFinite(ends.max) && (
            <p class="note">
              {(isQuantity(subject) ? words.axisCutQuantity : words.axisCut)(end(ends.min), end(ends.max))}
            </p>
          )}
          {subject.kind === "question" && (
            <OtherScalesNote context={context} question={subject.question} others={otherScales(all)} />
          )}
          {hasChart && <WithoutNotes context={context} rows={drawn} />}
          <BreakNotes context={context} breaks={rows.filter(isBroken)} named={subject.kind === "index"} />
          <ParentBreakNotes context={context} rows={rows} />
          <PublishedNote
            estimates={rows.flatMap(({ estimate, compared }) => [estimate, compared])}
            context={context}
          />
        </>
      }
      table={<TrendTable {...{ context, subject }} rows={all} />}
      open={!hasChart}
      subject={subject.id}
      context={context}
    />
  );
}

/** The page's own line and its parent's. */
export function TrendKey({ context }: { readonly context: ReportContext }) {
  return (
    <ul class="key">
      <li>
        <span class="line" />
        {context.branch?.label[context.language]}
      </li>
      <li>
        <span class="line dashed" />
        {parentName(context)}
      </li>
    </ul>
  );
}

/** Waves with a figure that has no place on the page's axis. */
function otherScales(rows: readonly TrendRow[]): readonly OtherScale[] {
  return rows.flatMap(({ wave, scale, sameScale, estimate }) =>
    estimate && scale && !sameScale ? [{ wave, scale }] : [],
  );
}

/** The first and the last wave with a figure. */
function wavesOf(context: ReportContext, rows: readonly TrendRow[]): string {
  const known = rows.filter(isDrawn);
  const [first, last] = [known[0], known.at(-1)].map((row) => waveTitle(context, row?.wave ?? ""));
  return first === last ? `${first}` : context.words.index.span(`${first}`, `${last}`);
}

function leadOf(context: ReportContext, rows: readonly TrendRow[], { name }: Subject): string {
  const known = rows.filter(isDrawn);
  const title = (row: TrendRow | undefined) => waveTitle(context, row?.wave ?? "");
  const { words, language } = context;
  const lead = allPublished(rows.map(({ estimate }) => estimate))
    ? words.trendLeadPublished
    : words.trendLead;
  return lead(name[language], title(known[0]), title(known.at(-1)));
}

function trendDrawing({ context, rows, subject }: TrendProps): (width: number) => Element {
  const { words, language, document, branch } = context;
  const { name, unit } = subject;
  const text = allPublished(rows.map(({ estimate }) => estimate)) ? formatPublished : formatValue;
  const format = (value: number) => text(value, unit, language);
  const own = pointsOf(context, rows, (row) => row.estimate);
  const line = {
    label: name[language],
    points: own.map((point, at) => {
      const lacks = lacksText(context, rows[at]);
      return lacks === undefined ? point : { ...point, lacks };
    }),
  };
  const reference = {
    label: parentName(context),
    points: pointsOf(context, rows, (row) => row.compared),
    restarts: rows.flatMap(({ wave, comparedBreaks }) =>
      comparedBreaks.length > 0 ? [waveTitle(context, wave)] : [],
    ),
  };
  const spoken = rows.flatMap((row) => {
    const { wave, estimate, sameScale } = row;
    if (!sameScale || !estimate || !hasValue(estimate)) return [];
    const lacks = lacksText(context, row);
    return [
      `${waveTitle(context, wave)} ${format(estimate.value)}${lacks === undefined ? "" : `${words.parenOpen}${lacks}${words.parenClose}`}`,
    ];
  });
  const breaks = breaksDrawn(context, rows, subject);
  return (width) =>
    trendChart(line, {
      document,
      width,
      format,
      marked: waveTitle(context, context.wave),
      ...(branch ? { reference } : {}),
      breaks,
      alternative: [leadOf(context, rows, subject), spoken.join(words.listSeparator)].join(words.sentenceGap),
    });
}

/** Without which questions a row's figure is, in words; undefined where it has them all. */
function lacksText(context: ReportContext, row: TrendRow | undefined): string | undefined {
  const { without = [] } = row ?? {};
  return without.length > 0 ? context.words.index.without(fewNamesOf(without, context)) : undefined;
}

/** What stands beside each break: what changed, numbered as in the notes below where there are several. */
function breaksDrawn(
  context: ReportContext,
  rows: readonly TrendRow[],
  { kind }: Subject,
): readonly TrendBreak[] {
  return rows.filter(isBroken).map(({ wave, breaks }, at, { length }) => {
    const text = breakText(context, breaks, { named: kind === "index" });
    const number = String(at + 1);
    return {
      wave: waveTitle(context, wave),
      text: length > 1 ? `${number} ${text}` : text,
      mark: length > 1 ? number : context.words.breaks.declared,
    };
  });
}

function pointsOf(
  context: ReportContext,
  rows: readonly TrendRow[],
  pick: (row: TrendRow) => Estimate | undefined,
): readonly TrendPoint[] {
  return rows.map((row) => {
    const estimate = pick(row);
    const wave = waveTitle(context, row.wave);
    if (!row.sameScale || !estimate || !hasValue(estimate)) return { wave };
    const { value } = estimate;
    return isShown(estimate) ? { wave, value, low: estimate.low, high: estimate.high } : { wave, value };
  });
}
