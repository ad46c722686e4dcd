import { type Difference, differenceFrom, differenceOf, type Family } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import type { Question } from "../survey/question.ts";
import { rareValues } from "../survey/reading.ts";
import { questionOf, type Survey } from "../survey/survey.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { branchSlice, type Slice, sliceText } from "../views/slice.ts";
import { barriers } from "./break-text.ts";
import { type At, type FigureScope, figureAt, type Sums } from "./figures.ts";
import { itemsAt } from "./made-of.ts";
import { type Memory, onceFor } from "./once-for.ts";
import { spanIn, spanOfLevel } from "./pooling.ts";
import type { Subject } from "./subject.ts";
import { changedBetween, questionsUnder } from "./subject-questions.ts";

export interface Change {
  /** The wave compared with; undefined for the first. */
  readonly from: string | undefined;
  readonly to: string;
  readonly earlier: Estimate | undefined;
  readonly later: Estimate | undefined;
  /** Whose change it is. */
  readonly slice: Slice;
  /** The option whose share changed, where the measure is one. */
  readonly option?: string;
  /** What it is judged together with; the waves compared are added. */
  readonly families: readonly Family[];
}

/** Change of a figure made of some questions from one wave to another, unless one of them changed in between. */
export function changeOf(
  survey: Survey,
  { id, questions }: { readonly id: string; readonly questions: readonly Question[] },
  { from, to, earlier, later, slice, option = "", families }: Change,
): Difference {
  if (from === undefined) return { status: "untested", reason: "first" };
  // An option that the earlier wave did not offer has no share there because the question changed.
  if (!later || (!earlier && option === "")) return { status: "untested", reason: "base" };
  // Which rare values are taken together differs from wave to wave: it is not the same group.
  const joined = option === rareValues || Object.values(slice).some((values) => values.includes(rareValues));
  if (joined) return { status: "untested", reason: "error" };
  const ids = questions.map((question) => question.id);
  if (barriers({ survey }, ids, { after: from, until: to }).length > 0)
    return { status: "untested", reason: "break" };
  if (!earlier) return { status: "untested", reason: "base" };
  const waves = `${from} ${to}`;
  return differenceOf(later, earlier, {
    claim: [id, option, sliceText(slice), waves].join(" "),
    families: families.map(({ kind, of }) => ({ kind, of: `${of} ${waves}` })),
  });
}

export interface Moved {
  readonly estimate: Estimate | undefined;
  readonly change: Difference;
  /**
   * Questions that changed in between or are in one of the two figures only, and without which the change of an index is
   * worked out: like with like.
   */
  readonly without: readonly Question[];
}

/**
 * A subject's figure of a branch, or of everybody, and its change on the wave before; of pooled waves, on the pool
 * before, with which it has no wave in common. It is judged with all the group's figures and with its siblings' change.
 * An index of which some items changed in between, or are in one of the two figures only, is compared on the others.
 */
export function movedAt(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  { wave, path = scope.branch?.path ?? [] }: Pick<At, "wave" | "path">,
): Moved {
  const cascade = subject.kind === "index" ? sums.pairs : sums.counts;
  const measure = subject.kind === "index" ? "" : subject.measure.name;
  const counts = cascade[path.length];
  const make = () => moved(scope, subject, sums, { wave, path });
  return counts ? onceFor(moves, counts, [subject.kind, subject.id, measure, wave, path], make) : make();
}

/** Many pages, in every language, show how a branch moved; it is worked out once. */
const moves: Memory<Moved> = new WeakMap();

function moved(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  { wave, path }: { readonly wave: string; readonly path: readonly string[] },
): Moved {
  const { survey } = scope;
  const cascade = subject.kind === "index" ? sums.pairs : sums.counts;
  return movedBetween(survey, subject, {
    from: waveBefore(survey, wave, spanIn(survey, cascade, path)),
    to: wave,
    figure: (of, without) => figureAt(scope, subject, sums, { wave: of, path, without }),
    itemsOf: (of) => itemsAt(scope, subject, sums, { wave: of, path }),
    slice: branchSlice(survey.hierarchy, path),
    families: familiesOf(survey, subject, path),
  });
}

interface Moving extends Pick<Change, "from" | "to" | "slice" | "families"> {
  /** The figure of a wave, made without some questions. */
  readonly figure: (wave: string, without: readonly string[]) => Estimate | undefined;
  /** Ids of the questions that the figure of a wave is made of; undefined of a single question. */
  readonly itemsOf: (wave: string) => readonly string[] | undefined;
}

/** A subject's figure in a wave and its change from another, like with like. */
export function movedBetween(
  survey: Survey,
  subject: Subject,
  { figure, itemsOf, ...moving }: Moving,
): Moved {
  const { from, to } = moving;
  const estimate = figure(to, []);
  const all = questionsUnder(survey, subject);
  const changed = from === undefined ? [] : changedBetween(survey, idsOf(all), from, to);
  const isPart = changed.length < all.length;
  const uneven = from !== undefined && isPart ? unevenBetween(survey, itemsOf, { from, to }) : [];
  const without = isPart
    ? all.filter(({ id }) => changed.some((one) => one.id === id) || uneven.includes(id))
    : [];
  const earlier = from === undefined ? undefined : figure(from, idsOf(without));
  const later = without.length > 0 ? figure(to, idsOf(without)) : estimate;
  const change = changeOf(
    survey,
    { id: subject.id, questions: all.filter((question) => !without.includes(question)) },
    { ...moving, earlier, later },
  );
  return { estimate, change, without };
}

/**
 * Ids of the questions that only one of two figures of an index is made of, though both waves asked them. What one of
 * the waves did not ask is a change of the questions, which the codebook may wave through.
 */
function unevenBetween(
  survey: Survey,
  itemsOf: Moving["itemsOf"],
  { from, to }: { readonly from: string; readonly to: string },
): readonly string[] {
  const [earlier, later] = [from, to].map(itemsOf);
  if (!earlier || !later) return [];
  const uneven = [
    ...earlier.filter((id) => !later.includes(id)),
    ...later.filter((id) => !earlier.includes(id)),
  ];
  return uneven.filter((id) => {
    const { notAskedIn = [] } = questionOf(survey, id);
    return notAskedIn.includes(from) === notAskedIn.includes(to);
  });
}

/** How far a branch's index is from its target, tested; judged with all its factors. Undefined without a target. */
export function targetGap(
  survey: Survey,
  subject: Subject,
  estimate: Estimate | undefined,
  { wave, path }: { readonly wave: string; readonly path: readonly string[] },
): Difference | undefined {
  if (subject.kind !== "index" || subject.target === undefined || !estimate) return undefined;
  const slice = sliceText(branchSlice(survey.hierarchy, path));
  const waves = `${waveBefore(survey, wave, spanOfLevel(survey, path.length))} ${wave}`;
  return differenceFrom(estimate, subject.target, {
    claim: [subject.id, "target", slice, wave].join(" "),
    families: [{ kind: "index", of: `${slice} ${waves}` }],
  });
}

function idsOf(questions: readonly Question[]): readonly string[] {
  return questions.map(({ id }) => id);
}

/** A branch's figures are judged together, and so are the same figures of all its siblings. */
function familiesOf({ hierarchy }: Survey, subject: Subject, path: readonly string[]): readonly Family[] {
  const own: Family = {
    kind: subject.kind === "index" ? "index" : "questions",
    of: sliceText(branchSlice(hierarchy, path)),
  };
  if (path.length === 0) return [own];
  const parent = sliceText(branchSlice(hierarchy, path.slice(0, -1)));
  return [own, { kind: "groups", of: `${subject.id} ${parent}` }];
}
