/** A quarter of fieldwork. */
export interface Wave {
  readonly id: string;
  readonly year: number;
  /** 1–4 */
  readonly quarter: number;
  /** Answers aimed at; a few more or less come back. */
  readonly answers: number;
  /** Customers served in the network, before the small accidents of each stratum. */
  readonly customers: number;
  /** Seed of everything random in this wave, so that one wave can change without the others. */
  readonly seed: number;
}

function wave(year: number, quarter: number, answers: number, customers: number): Wave {
  return {
    id: `${year}-Q${quarter}`,
    year,
    quarter,
    answers,
    customers,
    seed: year * 1000 + quarter * 100 + 46,
  };
}

/** The eight quarters, oldest first. */
export const waves: readonly Wave[] = [
  wave(2023, 1, 3950, 73_400),
  wave(2023, 2, 4030, 74_900),
  wave(2023, 3, 4060, 76_200),
  wave(2023, 4, 3900, 75_800),
  wave(2024, 1, 3980, 74_100),
  wave(2024, 2, 4090, 75_600),
  wave(2024, 3, 4120, 77_300),
  wave(2024, 4, 4010, 78_900),
];

/** First day of a quarter, and the number of its days. */
export function quarterDays({ year, quarter }: Wave): { readonly first: number; readonly days: number } {
  const first = Date.UTC(year, 3 * (quarter - 1), 1);
  return { first, days: Math.round((Date.UTC(year, 3 * quarter, 1) - first) / 86_400_000) };
}
