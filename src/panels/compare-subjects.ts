import type { CardKind } from "../measures/card.ts";
import { type ProblemCount, type ProblemSet, problemSets } from "../measures/problems.ts";
import { type ChoiceQuestion, isChoiceQuestion } from "../survey/question.ts";
import type { CardScore } from "../survey/scoring.ts";
import type { Survey } from "../survey/survey.ts";
import type { Text } from "../survey/text.ts";
import { questionAt, type ReportContext } from "./context.ts";
import type { PageAddress } from "./page-address.ts";
import { widthOf } from "./scoring/gaps-model.ts";
import {
  type Better,
  betterOf,
  endsOf,
  headlineQuestion,
  indexSubjects,
  measureHead,
  type Subject,
  subjectOf,
} from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";

/** What two groups are compared by: a score, the share of an answer, or the score of a written rule. */
export type ComparedSubject = Subject | OptionSubject | RuleSubject;

/** M01, the share of one answer of a choice. */
export interface OptionSubject {
  readonly kind: "option";
  readonly id: string;
  readonly name: Text;
  readonly question: ChoiceQuestion;
  /** Id of the option, and its place among all. */
  readonly option: string;
  readonly place: number;
}

/** A card of graded items (M03, M04), the mean gap of paired questions (M09), or all problems of a set or a kind (M11). */
export type RuleSubject =
  | { readonly kind: "card"; readonly id: string; readonly card: CardScore; readonly as: CardKind }
  | { readonly kind: "gap"; readonly id: "gap" }
  | {
      readonly kind: "problems";
      readonly id: string;
      readonly set: ProblemSet;
      readonly count: ProblemCount;
    };

/** Whether it is a question's or an index's own score. */
export function isScore(subject: ComparedSubject): subject is Subject {
  return subject.kind === "question" || subject.kind === "index";
}

/** What a page compares, its main score first. */
export function subjectsOn(context: ReportContext, page: PageAddress): readonly ComparedSubject[] {
  const { survey } = context;
  const indexes = indexSubjects(survey);
  const scores = (ids: readonly string[]) =>
    ids.flatMap((id) => subjectOf(survey, questionAt(context, id)) ?? []);
  switch (page.kind) {
    case "question": {
      const question = questionAt(context, page.id);
      const found = scores([page.id]);
      return found.length === 0 && isChoiceQuestion(question) ? optionsOf(question) : found;
    }
    case "factor": {
      const own = indexes.find(({ id }) => id === page.id);
      const under = indexes.filter(({ id }) => own?.members.includes(id));
      return own ? [own, ...under, ...scores(questionsUnder(survey, own).map(({ id }) => id))] : [];
    }
    default: {
      const head =
        indexes.length > 0 ? indexes : [headlineQuestion(survey)].filter((one) => one !== undefined);
      const known = new Set(head.map(({ id }) => id));
      const others = scores(survey.questions.map(({ id }) => id).filter((id) => !known.has(id)));
      const rules = rulesOf(survey);
      return survey.scoring?.problems?.heads
        ? [...rules, ...head, ...others]
        : [...head, ...rules, ...others];
    }
  }
}

function optionsOf(question: ChoiceQuestion): readonly OptionSubject[] {
  return question.options.map(({ id, label }, place) => ({
    ...{ kind: "option", id: `${question.id} ${id}`, name: label, question, option: id, place },
  }));
}

/** What heads each method of scoring by a written rule. */
function rulesOf(survey: Survey): readonly RuleSubject[] {
  const { scoring, pairs } = survey;
  const cards = (["national", "fiveToOne"] as const).flatMap((as): readonly RuleSubject[] => {
    const card = scoring?.[as];
    return card ? [{ kind: "card", id: card.id, card, as }] : [];
  });
  const gaps: readonly RuleSubject[] = pairs.length > 0 ? [{ kind: "gap", id: "gap" }] : [];
  const problems = problemSets(survey).flatMap((set) =>
    set.counts.map((count): RuleSubject => ({ kind: "problems", id: count.id, set, count })),
  );
  return [...cards, ...gaps, ...problems];
}

/** Where problems, or those of a kind, stand: the question that they are answers to, or the survey's overview. */
function problemsLink(
  { set, count }: Extract<RuleSubject, { readonly kind: "problems" }>,
  { links }: ReportContext,
): string {
  if (!set.ofQuestions) return links.question(set.id);
  return count.kind === "" ? `${links.overview()}#${set.id}-per-100` : links.question(count.kind);
}

/** What is compared as rows and charts show it. */
export interface ComparedLook {
  readonly label: string;
  readonly href: string;
  /** The measure with its scale. */
  readonly head: string;
  readonly unit: string;
  readonly ends: { readonly min: number; readonly max: number };
  readonly better: Better;
}

/** A deduction is a penalty and no estimate, so scores are compared before it, and say so. */
function cardLabel({ title, deduct }: CardScore, { language, words }: ReportContext): string {
  return deduct ? words.view.compare.beforeDeduction(title[language]) : title[language];
}

export function lookOf(subject: ComparedSubject, context: ReportContext): ComparedLook {
  const { survey, language, links, words } = context;
  switch (subject.kind) {
    case "option":
      return {
        label: subject.name[language],
        href: links.question(subject.question.id),
        ...{ head: words.share, unit: "proportion", ends: { min: 0, max: 1 }, better: "neither" },
      };
    case "card":
      return {
        label: cardLabel(subject.card, context),
        href: `${links.overview()}#${subject.id}`,
        ...{ head: words.view.compare.card, unit: "index100", ends: { min: 0, max: 100 }, better: "higher" },
      };
    case "gap": {
      const width = Math.max(0, ...survey.pairs.map((pair) => widthOf(context, pair)));
      return {
        label: words.view.compare.gap,
        href: `${links.overview()}#gaps`,
        ...{
          head: words.scoring.gapHead,
          unit: "scale",
          ends: { min: -width, max: width },
          better: "higher",
        },
      };
    }
    case "problems":
      return {
        label: subject.count.title[language],
        href: problemsLink(subject, context),
        ...{ head: words.view.compare.problems, unit: "per100", better: "lower" },
        ends: { min: 0, max: Number.POSITIVE_INFINITY },
      };
    default:
      return {
        label: subject.name[language],
        href: subject.kind === "index" ? links.factor(subject.id) : links.question(subject.id),
        head: measureHead(subject, context),
        unit: subject.unit,
        ends: endsOf(subject),
        better: betterOf(subject),
      };
  }
}
