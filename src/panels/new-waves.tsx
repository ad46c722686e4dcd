import type { Comparison } from "../findings/compare-versions.ts";
import { formatNumber } from "../words/numbers.ts";
import { type NewFigure, type NewWave, newFiguresOf, newWaveRequests, newWavesOf } from "./changes-model.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Judge, Panel } from "./panel.ts";
import { Base, Change, IntervalText, Value } from "./parts.tsx";
import { PublishedNote } from "./published.tsx";
import { betterOf, measureHead } from "./subject.ts";

/** So many questions beside the headline are listed of a new wave; its overview has all. */
const listed = 5;

/** What waves say that the earlier version did not have: other respondents than before, so that changes are tested. */
export function newWaves(comparison: Comparison): Panel<readonly NewWave[]> {
  return {
    needs: ({ survey }) => newWaveRequests(survey, comparison),
    read: (context, counts) => newWavesOf(context, comparison, counts),
    // All questions are one family, not only those listed: these were chosen for their size.
    claims: (waves) => waves.flatMap((wave) => newFiguresOf(wave).map(({ change }) => change)),
    draw: (context, waves, judge) =>
      waves.map((wave) => <OneWave key={wave.wave} {...{ wave, context, judge }} />),
  };
}

interface WaveProps {
  readonly wave: NewWave;
  readonly context: ReportContext;
  readonly judge: Judge;
}

function OneWave({ wave, context, judge }: WaveProps) {
  const { words, language, survey } = context;
  const { newTitle, newLead, newFirst } = words.changes;
  const title = newTitle(waveTitle(context, wave.wave));
  const rows = formatNumber(wave.rows, language);
  const printed = survey.waves.some(({ id, tabulated }) => id === wave.wave && tabulated);
  const lead = wave.from === undefined ? newFirst(rows) : newLead(rows, waveTitle(context, wave.from));
  const shown = newFiguresOf({ ...wave, others: wave.others.slice(0, listed) });
  return (
    <section class="panel" id={`new-${wave.wave}`}>
      <h2>{title}</h2>
      <p class="lead">{printed ? words.newPrinted : lead}</p>
      <FiguresTable
        label={title}
        head={{ title: words.question, cell: (figure: NewFigure) => <Name {...{ figure, context }} /> }}
        columns={columnsOf(wave, context, judge)}
        rows={shown}
      />
      <PublishedNote estimates={shown.map(({ estimate }) => estimate)} context={context} />
      {wave.from !== undefined && <p class="note">{words.legend}</p>}
    </section>
  );
}

function columnsOf(wave: NewWave, context: ReportContext, judge: Judge): readonly Column<NewFigure>[] {
  const { words } = context;
  const change: Column<NewFigure> = {
    title: wave.from === undefined ? words.change : words.changeOn(waveTitle(context, wave.from)),
    kind: "number",
    cell: ({ subject, change: difference }) => (
      <Change {...{ difference, unit: subject.unit, judge, context, better: betterOf(subject) }} />
    ),
  };
  return [
    {
      title: words.value,
      kind: "score",
      cell: ({ subject, estimate }) => <Value {...{ estimate, unit: subject.unit, context }} />,
    },
    {
      title: words.interval,
      kind: "number",
      cell: ({ subject, estimate }) => <IntervalText {...{ estimate, unit: subject.unit, context }} />,
    },
    { title: words.base, kind: "number", cell: ({ estimate }) => <Base {...{ estimate, context }} /> },
    ...(wave.from === undefined ? [] : [change]),
  ];
}

/** A question, and what is measured of it. */
function Name({ figure, context }: { readonly figure: NewFigure; readonly context: ReportContext }) {
  const { question, measure } = figure.subject;
  const { links, language } = context;
  return (
    <>
      <a href={links.question(question.id)}>{question.short[language]}</a>
      <small class="aside">
        {measureHead(figure.subject, context)}{" "}
        <a href={`${links.methods}#${measure.method}`}>{measure.method}</a>
      </small>
    </>
  );
}
