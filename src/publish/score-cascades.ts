import type { CountsRequest } from "../counts/request.ts";
import type { Path } from "../measures/cascade.ts";
import type { Weighting } from "../measures/weighting.ts";
import { spanOfLevel } from "../panels/pooling.ts";
import type { Branch } from "../survey/branches.ts";
import { waveIds } from "../survey/survey.ts";
import { branchSlice, everybody, type Slice } from "../views/slice.ts";
import type { EstimatesInput } from "./published-groups.ts";

/** Respondents to count: everything of a request but the questions. */
export type Level = Omit<CountsRequest, "questions">;

/** A group with what was counted from everybody down to it. */
export interface CountedGroup<Counted> {
  readonly slice: Slice;
  /** The branch, from the widest level down; of a value of another dimension that value; [] for everybody. */
  readonly path: Path;
  /** The dimension that the last key of the path is of. */
  readonly dimension?: string;
  readonly cascade: readonly Counted[];
  readonly weightingsIn: (wave: string) => readonly Weighting[];
}

/**
 * The total, every value of the dimensions outside the hierarchy, and every branch of the levels that are not pooled:
 * of pooled ones no figure of a single wave is published (M35). Below the widest level only with the pages' weighting.
 */
export async function* countedGroups<Counted>(
  input: EstimatesInput,
  count: (level: Level) => Promise<Counted>,
): AsyncGenerator<CountedGroup<Counted>> {
  const { survey, tree } = input;
  const level = { waves: waveIds(survey), by: [], slice: everybody };
  const cascade = [await count(level)];
  const weightingsIn = weightings(input, 0);
  yield { slice: everybody, path: [], cascade, weightingsIn };
  for (const { id, options } of survey.dimensions.filter(({ id }) => !survey.hierarchy.includes(id))) {
    const below = [...cascade, await count({ ...level, by: [id] })];
    for (const option of options)
      yield { slice: { [id]: [option.id] }, path: [option.id], dimension: id, cascade: below, weightingsIn };
  }
  yield* branchGroups(input, count, { branches: tree, cascade, path: [] });
}

interface Above<Counted> {
  readonly branches: readonly Branch[];
  readonly cascade: readonly Counted[];
  readonly path: Path;
}

async function* branchGroups<Counted>(
  input: EstimatesInput,
  count: (level: Level) => Promise<Counted>,
  { branches, cascade, path }: Above<Counted>,
): AsyncGenerator<CountedGroup<Counted>> {
  const { survey } = input;
  const depth = path.length + 1;
  const dimension = survey.hierarchy[path.length];
  if (branches.length === 0 || dimension === undefined || spanOfLevel(survey, depth) > 1) return;
  const slice = branchSlice(survey.hierarchy, path);
  const below = [...cascade, await count({ waves: waveIds(survey), by: [dimension], slice })];
  const weightingsIn = weightings(input, depth);
  for (const branch of branches) {
    yield {
      slice: branchSlice(survey.hierarchy, branch.path),
      path: branch.path,
      dimension,
      cascade: below,
      weightingsIn,
    };
    yield* branchGroups(input, count, { branches: branch.children, cascade: below, path: branch.path });
  }
}

function weightings({ weightedWaves }: EstimatesInput, depth: number): CountedGroup<unknown>["weightingsIn"] {
  return (wave) => {
    if (!weightedWaves.has(wave)) return ["unweighted"];
    return depth > 1 ? ["weighted"] : ["unweighted", "weighted"];
  };
}
