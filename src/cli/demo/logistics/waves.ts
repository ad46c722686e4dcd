/** A half-year of fieldwork. */
export interface Wave {
  readonly id: string;
  readonly year: number;
  /** 1 or 2 */
  readonly half: number;
  /** Answers aimed at; a few more or less come back. */
  readonly answers: number;
  /** Customers served in the period, before the small accidents of each region. */
  readonly customers: number;
  /** What the survey tool was told to write into cells: the words of the answers, or their codes. */
  readonly cells: "words" | "codes";
  /** Seed of everything random in this wave, so that one wave can change without the others. */
  readonly seed: number;
}

function wave(year: number, half: number, plan: Pick<Wave, "answers" | "customers" | "cells">): Wave {
  return { id: `${year}-H${half}`, year, half, seed: year * 100 + half * 10 + 7, ...plan };
}

/** The four half-years, oldest first. The first was exported with words, as a first export often is. */
export const waves: readonly Wave[] = [
  wave(2023, 1, { answers: 1900, customers: 96_400, cells: "words" }),
  wave(2023, 2, { answers: 2150, customers: 103_800, cells: "codes" }),
  wave(2024, 1, { answers: 2300, customers: 101_200, cells: "codes" }),
  wave(2024, 2, { answers: 2480, customers: 109_700, cells: "codes" }),
];

/** First day of a half-year, and the number of its days. */
export function halfYearDays({ year, half }: Wave): { readonly first: number; readonly days: number } {
  const first = Date.UTC(year, 6 * (half - 1), 1);
  return { first, days: Math.round((Date.UTC(year, 6 * half, 1) - first) / 86_400_000) };
}
