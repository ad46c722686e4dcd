import type { Column } from "./questionnaire.ts";
import { cannotSay, cannotSayOfTen, separator, skipped } from "./special-cells.ts";

/** Columns without words of their own in which "can't say" has a code all the same. */
const numbered = ["recommend"];

/** A cell as the export writes it that was told to write words: 5 → 很满意, 1┋4 → 上门提货┋保价运输. */
export function inWords(cell: string, { id, words }: Column): string {
  if (cell === skipped) return "(跳过)";
  if (words === undefined) return numbered.includes(id) && cell === cannotSayOfTen ? "说不清" : cell;
  if (cell === cannotSay) return "说不清";
  return cell
    .split(separator)
    .map((code) => words[Number(code) - 1] ?? code)
    .join(separator);
}
