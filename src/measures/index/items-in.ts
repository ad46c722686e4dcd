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
