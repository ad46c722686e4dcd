import { type IndexDefinition, itemsUnder } from "../measures/index/definition.ts";
import { indexIn } from "../measures/index/of-survey.ts";
import { breaksOfSeveral } from "../survey/breaks.ts";
import type { Question } from "../survey/question.ts";
import { questionOf, type Survey, waveIds } from "../survey/survey.ts";
import { type Memory, onceFor } from "./once-for.ts";
import type { Subject } from "./subject.ts";

/** Questions, of some, that two waves did not put in the same way, or only one of them put at all (M33). */
export function changedBetween(
  survey: Survey,
  ids: readonly string[],
  earlier: string,
  later: string,
): readonly Question[] {
  return onceFor(changedQuestions, survey, [earlier, later, ...ids], () => {
    const questions = ids.map((id) => questionOf(survey, id));
    const breaks = breaksOfSeveral(questions, waveIds(survey), earlier, later);
    const changed = new Set(breaks.filter((one) => !one.break.allowed).map(({ question }) => question));
    return questions.filter(({ id }) => changed.has(id));
  });
}

const changedQuestions: Memory<readonly Question[]> = new WeakMap();

/** True where only printed tables of a wave survive. */
export function isPrinted(survey: Survey, wave: string): boolean {
  return survey.waves.some(({ id, tabulated }) => id === wave && tabulated);
}

/** The questions that a subject's figure is made of. */
export function questionsUnder(survey: Survey, subject: Subject): readonly Question[] {
  const known = underSubjects.get(survey) ?? new Map<string, readonly Question[]>();
  underSubjects.set(survey, known);
  const questions = known.get(subject.id) ?? questionsOf(survey, subject);
  known.set(subject.id, questions);
  return questions;
}

const underSubjects = new WeakMap<Survey, Map<string, readonly Question[]>>();

function questionsOf(survey: Survey, subject: Subject): readonly Question[] {
  if (subject.kind === "question") return [questionOf(survey, subject.id)];
  const definition = indexIn(survey, survey.waves.at(-1)?.id ?? "");
  const node = definition && nodeOf(definition.root, subject.id);
  return node ? itemsUnder(node).map((id) => questionOf(survey, id)) : [];
}

function nodeOf(node: IndexDefinition["root"], id: string): IndexDefinition["root"] | undefined {
  if (node.id === id) return node;
  for (const member of node.of) {
    const found = member.kind === "item" ? undefined : nodeOf(member, id);
    if (found) return found;
  }
  return undefined;
}
