import type { PairCounts } from "../counts/pairs/request.ts";
import type { Counts } from "../counts/request.ts";
import type { Path } from "../measures/cascade.ts";
import type { Difference } from "../measures/difference.ts";
import type { Branch } from "../survey/branches.ts";
import { waveIds } from "../survey/survey.ts";
import { movedAt, targetGap } from "./changes-of.ts";
import { questionAt, type ReportContext } from "./context.ts";
import { cascadeRequests, indexRequests, type Sums, sumsOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { indexSubjects, type Subject, subjectOf } from "./subject.ts";

/**
 * Draws nothing: names the changes that a page's own are judged together with, of all figures of the page's branch, its
 * siblings and the branches under it. With it a page has whole families, and a change that is clear on one page is clear
 * on all that state it.
 */
export const kin: Panel<readonly Difference[]> = {
  needs: (context) =>
    cascadeRequests(context, {
      questions: questionsOf(context),
      waves: waveIds(context.survey),
      below: true,
    }),
  pairs: (context) => indexRequests(context, { waves: waveIds(context.survey), below: true }),
  read: (context, counts, pairs) => changesOf(context, sumsOf(counts, pairs)),
  claims: (changes) => changes,
  draw: () => null,
};

function questionsOf(context: ReportContext): readonly string[] {
  return questionSubjects(context).map(({ id }) => id);
}

/** All questions that have a figure, as they were put in the page's wave. */
export function questionSubjects(context: ReportContext): readonly Subject[] {
  const { survey } = context;
  return survey.questions.flatMap(({ id }) => subjectOf(survey, questionAt(context, id)) ?? []);
}

function changesOf(context: ReportContext, sums: Sums): readonly Difference[] {
  const { branch, ancestors, tree } = context;
  const siblings = branch ? (ancestors.at(-2)?.children ?? tree) : [];
  const children = branch ? branch.children : tree;
  const all = changesAt(context, sums, []);
  return [
    ...(branch ? changesOfAll(context, sums, siblings) : all),
    ...changesOfAll(context, sums, children),
  ];
}

/** Changes of branches of one level, by what was counted for them: pages of one parent share them. */
const memory = new WeakMap<Counts | PairCounts, Map<string, readonly Difference[]>>();

function changesOfAll(
  context: ReportContext,
  sums: Sums,
  branches: readonly Branch[],
): readonly Difference[] {
  const level = branches[0]?.path.length ?? 0;
  const counts = sums.counts[level];
  if (branches.length === 0 || !counts) return [];
  const known = memory.get(counts) ?? new Map<string, readonly Difference[]>();
  memory.set(counts, known);
  const changes = known.get(context.wave) ?? branches.flatMap(({ path }) => changesAt(context, sums, path));
  known.set(context.wave, changes);
  return changes;
}

function changesAt(context: ReportContext, sums: Sums, path: Path): readonly Difference[] {
  return changesOfSubjects(context, sums, {
    path,
    subjects: [...indexSubjects(context.survey), ...questionSubjects(context)],
  });
}

/** Changes of some figures of one branch, or of everybody, and how far they are from their targets. */
export function changesOfSubjects(
  { survey, wave, slice }: Pick<ReportContext, "survey" | "wave" | "slice">,
  sums: Sums,
  { path, subjects }: { readonly path: Path; readonly subjects: readonly Subject[] },
): readonly Difference[] {
  return subjects.flatMap((subject) => {
    const { estimate, change } = movedAt({ survey, slice }, subject, sums, { wave, path });
    return [change, targetGap(survey, subject, estimate, { wave, path }) ?? change];
  });
}
