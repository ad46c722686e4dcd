import { type PairGroup, pairGroupOf } from "../counts/pairs/request.ts";
import { type Estimate, hasValue } from "../measures/estimate.ts";
import { nodesOf, partOfIndex } from "../measures/index/cascade.ts";
import { contributionOf } from "../measures/index/contribution.ts";
import type { IndexGroup } from "../measures/index/definition.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { itemsLeftOut, itemsLeftOutOfLoss } from "../measures/index/items-in.ts";
import { indexIn } from "../measures/index/of-survey.ts";
import type { Weighting } from "../measures/weighting.ts";
import { type FigureScope, indexPartsAt } from "../panels/figures.ts";
import { indexPool, isListed } from "../panels/pool-state.ts";
import { endsOf, type IndexSubject, indexSubjects } from "../panels/subject.ts";
import { isPrinted } from "../panels/subject-questions.ts";
import type { PublishedEstimate } from "./published-estimate.ts";
import type { PublishedGroup } from "./published-groups.ts";

interface IndexFigure {
  readonly wave: string;
  readonly weightingsOf: (waves: readonly string[]) => readonly Weighting[];
}

/**
 * M10, the index and its factors in a group, each with the points that it costs. A part that the wave asked nothing of
 * has no row; one of which too few may be shown is withheld, like a question. A figure that is made of fewer questions
 * than the codebook's names those that it is without.
 */
export function indexEstimates(
  scope: FigureScope,
  group: PublishedGroup,
  { wave, weightingsOf }: IndexFigure,
): readonly PublishedEstimate[] {
  const { survey } = scope;
  const { pairs } = group.sums;
  const definition = isPrinted(survey, wave) ? undefined : indexIn(survey, wave);
  if (!definition) return [];
  const pool = indexPool(survey, pairs, { wave, path: group.path, node: definition.root });
  if (!isListed(pool)) return [];
  const { waves } = pool;
  const asked = answersIn(group, waves, 0);
  const subjects = indexSubjects(survey).filter(({ id }) => asked.some(({ answered }) => answered.has(id)));
  return weightingsOf(waves).flatMap((weighting) => {
    const index = indexPartsAt(scope, pairs, { wave, path: group.path, weighting });
    return subjects.flatMap((subject) => {
      const figures = figuresOf(index, subject, answersIn(group, waves, group.path.length));
      return figures.map(({ name, estimate }): PublishedEstimate => {
        const { id, method, unit } = subject;
        const { slice, path } = group;
        return {
          waves,
          slice,
          path,
          subject: id,
          option: "",
          measure: { name, method },
          weighting,
          unit,
          estimate,
          ...withoutOf(index, definition.root, { id, name, estimate }),
        };
      });
    });
  });
}

/** Which questions a figure with a value is without. */
function withoutOf(
  index: IndexPart | undefined,
  root: IndexGroup,
  { id, name, estimate }: PartFigure & { readonly id: string },
): Pick<PublishedEstimate, "without"> {
  const part = index && partOfIndex(index, id);
  const node = nodesOf(root).find((candidate) => candidate.id === id);
  if (!part || !node || !hasValue(estimate)) return {};
  const without = name === "contribution" ? itemsLeftOutOfLoss(index, root, id) : itemsLeftOut(part, node);
  return without.length > 0 ? { without } : {};
}

/** What was counted of a level of the group's cascade in some waves. */
function answersIn(
  { sums, path }: PublishedGroup,
  waves: readonly string[],
  level: number,
): readonly PairGroup[] {
  const counts = sums.pairs[level];
  if (!counts) return [];
  return waves.flatMap((wave) => pairGroupOf(counts, wave, path.slice(0, level).slice(-1)) ?? []);
}

interface PartFigure extends Pick<PublishedEstimate, "estimate"> {
  readonly name: PublishedEstimate["measure"]["name"];
}

/** A part's score and its contribution. */
function figuresOf(
  index: IndexPart | undefined,
  subject: IndexSubject,
  own: readonly PairGroup[],
): readonly PartFigure[] {
  const part = index && partOfIndex(index, subject.id);
  const isSilent = !index || (own.length > 0 && own.every(({ answered }) => !answered.has(subject.id)));
  const missing: Estimate = { status: isSilent ? "none" : "withheld" };
  return [
    { name: subject.part, estimate: part ? part.estimate : missing },
    { name: "contribution", estimate: part ? contributionOf(part, endsOf(subject).max) : missing },
  ];
}
