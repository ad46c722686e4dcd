import type { Factor, Item } from "./items.ts";

export type BrandClass = "domestic" | "joint-venture" | "premium";

export const brandClasses: readonly BrandClass[] = ["domestic", "joint-venture", "premium"];

/** Constant level of each class on the 1–10 scale; the same in every wave. */
export const classLevel: Readonly<Record<BrandClass, number>> = {
  domestic: -0.5,
  "joint-venture": 0,
  premium: 0.5,
};

/** Story "mix": premium customers leave and domestic ones come; nobody scores differently. */
export function classShare(brandClass: BrandClass, wave: string): number {
  const shifted = wave >= "2024-Q4";
  if (brandClass === "premium") return shifted ? 0.18 : 0.3;
  if (brandClass === "domestic") return shifted ? 0.44 : 0.32;
  return 0.38;
}

/** Story "south-west": pick-up falls in one region and recovers by half. On the 1–10 scale. */
export function pickUpShift(region: string, wave: string): number {
  if (region !== "southwest" || wave < "2024-Q3") return 0;
  return wave === "2024-Q3" ? -0.66 : -0.33;
}

/** Story "wording": the waiting-area item is asked in new words and jumps. On the 1–10 scale. */
export function wordingShift(item: Item, wave: string): number {
  return item === "fa2" && wave >= "2024-Q1" ? 0.48 : 0;
}

/** Story "twelve dealers": six far above and six far below the other dealers of their class. */
export const farAbove: readonly string[] = [
  "suzhou-03",
  "hangzhou-02",
  "foshan-02",
  "tangshan-02",
  "changsha-02",
  "dalian-01",
];
export const farBelow: readonly string[] = [
  "nanjing-04",
  "shenzhen-02",
  "beijing-06",
  "zhengzhou-04",
  "xian-06",
  "changchun-01",
];

/** How far one of the twelve stands from its peers on the 1–10 scale, before the scale's ends cut it. */
export function outlierShift(dealer: string): number {
  if (farAbove.includes(dealer)) return 1.3;
  return farBelow.includes(dealer) ? -1.15 : 0;
}

/** Story "service quality": the factor that scores lowest … */
export const factorLevel: Readonly<Record<Factor, number>> = {
  service_quality: 7.9,
  facilities: 8.55,
  pick_up: 8.3,
  advisor: 8.6,
  initiation: 8.4,
};

/** … is the one that overall satisfaction follows most. Adds up to 1. */
export const factorPull: Readonly<Record<Factor, number>> = {
  service_quality: 0.46,
  facilities: 0.1,
  pick_up: 0.17,
  advisor: 0.15,
  initiation: 0.12,
};
