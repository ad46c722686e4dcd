import { isScaleQuestion, questionIn } from "../../survey/question.ts";
import { scaleEnds } from "../../survey/scale.ts";
import { type Factor, type IndexSettings, questionOf, type Survey, waveIds } from "../../survey/survey.ts";
import type { Text } from "../../survey/text.ts";

/** A node of an index: the index itself, a factor, or an item, whose id is its question's. */
export type IndexNode = IndexGroup | IndexItem;

interface Named {
  readonly id: string;
  readonly title: Text;
  /** Weight among the members of the same factor; together they are 1. */
  readonly weight: number;
}

export interface IndexGroup extends Named {
  readonly kind: "index" | "factor";
  /** The department that answers for it. */
  readonly owner?: Text;
  readonly of: readonly IndexNode[];
}

/** An item's score on 0–1 is slope · answer + intercept. */
export interface IndexItem extends Named {
  readonly kind: "item";
  readonly slope: number;
  readonly intercept: number;
}

/** An index as it is worked out in one wave. */
export interface IndexDefinition {
  readonly root: IndexGroup;
  /** What a score of 1 is published as. */
  readonly scale: 1000 | 100;
  readonly target?: number;
}

const deepestLevel = 4;

/**
 * M10, the tree of an index, with weights that sum to 1 in every factor. Items of a factor, and factors under one of
 * which any states no weight, weigh alike; with `weights: equal` all do. Scales are those of the wave.
 * @throws Error for an item that is not rated on a scale, more than four levels of factors, or an index whose weights
 *   are to be stated and are not: the codebook's check comes first
 */
export function indexDefinition(survey: Survey, settings: IndexSettings, wave: string): IndexDefinition {
  const factors = settings.of.map((id) => {
    const factor = survey.factors.find((candidate) => candidate.id === id);
    if (!factor) throw new Error(`survey ${survey.id} has no factor "${id}"`);
    return factor;
  });
  const unweighted = factors.find(({ weight }) => weight === undefined);
  if (settings.weights === "stated" && unweighted)
    throw new Error(`the index "${settings.id}" takes stated weights, but "${unweighted.id}" states none`);
  const of = membersOf(factors, { survey, settings, wave, level: 1 });
  const { id, title, target, measure } = settings;
  return {
    root: { kind: "index", id, title, weight: 1, of },
    scale: measure === "index1000" ? 1000 : 100,
    ...(target === undefined ? {} : { target }),
  };
}

/** Groups of questions of whom any answer makes a respondent of the index or a factor: what pair counts are asked. */
export function indexSets({ root }: IndexDefinition): Readonly<Record<string, readonly string[]>> {
  const groupsOf = (group: IndexGroup): readonly IndexGroup[] => [
    group,
    ...group.of.flatMap((node) => (node.kind === "item" ? [] : groupsOf(node))),
  ];
  return Object.fromEntries(groupsOf(root).map((group) => [group.id, itemsUnder(group)]));
}

/** An index made of fewer items: factors of which none is left drop out. Undefined where nothing is left. */
export function definitionWithout(
  { root, ...rest }: IndexDefinition,
  items: readonly string[],
): IndexDefinition | undefined {
  const left = (node: IndexNode): readonly IndexNode[] => {
    if (node.kind === "item") return items.includes(node.id) ? [] : [node];
    const of = node.of.flatMap(left);
    return of.length > 0 ? [{ ...node, of }] : [];
  };
  const of = root.of.flatMap(left);
  return of.length > 0 ? { ...rest, root: { ...root, of } } : undefined;
}

/** Ids of the questions under a node, each once. */
export function itemsUnder(node: IndexNode): readonly string[] {
  const known = items.get(node);
  if (known) return known;
  const under = [...new Set(node.kind === "item" ? [node.id] : node.of.flatMap(itemsUnder))];
  items.set(node, under);
  return under;
}

/** Every estimate of an index walks its tree many times; what is under a node never changes. */
const items = new WeakMap<IndexNode, readonly string[]>();

interface Place {
  readonly survey: Survey;
  readonly settings: IndexSettings;
  readonly wave: string;
  readonly level: number;
}

function membersOf(members: readonly (string | Factor)[], place: Place): readonly IndexNode[] {
  const { settings, level } = place;
  if (level > deepestLevel)
    throw new Error(`the index "${settings.id}" is deeper than ${deepestLevel} levels`);
  const stated = members.flatMap((member) => (typeof member === "string" ? [] : (member.weight ?? [])));
  const useStated = settings.weights === "stated" && stated.length === members.length;
  const total = useStated ? stated.reduce((sum, weight) => sum + weight, 0) : members.length;
  return members.map((member) => {
    if (typeof member === "string") return itemOf(member, 1 / total, place);
    const { id, title, owner, of } = member;
    return {
      kind: "factor",
      id,
      title,
      weight: (useStated ? (member.weight ?? 0) : 1) / total,
      ...(owner ? { owner } : {}),
      // Items stand under the factor itself and make no level of their own.
      of: of.some((inner) => typeof inner !== "string")
        ? membersOf(of, { ...place, level: level + 1 })
        : membersOf(of, place),
    };
  });
}

function itemOf(id: string, weight: number, { survey, settings, wave }: Place): IndexItem {
  const question = questionIn(questionOf(survey, id), waveIds(survey), wave);
  if (!isScaleQuestion(question))
    throw new Error(`"${id}" (${question.type}) has no scale to make an index of`);
  const { min, max } = scaleEnds(question.scale);
  const [slope, intercept] =
    settings.rescale === "share" ? [1 / max, 0] : [1 / (max - min), -min / (max - min)];
  if (!Number.isFinite(slope)) throw new Error(`the scale of "${id}" has no width to rescale`);
  return { kind: "item", id, title: question.short, weight, slope, intercept };
}
