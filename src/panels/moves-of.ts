import type { PairCounts, PairsRequest } from "../counts/pairs/request.ts";
import type { Counts, CountsRequest } from "../counts/request.ts";
import { definitionWithout, type IndexDefinition } from "../measures/index/definition.ts";
import { indexIn } from "../measures/index/of-survey.ts";
import { factorDefinition, indexFigure } from "../models/moves/index-figure.ts";
import { questionFigure } from "../models/moves/question-figure.ts";
import { type Moves, moves } from "../models/moves.ts";
import type { Survey } from "../survey/survey.ts";
import { indexRequest } from "./figures.ts";
import { spanOfLevel } from "./pooling.ts";
import type { IndexSubject, Subject } from "./subject.ts";
import { isPrinted } from "./subject-questions.ts";

/** Who is counted: waves, dimensions, and whose. */
export type Groups = Omit<CountsRequest, "questions">;

/** What to count of a subject for groups: answers of a question, or pairs of the items of an index. */
export function groupsCounts(subject: Subject, groups: readonly Groups[]): readonly CountsRequest[] {
  return subject.kind === "index" ? [] : groups.map((one) => ({ questions: [subject.id], ...one }));
}

export function groupsPairs(
  survey: Survey,
  subject: Subject,
  groups: readonly Groups[],
): readonly PairsRequest[] {
  return subject.kind === "index" ? groups.flatMap((one) => indexRequest(survey, one)) : [];
}

export interface MovesOfOptions {
  readonly from: string;
  readonly to: string;
  /** Items of an index that changed in between, without which it is worked out. */
  readonly without: readonly string[];
}

/** What moved a subject's figure over the groups that were counted (M32); pages that ask the same share the answer. */
export function movesOf(
  survey: Survey,
  subject: Subject,
  counted: { readonly counts: Counts | undefined; readonly pairs: PairCounts | undefined },
  options: MovesOfOptions,
): Moves {
  const { from, to, without } = options;
  if (subject.kind === "index" && [from, to].some((wave) => isPrinted(survey, wave)))
    return { status: "none", reason: "counts" };
  const all = { from, to, minimum: survey.base.minimum };
  const { counts, pairs } = counted;
  if (subject.kind === "index" && pairs)
    return once(pairs, JSON.stringify([subject.id, from, to, without]), () => {
      const [earlier, later] = [from, to].map((wave) => definitionOf(survey, subject, { wave, without }));
      if (!earlier || !later) return { status: "none", reason: "base" };
      const definitionIn = (wave: string) => (wave === from ? earlier : later);
      return moves(indexFigure(pairs, { definitionOf: definitionIn, base: survey.base }), all);
    });
  if (subject.kind === "question" && counts)
    return once(counts, JSON.stringify([subject.id, subject.measure.name, from, to]), () =>
      moves(questionFigure(counts, { survey, question: subject.id, measure: subject.measure }), all),
    );
  return { status: "none", reason: "base" };
}

/** The index or a factor of it as it is worked out in a wave without some items. */
function definitionOf(
  survey: Survey,
  { id, part }: IndexSubject,
  { wave, without }: { readonly wave: string; readonly without: readonly string[] },
): IndexDefinition | undefined {
  const index = indexIn(survey, wave);
  if (!index) return undefined;
  return definitionWithout(part === "index" ? index : factorDefinition(index, id), without);
}

const memory = new WeakMap<Counts | PairCounts, Map<string, Moves>>();

function once(counts: Counts | PairCounts, key: string, make: () => Moves): Moves {
  const known = memory.get(counts) ?? new Map<string, Moves>();
  memory.set(counts, known);
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

/**
 * Levels of the hierarchy from the widest down of which single waves may be shown: they end above the first that is
 * pooled (M35).
 */
export function singleLevels(survey: Survey): readonly string[] {
  const pooled = survey.hierarchy.findIndex((_, level) => spanOfLevel(survey, level + 1) > 1);
  return pooled < 0 ? survey.hierarchy : survey.hierarchy.slice(0, pooled);
}
