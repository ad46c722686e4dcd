import { hasValue } from "../measures/estimate.ts";
import { partOfIndex } from "../measures/index/cascade.ts";
import { itemsIn } from "../measures/index/items-in.ts";
import { type At, type FigureScope, indexPartsAt, type Sums } from "./figures.ts";
import type { Subject } from "./subject.ts";

/**
 * Ids of the questions that the figure of the index or of a factor is made of in a group (M10): without those that too
 * few answered, and in a pool without those that its waves did not ask alike (M35). Undefined where there is no figure,
 * and of a question, which is made of nothing else.
 */
export function itemsAt(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  at: At,
): readonly string[] | undefined {
  if (subject.kind === "question") return undefined;
  const index = indexPartsAt(scope, sums.pairs, at);
  const part = index && partOfIndex(index, subject.id);
  return part && hasValue(part.estimate) ? itemsIn(part) : undefined;
}
