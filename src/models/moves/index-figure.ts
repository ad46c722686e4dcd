import type { PairCounts, PairGroup } from "../../counts/pairs/request.ts";
import { mergePairGroups } from "../../counts/pairs/sums.ts";
import { emptyCell } from "../../counts/tally.ts";
import { answersFromPairs } from "../../measures/index/answers.ts";
import {
  type IndexDefinition,
  type IndexItem,
  type IndexNode,
  itemsUnder,
} from "../../measures/index/definition.ts";
import { estimateIndex } from "../../measures/index/estimate.ts";
import { type ItemAnswers, type ScoredNode, scoreOf } from "../../measures/index/score.ts";
import { jointSums } from "../../measures/joint.ts";
import { mapping } from "../../measures/siblings.ts";
import type { Weighting } from "../../measures/weighting.ts";
import type { BaseRules } from "../../survey/survey.ts";
import type { ItemSums } from "../what-moved.ts";
import type { GroupOptions, MovingFigure } from "./figure.ts";

export interface IndexFigureOptions {
  /** The index as it is worked out in a wave; of a factor, `factorDefinition`. */
  readonly definitionOf: (wave: string) => IndexDefinition;
  readonly base: BaseRules;
  readonly weighting?: Weighting;
}

/**
 * An index or a factor of it, from counts of pairs of its items (with `indexSets`) by one dimension or by levels of the
 * hierarchy, widest first: ask once, by all levels; the wider ones are added up. Its errors are those of M10, and what
 * its factors moved in each group is told too.
 */
export function indexFigure(
  counts: PairCounts,
  { definitionOf, base, weighting = "weighted" }: IndexFigureOptions,
): MovingFigure<PairGroup> {
  const [anyWave = ""] = counts.request.waves;
  const { root } = definitionOf(anyWave);
  const answersOf = (group: PairGroup) => answersFromPairs(group, weighting);
  const answersOfAll = mapping(answersOf);
  const partOf = (group: PairGroup, { wave, siblings }: GroupOptions<PairGroup>) =>
    estimateIndex(definitionOf(wave), answersOf(group), { base, siblings: answersOfAll(siblings) });
  return {
    id: root.id,
    by: counts.request.by,
    slice: counts.request.slice,
    weighting,
    groups: (wave) =>
      counts.groups
        .filter((group) => group.wave === wave && group.answered.has(root.id))
        .map((group) => ({ key: group.key, answers: group })),
    merge: mergePairGroups,
    respondents: ({ answered }) => answered.get(root.id) ?? emptyCell,
    bases: (group) =>
      new Map(
        itemsUnder(root).flatMap((item): [string, number][] => {
          const { n, m } = itemRespondents(group, item);
          return n > 0 ? [[item, m]] : [];
        }),
      ),
    sums: (group, wave) => {
      const sums = (id: string) => {
        const products = jointSums(group, id, id, weighting)?.products;
        return products && { w: products.size, wx: products.x };
      };
      return sumsByItem(definitionOf(wave), sums);
    },
    weights: (whole, wave) =>
      weightsByMember(definitionOf(wave), (question) => {
        const item = answersOf(whole).itemOf(question);
        // The index itself does without items that too few answered.
        return item && item.n >= base.minimum ? item : undefined;
      }),
    estimate: (group, options) => partOf(group, options)?.estimate ?? { status: "none" },
    parts: {
      estimate: partOf,
      respondents: (group, member) => group.answered.get(member) ?? itemRespondents(group, member),
    },
  };
}

function itemRespondents(group: PairGroup, item: string) {
  const sums = jointSums(group, item, item, "weighted");
  const all = jointSums(group, item, item, "unweighted");
  return { n: all?.n ?? 0, m: sums?.n ?? 0, w: sums?.products.size ?? 0, w2: sums?.squared.size ?? 0 };
}

/**
 * A factor as a figure of its own, on the index's scale.
 * @throws Error when the index has no such factor: the caller named it
 */
export function factorDefinition(definition: IndexDefinition, id: string): IndexDefinition {
  const find = (node: IndexNode): IndexNode | undefined =>
    node.id === id ? node : node.kind === "item" ? undefined : node.of.map(find).find((found) => found);
  const found = find(definition.root);
  if (!found || found.kind === "item")
    throw new Error(`the index "${definition.root.id}" has no factor "${id}"`);
  return { root: found, scale: definition.scale };
}

/** Items as sums of scores on the index's own scale. */
export function sumsByItem(
  { root, scale }: IndexDefinition,
  sumsOf: (question: string) => { readonly w: number; readonly wx: number } | undefined,
): ReadonlyMap<string, ItemSums> {
  const items = (node: IndexNode): readonly IndexItem[] =>
    node.kind === "item" ? [node] : node.of.flatMap(items);
  return new Map(
    items(root).flatMap(({ id, slope, intercept }): [string, ItemSums][] => {
      const sums = sumsOf(id);
      if (!sums || !(sums.w > 0)) return [];
      return [[id, { w: sums.w, ws: scale * (slope * sums.wx + intercept * sums.w) }]];
    }),
  );
}

/** What each item weighs in the whole index, by the index's own members; without those that nobody answered. */
export function weightsByMember(
  { root }: IndexDefinition,
  itemOf: (question: string) => ItemAnswers | undefined,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const members = scoreOf(root, itemOf)?.of ?? [];
  return new Map(
    members.map((member) => {
      const weights = new Map<string, number>();
      const add = ({ node, share, of }: ScoredNode): void => {
        if (node.kind === "item") weights.set(node.id, (weights.get(node.id) ?? 0) + share);
        of.forEach(add);
      };
      add(member);
      return [member.node.id, weights];
    }),
  );
}
