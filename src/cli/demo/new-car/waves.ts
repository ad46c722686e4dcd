/** A model year. */
export interface Wave {
  readonly id: string;
  readonly year: number;
  /** Answers aimed at; a few more or less come back. */
  readonly answers: number;
  /** New cars registered in the months that the survey is about. */
  readonly registered: number;
  /** Share of the newer of a brand's two models among its owners: most of these are electric. */
  readonly newer: number;
  /** Seed of everything random in this wave, so that one wave can change without the others. */
  readonly seed: number;
}

/** The three model years, oldest first. */
export const waves: readonly Wave[] = [
  { id: "2022", year: 2022, answers: 2950, registered: 1_020_000, newer: 0.38, seed: 20_220_611 },
  { id: "2023", year: 2023, answers: 3040, registered: 1_080_000, newer: 0.45, seed: 20_230_611 },
  { id: "2024", year: 2024, answers: 3080, registered: 1_150_000, newer: 0.51, seed: 20_240_611 },
];

/** First day of the fieldwork of a year, and the number of its days: April to June. */
export function fieldworkDays({ year }: Wave): { readonly first: number; readonly days: number } {
  const first = Date.UTC(year, 3, 1);
  return { first, days: Math.round((Date.UTC(year, 6, 1) - first) / 86_400_000) };
}
