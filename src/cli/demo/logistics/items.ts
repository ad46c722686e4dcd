export type Factor = "pickup" | "transit" | "safety" | "service" | "price";

/** The rated items of the five factors, and how far each stands from its factor's level, in grades. */
export const itemLevels = {
  pickup: { pu1: 0.1, pu2: -0.15, pu3: 0.1 },
  transit: { tr1: -0.05, tr2: 0.05, tr3: -0.1 },
  safety: { sa1: 0.05, sa2: -0.1, sa3: 0.1 },
  service: { se1: -0.1, se2: 0.15, se3: -0.05 },
  price: { pr1: -0.05, pr2: -0.1, pr3: 0.15 },
} as const satisfies Record<Factor, Record<string, number>>;

export type Item = { [F in Factor]: keyof (typeof itemLevels)[F] }[Factor];

export const factors = Object.keys(itemLevels) as readonly Factor[];

/** The items of a factor with their levels, in the order of the questionnaire. */
export function itemsOf(factor: Factor): readonly (readonly [item: Item, level: number])[] {
  return Object.entries(itemLevels[factor]) as [Item, number][];
}

/** A value for each factor. */
export function perFactor(value: (factor: Factor) => number): Readonly<Record<Factor, number>> {
  return Object.fromEntries(factors.map((factor) => [factor, value(factor)])) as Record<Factor, number>;
}

/** What is asked twice: how much is demanded here, and further up, as an item, how satisfied one is. */
export const expectations = {
  ex1: { item: "pu2", level: 3.95 },
  ex2: { item: "tr1", level: 4.05 },
  ex3: { item: "sa1", level: 4.35 },
  ex4: { item: "se3", level: 3.85 },
  ex5: { item: "pr2", level: 4.25 },
} as const satisfies Record<string, { readonly item: Item; readonly level: number }>;

/** Story "more than asked for": what is demanded of the pick-up staff is less than what is found. */
export const modestExpectation = { item: "pu3", level: 3.6 } as const;

export type Expectation = keyof typeof expectations;
