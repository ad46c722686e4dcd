import { isScaleQuestion, type Question, type RatingQuestion } from "../survey/question.ts";
import type {
  Band,
  BandSettings,
  CardScore,
  FirmStage,
  ProblemTotal,
  Scoring,
  SureOutcome,
} from "../survey/scoring.ts";
import type { Pair } from "../survey/survey.ts";
import { textOf } from "./interpret-texts.ts";
import type { Codebook } from "./schema.ts";

type Written = NonNullable<Codebook["scoring"]>;
type WrittenBands = NonNullable<NonNullable<Codebook["models"]>["bands"]>;

/** The deduction that written rules prescribe where the codebook names no other (M05). */
export const usualDeduction = { threshold: 0.5, step: 0.05, points: 1 };

/** The codebook's scores by written rules with their defaults. */
export function interpretScoring({ scoring }: Codebook, questions: readonly Question[]): Scoring | undefined {
  if (!scoring) return undefined;
  const { national, fiveToOne, sample, problems } = scoring;
  return {
    ...(national
      ? { national: { ...cardOf(national, "national", nationalItems(questions)), ...firmsOf(national) } }
      : {}),
    ...(fiveToOne ? { fiveToOne: cardOf(fiveToOne, "five_to_one", fiveGraded(questions)) } : {}),
    deduction: { ...usualDeduction, ...present(scoring.deduction) },
    ...(sample ? { sample: sampleOf(sample) } : {}),
    ...(problems ? { problems: totalOf(problems) } : {}),
  };
}

/** Ratings whose grades have scores. */
export function nationalItems(questions: readonly Question[]): readonly RatingQuestion[] {
  return ratings(questions).filter(({ scale }) => scale.scores !== undefined);
}

/** Ratings in five grades. */
export function fiveGraded(questions: readonly Question[]): readonly RatingQuestion[] {
  return ratings(questions).filter(({ scale }) => scale.codes.length === 5);
}

function ratings(questions: readonly Question[]): readonly RatingQuestion[] {
  return questions.flatMap((question) => (question.type === "rating" ? [question] : []));
}

function cardOf(
  { id, title, of, deduct }: NonNullable<Written["fiveToOne"]>,
  name: string,
  fitting: readonly Question[],
): CardScore {
  return {
    id: id ?? name,
    title: textOf(title, id ?? name),
    of: of ?? fitting.map((question) => question.id),
    deduct: deduct ?? false,
  };
}

function totalOf({
  id = "problems",
  title,
  of,
  heads = false,
}: NonNullable<Written["problems"]>): ProblemTotal {
  return { id, title: textOf(title, id), of, ...(heads ? { heads } : {}) };
}

function firmsOf({ firm, industry, firms }: NonNullable<Written["national"]>): { firms?: FirmStage } {
  if (firm === undefined) return {};
  const population = typeof firms === "number" ? { "": firms } : (firms ?? {});
  return { firms: { firm, ...(industry === undefined ? {} : { industry }), population } };
}

function sampleOf(sample: NonNullable<Written["sample"]>): NonNullable<Scoring["sample"]> {
  return sample.rule === 1
    ? { rule: 1, plus: sample.plus ?? 10, share: sample.share ?? 0.05 }
    : { rule: 2, margin: sample.margin ?? 0.05, proportion: sample.proportion ?? 0.5 };
}

/** Bands from the lowest up, each from its lower end to the next. */
export function interpretBands(
  { models }: Codebook,
  questions: readonly Question[],
): BandSettings | undefined {
  const written = models?.bands;
  if (!written) return undefined;
  return {
    bands: written.bands
      .map(({ id, title, from }): Band => ({ id, title: textOf(title, id), from: from ?? 0 }))
      .toSorted((a, b) => a.from - b.from),
    outcomes: written.outcomes.map((outcome) => outcomeOf(outcome, questions)),
  };
}

function outcomeOf(
  { question: id, sure, title }: WrittenBands["outcomes"][number],
  questions: readonly Question[],
): SureOutcome {
  const question = questions.find((candidate) => candidate.id === id);
  return {
    question: id,
    title: title === undefined && question ? question.short : textOf(title, id),
    sure,
  };
}

/** Codes of a question that "surely" may be: of a scale its codes, of a single choice its options. */
export function sureCandidates(question: Question): readonly string[] | undefined {
  if (isScaleQuestion(question)) return question.scale.codes.map(String);
  return question.type === "single" ? question.options.map(({ id }) => id) : undefined;
}

/** Pairs of questions, named by what is perceived where the codebook gives no title (M09). */
export function interpretPairs(codebook: Codebook, questions: readonly Question[]): readonly Pair[] {
  return (codebook.pairs ?? []).map(({ expectation, perception, title, weight }) => {
    const name = questions.find(({ id }) => id === perception)?.short;
    return {
      expectation,
      perception,
      title: title === undefined && name ? name : textOf(title, perception),
      ...(weight === undefined ? {} : { weight }),
    };
  });
}

/** Keys that are written. */
export function present<Value extends object>(value: Value | undefined): Partial<Value> {
  const given = Object.entries(value ?? {}).filter(([, one]) => one !== undefined);
  return Object.fromEntries(given) as Partial<Value>;
}
