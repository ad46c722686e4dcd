export type Factor = "service_quality" | "facilities" | "pick_up" | "advisor" | "initiation";

/** The rated items of the five factors, and how far each stands from its factor's level on the 1–10 scale. */
export const itemLevels = {
  service_quality: { sq1: 0.1, sq2: -0.05, sq3: -0.15, sq4: 0.1 },
  facilities: { fa1: 0.05, fa2: -0.2, fa3: 0.15 },
  pick_up: { pu1: -0.1, pu2: 0, pu3: -0.05, pu4: 0.15 },
  advisor: { ad1: 0.2, ad2: 0, ad3: -0.05, ad4: -0.15 },
  initiation: { in1: 0.1, in2: -0.2, in3: 0.1 },
} as const satisfies Record<Factor, Record<string, number>>;

export type Item = { [F in Factor]: keyof (typeof itemLevels)[F] }[Factor];

export const factors = Object.keys(itemLevels) as readonly Factor[];

/** The items of a factor with their levels, in the order of the questionnaire. */
export function itemsOf(factor: Factor): readonly (readonly [item: Item, level: number])[] {
  return Object.entries(itemLevels[factor]) as [Item, number][];
}

/** Every item, in the order of the questionnaire. */
export const items: readonly Item[] = factors.flatMap((factor) => itemsOf(factor).map(([item]) => item));

/** A value for each factor. */
export function perFactor(value: (factor: Factor) => number): Readonly<Record<Factor, number>> {
  return Object.fromEntries(factors.map((factor) => [factor, value(factor)])) as Record<Factor, number>;
}
