import type { WeightGroup, WeightGroups } from "../survey/weighting.ts";

/** Weights of one cell differ by rounding; six digits are one weight. */
const significantDigits = 6;
/** So many of the largest weights are told one by one. */
const mostTold = 10;
/** Where the parts end, as shares of the respondents, largest weights first. */
const partEnds = [0.01, 0.05, 0.1, 0.25, 0.5, 1] as const;

export interface WeightGroupsOptions {
  /** The survey's minimum base: no group has fewer respondents. */
  readonly minimum: number;
}

/**
 * The weights of a wave by size. Where enough respondents have each, the largest are told one by one. Otherwise
 * respondents are taken together in the order of their weights: a weight that belongs to two people would tell how many
 * there are of their kind. Of a wave under the minimum there are no groups.
 */
export function weightGroups(weights: Float64Array, { minimum }: WeightGroupsOptions): WeightGroups {
  if (weights.length < minimum) return { kind: "parts", groups: [] };
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const groupOf = (members: Float64Array): WeightGroup => {
    const sum = members.reduce((all, weight) => all + weight, 0);
    return { weight: sum / members.length, respondents: members.length, share: sum / total };
  };
  const descending = weights.toSorted((a, b) => b - a);
  const runs = runsOf(descending);
  if (runs.every((run) => run.length >= minimum)) {
    const told = runs.slice(0, runs.length - mostTold === 1 ? runs.length : mostTold);
    const rest = descending.subarray(told.reduce((all, run) => all + run.length, 0));
    const groups = told.map(groupOf);
    return { kind: "each", groups, ...(rest.length > 0 ? { rest: groupOf(rest) } : {}) };
  }
  const ends = endsOf(weights.length, minimum);
  return {
    kind: "parts",
    groups: ends.map((end, at) => groupOf(descending.subarray(ends[at - 1] ?? 0, end))),
  };
}

/** Runs of equal weights in weights that are sorted. */
function runsOf(sorted: Float64Array): readonly Float64Array[] {
  const runs: Float64Array[] = [];
  let start = 0;
  for (let at = 1; at <= sorted.length; at++) {
    if (at < sorted.length && plain(sorted[at]) === plain(sorted[start])) continue;
    runs.push(sorted.subarray(start, at));
    start = at;
  }
  return runs;
}

function plain(weight: number | undefined): number {
  return Number(weight?.toPrecision(significantDigits));
}

/** Where parts end among so many respondents, each part at least the minimum. */
function endsOf(respondents: number, minimum: number): readonly number[] {
  const ends: number[] = [];
  for (const share of partEnds) {
    const before = ends.at(-1) ?? 0;
    const end = Math.max(before + minimum, Math.ceil(share * respondents));
    if (end < respondents && respondents - end >= minimum) ends.push(end);
  }
  return [...ends, respondents];
}

/** How many respondents have about this weight. */
export function respondentsAt(weights: Float64Array, weight: number): number {
  const wanted = plain(weight);
  return weights.reduce((count, one) => (plain(one) === wanted ? count + 1 : count), 0);
}
