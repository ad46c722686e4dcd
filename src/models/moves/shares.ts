import type { LevelContext } from "./level.ts";
import { hasAnswers, type MoveNode, nodeName, type Time } from "./nodes.ts";

/**
 * Shares of the customers of the whole that nodes add up to, in one wave: of an index the mean of the shares among who
 * answered each item, by what the items weigh.
 */
export function sharesOf<Answers>(
  nodes: readonly MoveNode<Answers>[],
  { figure, weights, waves }: LevelContext<Answers>,
  time: Time,
): ReadonlyMap<string, number> {
  const sums = nodes.flatMap((node) => {
    const answers = node[time];
    if (answers === undefined || !hasAnswers(answers, figure)) return [];
    return [{ name: nodeName(node), items: figure.sums(answers, waves[time]) }];
  });
  const shares = new Map<string, number>();
  let weighed = 0;
  for (const [item, weight] of itemWeights(weights[time])) {
    const whole = sums.reduce((sum, { items }) => sum + (items.get(item)?.w ?? 0), 0);
    if (!(whole > 0)) continue;
    weighed += weight;
    for (const { name, items } of sums)
      shares.set(name, (shares.get(name) ?? 0) + (weight * (items.get(item)?.w ?? 0)) / whole);
  }
  return new Map([...shares].map(([name, share]) => [name, share / weighed]));
}

/** What each item weighs, over all members that it stands under. */
export function itemWeights(
  members: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const items of members.values())
    for (const [item, weight] of items) weights.set(item, (weights.get(item) ?? 0) + weight);
  return weights;
}
