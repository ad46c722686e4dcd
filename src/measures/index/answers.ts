import type { LinearGroup, LinearScore, LinearTerm } from "../../counts/linear/request.ts";
import type { PairGroup } from "../../counts/pairs/request.ts";
import type { Products } from "../../counts/pairs/table.ts";
import { type CountedTally, emptyCell, type Tally } from "../../counts/tally.ts";
import { jointSums, squaredScores } from "../joint.ts";
import { momentsOf } from "../mean.ts";
import { type WeightedCell, type Weighting, weigh } from "../weighting.ts";
import { type IndexDefinition, type IndexNode, itemsUnder } from "./definition.ts";
import { type ItemAnswers, linearTerms, type ScoredNode, scoreOf } from "./score.ts";

/** What an index is worked out from: the answers of one group under one weighting. */
export interface IndexAnswers {
  readonly itemOf: (question: string) => ItemAnswers | undefined;
  /** Respondents who answered at least one item of a node. */
  readonly respondentsOf: (node: IndexNode) => WeightedCell;
  /** Σw²z² of the linearised score of a node. */
  readonly squaredScoresOf: (node: IndexNode, terms: readonly LinearTerm[]) => number;
}

/** From sums over pairs of all items, with a set for the index and each factor (`indexSets`). */
export function answersFromPairs(group: PairGroup, weighting: Weighting): IndexAnswers {
  return {
    itemOf: (question) => {
      const sums = jointSums(group, question, question, weighting);
      return sums && { n: sums.n, w: sums.products.size, mean: meanOf(sums.products) };
    },
    respondentsOf: ({ kind, id }) => {
      if (kind !== "item") return weigh(group.answered.get(id) ?? emptyCell, weighting);
      const own = jointSums(group, id, id, weighting);
      return { n: own?.n ?? 0, w: own?.products.size ?? 0, w2: own?.squared.size ?? 0 };
    },
    squaredScoresOf: (_, terms) => squaredScores(group, terms, weighting),
  };
}

/** Where all gave one answer, the rounding of Σwx/Σw must leave no other mean. */
function meanOf({ size, x }: Products): number {
  const mean = x / size;
  const whole = Math.round(mean);
  return Math.abs(mean - whole) < rounding ? whole : mean;
}

const rounding = 1e-13;

/** From counts of the items and the sums of linear scores that {@link linearScoresOf} asked for. */
export function answersFromScores(
  tallies: ReadonlyMap<string, Tally>,
  { scores }: LinearGroup,
  weighting: Weighting,
): IndexAnswers {
  return {
    itemOf: itemsOfTallies(tallies, weighting),
    respondentsOf: ({ kind, id }) =>
      weigh((kind === "item" ? counted(tallies, id) : scores.get(id))?.base ?? emptyCell, weighting),
    squaredScoresOf: ({ kind, id }, terms) => {
      const tally = counted(tallies, id);
      if (kind === "item") return tally ? squaredItem(tally, terms, weighting) : 0;
      const sums = scores.get(id)?.sums;
      return (weighting === "weighted" ? sums?.w2xx : sums?.xx) ?? 0;
    },
  };
}

/** Of an item alone, Σw²z² follows from its own counts. */
function squaredItem(tally: CountedTally, terms: readonly LinearTerm[], weighting: Weighting): number {
  const { n, weight, meanVariance } = momentsOf(tally, weighting);
  const [term] = terms;
  return term ? ((term.factor * weight) ** 2 * meanVariance * (n - 1)) / n : 0;
}

/** The linear scores of the index and each factor for one group, with that group's constants. */
export function linearScoresOf(
  { root }: IndexDefinition,
  tallies: ReadonlyMap<string, Tally>,
  { key, weighting }: { readonly key: readonly (string | null)[]; readonly weighting: Weighting },
): readonly LinearScore[] {
  const itemOf = itemsOfTallies(
    new Map([...tallies].filter(([id]) => itemsUnder(root).includes(id))),
    weighting,
  );
  const scored = scoreOf(root, itemOf);
  const groupsOf = (node: ScoredNode): readonly ScoredNode[] =>
    node.node.kind === "item" ? [] : [node, ...node.of.flatMap(groupsOf)];
  return (scored ? groupsOf(scored) : []).map((node) => ({
    id: node.node.id,
    key,
    terms: linearTerms(node, itemOf),
  }));
}

function itemsOfTallies(tallies: ReadonlyMap<string, Tally>, weighting: Weighting): IndexAnswers["itemOf"] {
  return (question) => {
    const tally = counted(tallies, question);
    if (!tally || weigh(tally.base, weighting).n === 0) return undefined;
    const { n, weight, mean } = momentsOf(tally, weighting);
    return { n, w: weight, mean };
  };
}

/** Answers that were counted; shares that were published without their base carry none. */
function counted(tallies: ReadonlyMap<string, Tally>, id: string): CountedTally | undefined {
  const tally = tallies.get(id);
  return tally?.kind === "shares" ? undefined : tally;
}
