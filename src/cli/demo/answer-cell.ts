/** How often a question gets no answer, and how the export writes "can't say". */
export interface Silence {
  /** Share of blank cells. */
  readonly blank: number;
  /** Share of cells that hold the code for "can't say". */
  readonly unsure: number;
  readonly cannotSay: string;
}

/** The raw cell of an answer: now and then blank, or the code for "can't say". */
export function answerCell(
  value: number | string,
  { blank, unsure, cannotSay }: Silence,
  random: () => number,
): string {
  const luck = random();
  if (luck < blank) return "";
  return luck < blank + unsure ? cannotSay : String(value);
}
