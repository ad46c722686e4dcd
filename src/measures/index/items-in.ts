import { partOfIndex } from "./cascade.ts";
import { type IndexNode, itemsUnder } from "./definition.ts";
import type { IndexPart } from "./estimate.ts";

/** M10, ids of the questions that the figure of a part was worked out from, each once. */
export function itemsIn(part: IndexPart): readonly string[] {
  return [...new Set(part.kind === "item" ? [part.id] : part.of.flatMap(itemsIn))];
}

/** M10, ids of the questions that the codebook has under a part and that its figure was worked out without. */
export function itemsLeftOut(part: IndexPart, node: IndexNode): readonly string[] {
  const known = new Set(itemsIn(part));
  return itemsUnder(node).filter((id) => !known.has(id));
}

/**
 * M10, ids of the questions whose absence bears on the points lost because of a part: its own that are left out, and
 * all of the parts that dropped out beside it or beside what it stands under, whose weight it shares.
 */
export function itemsLeftOutOfLoss(whole: IndexPart, root: IndexNode, id: string): readonly string[] {
  if (whole.id === id || root.kind === "item") return itemsLeftOut(whole, root);
  const on = whole.of.find((member) => partOfIndex(member, id));
  const node = root.of.find((member) => member.id === on?.id);
  if (!on || !node) return [];
  const dropped = root.of.filter((member) => whole.leftOut.includes(member.id)).flatMap(itemsUnder);
  return [...new Set([...itemsLeftOutOfLoss(on, node, id), ...dropped])];
}
