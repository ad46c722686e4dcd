/** The attribute of a mark that leads where a link of its chart does: the link's place among those of the chart. */
export const leadsBy = "data-leads";

/**
 * Lets marks of a chart lead where the labels of their rows do, for scripts: by the pointer alone, as the labels are there
 * for the keyboard.
 * @param marks elements of the marks, in the order of the rows that have one
 * @param rows all rows in the order of the chart's links, each with its address, if any, and whether it has a mark
 */
export function leadOn(
  marks: Iterable<Element>,
  rows: readonly { readonly href: string | undefined; readonly isMarked: boolean }[],
): void {
  const linked = rows.filter(({ href }) => href !== undefined);
  const marked = rows.filter(({ isMarked }) => isMarked);
  for (const [at, mark] of [...marks].entries()) {
    const row = marked[at];
    if (row?.href !== undefined) mark.setAttribute(leadsBy, String(linked.indexOf(row)));
  }
}
