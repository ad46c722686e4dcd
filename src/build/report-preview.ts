import type { FigureName } from "../findings/figure-pairs.ts";
import type { QuestionName } from "../findings/question-changes.ts";
import type { Restatement } from "../findings/restated.ts";
import type { CorrectionReason, WaveChange } from "../findings/wave-changes.ts";
import { answersUnit, unitOfFigure } from "../panels/changes-model.ts";
import { headlineQuestion } from "../panels/subject.ts";
import type { Survey } from "../survey/survey.ts";
import { isShownRecord, type RecordedFigure } from "../survey/version-record.ts";
import { formatChange, formatNumber, formatRange, formatValue } from "../words/numbers.ts";
import type { NewFigurePreview, NewWavePreview, Preview } from "./preview.ts";

/** So many moves are listed of a new wave and of restated figures; `--json` has all. */
const listed = 5;
const reasonWords: Readonly<Record<CorrectionReason, string>> = {
  file: "another file",
  rows: "other rows",
  weights: "weights",
  figures: "figures restated",
};
const verdictWords: Readonly<Record<NewFigurePreview["verdict"], string>> = {
  rise: "clear rise",
  fall: "clear fall",
  unclear: "no clear change",
  break: "question changed",
  untested: "not tested",
};

/** A preview as lines for the terminal. What only the analyst sees is whole: nothing is held back as on pages. */
export function previewLines(preview: Preview, survey: Survey): readonly string[] {
  const { dataVersion, against, comparison } = preview;
  if (against === "none")
    return [
      `${survey.id}: nothing to compare version ${dataVersion} with: no record in versions.json (\`npm run record\`) and no built site.`,
    ];
  const source = against === "site" ? "the last built site" : against;
  if (!comparison)
    return [`${survey.id}: version ${dataVersion} is the one in ${source}; nothing would change.`];
  return [
    `${survey.id}: what publishing version ${dataVersion} would change, against version ${comparison.before} (${source})`,
    ...[
      ...preview.newWaves.flatMap(newWaveLines),
      ...comparison.waves.flatMap((wave) => waveLines(wave, comparison.sameHeadline ? survey : undefined)),
      ...restatedLines(comparison, survey),
      ...questionLines(comparison),
      ...branchLines(comparison),
    ].map((line) => `  ${line}`),
  ];
}

function newWaveLines({ wave, rows, against, figures }: NewWavePreview): readonly string[] {
  const on = against === undefined ? "" : ` on ${against}`;
  return [
    `new wave ${wave}: ${count(rows)} rows`,
    ...figures.slice(0, 1 + listed).map(({ question, measure, unit, figure, change, verdict }) => {
      const moved = change === undefined ? "" : `, ${formatChange(change, unit, "en")}${on}`;
      return `  ${question} ${measure} ${figureText(figure, unit)}${moved}: ${verdictWords[verdict]}`;
    }),
  ];
}

function waveLines({ id, state, reasons, before, after }: WaveChange, survey: Survey | undefined) {
  if (state === "removed") return [`taken out ${id}: ${count(before?.rows ?? 0)} rows`];
  if (state !== "corrected" || !before || !after) return [];
  const why = reasons.map((reason) => reasonWords[reason]).join(", ");
  const unit = survey && headlineQuestion(survey)?.unit;
  const [was, is] = [before.headline, after.headline];
  return [
    `corrected ${id}: rows ${count(before.rows)} → ${count(after.rows)} (${why})`,
    ...(unit !== undefined && was && is
      ? [`  headline ${figureText(was, unit)} → ${figureText(is, unit)}`]
      : []),
  ];
}

function restatedLines({ restated }: NonNullable<Preview["comparison"]>, survey: Survey): readonly string[] {
  const line = ({ subject, wave, before, after, margins }: Restatement<FigureName>) => {
    const unit = unitOfFigure(survey, subject);
    const name = [subject.question.id, subject.option, subject.measure].filter((part) => part !== undefined);
    const size = margins === undefined ? "" : `, × ${formatNumber(margins, "en", 2)} its margin of error`;
    return `  ${name.join(" ")} ${wave}: ${figureText(before, unit)} → ${figureText(after, unit)}${size}`;
  };
  return [
    `figures restated: ${count(restated.restated)} of ${count(restated.compared)}, ${count(restated.hidden)} of them withheld now`,
    ...restated.largest.slice(0, listed).map(line),
  ];
}

function questionLines({ questions }: NonNullable<Preview["comparison"]>): readonly string[] {
  const names = (list: readonly QuestionName[]) => list.map(({ id }) => id).join(", ");
  const line = (title: string, list: readonly QuestionName[]) =>
    list.length === 0 ? [] : [`${title}: ${names(list)}`];
  return [
    ...line("questions new", questions.appeared),
    ...line("questions gone", questions.vanished),
    ...questions.asked.flatMap(({ wave, against, appeared, vanished }) => [
      ...line(`${wave} asks, ${against ?? "before it did"} not`, appeared),
      ...line(`${wave} does not ask, ${against ?? "before it"} did`, vanished),
    ]),
  ];
}

function branchLines({ branches }: NonNullable<Preview["comparison"]>): readonly string[] {
  const names = (list: typeof branches.appeared) => {
    const more = list.length > listed ? `, … (${count(list.length)} in all)` : "";
    return `${list
      .slice(0, listed)
      .map(({ path }) => path.join("/"))
      .join(", ")}${more}`;
  };
  const { appeared, vanished, restated } = branches;
  return [
    ...(appeared.length > 0 ? [`branches new: ${names(appeared)}`] : []),
    ...(vanished.length > 0 ? [`branches gone: ${names(vanished)}`] : []),
    ...(restated.restated > 0
      ? [`branches with their headline restated: ${count(restated.restated)} of ${count(restated.compared)}`]
      : []),
  ];
}

/** A value with its interval and base: "8.17 (8.13–8.21, n 3,898)". */
function figureText(figure: RecordedFigure, unit: string): string {
  if (unit === answersUnit && isShownRecord(figure)) return count(figure.n);
  if (figure.status === "published") return `${formatValue(figure.value, unit, "en")} (as published)`;
  if (!isShownRecord(figure)) return figure.status === "none" ? "no answers" : "withheld";
  const { value, low, high, n } = figure;
  const interval = low === high ? "" : `${formatRange(low, high, unit, "en")}, `;
  return `${formatValue(value, unit, "en")} (${interval}n ${count(n)})`;
}

function count(number: number): string {
  return formatNumber(number, "en");
}
