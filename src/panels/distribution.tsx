import { divergingGradesChart, type GradesRow } from "../charts/diverging-grades.ts";
import { type Estimate, hasValue, isShown } from "../measures/estimate.ts";
import { isChoiceQuestion, isScaleQuestion, type Question, type ScaleQuestion } from "../survey/question.ts";
import { waveIds } from "../survey/survey.ts";
import { formatNumber } from "../words/numbers.ts";
import { baseLine } from "./base-line.ts";
import { basisOf } from "./basis.ts";
import { barriers } from "./break-text.ts";
import { BreakNotes } from "./breaks.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { previousWave, type ReportContext, waveTitle } from "./context.ts";
import { type DistributionModel, distributionModel, type OptionRow } from "./distribution-model.ts";
import { cascadeRequests } from "./figures.ts";
import { FiguresTable } from "./figures-table.tsx";
import { EndsNote } from "./grade-ends.tsx";
import { gradeLook } from "./grade-sides.ts";
import { leadingOf, namesOfTied } from "./leading.ts";
import { inOrder } from "./option-order.ts";
import { OtherScalesNote } from "./other-scales.tsx";
import type { Judge, Panel } from "./panel.ts";
import { Base, Value } from "./parts.tsx";
import { PublishedNote, valueText } from "./published.tsx";
import { ShareBars } from "./share-bars.tsx";
import { saidOf } from "./whom.ts";

/**
 * Share of every answer (M01): this wave as bars with intervals, all waves as stacked grades and as a table. Of a
 * choice, which no score sums up, it heads the page with the answer most often given.
 */
export function distribution(question: Question, { titled = false } = {}): Panel<DistributionModel> {
  return {
    needs: (context) =>
      cascadeRequests(context, { questions: [question.id], waves: waveIds(context.survey) }),
    read: (context, cascade) => distributionModel(context, question, cascade),
    claims: ({ rows }) => rows.map(({ change }) => change),
    ...(titled
      ? { title: (context, model) => saidOf(context, leadingSentence(context, question, model)) }
      : {}),
    ...(titled ? { basis: (context, { rows }) => basisOf(context, widestOf(rows)) } : {}),
    draw: (context, model, judge) => (
      <>
        {titled && <h1 class="title">{saidOf(context, leadingSentence(context, question, model))}</h1>}
        {model.waves.length > 0 && model.rows.length > 0 && (
          <Distribution {...{ context, model, question, judge }} />
        )}
      </>
    ),
  };
}

/** The share of the answer that most were offered. */
function widestOf(rows: readonly OptionRow[]): Estimate | undefined {
  const shares = rows.flatMap(({ share }) => share ?? []);
  return shares.filter(isShown).toSorted((one, other) => other.n - one.n)[0] ?? shares[0];
}

/** The yes of a question that is answered by yes or no. */
function yesOf(question: Question, rows: readonly OptionRow[]): OptionRow | undefined {
  if (question.type !== "single" || question.options.length !== 2) return undefined;
  const named = (word: RegExp) => question.options.find(({ label }) => word.test(label.en.trim()));
  const yes = named(/^yes$/i);
  return yes && named(/^no$/i) ? rows.find(({ id }) => id === yes.id) : undefined;
}

function leadingSentence(context: ReportContext, question: Question, { rows }: DistributionModel): string {
  const { words, language, wave } = context;
  const subject = question.short[language];
  const yes = yesOf(question, rows);
  if (yes?.share && hasValue(yes.share)) {
    const value = valueText(yes.share, "proportion", context);
    return words.yesSentence({ subject, value, option: yes.label, wave: waveTitle(context, wave) });
  }
  const leading = leadingOf(rows, context);
  if (!leading) return subject;
  const { value, labels } = leading;
  const [only = "", ...others] = labels;
  const quoted = labels.map((label) => `“${label}”`);
  const parts = { subject, value, wave: waveTitle(context, wave) };
  return others.length === 0
    ? words.leadingSentence({ ...parts, option: only })
    : words.tiedSentence({ ...parts, option: namesOfTied(quoted, context) });
}

interface DrawProps {
  readonly context: ReportContext;
  readonly model: DistributionModel;
  readonly question: Question;
}

function Distribution({ context, model, question, judge }: DrawProps & { readonly judge: Judge }) {
  const { words, wave } = context;
  const rows = isScaleQuestion(question) ? model.rows.toReversed() : inOrder(question, model.rows);
  const choice = isChoiceQuestion(question);
  return (
    <section class="panel" id="distribution">
      <h2>{words.distributionTitle}</h2>
      <p class="lead">{leadOf(context, question)}</p>
      {model.waves.includes(wave) ? (
        <ShareBars {...{ context, rows, judge }} changes={choice} />
      ) : (
        <p class="quiet">{words.notAsked}</p>
      )}
      {choice && previousWave(context) !== undefined && <p class="note">{words.legend}</p>}
      {model.waves.length > 1 && <Waves {...{ context, model, question }} />}
      <OtherScalesNote {...{ context, question }} others={model.otherScales} />
    </section>
  );
}

/** What the shares are of. */
function leadOf({ words, language, survey, wave }: ReportContext, question: Question): string {
  if (question.type !== "multi") return words.distributionLead;
  const { multiBases, multiBaseWithNone } = words;
  const none = question.options.find(({ id }) => id === question.none);
  if (survey.waves.some(({ id, tabulated }) => id === wave && tabulated))
    return words.distributionMulti(multiBases.printed);
  return words.distributionMulti(
    question.base === "answered" && none
      ? multiBaseWithNone(none.label[language])
      : multiBases[question.base],
  );
}

/** All waves: of a scale as bars about its middle, of a choice as a table. */
function Waves({ context, model, question }: DrawProps) {
  const { words, wave } = context;
  const table = <WaveTable {...{ context, model, question }} />;
  const published = !model.waves.includes(wave) && (
    <PublishedNote estimates={model.rows.flatMap(({ shares }) => shares)} context={context} />
  );
  if (!isScaleQuestion(question))
    return (
      <>
        <h3>{words.distributionWaves}</h3>
        {published}
        {table}
      </>
    );
  const estimates = model.waves.map((_, at) =>
    model.rows.map(({ shares }) => shares[at]).find((share) => share && hasValue(share)),
  );
  const [first, last] = [model.waves[0], model.waves.at(-1)].map((id) => waveTitle(context, id ?? ""));
  return (
    <ChartFigure
      id="distribution-waves"
      title={words.distributionWaves}
      takeaway={undefined}
      base={baseLine(estimates, {
        when: words.index.span(`${first}`, `${last}`),
        each: words.figure.eachWave,
        context,
      })}
      draw={gradesDrawing(context, model, question)}
      notes={
        <>
          <EndsNote question={question} context={context} />
          {published}
        </>
      }
      table={table}
      level={3}
      subject={question.id}
      context={context}
    />
  );
}

/** Grades wave by wave; none where no wave has any that may be shown. */
function gradesDrawing(
  context: ReportContext,
  { rows: grades, waves }: DistributionModel,
  question: ScaleQuestion,
): ((width: number) => Element) | undefined {
  const { words, language, document } = context;
  const look = gradeLook(question, context);
  const rows = waves.map((wave, at): GradesRow => {
    const shares = grades.flatMap((grade) => {
      const share = grade.shares[at];
      return share && hasValue(share) ? [share.value] : [];
    });
    const label = waveTitle(context, wave);
    return shares.length === grades.length ? { label, shares } : { label, missing: words.withheld };
  });
  if (!rows.some(({ shares }) => shares)) return undefined;
  const titles = rows.map(({ label }) => label).join(words.listSeparator);
  const options = {
    document,
    grades: grades.map(({ label }) => label),
    ...look,
    format: (share: number) => formatNumber(share * 100, language),
    alternative: `${words.distributionWaves}${words.colon}${titles}`,
  };
  return (width) => divergingGradesChart(rows, { ...options, width });
}

function WaveTable({ context, model, question }: DrawProps) {
  const { words } = context;
  const breaks = model.waves.map((wave, at) =>
    barriers(context, [question.id], { after: model.waves[at - 1] ?? wave, until: wave }),
  );
  const broken = model.waves.flatMap((wave, at) =>
    breaks[at]?.length ? [{ wave, breaks: breaks[at] }] : [],
  );
  // With the number of its note, if there are several.
  const mark = (wave: string) => {
    const place = broken.findIndex((one) => one.wave === wave);
    const number = broken.length > 1 ? `${place + 1}\u00a0` : "";
    return place < 0 ? {} : { mark: `${number}${words.notComparable}` };
  };
  const share = (row: OptionRow, at: number) => (
    <Value estimate={row.shares[at]} unit="proportion" context={context} />
  );
  const base = (at: number) => {
    const shown = model.rows
      .map(({ shares }) => shares[at])
      .find((estimate) => estimate && hasValue(estimate));
    return <Base estimate={shown} context={context} />;
  };
  return (
    <>
      <FiguresTable
        label={words.distributionWaves}
        recent
        head={{
          title: words.option,
          cell: (row: OptionRow | "base") => (row === "base" ? words.base : row.label),
        }}
        columns={model.waves.map((wave, at) => ({
          title: waveTitle(context, wave),
          ...mark(wave),
          kind: "number" as const,
          cell: (row: OptionRow | "base") => (row === "base" ? base(at) : share(row, at)),
        }))}
        rows={[...model.rows, "base" as const]}
      />
      <BreakNotes context={context} breaks={broken} />
    </>
  );
}
