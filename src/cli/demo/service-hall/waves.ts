/** A year's survey: ten working days in October. */
export interface Wave {
  readonly id: string;
  readonly year: number;
  /** The first Monday. */
  readonly start: string;
  /** Seed of everything random in this wave, so that one wave can change without the other. */
  readonly seed: number;
}

/** The two waves, oldest first. */
export const waves: readonly Wave[] = [
  { id: "2023", year: 2023, start: "2023-10-16", seed: 20_231_016 },
  { id: "2024", year: 2024, start: "2024-10-14", seed: 20_241_014 },
];

/** One of the ten working days, from 0. */
export function workingDay({ start }: Wave, at: number): string {
  const first = Date.parse(`${start}T00:00:00Z`);
  const day = at < 5 ? at : at + 2;
  return new Date(first + day * 86_400_000).toISOString().slice(0, 10);
}
