import Papa from "papaparse";
import type { Ask } from "../counts/request.ts";
import type { Tally } from "../counts/tally.ts";
import { type Answers, type Cascade, estimateAt, type Path } from "../measures/cascade.ts";
import { type Estimate, isPublished, isShown } from "../measures/estimate.ts";
import { measures, measuresFor } from "../measures/registry.ts";
import { isOffered, shareOfCodes } from "../measures/share.ts";
import type { Weighting } from "../measures/weighting.ts";
import type { Branch } from "../survey/branches.ts";
import { isChoiceQuestion, isScaleQuestion, type Question, questionIn } from "../survey/question.ts";
import { type MeasureName, type Survey, waveIds } from "../survey/survey.ts";
import { branchSlice, everybody, type Slice, sliceText } from "../views/slice.ts";

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
] as const;

/** A cell that a spreadsheet would run: it starts with = or @, or with a sign and is no number. */
const formula = /^(?:[=@\t\r]|[+-](?!\d*\.?\d+(?:e[+-]?\d+)?$))/i;

/** What a cell said before it was kept from running: without the apostrophe that was put before a formula. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

export interface EstimatesInput {
  readonly survey: Survey;
  readonly ask: Ask;
  readonly tree: readonly Branch[];
  readonly weightedWaves: ReadonlySet<string>;
}

/** One published figure and what it is of. */
export interface PublishedEstimate {
  readonly wave: string;
  readonly slice: Slice;
  /** The branch, from the widest level down; of a value of another dimension that value; [] for everybody. */
  readonly path: Path;
  readonly question: Question;
  /** Where the figure is the share of one option: its id. */
  readonly option: string;
  readonly measure: { readonly name: MeasureName; readonly method: string };
  readonly weighting: Weighting;
  readonly unit: string;
  readonly estimate: Estimate;
}

/**
 * Every published estimate, tidy, one row each, as CSV with a byte-order mark: the total with all measures and the
 * shares of all options; every value of a dimension and every branch with the measures that pages show. Below the
 * widest level of the hierarchy only the weighting that pages show is listed. Full precision; withheld rows carry
 * neither value nor base.
 */
export async function estimatesCsv(input: EstimatesInput): Promise<string> {
  const blocks = [toCsv([[...estimateColumns]])];
  for await (const group of publishedEstimates(input))
    blocks.push(toCsv(group.map((published) => cellsOf(input.survey, published))));
  return `\uFEFF${blocks.filter((block) => block !== "").join("\r\n")}\r\n`;
}

/** Every published estimate, group by group: the total, then values of dimensions, then branches. */
export async function* publishedEstimates(
  input: EstimatesInput,
): AsyncGenerator<readonly PublishedEstimate[]> {
  for await (const group of publishedGroups(input)) yield estimatesOfGroup(input, group);
}

function toCsv(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(rows as string[][], { newline: "\r\n", escapeFormulae: formula });
}

/** A group of respondents and how much of it is listed. */
interface PublishedGroup {
  readonly slice: Slice;
  readonly cascade: Cascade;
  readonly path: Path;
  /** whole: all measures and options; measures: what pages show, both weightings; page: with the pages' weighting. */
  readonly detail: "whole" | "measures" | "page";
}

/** The total, every value of the dimensions outside the hierarchy, every branch, parents before children. */
async function* publishedGroups({ survey, ask, tree }: EstimatesInput): AsyncGenerator<PublishedGroup> {
  const questions = survey.questions.map(({ id }) => id);
  const request = { questions, waves: waveIds(survey), by: [], slice: everybody };
  const whole = [await ask(request)];
  yield { slice: everybody, cascade: whole, path: [], detail: "whole" };
  for (const { id, options } of survey.dimensions.filter(({ id }) => !survey.hierarchy.includes(id))) {
    const cascade = [...whole, await ask({ ...request, by: [id] })];
    for (const option of options) {
      yield { slice: { [id]: [option.id] }, cascade, path: [option.id], detail: "measures" };
    }
  }
  yield* branchGroups({ survey, ask, branches: tree, above: whole, path: [] });
}

async function* branchGroups({
  survey,
  ask,
  branches,
  above,
  path,
}: Pick<EstimatesInput, "survey" | "ask"> & {
  readonly branches: readonly Branch[];
  readonly above: Cascade;
  readonly path: Path;
}): AsyncGenerator<PublishedGroup> {
  const dimension = survey.hierarchy[path.length];
  if (branches.length === 0 || dimension === undefined) return;
  const questions = survey.questions.filter(hasScore).map(({ id }) => id);
  const slice = branchSlice(survey.hierarchy, path);
  const cascade = [...above, await ask({ questions, waves: waveIds(survey), by: [dimension], slice })];
  for (const branch of branches) {
    const detail = branch.path.length === 1 ? "measures" : "page";
    yield { slice: branchSlice(survey.hierarchy, branch.path), cascade, path: branch.path, detail };
    yield* branchGroups({ survey, ask, branches: branch.children, above: cascade, path: branch.path });
  }
}

function hasScore(question: Question): boolean {
  return isScaleQuestion(question) || question.type === "number";
}

function estimatesOfGroup(input: EstimatesInput, group: PublishedGroup): readonly PublishedEstimate[] {
  const questions =
    group.detail === "whole" ? input.survey.questions : input.survey.questions.filter(hasScore);
  const waves = waveIds(input.survey);
  return waves.flatMap((wave) =>
    questions.flatMap((written) => {
      const question = questionIn(written, waves, wave);
      return weightingsOf(input, wave, group).flatMap((weighting) =>
        estimatesOf(input, { ...group, wave, question, weighting }),
      );
    }),
  );
}

function weightingsOf(
  { weightedWaves }: EstimatesInput,
  wave: string,
  { detail }: PublishedGroup,
): readonly Weighting[] {
  if (!weightedWaves.has(wave)) return ["unweighted"];
  return detail === "page" ? ["weighted"] : ["unweighted", "weighted"];
}

interface FigureInput extends PublishedGroup {
  readonly wave: string;
  /** As it was put in the wave. */
  readonly question: Question;
  readonly weighting: Weighting;
}

function estimatesOf({ survey }: EstimatesInput, figure: FigureInput): readonly PublishedEstimate[] {
  return [
    ...measureEstimates(survey, figure),
    ...(figure.detail === "whole" ? optionEstimates(survey, figure) : []),
  ];
}

function measureEstimates(survey: Survey, figure: FigureInput): readonly PublishedEstimate[] {
  const { question, weighting, detail } = figure;
  const fitting = Object.values(measures).filter(
    (measure) => measure.name !== "share" && measure.appliesTo(question),
  );
  return (detail === "whole" ? fitting : measuresFor(question, survey)).flatMap((measure) => {
    const estimate = estimateOf(survey, figure, ({ tally, siblings }) =>
      measure.estimate(tally, question, { weighting, base: survey.base, siblings }),
    );
    return estimate
      ? [publishedOf(figure, { option: "", measure, unit: measure.unitOf(question), estimate })]
      : [];
  });
}

function optionEstimates(survey: Survey, figure: FigureInput): readonly PublishedEstimate[] {
  const { question, weighting } = figure;
  return optionsOf(question).flatMap(({ code, id }) => {
    const share = (tally: Tally) => shareOfCodes(tally, [code], { weighting, base: survey.base });
    let offered = true;
    const estimate = estimateOf(survey, figure, ({ tally }) => {
      offered = isOffered(tally, question, code, figure.wave);
      return share(tally);
    });
    if (!estimate || !offered) return [];
    return [publishedOf(figure, { option: id, measure: measures.share, unit: "proportion", estimate })];
  });
}

function optionsOf(question: Question): readonly { readonly code: number; readonly id: string }[] {
  if (isScaleQuestion(question)) return question.scale.codes.map((code) => ({ code, id: String(code) }));
  return isChoiceQuestion(question) ? question.options.map(({ id }, code) => ({ code, id })) : [];
}

function estimateOf(
  survey: Survey,
  { cascade, path, question, wave }: FigureInput,
  estimate: (answers: Answers) => Estimate,
): Estimate | undefined {
  const found = estimateAt(cascade, path, { question, wave, base: survey.base }, estimate);
  // What printed tables don't have is no estimate, not even one that is withheld.
  return found?.status === "unprinted" ? undefined : found;
}

function publishedOf(
  { wave, slice, path, question, weighting }: FigureInput,
  rest: Pick<PublishedEstimate, "option" | "measure" | "unit" | "estimate">,
): PublishedEstimate {
  return { wave, slice, path, question, weighting, ...rest };
}

function cellsOf(survey: Survey, published: PublishedEstimate): string[] {
  const { wave, slice, question, option, measure, weighting, unit, estimate } = published;
  const weighted = weighting === "weighted" ? "1" : "0";
  const subject = [survey.id, wave, sliceText(slice), question.id, option, measure.name, measure.method];
  return [...subject, weighted, unit, ...figures(estimate)];
}

/** n, n_eff, value, low, high, status. What is not known of a figure is blank. */
function figures(estimate: Estimate): readonly string[] {
  if (isPublished(estimate)) return ["", "", String(estimate.value), "", "", estimate.status];
  if (!isShown(estimate)) return [estimate.status === "none" ? "0" : "", "", "", "", "", estimate.status];
  const { n, effective, value, low, high, status } = estimate;
  const interval = low === high ? ["", ""] : [String(low), String(high)];
  return [String(n), String(effective), String(value), ...interval, status];
}
