import type { PairCounts } from "../counts/pairs/request.ts";
import type { Counts } from "../counts/request.ts";
import { cardDefinition, cardRequest } from "../measures/card.ts";
import { estimateAt } from "../measures/cascade.ts";
import { type Estimate, hasValue } from "../measures/estimate.ts";
import { gapRequest, gapsAt } from "../measures/gap.ts";
import { indexAt } from "../measures/index/cascade.ts";
import { itemsIn } from "../measures/index/items-in.ts";
import type { ProblemSet } from "../measures/problems.ts";
import { isOffered, shareOfCodes } from "../measures/share.ts";
import type { Question } from "../survey/question.ts";
import { questionOf, type Survey } from "../survey/survey.ts";
import type { Side } from "./compare-sides.ts";
import type { ComparedSubject, RuleSubject } from "./compare-subjects.ts";
import { questionPut } from "./context.ts";
import { type FigureScope, figureAt, indexRequest, type Sums } from "./figures.ts";
import { itemsAt } from "./made-of.ts";
import type { Asks } from "./panel.ts";
import { problemFigure } from "./scoring/problems-model.ts";
import { questionsUnder } from "./subject-questions.ts";

/** What was counted of one side. */
export interface Counted extends Sums {
  readonly respondents: number;
  /** Of scores by written rules, by their ids. */
  readonly rules: ReadonlyMap<string, PairCounts>;
  /** Problems, by the ids of their sets. */
  readonly ticked: ReadonlyMap<string, Counts>;
}

/** How what is compared is worked out of what was counted. */
export interface Figured {
  /** The questions that it is made of. */
  readonly questions: readonly Question[];
  /** Its figure in a wave, made without some questions; undefined where the wave did not ask. */
  readonly figure: (sums: Counted, wave: string, without?: readonly string[]) => Estimate | undefined;
  /** Ids of the questions that its figure is made of; absent of what can't do without one. */
  readonly items?: (sums: Counted, wave: string) => readonly string[] | undefined;
}

/** Counts what a side is scored by. */
export async function countedOf(
  survey: Survey,
  { ask, askPairs }: Asks,
  { wave, slice }: Side,
  subjects: readonly ComparedSubject[],
): Promise<Counted> {
  const groups = { waves: [wave], by: [], slice };
  const questions = new Set(
    subjects.flatMap((one) =>
      one.kind === "question" ? [one.id] : one.kind === "option" ? [one.question.id] : [],
    ),
  );
  const hasIndex = subjects.some(({ kind }) => kind === "index");
  const [counts, pairs, rules, ticked] = await Promise.all([
    ask({ questions: [...questions], ...groups }),
    Promise.all(hasIndex ? indexRequest(survey, groups).map(askPairs) : []),
    Promise.all(
      subjects.flatMap((subject) => {
        const request = pairsFor(survey, subject);
        return request
          ? [askPairs({ ...request, ...groups }).then((found) => [subject.id, found] as const)]
          : [];
      }),
    ),
    Promise.all(
      problemSetsOf(subjects).map((set) =>
        ask({ questions: [], derived: { ticked: set.counts }, ...groups }).then(
          (found) => [set.id, found] as const,
        ),
      ),
    ),
  ]);
  return {
    ...{ counts: [counts], pairs, rules: new Map(rules), ticked: new Map(ticked) },
    respondents: counts.groups[0]?.rows?.n ?? 0,
  };
}

function problemSetsOf(subjects: readonly ComparedSubject[]): readonly ProblemSet[] {
  const sets = subjects.flatMap((one) => (one.kind === "problems" ? [[one.set.id, one.set] as const] : []));
  return [...new Map(sets).values()];
}

function pairsFor(survey: Survey, subject: ComparedSubject) {
  if (subject.kind === "card") return cardRequest(survey, subject.as, subject.card);
  return subject.kind === "gap" ? gapRequest(survey) : undefined;
}

/** How a subject is worked out of the sums of a side. */
export function figured(scope: FigureScope, subject: ComparedSubject): Figured {
  switch (subject.kind) {
    case "option":
      return {
        questions: [questionOf(scope.survey, subject.question.id)],
        figure: (sums, wave) => optionFigure(scope, subject, sums, wave),
      };
    case "card":
    case "gap":
    case "problems":
      return ruled(scope, subject);
    default: {
      const made = (sums: Counted, wave: string) => itemsAt(scope, subject, sums, { wave, path: [] });
      return {
        questions: questionsUnder(scope.survey, subject),
        figure: (sums, wave, without = []) => figureAt(scope, subject, sums, { wave, path: [], without }),
        ...(subject.kind === "index" ? { items: made } : {}),
      };
    }
  }
}

function optionFigure(
  { survey }: FigureScope,
  { question, place }: Extract<ComparedSubject, { readonly kind: "option" }>,
  { counts }: Counted,
  wave: string,
): Estimate | undefined {
  const put = questionPut(survey, question.id, wave);
  const { base } = survey;
  let offered = true;
  const found = estimateAt(counts, [], { question: put, wave, base }, ({ tally }) => {
    offered = isOffered(tally, put, place, wave);
    return offered ? shareOfCodes(tally, [place], { weighting: "weighted", base }) : { status: "none" };
  });
  return offered ? found : undefined;
}

function ruled(scope: FigureScope, subject: RuleSubject): Figured {
  const { survey } = scope;
  const options = { weighting: "weighted", base: survey.base } as const;
  const asked = (ids: readonly string[]) => [...new Set(ids)].map((id) => questionOf(survey, id));
  const cascade = ({ rules }: Counted) => [rules.get(subject.id)].filter((one) => one !== undefined);
  if (subject.kind === "problems") {
    const { set, count } = subject;
    return {
      questions: asked(count.of.map(({ question }) => question)),
      figure: ({ ticked }, wave) => {
        const counts = ticked.get(set.id);
        return counts && problemFigure({ survey }, [counts], { count, wave, path: [] });
      },
    };
  }
  if (subject.kind === "card") {
    const part = (sums: Counted, wave: string, without: readonly string[]) => {
      const definition = cardDefinition(survey, subject.as, subject.card, wave);
      return definition && indexAt(cascade(sums), [], { ...options, definition, wave, without });
    };
    return {
      questions: asked(subject.card.of),
      figure: (sums, wave, without = []) => part(sums, wave, without)?.estimate,
      items: (sums, wave) => {
        const found = part(sums, wave, []);
        return found && hasValue(found.estimate) ? itemsIn(found) : undefined;
      },
    };
  }
  const gaps = (sums: Counted, wave: string, without: readonly string[]) => {
    // A pair goes without both of its questions.
    const pairs = survey.pairs.filter(({ expectation, perception }) =>
      [expectation, perception].some((id) => without.includes(id)),
    );
    const left = pairs.map(({ perception }) => perception);
    return gapsAt(cascade(sums), [], { ...options, survey, wave, without: left });
  };
  return {
    questions: asked(survey.pairs.flatMap(({ expectation, perception }) => [expectation, perception])),
    figure: (sums, wave, without = []) => gaps(sums, wave, without)?.whole,
    items: (sums, wave) => {
      const shown = gaps(sums, wave, [])?.items.filter(({ estimate }) => hasValue(estimate));
      return shown?.flatMap(({ pair: { expectation, perception } }) => [expectation, perception]);
    },
  };
}
