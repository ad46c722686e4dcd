import type { LinearTerm } from "../../counts/linear/request.ts";
import { type IndexNode, itemsUnder } from "./definition.ts";

/** A question's answers in one group under one weighting. */
export interface ItemAnswers {
  readonly n: number;
  /** Σw of the answers. */
  readonly w: number;
  readonly mean: number;
}

/** A node with its score; nodes of which nobody answered anything have none and are not there. */
export interface ScoredNode {
  readonly node: IndexNode;
  /** Between 0 and 1. */
  readonly score: number;
  /** Weight among the siblings that have a score; together they are 1. */
  readonly weight: number;
  /** Weight in the whole index. */
  readonly share: number;
  readonly of: readonly ScoredNode[];
  /** Members that nobody answered: the others' weights were made to sum to 1 without them. */
  readonly leftOut: readonly IndexNode[];
}

/**
 * M10, scores of a node and everything under it: an item's mean on 0–1, a factor's and the index's weighted mean of
 * their members' scores (mean of means). Undefined where nothing under the node was answered.
 */
export function scoreOf(
  node: IndexNode,
  answersOf: (question: string) => ItemAnswers | undefined,
  share = 1,
): ScoredNode | undefined {
  if (node.kind === "item") {
    const answers = answersOf(node.id);
    const score = answers && node.slope * answers.mean + node.intercept;
    return score === undefined ? undefined : { node, score, weight: 1, share, of: [], leftOut: [] };
  }
  const present = node.of.filter((member) => itemsUnder(member).some((id) => answersOf(id)));
  const total = present.reduce((sum, { weight }) => sum + weight, 0);
  const of = present.flatMap((member) => {
    const weight = member.weight / total;
    const scored = scoreOf(member, answersOf, share * weight);
    return scored ? [{ ...scored, weight }] : [];
  });
  if (of.length === 0) return undefined;
  const score = of.reduce((sum, member) => sum + member.weight * member.score, 0);
  const leftOut = node.of.filter((member) => !present.includes(member));
  return { node, score, weight: 1, share, of, leftOut };
}

/**
 * M10, the linearised score of a node for one respondent: z = Σ a·[answered]·(x − x̄)/N over its items, a being the
 * item's weight in the node times its slope and N its weighted base. Σwz is 0, and Σw²z² · n/(n−1) the variance of the
 * node's score.
 */
export function linearTerms(
  scored: ScoredNode,
  answersOf: (question: string) => ItemAnswers | undefined,
): readonly LinearTerm[] {
  const weights = new Map<string, number>();
  const add = ({ node, of, share }: ScoredNode): void => {
    if (node.kind === "item")
      weights.set(node.id, (weights.get(node.id) ?? 0) + (share / scored.share) * node.slope);
    of.forEach(add);
  };
  add(scored);
  return [...weights].flatMap(([question, weight]) => {
    const answers = answersOf(question);
    return answers ? [{ question, factor: weight / answers.w, centre: answers.mean }] : [];
  });
}
