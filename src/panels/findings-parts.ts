import type { Difference } from "../measures/difference.ts";
import { isShown, type Shown } from "../measures/estimate.ts";
import { partOfIndex } from "../measures/index/cascade.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { type PartPairs, partPairs } from "../models/lowest-part.ts";
import { waveIds } from "../survey/survey.ts";
import { branchSlice, sliceText } from "../views/slice.ts";
import { questionAt, type ReportContext } from "./context.ts";
import { cascadeRequests, figureAt, indexPartsAt, type Sums, sumsOf } from "./figures.ts";
import type { Asks } from "./panel.ts";
import { type IndexSubject, indexSubjects, type Subject, subjectOf } from "./subject.ts";

/** A factor or an item of a figure, with what it costs. */
export interface ScoredPartOf {
  readonly id: string;
  readonly kind: "factor" | "item";
  /** What its score is written as: an item's is the mean of its question. */
  readonly subject: Subject;
  readonly shown: Shown;
  /** On the scale of the index. */
  readonly estimate: Shown;
  readonly share: number;
  readonly lost: number;
}

/** The parts of a figure and the comparisons between them. */
export interface PartsFound {
  readonly parts: readonly ScoredPartOf[];
  /** Points that the whole lacks. */
  readonly lost: number;
  readonly scores: PartPairs;
  readonly costs: PartPairs;
  readonly pairs: readonly Difference[];
}

/** The factors of an index, or the items of a factor without factors, compared with each other. */
export async function partsOf(
  context: ReportContext,
  subject: Subject,
  { sums, asks }: { readonly sums: Sums; readonly asks: Asks },
): Promise<PartsFound | undefined> {
  if (subject.kind !== "index") return undefined;
  const { survey, wave, branch } = context;
  const index = indexPartsAt(context, sums.pairs, { wave });
  const whole = index && partOfIndex(index, subject.id);
  if (!whole || whole.lost === undefined) return undefined;
  const parts = await scoredParts(context, whole, asks);
  if (parts.length < 2) return undefined;
  const of = [subject.id, sliceText(branchSlice(survey.hierarchy, branch?.path ?? [])), wave].join(" ");
  const scores = partPairs(parts, { of, what: "scores of parts" });
  const costs = partPairs(
    parts.map(({ id, lost, share, estimate }) => ({
      id,
      estimate: { value: lost, standardError: share * estimate.standardError },
    })),
    { of, what: "costs of parts" },
  );
  return { parts, lost: whole.lost, scores, costs, pairs: [...scores.all, ...costs.all] };
}

async function scoredParts(
  context: ReportContext,
  whole: IndexPart,
  { ask }: Asks,
): Promise<readonly ScoredPartOf[]> {
  const { survey, wave } = context;
  const items = whole.of.filter(({ kind }) => kind === "item").map(({ id }) => id);
  const requests =
    items.length === 0 ? [] : cascadeRequests(context, { questions: items, waves: waveIds(survey) });
  const counts = sumsOf(await Promise.all(requests.map(ask)), []);
  const subjects = indexSubjects(survey);
  return whole.of.flatMap((part): readonly ScoredPartOf[] => {
    const { id, estimate, share, lost } = part;
    if (!isShown(estimate) || lost === undefined) return [];
    const common = { id, estimate, share, lost };
    const factor: IndexSubject | undefined = subjects.find((one) => one.id === id);
    if (part.kind !== "item")
      return factor ? [{ ...common, kind: "factor", subject: factor, shown: estimate }] : [];
    const question = subjectOf(survey, questionAt(context, id));
    const shown = question && figureAt(context, question, counts, { wave });
    if (question?.measure.name !== "mean" || !shown || !isShown(shown)) return [];
    return [{ ...common, kind: "item", subject: question, shown }];
  });
}
