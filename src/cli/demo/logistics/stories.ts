import type { Expectation, Factor, Item } from "./items.ts";
import type { CustomerType } from "./respondents.ts";

/** Level of each factor, in grades of 1–5; the same in every wave. */
export const factorLevel: Readonly<Record<Factor, number>> = {
  pickup: 4.1,
  transit: 3.85,
  safety: 4.05,
  service: 3.75,
  price: 3.5,
};

/** How much overall satisfaction follows each factor. Adds up to 1. */
export const factorPull: Readonly<Record<Factor, number>> = {
  pickup: 0.12,
  transit: 0.34,
  safety: 0.22,
  service: 0.2,
  price: 0.12,
};

/** Story "central hub": a transfer centre moves, a region's freight is late, and half of it recovers. In grades. */
export function transitShift(region: string, wave: string): number {
  return -0.62 * hubTrouble(region, wave);
}

/** The same story in days. */
export function extraDays(region: string, wave: string): number {
  return 1.4 * hubTrouble(region, wave);
}

function hubTrouble(region: string, wave: string): number {
  if (region !== "HZ" || wave < "2024-H1") return 0;
  return wave === "2024-H1" ? 1 : 0.5;
}

/** Story "claims online": from one wave on, claims are settled sooner. What is paid stays the same. In grades. */
export function claimSpeedShift(wave: string): number {
  return wave >= "2024-H2" ? 0.85 : 0;
}

/** Story "wording": tracking is asked about in new words and jumps. In grades. */
export function wordingShift(item: Item, wave: string): number {
  return item === "tr3" && wave >= "2024-H1" ? 0.42 : 0;
}

/** Story "rising demands": online sellers come to expect punctuality; what they find stays the same. In grades. */
export function expectationShift(expectation: Expectation, customer: CustomerType, wave: string): number {
  return expectation === "ex2" && customer === "ECOM" && wave >= "2024-H2" ? 0.6 : 0;
}

/** Story "small and weak": three offices too small for one wave to tell … */
const weakOffices: readonly string[] = ["TYN02", "KHN02", "HRB03"];

/** … among others as small that are like the rest. */
export const smallOffices: readonly string[] = [...weakOffices, "SJW03", "NNG03", "XIY04"];

/** How far a weak office stands from the others, in grades; 0 of any other. */
export function weakOfficeShift(office: string): number {
  return weakOffices.includes(office) ? -0.52 : 0;
}

/** Story "few came back": one region's questionnaires of one wave. Share returned, before the region's own habit. */
export function returnedShare(region: string, wave: string): number {
  return region === "DB" && wave === "2024-H2" ? 0.365 : 0.57;
}

/** Kano's categories: attractive, one-dimensional, must-be, indifferent, reverse, questionable. */
export type KanoCategory = "A" | "O" | "M" | "I" | "R" | "Q";

type KanoShares = readonly (readonly [KanoCategory, number])[];

/** How many people are of each category. */
export const kanoShares = {
  track: [
    ["A", 0.22],
    ["O", 0.42],
    ["M", 0.14],
    ["I", 0.19],
    ["R", 0.01],
    ["Q", 0.02],
  ],
  receipt: [
    ["A", 0.1],
    ["O", 0.22],
    ["M", 0.44],
    ["I", 0.21],
    ["R", 0.01],
    ["Q", 0.02],
  ],
  slot: [
    ["A", 0.46],
    ["O", 0.18],
    ["M", 0.07],
    ["I", 0.26],
    ["R", 0.01],
    ["Q", 0.02],
  ],
  temperature: [
    ["A", 0.12],
    ["O", 0.08],
    ["M", 0.07],
    ["I", 0.68],
    ["R", 0.03],
    ["Q", 0.02],
  ],
  calls: [
    ["A", 0.1],
    ["O", 0.05],
    ["M", 0.04],
    ["I", 0.35],
    ["R", 0.44],
    ["Q", 0.02],
  ],
} as const satisfies Record<string, KanoShares>;

export type KanoFeature = keyof typeof kanoShares;

/** Story "temperature": who ships cold takes the record for granted; nobody else cares. */
const temperatureOfColdChain: KanoShares = [
  ["A", 0.06],
  ["O", 0.26],
  ["M", 0.54],
  ["I", 0.11],
  ["R", 0.01],
  ["Q", 0.02],
];

/** The shares that a respondent's category is drawn from. */
export function kanoSharesOf(feature: KanoFeature, coldChain: boolean): KanoShares {
  return feature === "temperature" && coldChain ? temperatureOfColdChain : kanoShares[feature];
}
