import type { TickedChoices } from "../counts/derived/request.ts";
import type { Tally } from "../counts/tally.ts";
import { exactZeroEvents } from "../stats/intervals.ts";
import { studentQuantile } from "../stats/student-t.ts";
import type { MultiQuestion } from "../survey/question.ts";
import { type Estimate, onBase } from "./estimate.ts";
import { momentsOf, pooledVariance } from "./mean.ts";
import type { MeasureOptions } from "./measure.ts";

/** One kind of problem, or all of them together (`kind` ""). */
export interface ProblemCount extends TickedChoices {
  readonly kind: string;
}

/** M11, what to count of a question whose choices are problems: ticks of a respondent, in all and by kind. */
export function problemCounts({ id, options, problems = [], none }: MultiQuestion): readonly ProblemCount[] {
  const place = (option: string) => options.findIndex((candidate) => candidate.id === option);
  const counted = { question: id, of: options.length };
  const everything = options.flatMap((option, at) => (option.id === none ? [] : [at]));
  return [
    { ...counted, id: `${id}~`, kind: "", choices: everything },
    ...problems.map((kind) => ({
      ...counted,
      id: `${id}~${kind.id}`,
      kind: kind.id,
      choices: kind.of.map(place),
    })),
  ];
}

/**
 * M11, problems per 100 respondents: 100 times the mean of how many each reported; lower is better. Student's t on
 * n_eff − 1 around the variance of that mean, never below 0. Where all reported as many, the spread among siblings
 * stands in; without, the most respondents with a problem that nobody may have been seen of (Clopper and Pearson 1934).
 *
 * @param tally sums of the problems of each respondent
 */
export function problemsPer100(tally: Tally, options: MeasureOptions): Estimate {
  if (tally.kind !== "sums") return { status: "unprinted" };
  return onBase(tally, options, ({ n }) => {
    const { mean, meanVariance, effective, sd } = momentsOf(tally, options.weighting);
    const pooled = pooledVariance(options.siblings ?? [], options.weighting) ?? 0;
    const standardError = 100 * Math.sqrt(meanVariance > 0 ? meanVariance : pooled / effective);
    const half =
      standardError > 0
        ? studentQuantile(0.975, Math.max(1, effective - 1)) * standardError
        : 100 * exactZeroEvents(effective);
    const value = 100 * mean;
    return {
      kind: "mean",
      value,
      low: Math.max(0, value - half),
      high: value + half,
      standardError,
      deviation: 100 * sd,
      n,
      effective,
    };
  });
}
