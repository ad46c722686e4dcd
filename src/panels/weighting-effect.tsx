import { type Estimate, isShown } from "../measures/estimate.ts";
import { headlineMeasure } from "../measures/registry.ts";
import { everybody } from "../views/slice.ts";
import { changeUnit, formatChange, formatNumber } from "../words/numbers.ts";
import { questionPut, type ReportContext, waveTitle } from "./context.ts";
import { figureOf } from "./figures.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { Base, IntervalText, Value } from "./parts.tsx";
import { measureName, type Subject, subjectOf } from "./subject.ts";
import type { WeightedWave } from "./weighted-wave.ts";

interface EffectRow {
  readonly subject: Subject;
  readonly weighted: Estimate | undefined;
  readonly unweighted: Estimate | undefined;
}

/** The headline figure of every question with and without weights. The same people answered: nothing is tested. */
export function weightingEffect({ wave }: WeightedWave): Panel<readonly EffectRow[]> {
  return {
    needs: ({ survey }) => [
      {
        questions: survey.questions
          .filter((question) => headlineMeasure(question, survey))
          .map(({ id }) => id),
        waves: [wave],
        by: [],
        slice: everybody,
      },
    ],
    read: (context, cascade) =>
      context.survey.questions.flatMap((question): EffectRow[] => {
        const subject = subjectOf(context.survey, questionPut(context.survey, question.id, wave));
        if (!subject) return [];
        const { measure } = subject;
        const figure = (weighting: "weighted" | "unweighted") =>
          figureOf(context, cascade, { question, measure, wave, path: [], weighting });
        const row = { subject, weighted: figure("weighted"), unweighted: figure("unweighted") };
        return row.unweighted ? [row] : [];
      }),
    claims: () => [],
    draw: (context, rows) => (rows.length === 0 ? null : <Effect {...{ context, rows, wave }} />),
  };
}

function Effect({
  context,
  rows,
  wave,
}: {
  readonly context: ReportContext;
  readonly rows: readonly EffectRow[];
  readonly wave: string;
}) {
  const { words } = context;
  const said = words.weighting;
  return (
    <section class="panel" id="effect">
      <h2>{said.effectTitle}</h2>
      <p class="lead">{said.effectLead(waveTitle(context, wave))}</p>
      <FiguresTable
        label={said.effectTitle}
        head={{
          title: words.question,
          cell: ({ subject }: EffectRow) => <Named context={context} subject={subject} />,
        }}
        columns={columnsOf(context)}
        rows={rows}
      />
    </section>
  );
}

function Named({ context, subject }: { readonly context: ReportContext; readonly subject: Subject }) {
  const { words, language, links } = context;
  const { question, measure } = subject;
  const unit = question.type === "number" ? `${words.listSeparator}${question.unit[language]}` : "";
  return (
    <>
      <a href={links.question(question.id)}>{question.short[language]}</a>
      <small class="aside">
        {measureName(question, measure, words)}
        {unit} <a href={`${links.methods}#${measure.method}`}>{measure.method}</a>
      </small>
    </>
  );
}

function columnsOf(context: ReportContext): readonly Column<EffectRow>[] {
  const { words, language } = context;
  const said = words.weighting;
  const figure = (pick: "weighted" | "unweighted") => (row: EffectRow) => (
    <>
      <Value estimate={row[pick]} unit={row.subject.unit} context={context} />
      <small class="aside">
        <IntervalText estimate={row[pick]} unit={row.subject.unit} context={context} />
      </small>
    </>
  );
  const base = (pick: "weighted" | "unweighted") => (row: EffectRow) => (
    <Base estimate={row[pick]} context={context} />
  );
  return [
    { title: words.weighted, kind: "score", cell: figure("weighted") },
    { title: words.unweighted, kind: "number", cell: figure("unweighted") },
    {
      title: said.difference,
      kind: "number",
      cell: (row) => <DifferenceText row={row} context={context} />,
    },
    { title: said.baseWeighted, kind: "number", cell: base("weighted") },
    { title: said.baseUnweighted, kind: "number", cell: base("unweighted") },
    {
      title: words.effectiveBase,
      kind: "number",
      cell: ({ weighted }) =>
        weighted && isShown(weighted) ? formatNumber(weighted.effective, language) : null,
    },
  ];
}

/** Weighted less unweighted, where both are shown; below it, of shares, what it is counted in. */
function DifferenceText({ row, context }: { readonly row: EffectRow; readonly context: ReportContext }) {
  const { weighted, unweighted, subject } = row;
  if (!weighted || !unweighted || !isShown(weighted) || !isShown(unweighted)) return <>–</>;
  const { unit } = subject;
  const { language } = context;
  return (
    <>
      {formatChange(weighted.value - unweighted.value, unit, language)}
      <small class="aside">{changeUnit(unit, language).trim()}</small>
    </>
  );
}
