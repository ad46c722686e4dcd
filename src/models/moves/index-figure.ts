import { type PairCounts, type PairGroup, pairGroupsOf } from "../../counts/pairs/request.ts";
import { mergePairGroups } from "../../counts/pairs/sums.ts";
import { type Cell, emptyCell } from "../../counts/tally.ts";
import { answersFromPairs } from "../../measures/index/answers.ts";
import {
  type IndexDefinition,
  type IndexGroup,
  type IndexItem,
  type IndexNode,
  itemsUnder,
} from "../../measures/index/definition.ts";
import { estimateIndex } from "../../measures/index/estimate.ts";
import { type ItemAnswers, type ScoredNode, scoreOf } from "../../measures/index/score.ts";
import { jointSums } from "../../measures/joint.ts";
import type { Weighting } from "../../measures/weighting.ts";
import type { BaseRules } from "../../survey/survey.ts";
import type { ItemSums } from "../what-moved.ts";
import type { GroupOptions, ItemUnit, MovingFigure } from "./figure.ts";
import { itemBase, partedGroup } from "./part-pairs.ts";

export interface IndexFigureOptions {
  /** The index as it is worked out in a wave; of a factor, `factorDefinition`. */
  readonly definitionOf: (wave: string) => IndexDefinition;
  readonly base: BaseRules;
  readonly weighting?: Weighting;
  /** Items that are left out, such as those whose question changed between the waves (M33) or that are hidden (M34). */
  readonly without?: readonly string[];
}

/**
 * An index or a factor of it, from counts of pairs of its items (with `indexSets`) by one dimension or by levels of the
 * hierarchy, widest first: ask once, by all levels; the wider ones are added up. Its errors are those of M10, and what
 * its factors moved in each group is told too.
 */
export function indexFigure(
  counts: PairCounts,
  { definitionOf, base, weighting = "weighted", without = [] }: IndexFigureOptions,
): MovingFigure<PairGroup> {
  const [anyWave = ""] = counts.request.waves;
  const { root } = definitionOf(anyWave);
  const leftOut = new Set(without);
  const answersOf = (group: PairGroup) => answersFromPairs(group, weighting);
  const partOf = (group: PairGroup, { wave, siblings }: GroupOptions<PairGroup>) =>
    estimateIndex(definitionOf(wave), answersOf(group), { base, siblings: siblings.map(answersOf) });
  return {
    id: root.id,
    by: counts.request.by,
    slice: counts.request.slice,
    weighting,
    groups: (wave) =>
      pairGroupsOf(counts, wave).flatMap((group) => {
        const { rest } = partedGroup(group, leftOut, counts.request.sets);
        return rest?.answered.has(root.id) ? [{ key: group.key, answers: rest }] : [];
      }),
    merge: mergePairGroups,
    byItem: {
      units: unitsOf<PairGroup>(root, {
        item: (group, id) => itemBase(group, id),
        factor: ({ answered }, { id }) => answered.get(id),
      }),
      part: (group, items) => partedGroup(group, items, counts.request.sets),
    },
    respondents: ({ answered }) => answered.get(root.id) ?? emptyCell,
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
    partsOf: partOf,
  };
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

/** What of an index is judged by itself: its items, and its factors however deep. */
export function unitsOf<Answers>(
  root: IndexGroup,
  baseOf: {
    readonly item: (answers: Answers, id: string) => Cell | undefined;
    readonly factor: (answers: Answers, factor: IndexGroup) => Cell | undefined;
  },
): readonly ItemUnit<Answers>[] {
  return root.of.flatMap((node): readonly ItemUnit<Answers>[] => {
    const items = itemsUnder(node);
    if (node.kind === "item") return [{ items, base: (answers) => baseOf.item(answers, node.id) }];
    return [{ items, base: (answers) => baseOf.factor(answers, node) }, ...unitsOf(node, baseOf)];
  });
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
