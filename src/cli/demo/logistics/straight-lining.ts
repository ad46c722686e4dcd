import { type Column, isRated } from "./questionnaire.ts";

/** The cells of someone who gives one grade to whatever is graded: that of the first question. */
export function straightLined<Cells extends Readonly<Record<string, string>>>(
  cells: Cells,
  columns: readonly Column[],
): Cells {
  const rated = columns.filter(isRated).filter(({ id }) => isGrade(cells[id]));
  const same = cells[rated[0]?.id ?? ""] ?? "";
  return { ...cells, ...Object.fromEntries(rated.map(({ id }) => [id, same])) };
}

function isGrade(cell: string | undefined): boolean {
  return cell !== undefined && /^[1-5]$/.test(cell);
}
