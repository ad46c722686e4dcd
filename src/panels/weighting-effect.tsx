import { type Estimate, isShown } from "../measures/estimate.ts";
import type { Survey } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import { changeUnit, formatChange, formatNumber } from "../words/numbers.ts";
import { questionPut, type ReportContext, waveTitle } from "./context.ts";
import { figureAt, indexRequest, sumsOf } from "./figures.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { Base, IntervalText, Value } from "./parts.tsx";
import { figureName, indexSubjects, measuredIn, type Subject, subjectOf } from "./subject.ts";
import type { WeightedWave } from "./weighted-wave.ts";

interface EffectRow {
  readonly subject: Subject;
  readonly weighted: Estimate | undefined;
  readonly unweighted: Estimate | undefined;
}

/**
 * The index and its factors and the headline figure of every question, with and without weights. The same people
 * answered: nothing is tested.
 */
export function weightingEffect({ wave }: WeightedWave): Panel<readonly EffectRow[]> {
  const all = { waves: [wave], by: [], slice: everybody };
  return {
    needs: ({ survey }) => [
      { questions: survey.questions.flatMap((one) => subjectOf(survey, one)?.id ?? []), ...all },
    ],
    pairs: ({ survey }) => indexRequest(survey, all),
    read: (context, counts, pairs) =>
      subjectsIn(context.survey, wave).flatMap((subject): EffectRow[] => {
        const figure = (weighting: "weighted" | "unweighted") =>
          figureAt(context, subject, sumsOf(counts, pairs), { wave, path: [], weighting });
        const row = { subject, weighted: figure("weighted"), unweighted: figure("unweighted") };
        return row.unweighted ? [row] : [];
      }),
    claims: () => [],
    draw: (context, rows) => (rows.length === 0 ? null : <Effect {...{ context, rows, wave }} />),
  };
}

/** The index, its factors, and every question that has a score, as it was put in the wave. */
function subjectsIn(survey: Survey, wave: string): readonly Subject[] {
  const questions = survey.questions.flatMap(
    ({ id }) => subjectOf(survey, questionPut(survey, id, wave)) ?? [],
  );
  return [...indexSubjects(survey), ...questions];
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
          title: said.figure,
          cell: ({ subject }: EffectRow) => <Named context={context} subject={subject} />,
        }}
        columns={columnsOf(context)}
        rows={rows}
        stacked="lines"
      />
    </section>
  );
}

function Named({ context, subject }: { readonly context: ReportContext; readonly subject: Subject }) {
  const { words, language, links } = context;
  const { id, name, kind, method } = subject;
  const unit = measuredIn(subject, language);
  return (
    <>
      <a href={kind === "index" ? links.factor(id) : links.question(id)}>{name[language]}</a>
      <small class="aside">
        {figureName(subject, words)}
        {unit === "" ? "" : `${words.clauseSeparator}${unit}`}{" "}
        <a href={`${links.methods}#${method}`}>{method}</a>
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
