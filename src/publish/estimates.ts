import Papa from "papaparse";
import type { Tally } from "../counts/tally.ts";
import { estimateAt } from "../measures/cascade.ts";
import { type Estimate, isPublished, isShown } from "../measures/estimate.ts";
import { measures, measuresFor } from "../measures/registry.ts";
import { isOffered, shareOfCodes } from "../measures/share.ts";
import type { Weighting } from "../measures/weighting.ts";
import { questionPut } from "../panels/context.ts";
import { figureOf } from "../panels/figures.ts";
import { isListed, questionPool } from "../panels/pool-state.ts";
import { isChoiceQuestion, isScaleQuestion, type Question } from "../survey/question.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { wavesText } from "../survey/waves-text.ts";
import { everybody, sliceText } from "../views/slice.ts";
import { indexEstimates } from "./index-estimates.ts";
import { type PublishedEstimate, waveOf } from "./published-estimate.ts";
import { type EstimatesInput, hasScore, type PublishedGroup, publishedGroups } from "./published-groups.ts";

/** Columns of `estimates.csv`, in order. */
export const estimateColumns = [
  "survey",
  "wave",
  "slice",
  "subject",
  "option",
  "measure",
  "method",
  "weighted",
  "unit",
  "n",
  "n_eff",
  "value",
  "low",
  "high",
  "status",
  "without",
] as const;

/** A cell that a spreadsheet would run: it starts with = or @, or with a sign and is no number. */
const formula = /^(?:[=@\t\r]|[+-](?!\d*\.?\d+(?:e[+-]?\d+)?$))/i;

/** What a cell said before it was kept from running: without the apostrophe that was put before a formula. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/**
 * Every published estimate, tidy, one row each, as CSV with a byte-order mark: the total with all measures and the
 * shares of all options; every value of a dimension and every branch with the measures that pages show. Below the
 * widest level of the hierarchy only the weighting that pages show is listed. Full precision; withheld rows carry
 * neither value nor base. The file comes in blocks of whole lines, to be written one after another.
 */
export async function* estimatesCsv(input: EstimatesInput): AsyncGenerator<string> {
  yield `\uFEFF${toCsv([[...estimateColumns]])}\r\n`;
  for await (const group of publishedEstimates(input))
    if (group.length > 0) yield `${toCsv(group.map((published) => cellsOf(input.survey, published)))}\r\n`;
}

/** Every published estimate of some waves, group by group: the total, then values of dimensions, then branches. */
export async function* publishedEstimates(
  input: EstimatesInput,
  { waves = waveIds(input.survey) }: { readonly waves?: readonly string[] } = {},
): AsyncGenerator<readonly PublishedEstimate[]> {
  for await (const group of publishedGroups(input))
    yield waves.flatMap((wave) => estimatesOfGroup(input, group, wave));
}

function toCsv(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(rows as string[][], { newline: "\r\n", escapeFormulae: formula });
}

function estimatesOfGroup(
  input: EstimatesInput,
  group: PublishedGroup,
  wave: string,
): readonly PublishedEstimate[] {
  const { survey } = input;
  const questions = group.detail === "whole" ? survey.questions : survey.questions.filter(hasScore);
  const ofQuestions = questions.flatMap(({ id }) => {
    const pool = questionPool(survey, group.sums.counts, { id, wave, path: group.path });
    if (!isListed(pool)) return [];
    const { waves } = pool;
    const question = questionPut(survey, id, wave);
    return weightingsOf(input, waves, group).flatMap((weighting) =>
      estimatesOf(survey, { ...group, waves, question, weighting }),
    );
  });
  const scope = { survey, slice: everybody };
  const ofIndex = indexEstimates(scope, group, {
    wave,
    weightingsOf: (waves) => weightingsOf(input, waves, group),
  });
  return [...ofQuestions, ...ofIndex];
}

function weightingsOf(
  { weightedWaves }: EstimatesInput,
  waves: readonly string[],
  { detail }: PublishedGroup,
): readonly Weighting[] {
  if (!waves.some((wave) => weightedWaves.has(wave))) return ["unweighted"];
  return detail === "page" ? ["weighted"] : ["unweighted", "weighted"];
}

interface FigureInput extends PublishedGroup {
  readonly waves: readonly string[];
  /** As it was put in the last wave. */
  readonly question: Question;
  readonly weighting: Weighting;
}

function estimatesOf(survey: Survey, figure: FigureInput): readonly PublishedEstimate[] {
  return [
    ...measureEstimates(survey, figure),
    ...(figure.detail === "whole" ? optionEstimates(survey, figure) : []),
  ];
}

function measureEstimates(survey: Survey, figure: FigureInput): readonly PublishedEstimate[] {
  const { question, weighting, detail, path } = figure;
  const wave = waveOf(figure);
  const fitting = Object.values(measures).filter(
    (measure) => measure.name !== "share" && measure.appliesTo(question),
  );
  return (detail === "whole" ? fitting : measuresFor(question, survey)).flatMap((measure) => {
    const at = { question, measure, wave, path, weighting };
    const estimate = figureOf({ survey, slice: everybody }, figure.sums.counts, at);
    return publishedOf(figure, { option: "", measure, unit: measure.unitOf(question), estimate });
  });
}

/** Shares of a question's options among all respondents, who are never pooled. */
function optionEstimates(survey: Survey, figure: FigureInput): readonly PublishedEstimate[] {
  const { question, weighting, path } = figure;
  const { base } = survey;
  const at = { question, wave: waveOf(figure), base };
  return optionsOf(question).flatMap(({ code, id }) => {
    const share = (tally: Tally) => shareOfCodes(tally, [code], { weighting, base });
    let offered = true;
    const estimate = estimateAt(figure.sums.counts, path, at, ({ tally }) => {
      offered = isOffered(tally, question, code, at.wave);
      return share(tally);
    });
    if (!offered) return [];
    return publishedOf(figure, { option: id, measure: measures.share, unit: "proportion", estimate });
  });
}

function optionsOf(question: Question): readonly { readonly code: number; readonly id: string }[] {
  if (isScaleQuestion(question)) return question.scale.codes.map((code) => ({ code, id: String(code) }));
  return isChoiceQuestion(question) ? question.options.map(({ id }, code) => ({ code, id })) : [];
}

/** A figure with what it is of; none where it was not asked, or where printed tables don't have it. */
function publishedOf(
  { waves, slice, path, question, weighting }: FigureInput,
  {
    estimate,
    ...rest
  }: Pick<PublishedEstimate, "option" | "measure" | "unit"> & { readonly estimate: Estimate | undefined },
): readonly PublishedEstimate[] {
  if (!estimate || estimate.status === "unprinted") return [];
  return [{ waves, slice, path, subject: question.id, question, weighting, ...rest, estimate }];
}

function cellsOf(survey: Survey, published: PublishedEstimate): string[] {
  const { waves, slice, subject, option, measure, weighting, unit, estimate, without = [] } = published;
  const weighted = weighting === "weighted" ? "1" : "0";
  const of = [survey.id, wavesText(waves), sliceText(slice), subject, option, measure.name, measure.method];
  return [...of, weighted, unit, ...figures(estimate), without.join(" ")];
}

/** n, n_eff, value, low, high, status. What is not known of a figure is blank. */
function figures(estimate: Estimate): readonly string[] {
  if (isPublished(estimate)) return ["", "", String(estimate.value), "", "", estimate.status];
  if (!isShown(estimate)) return [estimate.status === "none" ? "0" : "", "", "", "", "", estimate.status];
  const { n, effective, value, low, high, status } = estimate;
  const interval = low === high ? ["", ""] : [String(low), String(high)];
  return [String(n), String(effective), String(value), ...interval, status];
}
