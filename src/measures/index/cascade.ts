import { type PairCounts, type PairGroup, pairGroupOf, pairGroupsOf } from "../../counts/pairs/request.ts";
import { sizesOf } from "../../counts/pairs/table.ts";
import { type Cell, emptyCell } from "../../counts/tally.ts";
import { rareValues } from "../../survey/reading.ts";
import type { BaseRules } from "../../survey/survey.ts";
import type { Path } from "../cascade.ts";
import { hiddenGroups } from "../disclosure.ts";
import { mapping } from "../siblings.ts";
import type { Weighting } from "../weighting.ts";
import { answersFromPairs, type IndexAnswers } from "./answers.ts";
import type { IndexDefinition, IndexNode } from "./definition.ts";
import { estimateIndex, type IndexPart, withheldIndex } from "./estimate.ts";

/** Pair counts from the whole down to a group: the first over everybody, each further one by the next level. */
export type PairCascade = readonly PairCounts[];

export interface IndexAtOptions {
  readonly definition: IndexDefinition;
  readonly wave: string;
  readonly weighting: Weighting;
  readonly base: BaseRules;
  /** Items that are to be left out, such as those whose question changed. */
  readonly without?: readonly string[];
  /** Parts that must be withheld; by default worked out from the cascade. Of pooled waves only the caller can tell. */
  readonly hidden?: readonly string[];
}

/**
 * The index of a group with its factors and items; what is too small, or would give another group or a whole above
 * away, is withheld or left out (M34). Undefined where nobody of the group answered any of it.
 * @throws Error where the cascade ends above the group: the caller asked for too few levels
 */
export function indexAt(cascade: PairCascade, path: Path, options: IndexAtOptions): IndexPart | undefined {
  const counts = cascade[path.length];
  if (!counts) throw new Error(`a cascade of ${cascade.length} levels does not reach "${path.join(" / ")}"`);
  const { definition, wave, weighting, base } = options;
  const own = path.slice(-1);
  const group = pairGroupOf(counts, wave, own);
  // Where rare values were joined, a value that the wave seems to lack may be one of them.
  if (!group) return pairGroupOf(counts, wave, [rareValues]) ? withheldIndex(definition) : undefined;
  const { without = [], hidden: withheld = hiddenOnce(counts, cascade, path, options) } = options;
  const hidden = new Set([...withheld, ...without]);
  return once(group, definition, [weighting, base.minimum, base.caution, ...hidden], () =>
    estimateIndex(definition, answersFromPairs(group, weighting), {
      base,
      siblings: answersOf[weighting]({ groups: placedIn(counts, wave), own: group }),
      hidden,
    }),
  );
}

const answersOf = {
  weighted: mapping(answersUnder("weighted")),
  unweighted: mapping(answersUnder("unweighted")),
};

function answersUnder(weighting: Weighting): (group: PairGroup) => IndexAnswers {
  return (group) => answersFromPairs(group, weighting);
}

const placed = new WeakMap<PairCounts, Map<string, readonly PairGroup[]>>();

/** All groups of a wave whose place is known: one list for all of them. */
function placedIn(counts: PairCounts, wave: string): readonly PairGroup[] {
  const known = placed.get(counts) ?? new Map<string, readonly PairGroup[]>();
  placed.set(counts, known);
  const groups =
    known.get(wave) ?? pairGroupsOf(counts, wave).filter(({ key }) => key.length > 0 && key[0] !== null);
  known.set(wave, groups);
  return groups;
}

const estimates = new WeakMap<PairGroup, WeakMap<IndexDefinition, Map<string, IndexPart | undefined>>>();

/** Many pages show a group's index; it is worked out once. */
function once(
  group: PairGroup,
  definition: IndexDefinition,
  options: readonly (string | number)[],
  estimate: () => IndexPart | undefined,
): IndexPart | undefined {
  const ofGroup = estimates.get(group) ?? new WeakMap<IndexDefinition, Map<string, IndexPart | undefined>>();
  estimates.set(group, ofGroup);
  const known = ofGroup.get(definition) ?? new Map<string, IndexPart | undefined>();
  ofGroup.set(definition, known);
  const key = JSON.stringify(options);
  if (!known.has(key)) known.set(key, estimate());
  return known.get(key);
}

const hiddenSets = new WeakMap<PairCounts, WeakMap<IndexDefinition, Map<string, ReadonlySet<string>>>>();

/** What is hidden of a group, worked out once: the counts of a level know all that stands above them. */
function hiddenOnce(
  counts: PairCounts,
  cascade: PairCascade,
  path: Path,
  options: IndexAtOptions,
): ReadonlySet<string> {
  const ofCounts = hiddenSets.get(counts) ?? new WeakMap<IndexDefinition, Map<string, ReadonlySet<string>>>();
  hiddenSets.set(counts, ofCounts);
  const known = ofCounts.get(options.definition) ?? new Map<string, ReadonlySet<string>>();
  ofCounts.set(options.definition, known);
  const key = `${options.wave} ${options.base.minimum} ${path.at(-1) ?? ""}`;
  const hidden = known.get(key) ?? hiddenNodes(cascade, path, options);
  known.set(key, hidden);
  return hidden;
}

/** Nodes whose figure of the group must be withheld by its size, its siblings' or that of a whole above it. */
export function hiddenNodes(
  cascade: PairCascade,
  path: Path,
  { definition, wave, base }: Pick<IndexAtOptions, "definition" | "wave" | "base">,
): ReadonlySet<string> {
  const [whole] = cascade;
  const everybody = whole && pairGroupOf(whole, wave);
  const isHidden = (node: IndexNode): boolean => {
    let hidden = everybody !== undefined && baseOfNode(everybody, node).m < base.minimum;
    for (const [level, id] of path.entries()) {
      const counts = cascade[level + 1];
      if (counts) hidden = hiddenIn(counts, node, { wave, base, wholeHidden: hidden }).has(id);
    }
    return hidden;
  };
  return new Set(
    nodesOf(definition.root)
      .filter(isHidden)
      .map(({ id }) => id),
  );
}

interface HiddenOptions {
  readonly wave: string;
  readonly base: BaseRules;
  readonly wholeHidden: boolean;
}

const memory = new WeakMap<PairCounts, Map<string, ReadonlySet<string>>>();

/** Groups of one breakdown whose figure of a node is withheld; worked out once for each node and wave. */
function hiddenIn(
  counts: PairCounts,
  node: IndexNode,
  { wave, base, wholeHidden }: HiddenOptions,
): ReadonlySet<string> {
  const known = memory.get(counts) ?? new Map<string, ReadonlySet<string>>();
  memory.set(counts, known);
  const key = JSON.stringify([node.id, wave, wholeHidden, base.minimum]);
  const hidden =
    known.get(key) ??
    hiddenGroups(
      pairGroupsOf(counts, wave).flatMap((group) =>
        baseOfNode(group, node).n > 0 ? [{ key: group.key[0] ?? null, n: baseOfNode(group, node).m }] : [],
      ),
      { minimum: base.minimum, wholeHidden },
    );
  known.set(key, hidden);
  return hidden;
}

/** A part of an index and everything under it. */
export function nodesOf(node: IndexNode): readonly IndexNode[] {
  return node.kind === "item" ? [node] : [node, ...node.of.flatMap(nodesOf)];
}

/** Respondents of a group who answered a part of the index, and those of them with a weight. */
export function baseOfNode({ answered, pairs }: PairGroup, { kind, id }: IndexNode): Pick<Cell, "n" | "m"> {
  return kind === "item" ? sizesOf(pairs, id, id) : (answered.get(id) ?? emptyCell);
}

/** A node of an index that was worked out, however deep; undefined where it was left out. */
export function partOfIndex(part: IndexPart, id: string): IndexPart | undefined {
  if (part.id === id) return part;
  for (const member of part.of) {
    const found = partOfIndex(member, id);
    if (found) return found;
  }
  return undefined;
}
