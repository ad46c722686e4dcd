import type { Estimate } from "../measures/estimate.ts";
import { isPublished, isShown } from "../measures/estimate.ts";
import { headlineMeasure, measuresFor } from "../measures/registry.ts";
import { indexSubjects } from "../panels/subject.ts";
import { allBranches } from "../survey/branches.ts";
import { isChoiceQuestion, type Question } from "../survey/question.ts";
import { questionOf, type Survey, waveIds } from "../survey/survey.ts";
import type {
  CountsByWave,
  FiguresByWave,
  RecordedFigure,
  RecordedQuestion,
  RecordedWave,
  VersionRecord,
} from "../survey/version-record.ts";
import { wavesText } from "../survey/waves-text.ts";
import { publishedEstimates } from "./estimates.ts";
import type { PublishedEstimate } from "./published-estimate.ts";
import type { EstimatesInput } from "./published-groups.ts";

/** Branches are recorded in so many of the latest waves; all waves of all branches would bury the rest of the file. */
export const branchWaves = 2;
/** Digits that a recorded figure keeps: more than any page shows, and fewer than would fill a line with noise. */
const significantDigits = 7;

export interface VersionRecordInput extends EstimatesInput {
  readonly dataVersion: string;
  readonly waves: readonly Omit<RecordedWave, "title">[];
  /** Waves in which each question was asked, by question id. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
  /** How many answered each text, by question id. */
  readonly answered: Readonly<Record<string, CountsByWave>>;
}

/**
 * What is published now, as a record: of every question the measures that pages show, of every choice the shares of its
 * options, of every text how many answered, of the index and its factors the score, on all respondents, in every wave; of every branch the survey's headline in the latest waves. The figures are rows of `estimates.csv`, through
 * the same disclosure control, in the weighting of the pages.
 */
export async function versionRecord(input: VersionRecordInput): Promise<VersionRecord> {
  const { survey, dataVersion, waves } = input;
  const totals = await onPages({ ...input, survey: { ...survey, dimensions: [] }, tree: [] });
  const measure = headlineMeasure(questionOf(survey, survey.headline), survey)?.name;
  return {
    dataVersion,
    headline: { question: survey.headline, ...(measure === undefined ? {} : { measure }) },
    waves: survey.waves.flatMap(({ id, title }) =>
      waves.filter((wave) => wave.id === id).map(({ id, ...facts }) => ({ id, title, ...facts })),
    ),
    questions: survey.questions.map((question) =>
      questionRecord(
        question,
        input,
        totals.filter((figure) => figure.subject === question.id),
      ),
    ),
    ...indexRecord(survey, totals),
    branches: await branchRecords(input, measure),
  };
}

function questionRecord(
  question: Question,
  { asked, answered }: VersionRecordInput,
  published: readonly PublishedEstimate[],
): RecordedQuestion {
  const { id, short, type } = question;
  const shares = published.filter(({ option }) => option !== "");
  return {
    id,
    short,
    asked: asked[id] ?? [],
    figures: grouped(
      published.filter(({ option }) => option === ""),
      ({ measure }) => measure.name,
    ),
    ...(isChoiceQuestion(question) ? { shares: grouped(shares, ({ option }) => option) } : {}),
    ...(type === "text" ? { answered: answered[id] ?? {} } : {}),
  };
}

function indexRecord(survey: Survey, published: readonly PublishedEstimate[]): Pick<VersionRecord, "index"> {
  const parts = indexSubjects(survey).map(({ id, name, part, unit }) => {
    const own = published.filter(({ subject, measure }) => subject === id && measure.name === part);
    return { id, short: name, unit, figures: byWave(own) };
  });
  return parts.length > 0 ? { index: parts } : {};
}

async function branchRecords(input: VersionRecordInput, measure: string | undefined) {
  const { survey, tree } = input;
  // A survey of the headline alone: nothing else is counted.
  const { index: _, ...rest } = survey;
  const narrow = { ...rest, dimensions: [], questions: [questionOf(survey, survey.headline)] };
  const waves = waveIds(survey).slice(-branchWaves);
  const published = measure === undefined ? [] : await onPages({ ...input, survey: narrow }, waves);
  const headlines = Map.groupBy(
    published.filter((figure) => figure.measure.name === measure),
    ({ path }) => JSON.stringify(path),
  );
  return allBranches(tree).map(({ path, label }) => ({
    path,
    label,
    figures: byWave(headlines.get(JSON.stringify(path)) ?? []),
  }));
}

/** The published figures that pages show: options of choices only, no measure that the survey doesn't name, one weighting. */
async function onPages(
  input: EstimatesInput,
  waves: readonly string[] = waveIds(input.survey),
): Promise<readonly PublishedEstimate[]> {
  const found: PublishedEstimate[] = [];
  for await (const group of publishedEstimates(input, { waves }))
    found.push(...group.filter((figure) => isOnPages(figure, input)));
  return found;
}

function isOnPages(
  { option, question, measure, weighting, waves }: PublishedEstimate,
  { survey, weightedWaves }: EstimatesInput,
): boolean {
  if ((weighting === "weighted") !== waves.some((wave) => weightedWaves.has(wave))) return false;
  if (!question) return true;
  return option === ""
    ? measuresFor(question, survey).some(({ name }) => name === measure.name)
    : isChoiceQuestion(question);
}

/** Figures by wave, by what each is of: its measure or its option. */
function grouped(
  published: readonly PublishedEstimate[],
  nameOf: (figure: PublishedEstimate) => string,
): Readonly<Record<string, FiguresByWave>> {
  return Object.fromEntries(
    [...Map.groupBy(published, nameOf)].map(([name, figures]) => [name, byWave(figures)]),
  );
}

function byWave(published: readonly PublishedEstimate[]): FiguresByWave {
  return Object.fromEntries(
    published.map((figure) => [wavesText(figure.waves), recordedFigure(figure.estimate)]),
  );
}

/** An estimate as a record keeps it: of one that is not shown nothing but that it is not. */
export function recordedFigure(estimate: Estimate): RecordedFigure {
  if (isPublished(estimate)) return { status: estimate.status, value: rounded(estimate.value) };
  if (estimate.status === "unprinted") return { status: "none" };
  if (!isShown(estimate)) return { status: estimate.status };
  const { status, n, value, low, high } = estimate;
  return { status, n, value: rounded(value), low: rounded(low), high: rounded(high) };
}

/** To the digits that are kept. What is left of a difference of equal numbers, such as 1e-17, is 0. */
export function rounded(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(significantDigits));
}
