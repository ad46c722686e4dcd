import type { AskPairs } from "../counts/pairs/request.ts";
import type { Ask, CountsRequest } from "../counts/request.ts";
import type { Path } from "../measures/cascade.ts";
import { indexRequest, type Sums } from "../panels/figures.ts";
import type { Branch } from "../survey/branches.ts";
import { isScaleQuestion, type Question } from "../survey/question.ts";
import type { StratumCount } from "../survey/stratum.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { branchSlice, everybody, type Slice } from "../views/slice.ts";

/** A survey that can be counted, and what its open results are made of. */
export interface EstimatesInput {
  readonly survey: Survey;
  readonly ask: Ask;
  readonly askPairs: AskPairs;
  readonly tree: readonly Branch[];
  readonly weightedWaves: ReadonlySet<string>;
  /** Questionnaires by stratum, where the codebook names a file of them. */
  readonly strata?: readonly StratumCount[];
}

/** A group of respondents and how much of it is listed. */
export interface PublishedGroup {
  readonly slice: Slice;
  readonly sums: Sums;
  /** The branch, from the widest level down; of a value of another dimension that value; [] for everybody. */
  readonly path: Path;
  /** whole: all measures and options; measures: what pages show, both weightings; page: with the pages' weighting. */
  readonly detail: "whole" | "measures" | "page";
}

/** The total, every value of the dimensions outside the hierarchy, every branch, parents before children. */
export async function* publishedGroups(input: EstimatesInput): AsyncGenerator<PublishedGroup> {
  const { survey, tree } = input;
  const level = { waves: waveIds(survey), by: [], slice: everybody };
  const none: Sums = { counts: [], pairs: [] };
  const whole = await withLevel(input, none, level, survey.questions);
  yield { slice: everybody, sums: whole, path: [], detail: "whole" };
  for (const { id, options } of survey.dimensions.filter(({ id }) => !survey.hierarchy.includes(id))) {
    const sums = await withLevel(input, whole, { ...level, by: [id] }, survey.questions);
    for (const option of options)
      yield { slice: { [id]: [option.id] }, sums, path: [option.id], detail: "measures" };
  }
  yield* branchGroups(input, { branches: tree, above: whole, path: [] });
}

/** Questions with a score, which are listed of every group. */
export function hasScore(question: Question): boolean {
  return isScaleQuestion(question) || question.type === "number";
}

interface Level {
  readonly branches: readonly Branch[];
  readonly above: Sums;
  readonly path: Path;
}

async function* branchGroups(
  input: EstimatesInput,
  { branches, above, path }: Level,
): AsyncGenerator<PublishedGroup> {
  const { survey } = input;
  const dimension = survey.hierarchy[path.length];
  if (branches.length === 0 || dimension === undefined) return;
  const level = { waves: waveIds(survey), by: [dimension], slice: branchSlice(survey.hierarchy, path) };
  const sums = await withLevel(input, above, level, survey.questions.filter(hasScore));
  for (const branch of branches) {
    const detail = branch.path.length === 1 ? "measures" : "page";
    yield { slice: branchSlice(survey.hierarchy, branch.path), sums, path: branch.path, detail };
    yield* branchGroups(input, { branches: branch.children, above: sums, path: branch.path });
  }
}

/** What was counted above a level, and the level. */
async function withLevel(
  { survey, ask, askPairs }: EstimatesInput,
  above: Sums,
  level: Omit<CountsRequest, "questions">,
  questions: readonly Question[],
): Promise<Sums> {
  const counts = await ask({ questions: questions.map(({ id }) => id), ...level });
  const pairs = await Promise.all(indexRequest(survey, level).map(askPairs));
  return { counts: [...above.counts, counts], pairs: [...above.pairs, ...pairs] };
}
