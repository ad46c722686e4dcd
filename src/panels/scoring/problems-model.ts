import { derivedQuestions } from "../../counts/derived/request.ts";
import type { Counts } from "../../counts/request.ts";
import { estimateAt, type Path } from "../../measures/cascade.ts";
import type { Difference } from "../../measures/difference.ts";
import { type Estimate, isShown } from "../../measures/estimate.ts";
import { type ProblemCount, type ProblemSet, problemSets, problemsPer100 } from "../../measures/problems.ts";
import type { Branch } from "../../survey/branches.ts";
import { questionOf } from "../../survey/survey.ts";
import type { Text } from "../../survey/text.ts";
import { branchSlice } from "../../views/slice.ts";
import { changeOf } from "../changes-of.ts";
import { comparedWaves, previousWave, type ReportContext } from "../context.ts";
import { levelsOf } from "../figures.ts";
import type { Asks } from "../panel.ts";
import { spanOfLevel } from "../pooling.ts";
import { scoringFamilies } from "./family.ts";
import { type ProblemEnds, problemEnds } from "./problem-ends.ts";

/** Problems of one kind, or all, of a page's group. */
export interface ProblemRow {
  /** Blank: all of them. */
  readonly kind: string;
  readonly title: Text;
  readonly label: string;
  readonly href?: string;
  readonly estimate: Estimate;
  readonly change: Difference;
  /** Value and base of the wave before, where the two can be compared. */
  readonly previous?: number;
  readonly earlierBase?: number;
  /** Of all problems; undefined where one of the two is not shown. */
  readonly share?: number;
}

/** All problems of a branch under the page's group. */
export interface BranchProblems {
  readonly branch: Branch;
  readonly label: string;
  readonly href: string;
  readonly estimate: Estimate;
}

export interface ProblemsModel {
  readonly set: ProblemSet;
  readonly whole: ProblemRow;
  /** Most problems first. */
  readonly kinds: readonly ProblemRow[];
  /** Fewest problems first. */
  readonly branches: readonly BranchProblems[];
  /** Which of these stands apart from all others with the fewest or the most, where the set heads the report. */
  readonly ends?: ProblemEnds;
}

/**
 * M11 of a page's group, set by set; nothing where the page's level is shown over pooled waves.
 */
export async function problemsModels(
  context: ReportContext,
  { ask }: Asks,
): Promise<readonly ProblemsModel[]> {
  const { survey, branch } = context;
  const depth = branch?.path.length ?? 0;
  if (spanOfLevel(survey, depth) > 1) return [];
  const below = depth < survey.hierarchy.length && spanOfLevel(survey, depth + 1) === 1;
  const models: ProblemsModel[] = [];
  for (const set of problemSets(survey)) {
    const derived = { ticked: set.counts };
    const levels = levelsOf(context, { waves: comparedWaves(context), below });
    const cascade = await Promise.all(levels.map((level) => ask({ questions: [], derived, ...level })));
    const model = modelOf(context, set, cascade);
    if (model) models.push(model);
  }
  return models;
}

/** The problems that head the report, of the page's group; undefined where others head it. */
export async function headingProblems(
  context: ReportContext,
  asks: Asks,
): Promise<ProblemsModel | undefined> {
  const { problems } = context.survey.scoring ?? {};
  if (!problems?.heads) return undefined;
  return (await problemsModels(context, asks)).find(({ set }) => set.id === problems.id);
}

/** The changes that a page states of problems. */
export function problemClaims(models: readonly ProblemsModel[]): readonly Difference[] {
  return models.flatMap(({ whole, kinds }) => [whole, ...kinds].map(({ change }) => change));
}

function modelOf(
  context: ReportContext,
  set: ProblemSet,
  cascade: readonly Counts[],
): ProblemsModel | undefined {
  const { survey, wave, language, links, branch, tree } = context;
  const path = branch?.path ?? [];
  const figure = (count: ProblemCount, of: string, at: Path = path) =>
    problemFigure(context, cascade, { count, wave: of, path: at });
  const rows = set.counts.flatMap((count): readonly ProblemRow[] => {
    const estimate = figure(count, wave);
    return estimate ? [rowOf(context, { set, count, estimate, figure })] : [];
  });
  const [whole, ...kinds] = rows;
  const [all] = set.counts;
  if (!whole || !all || whole.kind !== "") return undefined;
  const children = cascade.length > path.length + 1 ? (branch?.children ?? tree) : [];
  const branches = children.flatMap((child): readonly BranchProblems[] => {
    const estimate = figure(all, wave, child.path);
    return estimate && estimate.status !== "none"
      ? [{ branch: child, label: child.label[language], href: links.branch(child), estimate }]
      : [];
  });
  const counts = cascade.at(-1);
  const isHead = set.id === survey.scoring?.problems?.id && survey.scoring.problems.heads;
  const ends =
    isHead && counts && problemEnds(context, branches, { whole: whole.estimate, counts, id: all.id });
  return {
    set,
    whole,
    ...(ends ? { ends } : {}),
    kinds: kinds
      .map((row) => ({ ...row, ...shareOf(row, whole) }))
      .toSorted((a, b) => sizeOf(b.estimate, -1) - sizeOf(a.estimate, -1)),
    branches: branches.toSorted(
      (a, b) => sizeOf(a.estimate, Number.MAX_VALUE) - sizeOf(b.estimate, Number.MAX_VALUE),
    ),
  };
}

/** M11 of a group of the cascade in a wave; undefined where the wave did not ask. */
export function problemFigure(
  { survey: { base } }: { readonly survey: Pick<ReportContext["survey"], "base"> },
  cascade: readonly Counts[],
  { count, wave, path }: { readonly count: ProblemCount; readonly wave: string; readonly path: Path },
): Estimate | undefined {
  const [question] = derivedQuestions({ derived: { ticked: [count] } });
  if (!question) return undefined;
  return estimateAt(cascade, path, { question, wave, base }, ({ tally, siblings }) =>
    problemsPer100(tally, { weighting: "weighted", base, siblings }),
  );
}

interface RowInput {
  readonly set: ProblemSet;
  readonly count: ProblemCount;
  readonly estimate: Estimate;
  readonly figure: (count: ProblemCount, wave: string) => Estimate | undefined;
}

function rowOf(context: ReportContext, { set, count, estimate, figure }: RowInput): ProblemRow {
  const { survey, wave, language, links, branch } = context;
  const from = previousWave(context);
  const earlier = from === undefined ? undefined : figure(count, from);
  const slice = branchSlice(survey.hierarchy, branch?.path ?? []);
  const questions = count.of.map(({ question }) => questionOf(survey, question));
  const change = changeOf(
    survey,
    { id: count.id, questions },
    { from, to: wave, earlier, later: estimate, slice, families: scoringFamilies(slice) },
  );
  return {
    kind: count.kind,
    title: count.title,
    label: count.title[language],
    ...(set.ofQuestions && count.kind !== "" ? { href: links.question(count.kind) } : {}),
    estimate,
    change,
    ...(change.status === "tested" && earlier && isShown(earlier)
      ? { previous: earlier.value, earlierBase: earlier.n }
      : {}),
  };
}

function shareOf({ estimate }: ProblemRow, whole: ProblemRow): { share?: number } {
  if (!isShown(estimate) || !isShown(whole.estimate) || whole.estimate.value === 0) return {};
  return { share: estimate.value / whole.estimate.value };
}

function sizeOf(estimate: Estimate, otherwise: number): number {
  return isShown(estimate) ? estimate.value : otherwise;
}
