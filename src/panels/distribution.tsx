import { gradesChart } from "../charts/grades.ts";
import { type Counts, tallyOf } from "../counts/request.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import { shareOfCodes } from "../measures/share.ts";
import { isChoiceQuestion, isScaleQuestion, type Question } from "../survey/question.ts";
import { codeLabel } from "../survey/scale.ts";
import { waveIds } from "../survey/survey.ts";
import { gradeColour } from "../theme/tokens.ts";
import { formatNumber } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { Base, IntervalText, ResponsiveChart, TableFrame, Value } from "./parts.tsx";

interface OptionRow {
  readonly label: string;
  readonly place: number;
  /** By wave, in the survey's order. */
  readonly shares: readonly (Estimate | undefined)[];
}

interface DistributionModel {
  readonly rows: readonly OptionRow[];
  readonly waves: readonly string[];
}

/** Share of every answer (M01): this wave as bars with intervals, all waves as stacked grades and as a table. */
export function distribution(question: Question): Panel<DistributionModel> {
  return {
    needs: ({ survey, slice }) => [{ questions: [question.id], waves: waveIds(survey), by: [], slice }],
    read: (context, [counts]) => modelOf(context, question, counts),
    claims: () => [],
    draw: (context, model) =>
      model.waves.length > 0 && model.rows.length > 0 ? (
        <Distribution {...{ context, model, question }} />
      ) : null,
  };
}

function modelOf(context: ReportContext, question: Question, counts: Counts | undefined): DistributionModel {
  const options = optionsOf(question, context);
  const waves = waveIds(context.survey).filter((wave) => counts && tallyOf(counts, wave, question.id));
  const rows = options.map(({ code, label }, place) => ({
    label,
    place,
    shares: waves.map((wave) => {
      const tally = counts && tallyOf(counts, wave, question.id);
      return tally && shareOfCodes(tally, [code], { weighting: "weighted", base: context.survey.base });
    }),
  }));
  return { rows, waves };
}

function optionsOf(
  question: Question,
  { language }: ReportContext,
): readonly { readonly code: number; readonly label: string }[] {
  if (isScaleQuestion(question)) {
    return question.scale.codes
      .toSorted((a, b) => a - b)
      .map((code) => ({ code, label: codeLabel(question.scale, code, language) }));
  }
  return isChoiceQuestion(question)
    ? question.options.map((option, code) => ({ code, label: option.label[language] }))
    : [];
}

interface DrawProps {
  readonly context: ReportContext;
  readonly model: DistributionModel;
  readonly question: Question;
}

function Distribution({ context, model, question }: DrawProps) {
  const { words } = context;
  return (
    <section class="panel" id="distribution">
      <h2>{words.distributionTitle}</h2>
      <p class="lead">{question.type === "multi" ? words.distributionMulti : words.distributionLead}</p>
      <Bars {...{ context, model, question }} />
      {model.waves.length > 1 && (
        <>
          <h3>{words.distributionWaves}</h3>
          {isScaleQuestion(question) && <Grades {...{ context, model, question }} />}
          <details open={!isScaleQuestion(question)}>
            <summary>{words.trendTable}</summary>
            <WaveTable {...{ context, model, question }} />
          </details>
        </>
      )}
    </section>
  );
}

function Bars({ context, model, question }: DrawProps) {
  const { words, wave } = context;
  const at = model.waves.indexOf(wave);
  if (at < 0) return <p class="quiet">{words.notAsked}</p>;
  const rows = isScaleQuestion(question) ? model.rows.toReversed() : model.rows;
  const base = rows.map(({ shares }) => shares[at]).find((share) => share && isShown(share));
  return (
    <TableFrame label={words.distributionTitle}>
      <table class="figures scores">
        <thead>
          <tr>
            <th scope="col">{words.option}</th>
            <th scope="col" class="strip-cell">
              <span class="axis">
                <span>0%</span>
                <span>100%</span>
              </span>
            </th>
            <th scope="col" class="number">
              {words.share}
            </th>
            <th scope="col" class="number interval-cell">
              {words.interval}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, shares }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="strip-cell">
                <ShareBar estimate={shares[at]} />
              </td>
              <td class="number score">
                <Value estimate={shares[at]} unit="proportion" context={context} />
              </td>
              <td class="number">
                <IntervalText estimate={shares[at]} unit="proportion" context={context} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {base && (
        <p class="note">
          {words.base}: <Base estimate={base} context={context} />
        </p>
      )}
    </TableFrame>
  );
}

function ShareBar({ estimate }: { readonly estimate: Estimate | undefined }) {
  if (!estimate || !isShown(estimate)) return null;
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  return (
    <span class="bar" aria-hidden="true">
      <i class="fill" style={`width:${percent(estimate.value)}`} />
      <i
        class="whisker"
        style={`left:${percent(estimate.low)};width:${percent(estimate.high - estimate.low)}`}
      />
    </span>
  );
}

function Grades({ context, model }: DrawProps) {
  const { words, language, document } = context;
  const shares = model.rows.flatMap(({ place, shares: byWave }) =>
    byWave.flatMap((share, at) =>
      share && isShown(share)
        ? [{ row: waveTitle(context, model.waves[at] ?? ""), place, share: share.value }]
        : [],
    ),
  );
  const rows = [...new Set(shares.map(({ row }) => row))];
  if (rows.length === 0) return null;
  const format = (share: number) => formatNumber(share * 100, language);
  const alternative = `${words.distributionWaves}: ${rows.join(words.listSeparator)}`;
  const draw = (width: number) =>
    gradesChart(shares, { document, width, grades: model.rows.length, rows, format, alternative });
  return (
    <>
      <ul class="key">
        {model.rows.map(({ label, place }) => (
          <li key={label}>
            <span style={`background:${gradeColour(place, model.rows.length)}`} />
            {label}
          </li>
        ))}
      </ul>
      <ResponsiveChart draw={draw} />
    </>
  );
}

function WaveTable({ context, model }: DrawProps) {
  const { words } = context;
  const share = (row: OptionRow, at: number) => (
    <Value estimate={row.shares[at]} unit="proportion" context={context} />
  );
  const base = (at: number) => {
    const shown = model.rows
      .map(({ shares }) => shares[at])
      .find((estimate) => estimate && isShown(estimate));
    return <Base estimate={shown} context={context} />;
  };
  return (
    <FiguresTable
      label={words.distributionWaves}
      head={{
        title: words.option,
        cell: (row: OptionRow | "base") => (row === "base" ? words.base : row.label),
      }}
      columns={model.waves.map((wave, at) => ({
        title: waveTitle(context, wave),
        kind: "number" as const,
        cell: (row: OptionRow | "base") => (row === "base" ? base(at) : share(row, at)),
      }))}
      rows={[...model.rows, "base" as const]}
    />
  );
}
