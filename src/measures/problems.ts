import { placesNotOffered, type QuestionChoices, type TickedChoices } from "../counts/derived/request.ts";
import type { Tally } from "../counts/tally.ts";
import { exactZeroEvents } from "../stats/intervals.ts";
import { studentQuantile } from "../stats/student-t.ts";
import type { MultiQuestion } from "../survey/question.ts";
import { questionOf, type Survey } from "../survey/survey.ts";
import type { Text } from "../survey/text.ts";
import { type Estimate, onBase } from "./estimate.ts";
import { momentsOf, pooledVariance } from "./mean.ts";
import type { MeasureOptions } from "./measure.ts";

/** One kind of problem, or all of them together (`kind` ""). */
export interface ProblemCount extends TickedChoices {
  readonly kind: string;
  readonly title: Text;
}

/** Problems that are counted together, and by kind. */
export interface ProblemSet {
  /** Id of the question, or of the total over several. */
  readonly id: string;
  readonly title: Text;
  /** All of them first, then kind by kind. */
  readonly counts: readonly ProblemCount[];
  /** True where every kind is a question of its own, of the kind's id. */
  readonly ofQuestions: boolean;
}

/** M11, every question whose choices are problems of several kinds, then the total over questions that are kinds. */
export function problemSets(survey: Survey): readonly ProblemSet[] {
  const multis = survey.questions.filter((question) => question.type === "multi");
  const single = multis.flatMap((question): readonly ProblemSet[] =>
    question.problems
      ? [{ id: question.id, title: question.short, counts: problemCounts(question), ofQuestions: false }]
      : [],
  );
  const total = survey.scoring?.problems;
  if (!total) return single;
  const kinds = total.of.flatMap((id) => {
    const question = questionOf(survey, id);
    return question.type === "multi" ? [question] : [];
  });
  const counts: readonly ProblemCount[] = [
    { id: `${total.id}~`, kind: "", title: total.title, of: kinds.map(allProblems) },
    ...kinds.map((question) => ({
      id: `${total.id}~${question.id}`,
      kind: question.id,
      title: question.short,
      of: [allProblems(question)],
    })),
  ];
  return [...single, { id: total.id, title: total.title, counts, ofQuestions: true }];
}

/** M11, what to count of a question whose choices are problems: ticks of a respondent, in all and by kind. */
export function problemCounts(question: MultiQuestion): readonly ProblemCount[] {
  const { id, short, options, problems = [] } = question;
  const place = (option: string) => options.findIndex((candidate) => candidate.id === option);
  const counted = { question: id, options: options.length, ...placesNotOffered(question) };
  return [
    { id: `${id}~`, kind: "", title: short, of: [allProblems(question)] },
    ...problems.map((kind) => ({
      id: `${id}~${kind.id}`,
      kind: kind.id,
      title: kind.title,
      of: [{ ...counted, choices: kind.of.map(place) }],
    })),
  ];
}

/** All choices but the one that says that there was none. */
function allProblems(question: MultiQuestion): QuestionChoices {
  const { id, options, none } = question;
  const choices = options.flatMap((option, at) => (option.id === none ? [] : [at]));
  return { question: id, choices, options: options.length, ...placesNotOffered(question) };
}

/** A problem that a wave could not ask about. */
export interface ProblemNotOffered {
  /** Id of the question, and of its option. */
  readonly question: string;
  readonly option: string;
}

/** M33, the problems that a figure of a wave is without, as they could not be ticked there. */
export function problemsNotOffered(
  survey: Survey,
  { of }: TickedChoices,
  wave: string,
): readonly ProblemNotOffered[] {
  return of.flatMap(({ question: id, choices }) => {
    const question = questionOf(survey, id);
    if (question.type !== "multi") return [];
    const lacking = question.notOffered?.[wave] ?? [];
    return choices.flatMap((place) => {
      const option = question.options[place]?.id ?? "";
      return lacking.includes(option) ? [{ question: id, option }] : [];
    });
  });
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
    const { siblings, weighting } = options;
    const pooled = (siblings && pooledVariance(siblings, weighting)) ?? 0;
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
