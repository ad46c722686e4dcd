/** An answer before it has its place in the file. */
export interface Unnumbered<Cells> {
  /** Day or time of the interview, written so that texts sort as times do. */
  readonly when: string;
  /** Breaks ties between interviews of one time. */
  readonly order: number;
  readonly cells: Cells;
}

/** Cells in the order of the interviews, each with its respondent's number: prefix and four digits. */
export function numberedRows<Cells>(
  answers: readonly Unnumbered<Cells>[],
  prefix: string,
): readonly (Cells & { readonly respondent_id: string })[] {
  return answers
    .toSorted((a, b) => compare(a.when, b.when) || a.order - b.order)
    .map(({ cells }, at) => ({ ...cells, respondent_id: prefix + String(at + 1).padStart(4, "0") }));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
