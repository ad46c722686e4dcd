import { hasValue } from "../measures/estimate.ts";
import type { Option, Question } from "../survey/question.ts";
import type { OptionRow } from "./distribution-model.ts";

/** Ids and English labels of answers that gather what no other option names, or say that none holds. */
const rest = /^(others?|none)\b/i;

/**
 * The answers of a choice, most given first, those that gather the rest last, where their own order means nothing:
 * several could be chosen, or one of them gathers the rest, which no scale has. All others keep the codebook's order.
 */
export function inOrder(question: Question, rows: readonly OptionRow[]): readonly OptionRow[] {
  if (question.type !== "single" && question.type !== "multi") return rows;
  const gathers = (option: Option) => rest.test(option.id) || rest.test(option.label.en.trim());
  const last = new Set(question.options.filter(gathers).map(({ id }) => id));
  if (question.type === "single" && last.size === 0) return rows;
  const isLast = ({ id, none }: OptionRow) => Number(none || last.has(id));
  // Without a value, nothing may be told by its place: such rows stand behind, in the codebook's order.
  const shareOf = ({ share }: OptionRow) => (share && hasValue(share) ? share.value : -1);
  return rows.toSorted((a, b) => isLast(a) - isLast(b) || shareOf(b) - shareOf(a) || a.place - b.place);
}
