import { groupsOf } from "../../counts/request.ts";
import { isShown } from "../../measures/estimate.ts";
import { type ComparedRow, compareModel } from "../../panels/compare-model.ts";
import { questionPut } from "../../panels/context.ts";
import type { Outside, OutsideFigure, OutsideWave } from "../../panels/outside-model.ts";
import type { Asks } from "../../panels/panel.ts";
import { indexSubjects, type Subject, subjectOf } from "../../panels/subject.ts";
import { isScaleQuestion } from "../../survey/question.ts";
import { type Scope, scopeLabels } from "../../survey/scope.ts";
import type { Survey } from "../../survey/survey.ts";
import { everybody } from "../../views/slice.ts";

/** A group that holds more of all answers outside than this would show through their average. */
const largestShare = 0.8;

/**
 * Averages of everybody outside a scope, for the waves that the scope's site shows (M34). A figure of them is given where
 * the scope's own is, so that neither tells what is withheld of the other, and where at least two other groups answered
 * enough and none of them is next to all: an average of one is that branch's own figure.
 * @param survey everybody's, with `asks` counting everybody
 */
export async function outsideFigures(
  survey: Survey,
  asks: Asks,
  { scope, waves }: { readonly scope: Scope; readonly waves: readonly string[] },
): Promise<Outside> {
  const found: [string, OutsideWave][] = [];
  for (const wave of waves) {
    const outside = await outsideIn(survey, asks, { scope, wave });
    if (outside) found.push([wave, outside]);
  }
  return { of: scopeLabels(survey, scope), waves: Object.fromEntries(found) };
}

async function outsideIn(
  survey: Survey,
  asks: Asks,
  { scope, wave }: { readonly scope: Scope; readonly wave: string },
): Promise<OutsideWave | undefined> {
  const sides = {
    kind: "slice",
    own: { wave, slice: scope },
    other: { wave, slice: everybody },
  } as const;
  const { overlap, rows, respondents } = await compareModel(
    { survey },
    asks,
    sides,
    subjectsIn(survey, wave),
  );
  if (overlap !== "own-in-other" || respondents.other < survey.base.minimum) return undefined;
  const isMixed = await mixedBases(survey, asks, { scope, wave });
  const figures = rows.flatMap((row): (readonly [string, OutsideFigure])[] => {
    const { subject, other, items } = row;
    if (!other || !isShown(other) || !basesOf(row).every(isMixed)) return [];
    return [[subject.id, { estimate: other, ...(items ? { items } : {}) }]];
  });
  return figures.length === 0
    ? undefined
    : { respondents: respondents.other, figures: Object.fromEntries(figures) };
}

/** Everything with a score in a wave, as it was put there. */
function subjectsIn(survey: Survey, wave: string): readonly Subject[] {
  const questions = survey.questions.flatMap(
    ({ id }) => subjectOf(survey, questionPut(survey, id, wave)) ?? [],
  );
  return [...indexSubjects(survey), ...questions];
}

function basesOf({ subject, items }: ComparedRow): readonly string[] {
  return subject.kind === "question" ? [subject.id] : (items ?? []);
}

/** Whether those outside who answered a question are several groups of which none shows through. */
async function mixedBases(
  survey: Survey,
  { ask }: Asks,
  { scope, wave }: { readonly scope: Scope; readonly wave: string },
): Promise<(question: string) => boolean> {
  const by = Object.keys(scope);
  const questions = survey.questions
    .filter((one) => isScaleQuestion(one) || one.type === "number")
    .map(({ id }) => id);
  const counts = await ask({ questions, waves: [wave], by, slice: everybody });
  const isOutside = (key: readonly (string | null)[]) =>
    by.some((dimension, at) => !(scope[dimension] ?? []).includes(key[at] ?? ""));
  const groups = groupsOf(counts, wave).filter(({ key }) => !key.includes(null) && isOutside(key));
  return (question) => {
    const bases = groups.flatMap(({ tallies }) => {
      const tally = tallies.get(question);
      return tally && tally.kind !== "shares" ? [tally.base.n] : [];
    });
    const sum = bases.reduce((total, n) => total + n, 0);
    const enough = bases.filter((n) => n >= survey.base.minimum);
    return enough.length >= 2 && Math.max(...bases) <= largestShare * sum;
  };
}
